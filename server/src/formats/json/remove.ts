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
export function removeEntry({ tape, text }: JsonDocument, entry: JsonEntry): TextEdit[] {
  const { kind } = entry.part.layout;
  if (kind === 'object' || kind === 'listed') return [];
  const { node } = entry;
  const own = { start: tape.fullStart(node), end: tape.end(node) };
  const comma = commaAfter(text, own.end);
  if (comma >= 0) {
    if (isBlankBetween(text, own.end, comma)) return [cut(text, { start: own.start, end: comma + 1 })];
    return [cut(text, own), remove({ start: comma, end: comma + 1 })];
  }
  const before = commaBefore(tape, node);
  if (before < 0) return [cut(text, own)];
  if (isBlankBetween(text, before + 1, own.start)) return [remove({ start: before, end: own.end })];
  return [remove({ start: before, end: before + 1 }), cut(text, own)];
}

/** The comma between a node and the one before it; -1 where there is none. */
function commaBefore(tape: Tape, node: Node): number {
  const previous = previousSibling(tape, node);
  return previous === NONE ? -1 : commaAfter(tape.text, tape.end(previous));
}

function previousSibling(tape: Tape, node: Node): Node {
  let previous = NONE;
  for (const sibling of tape.children(tape.parent(node))) {
    if (sibling === node) break;
    previous = sibling;
  }
  return previous;
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
