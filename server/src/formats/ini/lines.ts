import type { Comment, EntryValue } from '../../model/document.ts';
import type { OffsetRange } from '../../text/range.ts';
import {
  afterByteOrderMark,
  afterLineBreak,
  BACKSLASH,
  CLOSING_BRACKET,
  COLON,
  EQUALS,
  endsInEscape,
  isBlank,
  lineEnd,
  OPENING_BRACKET,
  skipBlanks,
  skipBlanksBack,
} from './characters.ts';
import { decodeEscapes } from './escapes.ts';
import type { Flavour } from './flavour.ts';
import {
  commentAt,
  commentStarterLength,
  inlineCommentStart,
  isInlineComment,
  quotingOf,
} from './quotes-and-comments.ts';

/** One line of a file; in `.properties` with the lines that continue it. */
export type IniLine = BlankLine | CommentLine | SectionLine | EntryLine | UnreadableLine;

interface LineBounds {
  readonly start: number;
  /** The end of the line's text, before its line break. */
  readonly end: number;
  /** Where the next line starts; the text's length at its end. */
  readonly next: number;
}

export interface BlankLine extends LineBounds {
  readonly kind: 'blank';
}

export interface CommentLine extends LineBounds {
  readonly kind: 'comment';
  readonly comment: Comment;
}

export interface SectionLine extends LineBounds {
  readonly kind: 'section';
  readonly name: string;
  /** From the opening to the closing bracket, or to the end of the text where that is missing. */
  readonly header: OffsetRange;
  readonly flaw: 'unclosed' | 'followed-by-text' | 'nameless' | undefined;
  readonly comment: Comment | undefined;
}

export interface EntryLine extends LineBounds {
  readonly kind: 'entry';
  /** Where the line's text begins behind its indentation: at the key or at `export`. */
  readonly content: number;
  readonly name: string;
  readonly key: OffsetRange;
  /** The offset of the `=` or `:`. */
  readonly separator: number;
  readonly value: EntryValue;
  readonly quote: '"' | "'" | undefined;
  readonly flaw: 'unclosed-quote' | undefined;
  readonly comment: Comment | undefined;
}

export interface UnreadableLine extends LineBounds {
  readonly kind: 'unreadable';
  readonly reason: 'no-separator' | 'colon' | 'no-key';
  /** The line without blanks round it. */
  readonly content: OffsetRange;
}

/** Reads the line that starts at `start`. Takes time linear in the line's length, whatever it holds. */
export function readLine(text: string, start: number, flavour: Flavour): IniLine {
  const from = afterByteOrderMark(text, start);
  const end = lineEnd(text, from);
  const content = skipBlanks(text, from, end);
  const bounds = { start, end, next: afterLineBreak(text, end) };
  if (content === end) return { kind: 'blank', ...bounds };
  const first = text.charCodeAt(content);
  const starter = commentStarterLength(text, content, flavour);
  if (starter > 0) return { kind: 'comment', ...bounds, comment: commentAt(text, content, end) };
  if (first === OPENING_BRACKET) return readSection(text, content, bounds);
  return readEntry(text, content, bounds, flavour);
}

/** All lines of a text, each read when it is asked for. */
export function* linesOf(text: string, flavour: Flavour): Generator<IniLine, void, void> {
  let offset = 0;
  while (offset < text.length) {
    const line = readLine(text, offset, flavour);
    yield line;
    offset = line.next;
  }
}

function readSection(text: string, content: number, bounds: LineBounds): SectionLine {
  const commentFrom = inlineCommentStart(text, content, bounds.end, 'ini');
  const end = skipBlanksBack(text, content, commentFrom);
  const closing = lastClosingBracket(text, content, end);
  const nameEnd = closing ?? end;
  const nameStart = skipBlanks(text, content + 1, nameEnd);
  const name = text.slice(nameStart, skipBlanksBack(text, nameStart, nameEnd));
  let flaw: SectionLine['flaw'];
  if (closing === undefined) flaw = 'unclosed';
  else if (closing + 1 < end) flaw = 'followed-by-text';
  else if (name === '') flaw = 'nameless';
  return {
    kind: 'section',
    ...bounds,
    name,
    header: { start: content, end: closing === undefined ? end : closing + 1 },
    flaw,
    comment: commentFrom < bounds.end ? commentAt(text, commentFrom, bounds.end) : undefined,
  };
}

function lastClosingBracket(text: string, start: number, end: number): number | undefined {
  let offset = end - 1;
  while (offset > start && text.charCodeAt(offset) !== CLOSING_BRACKET) offset--;
  return offset > start ? offset : undefined;
}

function readEntry(
  text: string,
  content: number,
  bounds: LineBounds,
  flavour: Flavour,
): EntryLine | UnreadableLine {
  const separator = separatorAt(text, content, bounds.end, flavour);
  const unreadable = (reason: UnreadableLine['reason'], end: number): UnreadableLine => ({
    kind: 'unreadable',
    ...bounds,
    reason,
    content: { start: content, end: skipBlanksBack(text, content, end) },
  });
  if (separator === undefined) {
    const end = inlineCommentStart(text, content, bounds.end, flavour);
    return unreadable(looksLikeColonEntry(text, content, end) ? 'colon' : 'no-separator', end);
  }
  const keyStart = flavour === 'env' ? afterExport(text, content, separator) : content;
  const keyEnd = endOfText(text, keyStart, separator, flavour);
  if (keyStart === keyEnd) return unreadable('no-key', bounds.end);
  const whole = flavour === 'properties' ? continued(text, bounds, separator + 1) : bounds;
  const commentFrom = inlineCommentStart(text, separator + 1, whole.end, flavour);
  const key = { start: keyStart, end: keyEnd };
  const fullRange = valueRange(text, separator, commentFrom, whole.end, flavour);
  const quoting = quotingOf(text, fullRange, flavour);
  const isPaired = quoting === 'paired';
  const range = isPaired ? { start: fullRange.start + 1, end: fullRange.end - 1 } : fullRange;
  // No spread here: this runs for each line of a file, and spreading takes most of the time then.
  return {
    kind: 'entry',
    start: whole.start,
    end: whole.end,
    next: whole.next,
    content,
    name: flavour === 'properties' ? decodeEscapes(text, key).text : text.slice(keyStart, keyEnd),
    key,
    separator,
    value: valueAt(text, range, fullRange, flavour),
    quote: isPaired ? (text.charAt(fullRange.start) as '"' | "'") : undefined,
    flaw: quoting === 'unclosed' ? 'unclosed-quote' : undefined,
    comment: commentFrom < whole.end ? commentAt(text, commentFrom, whole.end) : undefined,
  };
}

function valueRange(
  text: string,
  separator: number,
  commentFrom: number,
  lineEnds: number,
  flavour: Flavour,
): OffsetRange {
  const start = skipBlanks(text, separator + 1, commentFrom);
  if (start < commentFrom) return { start, end: endOfText(text, start, commentFrom, flavour) };
  const place = emptyValuePlace(text, separator, commentFrom, lineEnds);
  return { start: place, end: place };
}

function valueAt(text: string, range: OffsetRange, fullRange: OffsetRange, flavour: Flavour): EntryValue {
  if (flavour !== 'properties')
    return { kind: 'plain', text: text.slice(range.start, range.end), range, fullRange };
  const decoded = decodeEscapes(text, range);
  const gaps = decoded.gaps.length === 0 ? undefined : decoded.gaps;
  return { kind: 'plain', text: decoded.text, range, fullRange, gaps };
}

/** The end without trailing blanks, except one that a backslash escapes: that belongs to the key or value. */
function endOfText(text: string, start: number, limit: number, flavour: Flavour): number {
  const end = skipBlanksBack(text, start, limit);
  const escaped = flavour === 'properties' && end < limit && endsInEscape(text, start, end);
  return escaped ? end + 1 : end;
}

/**
 * Where a value would stand that is not there: behind the blank that follows the separator, if there is one. Before a
 * comment one blank stays free, since the comment needs it.
 */
function emptyValuePlace(text: string, separator: number, commentFrom: number, lineEnds: number): number {
  const first = separator + 1;
  const last = commentFrom < lineEnds ? commentFrom - 1 : commentFrom;
  const wanted = isBlank(text.charCodeAt(separator - 1)) || last === commentFrom ? first + 1 : first;
  return Math.min(wanted, Math.max(first, last));
}

/** The separator that splits a line: the first one that no backslash escapes and no comment holds. */
function separatorAt(text: string, start: number, end: number, flavour: Flavour): number | undefined {
  const isProperties = flavour === 'properties';
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === EQUALS || (isProperties && code === COLON)) return offset;
    if (isProperties && code === BACKSLASH) offset++;
    else if (isInlineComment(text, start, offset)) return undefined;
  }
  return undefined;
}

/** `Key: value`, as YAML writes it: no blank before the colon and one behind it. */
function looksLikeColonEntry(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === COLON) return offset > start && isBlank(text.charCodeAt(offset + 1));
    if (isBlank(code)) return false;
  }
  return false;
}

const EXPORT = 'export';

function afterExport(text: string, content: number, separator: number): number {
  const end = content + EXPORT.length;
  if (!text.startsWith(EXPORT, content) || !isBlank(text.charCodeAt(end))) return content;
  const key = skipBlanks(text, end, separator);
  // `export = 1` sets a variable of that name.
  return key === separator ? content : key;
}

/**
 * The bounds of a line with the lines that a backslash at its end draws in. At the end of a comment a backslash means
 * nothing.
 */
function continued(text: string, bounds: LineBounds, value: number): LineBounds {
  let { end, next } = bounds;
  let start = value;
  while (end < next && endsInEscape(text, start, end)) {
    if (inlineCommentStart(text, start, end, 'properties') < end) break;
    start = next;
    end = lineEnd(text, next);
    next = afterLineBreak(text, end);
  }
  return { start: bounds.start, end, next };
}
