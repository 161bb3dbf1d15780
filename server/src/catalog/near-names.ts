import { distance } from 'fastest-levenshtein';

/** Below this length too many names lie within two letters of each other. */
const SHORTEST = 8;
/** A name this long may be two letters off, a shorter one only one. */
const LONG = 16;
/** Longer names are no typing mistakes, and OCPP allows 50. */
const LONGEST = 50;

interface Candidate<Facts> {
  readonly facts: Facts;
  readonly lower: string;
  readonly letters: number;
}

/** Finds what a mistyped name was meant to be: a key or a measurand. Case does not count. */
export class NearNames<Facts extends { readonly name: string }> {
  /** By the length of their names: others than those of nearly the same length are never near. */
  readonly #byLength = new Map<number, Candidate<Facts>[]>();

  constructor(known: readonly Facts[]) {
    for (const facts of known) {
      const lower = facts.name.toLowerCase();
      const candidate = { facts, lower, letters: letterSet(lower) };
      const same = this.#byLength.get(lower.length);
      if (same === undefined) this.#byLength.set(lower.length, [candidate]);
      else same.push(candidate);
    }
  }

  /** The only one within one letter (two for long names); undefined when none or more than one is. */
  nearest(name: string): Facts | undefined {
    if (name.length < SHORTEST || name.length > LONGEST) return undefined;
    const lower = name.toLowerCase();
    const letters = letterSet(lower);
    const allowed = name.length >= LONG ? 2 : 1;
    let best: Facts | undefined;
    let bestDistance = allowed + 1;
    for (let length = lower.length - allowed; length <= lower.length + allowed; length++) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        // Each typing mistake changes at most two letters of the set: a cheap test before the exact one.
        if (bitCount(candidate.letters ^ letters) > allowed * 2) continue;
        const found = distance(lower, candidate.lower);
        if (found < bestDistance) {
          best = candidate.facts;
          bestDistance = found;
        } else if (found === bestDistance) {
          best = undefined;
        }
      }
    }
    return best;
  }
}

/** Which letters occur, as bits; digits and signs share the remaining ones. */
function letterSet(lower: string): number {
  let set = 0;
  for (let index = 0; index < lower.length; index++) set |= 1 << ((lower.charCodeAt(index) - 97) % 32);
  return set;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}
