import type { OffsetRange } from './range.ts';

/** One replacement in a text; an empty range inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly range: OffsetRange;
  readonly newText: string;
}

/**
 * The text after all edits, which refer to the text before any of them.
 * Throws a `RangeError` when two edits overlap or one lies outside the text: that is a mistake in the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let position = 0;
  for (const { range, newText } of ordered) {
    if (range.start < position || range.end < range.start || range.end > text.length) {
      throw new RangeError(`edit ${range.start}-${range.end} overlaps another one or lies outside the text`);
    }
    result += text.slice(position, range.start) + newText;
    position = range.end;
  }
  return result + text.slice(position);
}

/**
 * The smallest edit that turns the text at `range` into `newText`: what both have in common at either end stays, so
 * that a cursor or a breakpoint beside the change does not move. Never cuts a surrogate pair in two.
 */
export function smallestEdit(text: string, range: OffsetRange, newText: string): TextEdit {
  const length = range.end - range.start;
  const shorter = Math.min(length, newText.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(range.start + head) === newText.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(newText.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < shorter - head &&
    text.charCodeAt(range.end - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(newText.charCodeAt(newText.length - tail))) tail--;
  return {
    range: { start: range.start + head, end: range.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
