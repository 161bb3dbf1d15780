import type { TextEdit } from '../../text/edits.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { JsonDocument, JsonEntry } from './document.ts';
import { NONE, type Node } from './tape.ts';
import {
  afterLineBreak,
  commaAfter,
  isBlankBetween,
  isLineBreak,
  lineStart,
  skipBlanks,
  skipBlanksBack,
} from './trivia.ts';

/**
 * The edits that take entries out of their lists or maps, with one comma each and, where they fill them, their lines.
 * Neighbours go together, since what separates them belongs to both.
 */
export function removeEntries(document: JsonDocument, entries: readonly JsonEntry[]): TextEdit[] {
  const { tape, text } = document;
  const removable = entries
    .filter(({ part: { layout } }) => layout.kind !== 'object' && layout.kind !== 'listed')
    .sort((a, b) => tape.fullStart(a.node) - tape.fullStart(b.node));
  const removed = new Set(removable.map(({ node }) => node));
  const edits: TextEdit[] = [];
  let kept: Node = NONE;
  /** What stays before a stretch, and has lost its comma already. */
  let bare: Node = NONE;
  for (const stretch of stretchesOf(document, removable)) {
    kept = keptBefore(stretch.first, document, removed, kept);
    const after = commaAfter(text, stretch.end);
    if (after >= 0) {
      edits.push(...removalWithComma(text, stretch, after));
      continue;
    }
    const before = kept === NONE || kept === bare ? -1 : commaAfter(text, tape.end(kept));
    edits.push(...removalOfLast(text, stretch, before));
    bare = kept;
  }
  return edits;
}

/** Entries side by side. */
interface Stretch extends OffsetRange {
  readonly first: JsonEntry;
}

/** @param entries in the order of the text */
function stretchesOf({ tape, text }: JsonDocument, entries: readonly JsonEntry[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const entry of entries) {
    const [start, end] = [tape.fullStart(entry.node), tape.end(entry.node)];
    const last = stretches.at(-1);
    if (last !== undefined && last.first.part === entry.part && areNeighbours(text, last.end, start)) {
      stretches[stretches.length - 1] = { ...last, end };
    } else stretches.push({ first: entry, start, end });
  }
  return stretches;
}

/** Whether nothing but blanks and a comma stands between the end of something and the start of the next. */
function areNeighbours(text: string, end: number, start: number): boolean {
  const comma = commaAfter(text, end);
  if (comma < 0 || comma >= start) return isBlankBetween(text, end, start);
  return isBlankBetween(text, end, comma) && isBlankBetween(text, comma + 1, start);
}

/**
 * The last node before an entry in its list or map that stays; `NONE` where there is none.
 * @param earlier the same of the entry removed before this one
 */
function keptBefore(
  { scope, index, part, node }: JsonEntry,
  { tape, scopes }: JsonDocument,
  removed: ReadonlySet<Node>,
  earlier: Node,
): Node {
  const neighbour = scopes[scope]?.entries[index - 1];
  const near = neighbour?.part === part ? neighbour.node : undefined;
  let kept = near === undefined ? NONE : removed.has(near) ? earlier : near;
  // What is no entry, as in a broken text, may stand between.
  let next = near === undefined ? tape.firstChild(tape.parent(node)) : tape.nextSibling(near);
  for (; next !== node && next !== NONE; next = tape.nextSibling(next)) kept = next;
  return kept;
}

function removalWithComma(text: string, own: OffsetRange, comma: number): TextEdit[] {
  if (isBlankBetween(text, own.end, comma)) return [cut(text, { start: own.start, end: comma + 1 })];
  return [cut(text, own), remove({ start: comma, end: comma + 1 })];
}

/** @param comma the one before, behind what stays; -1 where there is none */
function removalOfLast(text: string, own: OffsetRange, comma: number): TextEdit[] {
  if (comma < 0) return [cut(text, own)];
  if (isBlankBetween(text, comma + 1, own.start)) return [remove({ start: comma, end: own.end })];
  return [remove({ start: comma, end: comma + 1 }), cut(text, own)];
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
