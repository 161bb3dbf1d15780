import type { KeyFacts } from './knowledge.ts';

/** Longest text that a placeholder may stand for. */
const LONGEST_PLACEHOLDER = 35;

/**
 * Keys that share their facts and differ in an index: `MeterPublicKey[connector]` is `MeterPublicKey1`,
 * `MeterPublicKey[2]` and so on. Matching walks the name once; no regular expression, so no pattern can be slow.
 */
export class KeyFamily {
  readonly facts: KeyFacts;
  readonly #prefix: string;
  readonly #suffix: string;
  readonly #accepts: (code: number) => boolean;

  /** `facts.family` holds one placeholder in brackets; throws where it does not. */
  constructor(facts: KeyFacts) {
    const family = facts.family ?? '';
    const open = family.indexOf('[');
    const close = family.indexOf(']', open);
    if (open < 0 || close < 0) throw new Error(`${facts.name}: the family '${family}' has no placeholder`);
    this.facts = facts;
    this.#prefix = family.slice(0, open).toLowerCase();
    this.#suffix = family.slice(close + 1).toLowerCase();
    this.#accepts = family.slice(open + 1, close) === 'language' ? isLanguageTagCharacter : isDigit;
  }

  matches(name: string): boolean {
    const lower = name.toLowerCase();
    if (!lower.startsWith(this.#prefix) || !lower.endsWith(this.#suffix)) return false;
    let index = lower.slice(this.#prefix.length, lower.length - this.#suffix.length);
    if (index.startsWith('[') && index.endsWith(']')) index = index.slice(1, -1);
    if (index.length === 0 || index.length > LONGEST_PLACEHOLDER) return false;
    for (let at = 0; at < index.length; at++) if (!this.#accepts(index.charCodeAt(at))) return false;
    return true;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLanguageTagCharacter(code: number): boolean {
  return isDigit(code) || code === 45 || (code >= 97 && code <= 122);
}
