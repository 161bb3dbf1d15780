import { KeyPattern } from './key-pattern.ts';

interface Family<Known> {
  readonly pattern: KeyPattern;
  readonly known: Known;
}

/** How many characters of its fixed beginning a family is found by. */
const BEGINNING = 3;

/**
 * Patterns and what is known of the names that fit them. Found by their first letters, so that a name that fits none,
 * as most do, is compared with hardly any.
 */
export class KeyFamilies<Known> {
  readonly #byBeginning = new Map<number, Family<Known>[]>();
  /** Families that begin with a placeholder, or nearly so. */
  readonly #others: Family<Known>[] = [];

  constructor(families: readonly (readonly [pattern: string, known: Known])[]) {
    for (const [text, known] of families) {
      const pattern = new KeyPattern(text);
      const family = { pattern, known };
      if (pattern.beginning.length < BEGINNING) {
        this.#others.push(family);
        continue;
      }
      const beginning = beginningOf(pattern.beginning);
      const same = this.#byBeginning.get(beginning);
      if (same === undefined) this.#byBeginning.set(beginning, [family]);
      else same.push(family);
    }
  }

  /** What is known of the first family that a name, in lower case, belongs to. */
  match(lower: string): Known | undefined {
    const near = this.#byBeginning.get(beginningOf(lower));
    const found = near?.find(({ pattern }) => pattern.matchesLower(lower));
    if (found !== undefined) return found.known;
    return this.#others.find(({ pattern }) => pattern.matchesLower(lower))?.known;
  }
}

/** The first letters as a number: it costs no new string for each name, and where two agree by chance the pattern tells. */
function beginningOf(name: string): number {
  let beginning = 0;
  for (let at = 0; at < BEGINNING; at++) beginning = beginning * 31 + name.charCodeAt(at);
  return beginning;
}
