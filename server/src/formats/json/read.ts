import type { Comment, SyntaxProblem } from '../../model/document.ts';
import { messageForScanError, SyntaxReport } from './syntax.ts';
import {
  ARRAY,
  FALSE,
  MISSING,
  NONE,
  type Node,
  type NodeKind,
  NULL,
  NUMBER,
  OBJECT,
  STRING,
  Tape,
  TRUE,
  WORD,
} from './tape.ts';
import * as token from './tokens.ts';
import { Tokens } from './tokens.ts';

/** A JSON text read as far as it can be. */
export interface JsonText {
  readonly tape: Tape;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** The offsets of commas before a closing bracket: fine in JSONC, refused by strict readers. */
  readonly trailingCommas: readonly number[];
  /** Where a second document begins in the same text; undefined in a correct JSON file. */
  readonly secondRoot: number | undefined;
}

/** Deeper nesting is no configuration; a reader that follows it would only waste memory. */
const DEEPEST = 512;

/** What can come next in the container that is being read. */
const FIRST = 0;
const AFTER_COMMA = 1;
const AFTER_NAME = 2;
const AFTER_COLON = 3;
const AFTER_VALUE = 4;

/**
 * Reads any text in one pass and linear time. Comments and trailing commas are taken; at a mistake it goes on with what
 * was most likely meant, so that a half-typed entry does not hide the ones around it.
 */
export function readJson(text: string): JsonText {
  const reader = new Reader(new Tape(text), 0);
  reader.readAll();
  if (reader.report.mistakes === 0) return reader.result();
  // Only now, since a guess by indentation could misread a correct file.
  const guessing = new Reader(new Tape(text), 0, { trustIndentation: true });
  guessing.readAll();
  return guessing.result();
}

/** How far a value was read. */
export interface ReadValue {
  readonly isComplete: boolean;
  /** The offset after the value, or after the token that spoils it. */
  readonly end: number;
}

/** Reads the one value that begins at `offset` and adds it to a tape that may hold others, if it is correct JSON. */
export function readValueAt(tape: Tape, offset: number): ReadValue {
  const { length } = tape;
  const reader = new Reader(tape, offset);
  const read = reader.readOne();
  if (!read.isComplete) tape.truncate(length);
  return read;
}

class Reader {
  readonly report = new SyntaxReport();
  readonly #tape: Tape;
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #trustIndentation: boolean;
  readonly #comments: Comment[] = [];
  readonly #trailingCommas: number[] = [];
  #container: Node = NONE;
  #depth = 0;
  #inObject = false;
  #state = FIRST;
  #name = '';
  #nameStart = -1;
  #nameEnd = -1;
  #colon = -1;
  #comma = -1;
  #lastEnd = 0;
  #secondRoot: number | undefined;

  constructor(tape: Tape, offset: number, options: { readonly trustIndentation?: boolean } = {}) {
    this.#tape = tape;
    this.#text = tape.text;
    this.#tokens = new Tokens(tape.text, offset);
    this.#trustIndentation = options.trustIndentation === true;
  }

  result(): JsonText {
    return {
      tape: this.#tape,
      problems: this.report.problems.sort((a, b) => a.range.start - b.range.start),
      comments: this.#comments,
      trailingCommas: this.#trailingCommas,
      secondRoot: this.#secondRoot,
    };
  }

  readAll(): void {
    while (this.#tokens.next() !== token.END_OF_FILE && this.#depth <= DEEPEST) {
      this.#take();
    }
    this.#closeAll();
  }

  readOne(): ReadValue {
    while (this.#tokens.next() !== token.END_OF_FILE && this.report.mistakes === 0) {
      this.#take();
      if (this.#container === NONE && this.#state === AFTER_VALUE) break;
    }
    const isComplete = this.report.mistakes === 0 && this.#container === NONE && this.#state === AFTER_VALUE;
    return { isComplete, end: this.#tokens.end };
  }

  #take(): void {
    const kind = this.#tokens.token;
    if (kind === token.LINE_COMMENT || kind === token.BLOCK_COMMENT) {
      this.#comment();
    } else {
      this.report.passToken();
      this.#takeToken(kind);
      this.#lastEnd = this.#tokens.end;
    }
  }

  #takeToken(kind: number): void {
    switch (kind) {
      case token.STRING_LITERAL:
        this.#string();
        break;
      case token.COMMA:
        this.#takeComma();
        break;
      case token.COLON:
        this.#takeColon();
        break;
      case token.OPEN_BRACE:
        this.#open(OBJECT);
        break;
      case token.CLOSE_BRACE:
        this.#closeNearest(OBJECT);
        break;
      case token.OPEN_BRACKET:
        this.#open(ARRAY);
        break;
      case token.CLOSE_BRACKET:
        this.#closeNearest(ARRAY);
        break;
      case token.NUMERIC_LITERAL:
        this.#number();
        break;
      case token.TRUE_KEYWORD:
        this.#scalar(TRUE);
        break;
      case token.FALSE_KEYWORD:
        this.#scalar(FALSE);
        break;
      case token.NULL_KEYWORD:
        this.#scalar(NULL);
        break;
      default:
        this.#word();
    }
  }

  #number(): void {
    const { error } = this.#tokens;
    if (error !== 0) this.#problem(messageForScanError(error));
    this.#scalar(NUMBER);
  }

  #string(): void {
    const { error } = this.#tokens;
    if (error !== 0) this.#problem(messageForScanError(error));
    if (!this.#inObject) {
      this.#scalar(STRING);
    } else if (this.#state === AFTER_NAME || this.#state === AFTER_COLON) {
      // A name instead of a value: the value is what is missing. `{ "key": "visible": true }`
      if (this.#tokens.beforeColon) {
        this.#addMissing();
        this.#takeName();
      } else {
        this.#scalar(STRING);
      }
    } else {
      if (this.#state === AFTER_VALUE) this.#problem('A comma is missing before this');
      this.#takeName();
    }
  }

  #takeName(): void {
    const { start, end, token: kind } = this.#tokens;
    this.#name = kind === token.STRING_LITERAL ? this.#tokens.value : unquoted(this.#tokens.value);
    this.#nameStart = start;
    this.#nameEnd = end;
    this.#state = AFTER_NAME;
  }

  #scalar(kind: NodeKind): void {
    if (!this.#mayHoldValue()) return;
    const { start, end, unclosed } = this.#tokens;
    const hasText = kind === STRING || kind === WORD;
    const node = this.#add(kind, start, end, hasText ? this.#tokens.value : '');
    if (unclosed) this.#tape.markOpen(node);
    this.#state = AFTER_VALUE;
  }

  /** Whether a value can stand here, if need be with something missing before it. */
  #mayHoldValue(): boolean {
    if (this.#inObject) {
      if (this.#state === AFTER_COLON) return true;
      if (this.#state === AFTER_NAME) {
        this.#problem('A colon is missing before this');
        this.#colon = -1;
        return true;
      }
      this.#problem('This does not belong here: a property needs a name and a colon');
      return false;
    }
    if (this.#state === AFTER_VALUE) {
      if (this.#container !== NONE) this.#problem('A comma is missing before this');
      else this.#secondRoot ??= this.#tokens.start;
    }
    return true;
  }

  #add(kind: NodeKind, start: number, end: number, string: string): Node {
    const node = this.#tape.add(kind, start, end, this.#container, string);
    if (this.#nameStart >= 0) {
      this.#tape.setName(node, this.#name, this.#nameStart, this.#nameEnd);
      this.#nameStart = -1;
    }
    return node;
  }

  /** Adds the place of a value that a property lacks. */
  #addMissing(): void {
    const place = this.#state === AFTER_COLON ? this.#colon + 1 : this.#nameEnd;
    this.report.add(this.#nameStart, place, 'This property has no value');
    this.#add(MISSING, place, place, '');
    this.#state = AFTER_VALUE;
  }

  #open(kind: NodeKind): void {
    if (this.#inObject && this.#beginsNextItem(kind)) this.#closeUnclosed();
    if (this.#inObject && this.#state !== AFTER_COLON && this.#state !== AFTER_NAME) {
      this.#problem('This does not belong here: a property needs a name and a colon');
    } else {
      this.#mayHoldValue();
    }
    const { start, end } = this.#tokens;
    this.#container = this.#add(kind, start, end, '');
    this.#inObject = kind === OBJECT;
    this.#state = FIRST;
    this.#depth++;
    if (this.#depth > DEEPEST) {
      this.#problem(`The text is nested deeper than ${DEEPEST} levels and is read no further`);
    }
  }

  /** Whether a bracket inside an unfinished item is the beginning of the next one. */
  #beginsNextItem(kind: NodeKind): boolean {
    const parent = this.#tape.parent(this.#container);
    if (kind !== OBJECT || parent === NONE || this.#tape.kind(parent) !== ARRAY) return false;
    return this.#state !== AFTER_COLON || (this.#trustIndentation && this.#isIndentedAsItem());
  }

  #isIndentedAsItem(): boolean {
    const { start } = this.#tokens;
    const item = this.#tape.start(this.#container);
    const lineStart = this.#text.lastIndexOf('\n', start) + 1;
    if (lineStart <= item || this.#text.slice(lineStart, start).trim() !== '') return false;
    const itemLine = this.#text.lastIndexOf('\n', item) + 1;
    return start - lineStart <= item - itemLine;
  }

  /** The end of the container that is being read, at its own bracket. */
  #close(): void {
    if (this.#inObject && (this.#state === AFTER_NAME || this.#state === AFTER_COLON)) this.#addMissing();
    else if (this.#state === AFTER_COMMA) this.#trailingCommas.push(this.#comma);
    this.#leave(this.#tokens.end);
  }

  /** A closing bracket: of the container that is being read, of one around it, or of none. */
  #closeNearest(kind: NodeKind): void {
    let outer = this.#container;
    while (outer !== NONE && this.#tape.kind(outer) !== kind) outer = this.#tape.parent(outer);
    const strays =
      outer !== this.#container && kind === OBJECT && this.#tokens.beforeNextObject && !this.#isItem(outer);
    if (outer === NONE || strays) {
      this.#problem(kind === OBJECT ? 'There is no { for this' : 'There is no [ for this');
      return;
    }
    while (this.#container !== outer) this.#closeUnclosed();
    this.#close();
  }

  #isItem(node: Node): boolean {
    const parent = this.#tape.parent(node);
    return parent !== NONE && this.#tape.kind(parent) === ARRAY;
  }

  /** Ends the container that is being read although its bracket is missing. */
  #closeUnclosed(): void {
    const node = this.#container;
    const start = this.#tape.start(node);
    const bracket = this.#inObject ? '{' : '[';
    this.report.add(start, start + 1, `This ${bracket} is never closed`);
    if (this.#inObject && (this.#state === AFTER_NAME || this.#state === AFTER_COLON)) this.#addMissing();
    this.#tape.markOpen(node);
    this.#leave(this.#lastEnd);
  }

  #closeAll(): void {
    while (this.#container !== NONE) {
      this.#lastEnd = this.#text.length;
      this.#closeUnclosed();
    }
  }

  #leave(end: number): void {
    this.#tape.close(this.#container, end);
    this.#container = this.#tape.parent(this.#container);
    this.#inObject = this.#container !== NONE && this.#tape.kind(this.#container) === OBJECT;
    this.#state = AFTER_VALUE;
    this.#depth--;
  }

  #takeComma(): void {
    if (this.#inObject && (this.#state === AFTER_NAME || this.#state === AFTER_COLON)) this.#addMissing();
    else if (this.#state !== AFTER_VALUE) this.#problem('There is one comma too many here');
    this.#comma = this.#tokens.start;
    if (this.#container !== NONE) this.#state = AFTER_COMMA;
  }

  #takeColon(): void {
    if (this.#inObject && this.#state === AFTER_NAME) {
      this.#colon = this.#tokens.start;
      this.#state = AFTER_COLON;
    } else {
      this.#problem('This colon does not belong here');
    }
  }

  #word(): void {
    const word = this.#tokens.value;
    if (word.startsWith('#')) {
      this.#problem('JSON has no # comments');
      this.#addComment(1, 0);
      return;
    }
    if (this.#inObject && this.#state !== AFTER_COLON && this.#tokens.beforeColon) {
      this.#problem('JSON wants the name of a property in double quotes');
      if (this.#state === AFTER_NAME) this.#addMissing();
      this.#takeName();
      return;
    }
    const isText = /^\w/.test(word);
    this.#problem(
      isText
        ? `JSON wants this in double quotes, unless it is a number, true, false or null`
        : 'This does not belong here',
    );
    if (!this.#inObject || this.#state === AFTER_COLON) this.#scalar(WORD);
  }

  #comment(): void {
    if (this.#tokens.error === token.UNEXPECTED_END_OF_COMMENT) {
      this.#problem('This comment is never closed');
      this.#addComment(2, 0);
    } else {
      this.#addComment(2, this.#tokens.token === token.BLOCK_COMMENT ? 2 : 0);
    }
  }

  #addComment(starter: number, ender: number): void {
    const { start, end } = this.#tokens;
    const text = this.#text.slice(start + starter, Math.max(start + starter, end - ender)).trim();
    this.#comments.push({ range: { start, end }, text });
  }

  #problem(message: string): void {
    this.report.add(this.#tokens.start, this.#tokens.end, message);
  }
}

/** A word without single quotes, which people write where JSON wants double ones. */
function unquoted(word: string): string {
  return word.length > 1 && word.startsWith("'") && word.endsWith("'") ? word.slice(1, -1) : word;
}
