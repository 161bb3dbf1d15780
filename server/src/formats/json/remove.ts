import type { TextEdit } from '../../text/edits.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { JsonDocument, JsonEntry } from './document.ts';
import { NONE, type Node, type Tape } from './tape.ts';
import {
  afterLineBreak,
  commaAfter,
  isBlankBetween,
  isLineBreak,
  lineStart,
  skipBlanks,
  skipBlanksBack,
} from './trivia.ts';

/** The edits that take an entry out of its list or map, with one comma and, where it fills them, its lines. */
export function removeEntry({ tape, text, scopes }: JsonDocument, entry: JsonEntry): TextEdit[] {
  const { kind } = entry.part.layout;
  if (kind === 'object' || kind === 'listed') return [];
  const { node } = entry;
  const own = { start: tape.fullStart(node), end: tape.end(node) };
  const comma = commaAfter(text, own.end);
  if (comma >= 0) {
    if (isBlankBetween(text, own.end, comma)) return [cut(text, { start: own.start, end: comma + 1 })];
    return [cut(text, own), remove({ start: comma, end: comma + 1 })];
  }
  const neighbour = scopes[entry.scope]?.entries[entry.index - 1];
  const near = neighbour?.part === entry.part ? neighbour.node : tape.firstChild(tape.parent(node));
  const before = commaBefore(tape, node, near);
  if (before < 0) return [cut(text, own)];
  if (isBlankBetween(text, before + 1, own.start)) return [remove({ start: before, end: own.end })];
  return [remove({ start: before, end: before + 1 }), cut(text, own)];
}

/** The comma between a node and the one before it, searched from an earlier node on; -1 where there is none. */
function commaBefore(tape: Tape, node: Node, earlier: Node): number {
  if (earlier === node) return -1;
  let previous = earlier;
  for (let next = tape.nextSibling(previous); next !== node && next !== NONE; next = tape.nextSibling(next)) {
    previous = next;
  }
  return commaAfter(tape.text, tape.end(previous));
}

/** Removes a stretch of text with the lines that it fills, or with the blanks that would be left beside it. */
function cut(text: string, { start, end }: OffsetRange): TextEdit {
  const before = skipBlanksBack(text, start);
  const after = skipBlanks(text, end);
  const endsLine = after >= text.length || isLineBreak(text.charCodeAt(after));
  if (before === lineStart(text, start) && endsLine) {
    return remove({ start: before, end: afterLineBreak(text, after) });
  }
  if (endsLine) return remove({ start: before, end });
  return remove({ start, end: after });
}

function remove(range: OffsetRange): TextEdit {
  return { range, newText: '' };
}
