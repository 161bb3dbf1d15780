/** The characters that mean something in INI files, as UTF-16 code units. */
const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
const SPACE = 32;
export const EXCLAMATION_MARK = 33;
export const DOUBLE_QUOTE = 34;
export const NUMBER_SIGN = 35;
export const SINGLE_QUOTE = 39;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const EQUALS = 61;
export const OPENING_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSING_BRACKET = 93;
export const BYTE_ORDER_MARK = 0xfeff;

/** Whether a character is a blank or a tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Whether a character ends a line; CRLF is two such characters. */
export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** The first offset from `start` on that holds no blank; at most `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The offset behind the last character before `end` that is no blank; at least `start`. */
export function skipBlanksBack(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && isBlank(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

/** Where the line's text ends that `start` is in: at its line break, or at the end of the text. */
export function lineEnd(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && !isLineBreak(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Where the next line starts, if a line's text ends at `end`. CRLF is one line break; CR alone is one too. */
export function afterLineBreak(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED;
  return end + (isPair ? 2 : 1);
}

/** Where the line starts that `offset` is in. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  // Between CR and LF one is still on the line that the pair ends.
  if (text.charCodeAt(start) === LINE_FEED && text.charCodeAt(start - 1) === CARRIAGE_RETURN) start--;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Whether an odd number of backslashes stands before `end`, so that the last one escapes what follows. */
export function endsInEscape(text: string, start: number, end: number): boolean {
  let offset = end;
  while (offset > start && text.charCodeAt(offset - 1) === BACKSLASH) offset--;
  return (end - offset) % 2 === 1;
}

/** Where a line's text begins: behind the byte order mark that a file may begin with, else at the line's start. */
export function afterByteOrderMark(text: string, start: number): number {
  return start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
}
