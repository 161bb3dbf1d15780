import type { KeyFacts } from '../catalog/knowledge.ts';
import type { EntryValue } from '../model/document.ts';
import { type ListItem, listItems } from './lists.ts';

/** A value as its key's type understands it. */
export type ParsedValue =
  /** The file has no value for the key: write-only, or a placeholder word such as `null`. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  /** Something a tool will fill in: `${PING}`, `{{CHARGER_ID}}`, `<REDACTED>`. Not checked. */
  | { readonly kind: 'placeholder' }
  /** `canonical` is false for `TRUE`, `1` and their like: understood, but not what the standard writes. */
  | { readonly kind: 'boolean'; readonly value: boolean; readonly canonical: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly canonical: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** Nothing of the key's type; `guess` is what was probably meant. */
  | { readonly kind: 'wrong-type'; readonly guess: number | boolean | undefined }
  /** The key is unknown, so its value has no type. */
  | { readonly kind: 'untyped' };

const ABSENT: ParsedValue = { kind: 'absent' };
const EMPTY: ParsedValue = { kind: 'empty' };
const PLACEHOLDER: ParsedValue = { kind: 'placeholder' };
/** Of a key that nobody knows. */
export const UNTYPED: ParsedValue = { kind: 'untyped' };
const WRONG_TYPE: ParsedValue = { kind: 'wrong-type', guess: undefined };

/** Words that programs write where there is no value. */
const NOTHING = new Set(['null', 'undefined', 'none', 'n/a']);

/** Reads a value by its key's type. Never throws; a value of another notation than usual is understood. */
export function parseValue(value: EntryValue | undefined, facts: KeyFacts): ParsedValue {
  if (value === undefined || value.kind === 'null') return ABSENT;
  const text = value.text.trim();
  if (text === '') return EMPTY;
  if (value.kind === 'string' || value.kind === 'plain') {
    if (NOTHING.has(text.toLowerCase())) return ABSENT;
    if (isPlaceholder(text)) return PLACEHOLDER;
  }
  switch (facts.type) {
    case 'boolean':
      return parseBoolean(text);
    case 'integer':
    case 'decimal':
      return parseNumber(text, facts.type);
    case 'list':
      if (value.kind === 'array' || value.kind === 'object') return UNTYPED;
      return { kind: 'list', items: listItems(value.text) };
    case 'string':
    case 'enum':
    case 'datetime':
      if (value.kind === 'array' || value.kind === 'object') return UNTYPED;
      return { kind: 'text', text: value.text };
  }
}

/** Whether a text is a gap that a tool or a person will fill: nothing in it can be checked. */
export function isPlaceholder(text: string): boolean {
  if (text.startsWith('<') && text.endsWith('>')) return true;
  if (text.includes('{{') && text.includes('}}')) return true;
  if (text.includes('${') && text.includes('}')) return true;
  if (text.startsWith('$') && text.length > 1) return true;
  if (text.startsWith('%') && text.endsWith('%') && text.length > 2) return true;
  return text.startsWith('PLACEHOLD');
}

function parseBoolean(text: string): ParsedValue {
  switch (text.toLowerCase()) {
    case 'true':
      return { kind: 'boolean', value: true, canonical: text === 'true' };
    case 'false':
      return { kind: 'boolean', value: false, canonical: text === 'false' };
    case '1':
      return { kind: 'boolean', value: true, canonical: false };
    case '0':
      return { kind: 'boolean', value: false, canonical: false };
    case 'yes':
    case 'on':
    case 'enabled':
      return { kind: 'wrong-type', guess: true };
    case 'no':
    case 'off':
    case 'disabled':
      return { kind: 'wrong-type', guess: false };
    default:
      return WRONG_TYPE;
  }
}

/** Most digits that a JavaScript number holds exactly. */
const LONGEST_NUMBER = 15;

function parseNumber(text: string, type: 'integer' | 'decimal'): ParsedValue {
  const digits = leadingNumberLength(text);
  if (digits === 0 || digits > LONGEST_NUMBER) return WRONG_TYPE;
  const value = Number(text.slice(0, digits));
  const whole = digits === text.length;
  if (whole && (type === 'decimal' || Number.isInteger(value))) {
    // `+5`, `007` and `300.0` are understood by some stacks only.
    return { kind: 'number', value, canonical: text === String(value) };
  }
  // "900 s", "60sec": the number is clear, the rest does not belong there.
  const rest = text.slice(digits).trim();
  const guess = Number.isInteger(value) && /^[a-zµ%]{1,8}\.?$/i.test(rest) ? value : undefined;
  return { kind: 'wrong-type', guess };
}

/** How many characters at the start are a decimal number without exponent. */
function leadingNumberLength(text: string): number {
  let at = text[0] === '-' || text[0] === '+' ? 1 : 0;
  const first = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === first) return 0;
  if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (isDigit(text.charCodeAt(at))) at++;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
