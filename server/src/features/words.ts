import type { Catalog } from '../catalog/catalog.ts';
import { conditionWords, expectationWords, valueWords } from '../catalog/expectations.ts';
import type { KeyFacts, ListFacts } from '../catalog/knowledge.ts';
import type { OperatorProfile, RecommendationCase } from '../catalog/operator-profile.ts';
import { inWords, withUnit } from '../catalog/quantities.ts';
import type { Conclusion, StationContext } from '../model/station.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import type { KeyAdvice } from './advice.ts';
import { escaped, link } from './markdown.ts';

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
      return `list: ${choiceWords((items.values ?? []).map(({ value }) => value))}`;
    default:
      return 'list';
  }
}

function choiceWords(values: readonly string[]): string {
  if (values.length > MOST_LISTED) return `${values.length} words to choose from`;
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

/** "900 s = 15 min", "16 A", "30": a number as a person says it. */
export function quantityWords(value: number, facts: KeyFacts): string {
  const words = inWords(value, facts.unit);
  const written = withUnit(value, facts.unit);
  return words === undefined ? written : `${written} = ${words}`;
}

/** The recommendations for a key, each with its reason. */
export function adviceParagraphs(
  advice: readonly KeyAdvice[],
  facts: KeyFacts,
  { operator, station }: ResolvedScope,
): readonly string[] {
  if (operator === undefined) return [];
  return advice.map((one) => {
    const mandatory = one.recommendation.mandatory ? ' (mandatory)' : '';
    return `${escaped(operator.profile.name)} asks for ${advicePhrase(one, facts, station)}${mandatory}. ${escaped(one.recommendation.reason)}`;
  });
}

/** What the operator asks for, on this station or, as long as its kind is not known, on each kind of it; Markdown. */
function advicePhrase(advice: KeyAdvice, facts: KeyFacts, station: StationContext): string {
  const { chosen } = advice;
  if (chosen.otherwise.length === 0) {
    const wanted = `**${escaped(expectationWords(chosen.case.expect, facts))}**`;
    return chosen.case.when === undefined ? wanted : `${wanted} for ${stationPhrase(chosen.case, station)}`;
  }
  const cases = groupedCases(chosen.otherwise, facts).map(
    ({ wanted, stations }) => `**${escaped(wanted)}** for ${stations.join(' or ')}`,
  );
  return `${cases.join(', ')}; ${escaped(expectationWords(chosen.case.expect, facts))} as long as that is not known`;
}

/** Cases that ask for the same, said once. */
function groupedCases(
  cases: readonly RecommendationCase[],
  facts: KeyFacts,
): readonly { readonly wanted: string; readonly stations: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const candidate of cases) {
    const wanted = expectationWords(candidate.expect, facts);
    const stations = groups.get(wanted);
    if (stations === undefined) groups.set(wanted, [conditionWords(candidate)]);
    else stations.push(conditionWords(candidate));
  }
  return [...groups].map(([wanted, stations]) => ({ wanted, stations }));
}

/** "DC with smart charging (SoC is among the measurands; …)": the kind of station, and why we think it is one. */
function stationPhrase(chosen: RecommendationCase, { current, smartCharging }: StationContext): string {
  const conclusions: readonly Conclusion<unknown>[] = [
    ...(chosen.when?.current === undefined ? [] : [current]),
    ...(chosen.when?.smartCharging === undefined ? [] : [smartCharging]),
  ];
  const reasons = new Set(conclusions.map(({ because }) => because).filter((because) => because !== ''));
  const because = reasons.size === 0 ? '' : ` (${[...reasons].map(escaped).join('; ')})`;
  return `${conditionWords(chosen)}${because}`;
}

/** "Default: 30 s." or what stands for it where the standard has none; undefined where an operator has spoken. */
export function usualPhrase(facts: KeyFacts, advised: readonly KeyAdvice[]): string | undefined {
  const parts: string[] = [];
  if (facts.default !== undefined) parts.push(`Without a setting: ${quotedValue(facts.default, facts)}.`);
  if (advised.length === 0 && facts.usual !== undefined) {
    const { minimum, maximum, because } = facts.usual;
    const range =
      minimum !== undefined && maximum !== undefined
        ? `${quantityWords(minimum, facts)} to ${quantityWords(maximum, facts)}`
        : minimum === undefined
          ? `at most ${quantityWords(maximum ?? 0, facts)}`
          : `at least ${quantityWords(minimum, facts)}`;
    parts.push(`Usual: ${range}, because ${because}.`);
  }
  return parts.length === 0 ? undefined : escaped(parts.join(' '));
}

/** "`0`: no pings": values that mean something of their own. */
export function specialValues(facts: KeyFacts): string | undefined {
  const sentences = (facts.special ?? []).flatMap(({ value, meaning }) =>
    meaning === undefined
      ? []
      : [`${value === '' ? 'Empty' : `**${escaped(quotedValue(value, facts))}**`}: ${escaped(meaning)}`],
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** A value from the data in words: `900` of a key in seconds is "900 s (15 min)". */
export function quotedValue(value: string, facts: KeyFacts): string {
  const number = facts.type === 'integer' || facts.type === 'decimal' ? Number(value) : Number.NaN;
  return value === '' ? 'empty' : Number.isNaN(number) ? value : valueWords(number, facts.unit);
}

/** Where the facts of a key are from, as links: the document that defines it, and the operator's where it advises. */
export function sourceLine(facts: KeyFacts, catalog: Catalog, operator: OperatorProfile | undefined): string {
  const { source: id, section } = facts.definedIn;
  const definition = catalog.source(id);
  const links = [
    `${link(definition?.title ?? id, definition?.url)}${section === undefined ? '' : `, ${escaped(section)}`}`,
    ...(operator === undefined ? [] : [link(operator.source.title, operator.source.url)]),
  ];
  const doubt = {
    standard: '',
    'second-hand': ' (known at second hand)',
    'single-implementation': ' (known from one implementation only)',
  }[facts.confidence];
  return `Source: ${links.join(' · ')}${doubt}`;
}
