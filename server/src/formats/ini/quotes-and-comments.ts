import type { Comment } from '../../model/document.ts';
import type { OffsetRange } from '../../text/range.ts';
import {
  DOUBLE_QUOTE,
  EXCLAMATION_MARK,
  endsInEscape,
  isBlank,
  NUMBER_SIGN,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
  skipBlanks,
  skipBlanksBack,
} from './characters.ts';
import type { Flavour } from './flavour.ts';

/**
 * Where an inline comment starts, or `end`. It needs a blank before its `#` or `;`, and cannot start between double
 * quotes, nor between single quotes where a value begins with one: in the middle they are apostrophes. A quote that
 * nothing closes protects nothing.
 */
export function inlineCommentStart(text: string, start: number, end: number, flavour: Flavour): number {
  const first = skipBlanks(text, start, end);
  let opening: number | undefined;
  let candidate = end;
  for (let offset = start; offset < end; offset++) {
    if (opening !== undefined) {
      if (closesQuote(text, opening, offset, flavour)) {
        opening = undefined;
        candidate = end;
      } else if (candidate === end && isInlineComment(text, start, offset)) candidate = offset;
      continue;
    }
    const code = text.charCodeAt(offset);
    if (code === DOUBLE_QUOTE || (code === SINGLE_QUOTE && offset === first)) opening = offset;
    else if (isInlineComment(text, start, offset)) return offset;
  }
  return candidate;
}

/** Whether an inline comment starts at an offset, quotes aside: at a `#` or `;` behind a blank. */
export function isInlineComment(text: string, start: number, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code !== NUMBER_SIGN && code !== SEMICOLON) return false;
  return offset > start && isBlank(text.charCodeAt(offset - 1));
}

/** How long a comment starter is at an offset; 0 where none stands. */
export function commentStarterLength(text: string, offset: number, flavour: Flavour): number {
  const code = text.charCodeAt(offset);
  if (code === NUMBER_SIGN || code === SEMICOLON) return 1;
  if (code === SLASH && text.charCodeAt(offset + 1) === SLASH) return 2;
  return code === EXCLAMATION_MARK && flavour === 'properties' ? 1 : 0;
}

/** The comment from its starter on; a starter that is repeated for looks is no part of what it says. */
export function commentAt(text: string, start: number, end: number): Comment {
  const starter = text.charCodeAt(start);
  let from = start;
  while (from < end && text.charCodeAt(from) === starter) from++;
  const trimmedEnd = skipBlanksBack(text, from, end);
  return {
    range: { start, end: trimmedEnd },
    text: text.slice(skipBlanks(text, from, trimmedEnd), trimmedEnd),
  };
}

/** Whether a value stands in a pair of quotes of its own, or begins with a quote that nothing closes. */
export function quotingOf(
  text: string,
  { start, end }: OffsetRange,
  flavour: Flavour,
): 'paired' | 'unclosed' | 'none' {
  const quote = text.charCodeAt(start);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return 'none';
  let next = start + 1;
  while (next < end && !closesQuote(text, start, next, flavour)) next++;
  if (next >= end) return 'unclosed';
  return next === end - 1 ? 'paired' : 'none';
}

/** Whether a quote that opens at `opening` closes at `offset`. */
function closesQuote(text: string, opening: number, offset: number, flavour: Flavour): boolean {
  if (text.charCodeAt(offset) !== text.charCodeAt(opening)) return false;
  return flavour === 'ini' || !endsInEscape(text, opening + 1, offset);
}
