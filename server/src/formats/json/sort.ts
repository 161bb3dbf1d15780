import type { Comment } from '../../model/document.ts';
import type { TextEdit } from '../../text/edits.ts';
import { type EntryOrder, inOrder } from '../entry-order.ts';
import type { JsonDocument, JsonEntry, JsonScope } from './document.ts';
import type { Part } from './layout.ts';
import { lineBreakOf } from './style.ts';
import type { Node } from './tape.ts';
import { commaAfter, indentationAt, isLineBreak, skipTrivia } from './trivia.ts';

/**
 * The edits that put the entries of a scope in order, each within its list or map, with the comments above it and behind
 * it. What separates them stays where it is: commas, line breaks, blank lines. Members that are no entries stay in their
 * places. None for a text that cannot be read as a whole: what belongs to what is not certain in it.
 */
export function sortEntries(document: JsonDocument, scope: JsonScope, order: EntryOrder): TextEdit[] {
  return scope.parts.flatMap((part) => {
    const entries = scope.entries.filter((entry) => entry.part === part);
    const { kind } = part.layout;
    if (kind === 'object' || kind === 'listed' || entries.length < 2) return [];
    if (document.tape.isOpen(part.node)) return [];
    return sortPart(document, part, entries, order);
  });
}

function sortPart(
  document: JsonDocument,
  part: Part,
  entries: readonly JsonEntry[],
  order: EntryOrder,
): TextEdit[] {
  const { text } = document;
  const byNode = new Map(entries.map((entry) => [entry.node, entry]));
  const places = placesIn(document, part, order);
  // Without its commas it is not certain where a child ends.
  if (places.slice(0, -1).some(({ comma }) => comma < 0) || places.some(({ above }) => !isTrivia(above)))
    return [];
  const slots = places.flatMap((place) => {
    const entry = byNode.get(place.node);
    return entry === undefined ? [] : [{ ...place, entry }];
  });
  const sorted = inOrder(slots, order);
  if (sorted === undefined) return [];
  const lineBreak = lineBreakOf(text) + indentationAt(text, slots[0]?.start ?? 0);
  const edits: TextEdit[] = [];
  for (const [index, slot] of slots.entries()) {
    const block = sorted[index];
    if (block === undefined || block === slot) continue;
    const comma = slot.comma < 0 ? '' : ',';
    const joint = comma !== '' && endsInLineComment(block.body) ? lineBreak + comma : comma;
    const newText = block.above + block.body + joint + block.behind;
    // A comment to the end of its line must not swallow what follows in a place that has been on one line.
    const swallows = endsInLineComment(block.behind === '' ? block.body : block.behind);
    const isSafe = !swallows || isLineBreak(text.charCodeAt(slot.end)) || slot.end >= text.length;
    edits.push({
      range: { start: slot.start, end: slot.end },
      newText: isSafe ? newText : newText + lineBreak,
    });
  }
  return edits;
}

/** The place of a child in its container, with the comments that belong to the child. */
interface Place {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
  /** The offset of its comma; -1 for the last one without. */
  readonly comma: number;
  /** The comments above it, up to its own beginning. */
  readonly above: string;
  /** The child, with what stands between it and its comma. */
  readonly body: string;
  /** The comments behind the comma on its line, with the blanks before them. */
  readonly behind: string;
}

function placesIn(
  { tape, text, comments }: JsonDocument,
  { node: container }: Part,
  { isAboutFile }: EntryOrder,
): readonly Place[] {
  const places: Place[] = [];
  // What follows the opening bracket on its line belongs to the container.
  let free = endOfTrailing(text, tape.start(container) + 1);
  for (const node of tape.children(container)) {
    const begin = tape.fullStart(node);
    if (places.length === 0) {
      // Before the first child only the comments right above it are its own.
      free = behindLastBlankLine(text, free, begin);
      const hasComment = text.slice(free, begin).includes('/');
      const above = hasComment ? commentsIn(comments, free, begin) : [];
      free = above.findLast(isAboutFile)?.range.end ?? free;
    }
    const aboveStart = skipSpace(text, free, begin);
    const nodeEnd = tape.end(node);
    const comma = commaAfter(text, nodeEnd);
    const bodyEnd = comma < 0 ? nodeEnd : comma;
    const end = endOfTrailing(text, comma < 0 ? nodeEnd : comma + 1);
    places.push({
      node,
      start: aboveStart,
      end,
      comma,
      above: text.slice(aboveStart, begin),
      body: text.slice(begin, bodyEnd).trimEnd(),
      behind: text.slice(comma < 0 ? nodeEnd : comma + 1, end),
    });
    free = end;
  }
  return places;
}

function commentsIn(comments: readonly Comment[], start: number, end: number): readonly Comment[] {
  return comments.filter(({ range }) => range.start >= start && range.end <= end);
}

/** The end of the last comment that stands on the same line as `offset`, nothing else between; `offset` without any. */
function endOfTrailing(text: string, offset: number): number {
  let end = offset;
  for (let at = offset; ; ) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (text.startsWith('//', at)) {
      while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
      return at;
    }
    const closing = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : -1;
    if (closing < 0) {
      // A comment before something on the same line is about that.
      return at >= text.length || isLineBreak(text.charCodeAt(at)) || /[\]}]/.test(text[at] ?? '')
        ? end
        : offset;
    }
    at = closing + 2;
    end = at;
  }
}

/** The offset behind the last blank line between two offsets; the first one where there is none. */
function behindLastBlankLine(text: string, start: number, end: number): number {
  let behind = start;
  for (const match of text.slice(start, end).matchAll(BLANK_LINE))
    behind = start + match.index + match[0].length;
  return behind;
}

/** A line break, and blanks up to the next one. */
const BLANK_LINE = /\r?\n[ \t]*(?=\r?\n)|\r(?!\n)[ \t]*(?=\r(?!\n))/g;

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Whether a text holds nothing but blanks, line breaks and comments. */
function isTrivia(text: string): boolean {
  return skipTrivia(text, 0) >= text.length;
}

function endsInLineComment(text: string): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  return hasLineComment(line);
}

/** Whether a line, of which a string may be a part, holds a comment that goes on to its end. */
function hasLineComment(line: string): boolean {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (line.startsWith('//', at)) return true;
    else if (line.startsWith('/*', at)) {
      const closing = line.indexOf('*/', at + 2);
      if (closing < 0) return false;
      at = closing + 1;
    }
  }
  return false;
}
