import type { OffsetRange } from './range.ts';

/** A place in a text as LSP counts it: line and UTF-16 code unit within the line, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text in lines. */
export interface Span {
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Converts between offsets and line positions; built once a text, answers in logarithmic time. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.lineStart(line) };
  }

  spanOf({ start, end }: OffsetRange): Span {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The offset of a position; a position past a line's or the text's end is moved to that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The number of the line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The end of a line's text, before its line break. */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    const start = this.lineStart(line);
    if (end > start && this.#text.charCodeAt(end - 1) === LINE_FEED) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    return end;
  }

  /** A line's text without its line break. */
  lineText(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineEnd(line));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    else if (code !== CARRIAGE_RETURN && code !== LINE_FEED) continue;
    starts.push(offset + 1);
  }
  return starts;
}
