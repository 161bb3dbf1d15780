import { valueWords } from '../catalog/expectations.ts';
import type { KeyFacts, ListFacts, NamedValue } from '../catalog/knowledge.ts';
import { inWords, withUnit } from '../catalog/quantities.ts';
import type { KeyAdvice } from '../resolve/advice.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { escaped } from './markdown.ts';

/** More words than this are not listed in a key's first line. */
const MOST_LISTED = 4;

/** "whole number in s, 0 to 100": what a key takes. */
export function typeWords(facts: KeyFacts): string {
  switch (facts.type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'decimal':
      return numberWords(facts);
    case 'enum':
      return choiceWords((facts.values ?? []).map(({ value }) => value));
    case 'list':
      return listTypeWords(facts.items);
    case 'datetime':
      return 'date and time';
    case 'string':
      return stringWords(facts);
  }
}

function numberWords({ type, unit, minimum, maximum }: KeyFacts): string {
  const noun = type === 'integer' ? 'whole number' : 'number';
  const kind =
    unit === undefined || unit === 'count' ? noun : `${noun} ${unit === '%' ? 'of' : 'in'} ${unit}`;
  if (maximum !== undefined) return `${kind}, ${minimum === undefined ? 'up' : minimum} to ${maximum}`;
  // That a duration or a count is not negative goes without saying.
  return minimum === undefined || minimum === 0 ? kind : `${kind}, ${minimum} or more`;
}

function stringWords({ format, minLength, maxLength }: KeyFacts): string {
  const noun = {
    hex: 'hexadecimal digits',
    'utc-offset': 'offset from UTC',
    'language-tag': 'language tag',
    'json-object': 'JSON in a text',
    none: 'text',
  }[format ?? 'none'];
  if (minLength !== undefined && maxLength !== undefined) return `${noun}, ${minLength} to ${maxLength} long`;
  return maxLength === undefined ? noun : `${noun}, at most ${maxLength} long`;
}

function listTypeWords(items: ListFacts | undefined): string {
  switch (items?.of) {
    case 'measurands':
      return 'list of measurands';
    case 'phase-rotation':
      return 'list of phase rotations';
    case 'language-tags':
      return 'list of language tags';
    case 'integers':
      return 'list of numbers';
    case 'values':
      return listOfWords((items.values ?? []).map(({ value }) => value));
    default:
      return 'list';
  }
}

function listOfWords(values: readonly string[]): string {
  return values.length > MOST_LISTED
    ? `list of ${values.length} possible words`
    : `list of ${choiceWords(values)}`;
}

function choiceWords(values: readonly string[]): string {
  if (values.length > MOST_LISTED) return `one of ${values.length} words`;
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** "read-only", "read-only on some stations"; what everybody can read and write. */
export function accessWords({ access }: KeyFacts): string {
  return access === 'read-only-or-read-write' ? 'read-only on some stations' : access;
}

/** "required", "optional", "required if …". */
export function requirementWords({ required, requiredIf }: KeyFacts): string {
  if (required) return 'required';
  return requiredIf === undefined ? 'optional' : `required if ${requiredIf}`;
}

/** "900 s = 15 min", "16 A", "0": a number as a person says it. */
export function quantityWords(value: number, facts: KeyFacts): string {
  if (value === 0) return '0';
  const words = inWords(value, facts.unit);
  const written = withUnit(value, facts.unit);
  return words === undefined ? written : `${written} = ${words}`;
}

/** "Default: 30 s." or what stands for it where the standard has none; undefined where an operator has spoken. */
export function usualPhrase(facts: KeyFacts, advised: readonly KeyAdvice[]): string | undefined {
  const parts: string[] = [];
  if (facts.default !== undefined) parts.push(`Without a setting: ${quotedValue(facts.default, facts)}.`);
  if (advised.length === 0 && facts.usual !== undefined) {
    const { minimum, maximum, because } = facts.usual;
    const range =
      minimum !== undefined && maximum !== undefined
        ? `${valueWords(minimum, facts.unit)} to ${valueWords(maximum, facts.unit)}`
        : minimum === undefined
          ? `at most ${valueWords(maximum ?? 0, facts.unit)}`
          : `at least ${valueWords(minimum, facts.unit)}`;
    parts.push(`Usual: ${range}, because ${because}.`);
  }
  return parts.length === 0 ? undefined : escaped(parts.join(' '));
}

/** "**0 s**: no pings": values that mean something of their own, but for the one that has been explained already. */
export function specialValues(facts: KeyFacts, explained: NamedValue | undefined): string | undefined {
  const sentences = (facts.special ?? []).flatMap((named) =>
    named === explained || named.meaning === undefined
      ? []
      : [`**${escaped(quotedValue(named.value, facts))}**: ${escaped(named.meaning)}`],
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** A value that means something of its own, as the data has it. */
export function namedValue(facts: KeyFacts, { value, entry }: ResolvedEntry): NamedValue | undefined {
  if (value.kind === 'absent') return undefined;
  const text = value.kind === 'number' ? String(value.value) : (entry.value?.text.trim() ?? '');
  return [...(facts.special ?? []), ...(facts.values ?? [])].find((named) => named.value === text);
}

/** Sentences that say something new: most of whose longer words have not been used in what is there already. */
export function unsaid(sentences: readonly string[], said: string): readonly string[] {
  const known = new Set(longWords(said));
  return sentences.filter((sentence) => {
    const words = longWords(sentence);
    const repeated = words.filter((word) => known.has(word)).length;
    return repeated < words.length * MOSTLY;
  });
}

const MOSTLY = 0.7;

function longWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

/** A value from the data in words: `900` of a key in seconds is "900 s (15 min)". */
export function quotedValue(value: string, facts: KeyFacts): string {
  const number = facts.type === 'integer' || facts.type === 'decimal' ? Number(value) : Number.NaN;
  return value === '' ? 'empty' : Number.isNaN(number) ? value : valueWords(number, facts.unit);
}
