/** Blanks, line breaks and comments: the text between the tokens of a JSON text. */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const ASTERISK = 42;
const COMMA = 44;
const SLASH = 47;

/** The offset of the first token at or after `offset`; the text's end where there is none. */
export function skipTrivia(text: string, offset: number): number {
  let position = offset;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (isBlank(code) || isLineBreak(code)) {
      position++;
    } else if (code === SLASH && text.charCodeAt(position + 1) === SLASH) {
      position = lineEnd(text, position);
    } else if (code === SLASH && text.charCodeAt(position + 1) === ASTERISK) {
      const end = text.indexOf('*/', position + 2);
      position = end < 0 ? text.length : end + 2;
    } else {
      return position;
    }
  }
  return position;
}

/** The offset of the comma that is the next token; -1 where the next token is another one. */
export function commaAfter(text: string, offset: number): number {
  const next = skipTrivia(text, offset);
  return text.charCodeAt(next) === COMMA ? next : -1;
}

/** The offset of the first character from `offset` on that is no blank; a line break is none. */
export function skipBlanks(text: string, offset: number): number {
  let position = offset;
  while (isBlank(text.charCodeAt(position))) position++;
  return position;
}

/** The offset after the last character before `offset` that is no blank. */
export function skipBlanksBack(text: string, offset: number): number {
  let position = offset;
  while (position > 0 && isBlank(text.charCodeAt(position - 1))) position--;
  return position;
}

/** Whether there is nothing but blanks and line breaks between two offsets. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position);
    if (!isBlank(code) && !isLineBreak(code)) return false;
  }
  return true;
}

/** Where the line begins that an offset is on. */
export function lineStart(text: string, offset: number): number {
  let position = offset;
  while (position > 0 && !isLineBreak(text.charCodeAt(position - 1))) position--;
  return position;
}

/** The end of the line's text, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let position = offset;
  while (position < text.length && !isLineBreak(text.charCodeAt(position))) position++;
  return position;
}

/** The offset after the line break at `offset`; `offset` itself where there is none. */
export function afterLineBreak(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) return offset + 2;
  return isLineBreak(code) ? offset + 1 : offset;
}

/** The blanks at the beginning of the line that holds `offset`. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, Math.min(offset, skipBlanks(text, start)));
}

/** Whether a character ends a line; CRLF is two such characters. */
export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}
