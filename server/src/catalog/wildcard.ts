/** A pattern in which `*` stands for any text, ready to be compared with many; case does not count. */
export class Wildcard {
  readonly #start: string;
  readonly #middle: readonly string[];
  /** Undefined for a pattern without `*`, which is the text itself. */
  readonly #end: string | undefined;

  constructor(pattern: string) {
    const [start = '', ...rest] = pattern.toLowerCase().split('*');
    this.#start = start;
    this.#end = rest.pop();
    this.#middle = rest;
  }

  /** Whether a text in lower case fits; each fixed part is looked for once, from the left. */
  fits(lower: string): boolean {
    if (!lower.startsWith(this.#start)) return false;
    if (this.#end === undefined) return lower === this.#start;
    let at = this.#start.length;
    for (const part of this.#middle) {
      const found = lower.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return lower.length - this.#end.length >= at && lower.endsWith(this.#end);
  }
}

/** Whether a text fits a pattern in which `*` stands for any text. */
export function fitsPattern(text: string, pattern: string): boolean {
  return new Wildcard(pattern).fits(text.toLowerCase());
}
