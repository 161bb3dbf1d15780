import * as l10n from '@vscode/l10n';
import type { Comment, SyntaxProblem } from '../../model/document.ts';
import type { Steps } from '../../model/steps.ts';
import { AFTER_COLON, AFTER_COMMA, AFTER_NAME, AFTER_VALUE, TapeBuilder } from './builder.ts';
import { commentText, unquoted } from './strings.ts';
import { messageForScanError, SyntaxReport } from './syntax.ts';
import { ARRAY, FALSE, NONE, type NodeKind, NULL, NUMBER, OBJECT, STRING, Tape, TRUE, WORD } from './tape.ts';
import * as token from './tokens.ts';
import { lineStart } from './trivia.ts';

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

/** How far a value was read. */
export interface ReadValue {
  readonly isComplete: boolean;
  /** The offset after the value, or after the token that spoils it. */
  readonly end: number;
}

/** Deeper nesting is no configuration; following it would only cost memory. */
const DEEPEST = 512;
/** A text with so many mistakes is prose or some other language, of which there may be many megabytes. */
const MOST_MISTAKES = 20_000;
/** How many tokens are read in one step. */
const STEP = 30_000;

/**
 * Reads any text in one pass and linear time. Comments and trailing commas are taken; at a mistake it goes on with what
 * was most likely meant, so that a half-typed entry does not hide the ones around it.
 */
export function* readJson(text: string): Steps<JsonText> {
  const reader = new Reader(new Tape(text), 0);
  while (!reader.readOn(STEP)) yield;
  if (reader.report.mistakes === 0) return reader.result();
  // Only now, since a guess by indentation could misread a correct file.
  const guessing = new Reader(new Tape(text), 0, { trustIndentation: true });
  while (!guessing.readOn(STEP)) yield;
  return guessing.result();
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
  readonly #text: string;
  readonly #builder: TapeBuilder;
  readonly #tokens: token.Tokens;
  readonly #trustIndentation: boolean;
  readonly #comments: Comment[] = [];
  readonly #trailingCommas: number[] = [];
  /** Objects of which it was said that they hold a value without a name. */
  readonly #toldNameless = new Set<number>();
  #comma = -1;
  /** The end of the last token that is no comment. */
  #lastEnd = 0;
  #secondRoot: number | undefined;

  constructor(tape: Tape, offset: number, options: { readonly trustIndentation?: boolean } = {}) {
    this.#text = tape.text;
    this.#builder = new TapeBuilder(tape);
    this.#tokens = new token.Tokens(tape.text, offset);
    this.#trustIndentation = options.trustIndentation === true;
  }

  result(): JsonText {
    return {
      tape: this.#builder.tape,
      problems: this.report.problems.sort((a, b) => a.range.start - b.range.start),
      comments: this.#comments,
      trailingCommas: this.#trailingCommas,
      secondRoot: this.#secondRoot,
    };
  }

  /** Reads so many tokens. Returns whether that was all, or all that is worth reading. */
  readOn(most: number): boolean {
    for (let count = 0; count < most; count++) {
      if (this.#tokens.next() === token.END_OF_FILE || !this.#isWorthReading) {
        this.#finish();
        return true;
      }
      this.#take();
    }
    return false;
  }

  #finish(): void {
    this.#lastEnd = this.#text.length;
    while (this.#builder.container !== NONE) this.#closeUnclosed();
  }

  get #isWorthReading(): boolean {
    return this.#builder.depth <= DEEPEST && this.report.mistakes < MOST_MISTAKES;
  }

  readOne(): ReadValue {
    while (this.#tokens.next() !== token.END_OF_FILE && this.report.mistakes === 0) {
      this.#take();
      if (this.#isAfterRoot) break;
    }
    return { isComplete: this.report.mistakes === 0 && this.#isAfterRoot, end: this.#tokens.end };
  }

  get #isAfterRoot(): boolean {
    return this.#builder.container === NONE && this.#builder.state === AFTER_VALUE;
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
        if (this.#tokens.error !== 0) this.#problem(messageForScanError(this.#tokens.error));
        this.#scalar(NUMBER);
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

  #string(): void {
    const { error } = this.#tokens;
    if (error !== 0) this.#problem(messageForScanError(error));
    if (!this.#builder.inObject) {
      this.#scalar(STRING);
    } else if (!this.#builder.waitsForValue) {
      if (this.#builder.state === AFTER_VALUE) this.#problem(l10n.t('A comma is missing before this'));
      this.#takeName();
    } else if (this.#tokens.beforeColon) {
      // A name instead of a value: the value is what is missing. `{ "key": "visible": true }`
      this.#addMissing();
      this.#takeName();
    } else {
      this.#scalar(STRING);
    }
  }

  #takeName(): void {
    const { start, end, isPlain, token: kind } = this.#tokens;
    if (isPlain && kind === token.STRING_LITERAL) {
      this.#builder.setName(undefined, start, end);
    } else {
      const { value } = this.#tokens;
      this.#builder.setName(kind === token.STRING_LITERAL ? value : unquoted(value), start, end);
    }
  }

  #scalar(kind: NodeKind): void {
    if (!this.#mayHoldValue()) return;
    const { start, end } = this.#tokens;
    const node = this.#builder.addScalar(kind, start, end);
    if (kind !== STRING || this.#tokens.isPlain) return;
    const { value, unclosed } = this.#tokens;
    if (unclosed) this.#builder.tape.markOpen(node);
    if (value.length !== end - start - (unclosed ? 1 : 2)) this.#builder.tape.setString(node, value);
  }

  /** Whether a value can stand here, if need be with something missing before it. */
  #mayHoldValue(): boolean {
    const { inObject, state, container } = this.#builder;
    if (inObject) {
      if (state === AFTER_COLON) return true;
      if (state !== AFTER_NAME) {
        this.#nameless();
        return false;
      }
      this.#problem(l10n.t('A colon is missing before this'));
      return true;
    }
    if (state !== AFTER_VALUE) return true;
    if (container !== NONE) this.#problem(l10n.t('A comma is missing before this'));
    else this.#secondRoot ??= this.#tokens.start;
    return true;
  }

  /** Told once an object: where one value has no name, it often is a list in the wrong brackets, and none has. */
  #nameless(): void {
    const { container } = this.#builder;
    if (this.#toldNameless.has(container)) {
      this.report.addSilently();
      return;
    }
    this.#toldNameless.add(container);
    this.#problem(
      l10n.t(
        'This value has no name, and between { and } each is written "name": value. A list of values without names stands between [ and ]',
      ),
    );
  }

  #addMissing(): void {
    const start = this.#builder.nameStart;
    this.report.add(start, this.#builder.addMissing(), l10n.t('This property has no value'));
  }

  #open(kind: NodeKind): void {
    if (this.#beginsNextItem(kind)) this.#closeUnclosed();
    // Where no value can stand it is read all the same, to find the bracket that belongs to it.
    this.#mayHoldValue();
    this.#builder.open(kind, this.#tokens.start, this.#tokens.end);
    if (this.#builder.depth > DEEPEST) {
      this.#problem(l10n.t('The text is nested deeper than {0} levels and is read no further', DEEPEST));
    }
  }

  /** Whether a bracket inside an unfinished item is the beginning of the next one. */
  #beginsNextItem(kind: NodeKind): boolean {
    const { inObject, isItem, state } = this.#builder;
    if (!inObject || kind !== OBJECT || !isItem) return false;
    return state !== AFTER_COLON || (this.#trustIndentation && this.#isIndentedAsItem());
  }

  #isIndentedAsItem(): boolean {
    const { start } = this.#tokens;
    const item = this.#builder.tape.start(this.#builder.container);
    const line = lineStart(this.#text, start);
    if (line <= item || this.#text.slice(line, start).trim() !== '') return false;
    return start - line <= item - lineStart(this.#text, item);
  }

  /** A closing bracket: of the container that is being read, of one around it, or of none. */
  #closeNearest(kind: NodeKind): void {
    const builder = this.#builder;
    const outer = builder.nearest(kind);
    // A brace too many between two items; otherwise the rest of the list would be lost.
    const isStray =
      outer !== builder.container &&
      kind === OBJECT &&
      this.#tokens.beforeNextObject &&
      !builder.isItemOf(outer);
    if (outer === NONE || isStray) {
      this.#problem(
        kind === OBJECT ? l10n.t('There is no {0} for this', '{') : l10n.t('There is no {0} for this', '['),
      );
      return;
    }
    while (builder.container !== outer) this.#closeUnclosed();
    if (builder.waitsForValue) this.#addMissing();
    else if (builder.state === AFTER_COMMA) this.#trailingCommas.push(this.#comma);
    builder.close(this.#tokens.end);
  }

  /** Ends the container that is being read although its bracket is missing. */
  #closeUnclosed(): void {
    const { tape, container, inObject, waitsForValue } = this.#builder;
    const start = tape.start(container);
    this.report.add(start, start + 1, l10n.t('This {0} is never closed', inObject ? '{' : '['));
    if (waitsForValue) this.#addMissing();
    tape.markOpen(container);
    this.#builder.close(this.#lastEnd);
  }

  #takeComma(): void {
    const builder = this.#builder;
    if (builder.waitsForValue) this.#addMissing();
    else if (builder.state !== AFTER_VALUE) this.#problem(l10n.t('There is one comma too many here'));
    this.#comma = this.#tokens.start;
    if (builder.container !== NONE) builder.state = AFTER_COMMA;
  }

  #takeColon(): void {
    if (this.#builder.inObject && this.#builder.state === AFTER_NAME) {
      this.#builder.colon = this.#tokens.start;
      this.#builder.state = AFTER_COLON;
    } else {
      this.#problem(l10n.t('This colon does not belong here'));
    }
  }

  /** Something that JSON does not know: a word without quotes, single quotes, a `#` comment. */
  #word(): void {
    const { value } = this.#tokens;
    const { inObject, state } = this.#builder;
    if (value.startsWith('#')) {
      this.#problem(l10n.t('JSON has no # comments'));
      this.#comment();
    } else if (inObject && state !== AFTER_COLON && this.#tokens.beforeColon) {
      this.#problem(l10n.t('JSON wants the name of a property in double quotes'));
      if (state === AFTER_NAME) this.#addMissing();
      this.#takeName();
    } else {
      this.#problem(
        /^\w/.test(value)
          ? l10n.t('JSON wants this in double quotes, unless it is a number, true, false or null')
          : l10n.t('This does not belong here'),
      );
      if (!inObject || state === AFTER_COLON) this.#scalar(WORD);
    }
  }

  #comment(): void {
    const { start, end, error } = this.#tokens;
    if (error === token.UNEXPECTED_END_OF_COMMENT) this.#problem(l10n.t('This comment is never closed'));
    this.#comments.push({ range: { start, end }, text: commentText(this.#text.slice(start, end)) });
  }

  #problem(message: string): void {
    this.report.add(this.#tokens.start, this.#tokens.end, message);
  }
}
