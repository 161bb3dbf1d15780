/** Longest text that a placeholder may stand for. */
const LONGEST_PLACEHOLDER = 64;

type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string };

/** What stands for a placeholder in a name. */
export interface Filling {
  readonly placeholder: string;
  readonly text: string;
}

/**
 * A name with placeholders in brackets: `MeterPublicKey[connector]`, `Cst_[word]`. `[language]` stands for a language
 * tag, `[word]` for letters, digits, `_` and `-`, `[any]` for anything, every other one for digits, which a file may
 * put in brackets of its own. An opening bracket of the name itself is written twice. Case is ignored.
 *
 * A name is walked once from the left and every placeholder ends where the next fixed text first stands, so that no
 * pattern can be slow, whoever wrote it.
 */
export class KeyPattern {
  readonly #parts: readonly Part[];

  constructor(pattern: string) {
    this.#parts = partsOf(pattern.toLowerCase());
  }

  /** The fixed text that every name of this pattern begins with, in lower case. */
  get beginning(): string {
    const first = this.#parts[0];
    return first?.kind === 'literal' ? first.text : '';
  }

  matches(name: string): boolean {
    return this.matchesLower(name.toLowerCase());
  }

  /** What stands for each placeholder of the pattern in a name, in lower case and without brackets; undefined where the name does not fit. */
  fillings(name: string): readonly Filling[] | undefined {
    const found: Filling[] = [];
    return this.matchesLower(name.toLowerCase(), found) ? found : undefined;
  }

  /** The same as `matches` for a name that is in lower case already; adds what stands for placeholders to `found`. */
  matchesLower(lower: string, found?: Filling[]): boolean {
    let at = 0;
    for (let index = 0; index < this.#parts.length; index++) {
      const part = this.#parts[index] as Part;
      if (part.kind === 'literal') {
        if (!lower.startsWith(part.text, at)) return false;
        at += part.text.length;
        continue;
      }
      const next = this.#parts[index + 1];
      const end = next?.kind === 'literal' ? lower.indexOf(next.text, at + 1) : lower.length;
      if (end < 0 || !fills(lower.slice(at, end), part.name)) return false;
      found?.push({ placeholder: part.name, text: withoutBrackets(lower.slice(at, end)) });
      at = end;
    }
    return at === lower.length;
  }
}

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  let literal = '';
  for (let at = 0; at < pattern.length; at++) {
    const close = pattern.indexOf(']', at);
    if (pattern[at] !== '[' || close < 0) {
      literal += pattern[at];
    } else if (pattern[at + 1] === '[') {
      literal += '[';
      at++;
    } else {
      if (literal !== '') parts.push({ kind: 'literal', text: literal });
      literal = '';
      parts.push({ kind: 'placeholder', name: pattern.slice(at + 1, close) });
      at = close;
    }
  }
  if (literal !== '') parts.push({ kind: 'literal', text: literal });
  return parts;
}

function fills(text: string, placeholder: string): boolean {
  if (text.length === 0 || text.length > LONGEST_PLACEHOLDER) return false;
  switch (placeholder) {
    case 'any':
      return true;
    case 'word':
      return every(text, (code) => isDigit(code) || isLetter(code) || code === UNDERSCORE || code === HYPHEN);
    case 'language':
      return every(text, (code) => isDigit(code) || isLetter(code) || code === HYPHEN);
    default:
      return every(withoutBrackets(text), isDigit);
  }
}

const UNDERSCORE = 95;
const HYPHEN = 45;

function withoutBrackets(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
}

function every(text: string, accepts: (code: number) => boolean): boolean {
  for (let at = 0; at < text.length; at++) if (!accepts(text.charCodeAt(at))) return false;
  return text.length > 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Of a text in lower case. */
function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
