import * as l10n from '@vscode/l10n';
import { eitherWords, valueWords } from '../catalog/expectations.ts';
import type { KeyFacts, ListFacts, NamedValue, Unit } from '../catalog/knowledge.ts';
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
      return l10n.t('true or false');
    case 'integer':
    case 'decimal':
      return numberWords(facts);
    case 'enum':
      return choiceWords((facts.values ?? []).map(({ value }) => value));
    case 'list':
      return listTypeWords(facts.items);
    case 'datetime':
      return l10n.t('date and time');
    case 'string':
      return stringWords(facts);
  }
}

/** "Of no use any more: …", and what to use instead. */
export function deprecationWords({ note, useInstead }: NonNullable<KeyFacts['deprecated']>): string {
  const words = l10n.t('Of no use any more: {0}', note);
  return useInstead === undefined ? words : `${words} ${l10n.t('Use {0}.', useInstead)}`;
}

function numberWords({ type, unit, minimum, maximum }: KeyFacts): string {
  const kind = numberKind(type, unit === 'count' ? undefined : unit);
  if (maximum !== undefined) {
    return minimum === undefined
      ? l10n.t('{0}, up to {1}', kind, maximum)
      : l10n.t('{0}, {1} to {2}', kind, minimum, maximum);
  }
  // That a duration or a count is not negative goes without saying.
  return minimum === undefined || minimum === 0 ? kind : l10n.t('{0}, {1} or more', kind, minimum);
}

function numberKind(type: KeyFacts['type'], unit: Unit | undefined): string {
  if (type === 'integer') {
    if (unit === undefined) return l10n.t('whole number');
    return unit === '%' ? l10n.t('whole number of %') : l10n.t('whole number in {0}', unitWords(unit));
  }
  if (unit === undefined) return l10n.t('number');
  return unit === '%' ? l10n.t('number of %') : l10n.t('number in {0}', unitWords(unit));
}

function unitWords(unit: Unit): string {
  return unit === 'characters' ? l10n.t('characters') : unit;
}

function stringWords({ format, minLength, maxLength }: KeyFacts): string {
  const noun = {
    hex: l10n.t('hexadecimal digits'),
    'utc-offset': l10n.t('offset from UTC'),
    'language-tag': l10n.t('language tag'),
    'json-object': l10n.t('JSON in a text'),
    none: l10n.t('text'),
  }[format ?? 'none'];
  if (minLength !== undefined && maxLength !== undefined)
    return l10n.t('{0}, {1} to {2} long', noun, minLength, maxLength);
  return maxLength === undefined ? noun : l10n.t('{0}, at most {1} long', noun, maxLength);
}

function listTypeWords(items: ListFacts | undefined): string {
  switch (items?.of) {
    case 'measurands':
      return l10n.t('list of measurands');
    case 'phase-rotation':
      return l10n.t('list of phase rotations');
    case 'language-tags':
      return l10n.t('list of language tags');
    case 'integers':
      return l10n.t('list of numbers');
    case 'values':
      return listOfWords((items.values ?? []).map(({ value }) => value));
    default:
      return l10n.t('list');
  }
}

function listOfWords(values: readonly string[]): string {
  return values.length > MOST_LISTED
    ? l10n.t('list of {0} possible words', values.length)
    : l10n.t('list of {0}', choiceWords(values));
}

function choiceWords(values: readonly string[]): string {
  if (values.length > MOST_LISTED) return l10n.t('one of {0} words', values.length);
  return eitherWords(values);
}

/** "read-only", "read-only on some stations"; what everybody can read and write. */
export function accessWords({ access }: KeyFacts): string {
  switch (access) {
    case 'read-write':
      return l10n.t('read-write');
    case 'read-only':
      return l10n.t('read-only');
    case 'write-only':
      return l10n.t('write-only');
    case 'read-only-or-read-write':
      return l10n.t('read-only on some stations');
  }
}

/** "required", "optional", "required if …". */
export function requirementWords({ required, requiredIf }: KeyFacts): string {
  if (required) return l10n.t('required');
  return requiredIf === undefined ? l10n.t('optional') : l10n.t('required if {0}', requiredIf);
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
  if (facts.default !== undefined)
    parts.push(l10n.t('Without a setting: {0}.', quotedValue(facts.default, facts)));
  if (advised.length === 0 && facts.usual !== undefined) {
    const { minimum, maximum, because } = facts.usual;
    const range =
      minimum !== undefined && maximum !== undefined
        ? l10n.t('{0} to {1}', valueWords(minimum, facts.unit), valueWords(maximum, facts.unit))
        : minimum === undefined
          ? l10n.t('at most {0}', valueWords(maximum ?? 0, facts.unit))
          : l10n.t('at least {0}', valueWords(minimum, facts.unit));
    parts.push(l10n.t('Usual: {0}, because {1}.', range, because));
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
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

/** A value from the data in words: `900` of a key in seconds is "900 s (15 min)". */
export function quotedValue(value: string, facts: KeyFacts): string {
  const number = facts.type === 'integer' || facts.type === 'decimal' ? Number(value) : Number.NaN;
  return value === '' ? l10n.t('empty') : Number.isNaN(number) ? value : valueWords(number, facts.unit);
}
