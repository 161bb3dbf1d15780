import { createScanner } from 'jsonc-parser';
import { decodeString } from './strings.ts';
import { isLineBreak } from './trivia.ts';

/** The token kinds of jsonc-parser's scanner; its own enumeration cannot be imported as a value. */
export const OPEN_BRACE = 1;
export const CLOSE_BRACE = 2;
export const OPEN_BRACKET = 3;
export const CLOSE_BRACKET = 4;
export const COMMA = 5;
export const COLON = 6;
export const NULL_KEYWORD = 7;
export const TRUE_KEYWORD = 8;
export const FALSE_KEYWORD = 9;
export const STRING_LITERAL = 10;
export const NUMERIC_LITERAL = 11;
export const LINE_COMMENT = 12;
export const BLOCK_COMMENT = 13;
const UNKNOWN = 16;
export const END_OF_FILE = 17;

/** What the scanner says of a token that it could not read to its end. */
export const UNEXPECTED_END_OF_COMMENT = 1;
export const UNEXPECTED_END_OF_STRING = 2;
export const INVALID_UNICODE = 4;
export const INVALID_ESCAPE = 5;
export const INVALID_CHARACTER = 6;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const HASH = 35;
const COMMA_CODE = 44;
const COLON_CODE = 58;
const SLASH = 47;
const OPEN_BRACKET_CODE = 91;
const CLOSE_BRACKET_CODE = 93;
const OPEN_BRACE_CODE = 123;
const CLOSE_BRACE_CODE = 125;
const BACKSLASH = 92;
const LETTER_F = 102;
const LETTER_T = 116;
const BYTE_ORDER_MARK = 0xfeff;

/** The token that a sign is, by its code; 0 for characters that are no token of their own. */
const SIGNS = new Uint8Array(CLOSE_BRACE_CODE + 1);
SIGNS[OPEN_BRACE_CODE] = OPEN_BRACE;
SIGNS[CLOSE_BRACE_CODE] = CLOSE_BRACE;
SIGNS[OPEN_BRACKET_CODE] = OPEN_BRACKET;
SIGNS[CLOSE_BRACKET_CODE] = CLOSE_BRACKET;
SIGNS[COMMA_CODE] = COMMA;
SIGNS[COLON_CODE] = COLON;

/**
 * The tokens of a JSON text: jsonc-parser's scanner, with a better idea of where an unclosed string ends. Blanks are
 * passed over here, because the scanner would collect them in strings. So are brackets, commas, colons, booleans and strings
 * without escapes, which are nearly all that a configuration consists of: they take a third of the time here.
 */
export class Tokens {
  readonly #text: string;
  readonly #scanner: ReturnType<typeof createScanner>;
  #position: number;
  token = UNKNOWN;
  start = 0;
  end = 0;
  error = 0;
  /** Whether the token is a string that nobody closed. */
  unclosed = false;
  /** Whether the token is a string that says what stands between its quotes. */
  isPlain = false;
  #value: string | undefined;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
    this.#position = offset === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : offset;
  }

  /** A string decoded; a number or word as written. */
  get value(): string {
    this.#value ??= this.#text.slice(this.start + 1, this.end - 1);
    return this.#value;
  }

  next(): number {
    const start = this.#afterBlanks(this.#position);
    this.start = start;
    this.unclosed = false;
    this.error = 0;
    const code = this.#text.charCodeAt(start);
    const sign = code <= CLOSE_BRACE_CODE ? (SIGNS[code] as number) : 0;
    if (sign !== 0) {
      this.token = sign;
      this.end = start + 1;
    } else if (!(code === QUOTE ? this.#takePlainString(start) : this.#takeBoolean(code, start))) {
      this.#scan(start);
    }
    this.#position = this.end;
    return this.token;
  }

  /** Takes a string that has no escapes and is closed as usual; false where it is any other. */
  #takePlainString(start: number): boolean {
    const text = this.#text;
    let end = start + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      // Also the end of the text, whose code is no number.
      if (!(code >= BLANK) || code === BACKSLASH) return false;
      end++;
    }
    if (!this.#mayFollowString(end + 1)) return false;
    this.token = STRING_LITERAL;
    this.end = end + 1;
    this.isPlain = true;
    this.#value = undefined;
    return true;
  }

  #takeBoolean(code: number, start: number): boolean {
    const isTrue = code === LETTER_T && this.#text.startsWith('true', start);
    const end = start + (isTrue ? 4 : 5);
    if (!isTrue && !(code === LETTER_F && this.#text.startsWith('false', start))) return false;
    if (!this.#mayFollowString(end)) return false;
    this.token = isTrue ? TRUE_KEYWORD : FALSE_KEYWORD;
    this.end = end;
    return true;
  }

  #scan(start: number): void {
    const scanner = this.#scanner;
    scanner.setPosition(start);
    const token = scanner.scan() as number;
    // An open comment of two characters ends, for the scanner, one behind the end of the text.
    this.end = Math.min(scanner.getPosition(), this.#text.length);
    this.error = scanner.getTokenError();
    this.token = token;
    this.isPlain = false;
    if (token === STRING_LITERAL) {
      this.#value = this.#hasBrokenEscapes()
        ? decodeString(this.#text.slice(this.start + 1, this.#endOfInside()))
        : scanner.getTokenValue();
      if (this.error !== 0 || !this.#mayFollowString(this.end)) this.#cutString();
    } else if (token === NUMERIC_LITERAL || token === UNKNOWN) {
      this.#takeWord();
    }
  }

  /** The scanner leaves broken escapes out, so that nobody could say where in the text a part of the value is. */
  #hasBrokenEscapes(): boolean {
    return (
      this.error === INVALID_ESCAPE ||
      this.error === INVALID_UNICODE ||
      this.error === UNEXPECTED_END_OF_STRING
    );
  }

  #endOfInside(): number {
    return this.error === UNEXPECTED_END_OF_STRING ? this.end : this.end - 1;
  }

  /** The code of the first character after the token and blanks; NaN at the end of the text. */
  peek(): number {
    return this.#text.charCodeAt(this.#afterBlanks(this.#position));
  }

  /** Whether the token is followed by a colon, as a property's name is. */
  get beforeColon(): boolean {
    return this.peek() === COLON_CODE;
  }

  /** Whether a comma and then an opening brace follow, as between two items of a list. */
  get beforeNextObject(): boolean {
    const comma = this.#afterBlanks(this.#position);
    return (
      this.#text.charCodeAt(comma) === COMMA_CODE &&
      this.#text.charCodeAt(this.#afterBlanks(comma + 1)) === OPEN_BRACE_CODE
    );
  }

  #afterBlanks(offset: number): number {
    const text = this.#text;
    let position = offset;
    for (;;) {
      const code = text.charCodeAt(position);
      if (code !== BLANK && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== TAB) return position;
      position++;
    }
  }

  /** A closing quote followed directly by a letter or another quote is the opening quote of the next string. */
  #mayFollowString(offset: number): boolean {
    const code = this.#text.charCodeAt(offset);
    return (
      code === COMMA_CODE ||
      code === COLON_CODE ||
      code === CLOSE_BRACE_CODE ||
      code === CLOSE_BRACKET_CODE ||
      code <= BLANK ||
      code === SLASH ||
      Number.isNaN(code)
    );
  }

  /**
   * Ends an unclosed string before the brackets and commas that it has swallowed, so that what follows a half-typed
   * string is still read: `{ "key": "Heart, "value": "1" }`.
   */
  #cutString(): void {
    // The scanner takes a line break after a backslash into the string.
    const line = this.#lineEndWithin();
    const closed = this.error !== UNEXPECTED_END_OF_STRING && line === this.end;
    if (closed && this.#mayFollowString(this.end)) return;
    const limit = closed ? this.end - 1 : line;
    const cut = this.#endOfUnclosed(this.start + 1, limit);
    if (closed && cut === limit) return;
    this.unclosed = true;
    this.error = UNEXPECTED_END_OF_STRING;
    if (cut === this.end) return;
    this.end = cut;
    this.#value = decodeString(this.#text.slice(this.start + 1, cut));
  }

  /** The first line break in the token; its end where there is none. */
  #lineEndWithin(): number {
    let offset = this.start;
    while (offset < this.end && !isLineBreak(this.#text.charCodeAt(offset))) offset++;
    return offset;
  }

  #endOfUnclosed(start: number, limit: number): number {
    const text = this.#text;
    let end = start;
    for (let offset = start; offset < limit; offset++) {
      const code = text.charCodeAt(offset);
      if (code === BLANK || code === TAB) continue;
      if (code === CLOSE_BRACE_CODE || code === CLOSE_BRACKET_CODE) return end;
      if (code === COMMA_CODE && this.#separates(offset + 1, limit)) return end;
      end = offset + 1;
    }
    return end;
  }

  /** Whether a comma in an unclosed string stands between members rather than between the items of a value. */
  #separates(offset: number, limit: number): boolean {
    let position = offset;
    while (position < limit && this.#text.charCodeAt(position) <= BLANK) position++;
    const code = this.#text.charCodeAt(position);
    return position >= limit || code === QUOTE || code === OPEN_BRACE_CODE;
  }

  /** Takes a word or a number together with everything attached to it: `0900`, `60s`, `None`, `'text'`. */
  #takeWord(): void {
    const text = this.#text;
    let end = this.end;
    if (text.charCodeAt(this.start) === HASH) {
      while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
    } else {
      while (end < text.length && isWordCharacter(text.charCodeAt(end))) end++;
    }
    if (end > this.end) {
      this.token = UNKNOWN;
      this.end = end;
    }
    this.#value = text.slice(this.start, end);
  }
}

function isWordCharacter(code: number): boolean {
  return (
    code > BLANK &&
    code !== QUOTE &&
    code !== COMMA_CODE &&
    code !== COLON_CODE &&
    code !== SLASH &&
    code !== OPEN_BRACKET_CODE &&
    code !== CLOSE_BRACKET_CODE &&
    code !== OPEN_BRACE_CODE &&
    code !== CLOSE_BRACE_CODE
  );
}
