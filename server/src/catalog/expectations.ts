import * as l10n from '@vscode/l10n';
import type { KeyFacts, Unit } from './knowledge.ts';
import type { Breach, Expectation, RecommendationCase } from './operator-profile.ts';
import { inWords, rangeWithUnit, withUnit } from './quantities.ts';

/** A configured value in the form that an expectation can be compared with. */
export type ComparableValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  /** Items without what only says where they are measured: a phase is no other measurand. */
  | { readonly kind: 'items'; readonly names: readonly string[] };

/** How a value goes against advice. */
export interface FoundBreach {
  readonly breach: Breach;
  /** The wanted items that a list lacks; empty for other values. */
  readonly missing: readonly string[];
}

/** The first breach that holds for a value; undefined when the value is as advised. */
export function breachOf(candidate: RecommendationCase, value: ComparableValue): FoundBreach | undefined {
  const missing = missingItems(candidate.expect, value);
  const breach = candidate.breaches.find((possible) => holds(possible, candidate.expect, value, missing));
  return breach === undefined ? undefined : { breach, missing };
}

/** What to write where nothing is written yet; for a range its longer end, which costs least. */
export function recommendedValue(expect: Expectation): number | boolean | string | undefined {
  if ('value' in expect) return expect.value;
  if ('includes' in expect) return expect.includes.join(',');
  return 'maximum' in expect ? expect.maximum : undefined;
}

/** The advice as the object of "use": "60 to 180 s", "900 s (15 min)", "true", "A, B and C". */
export function expectationWords(expect: Expectation, facts: KeyFacts): string {
  if ('includes' in expect) return listWords(expect.includes);
  if ('value' in expect) return valueWords(expect.value, facts.unit);
  if ('replaced' in expect) return l10n.t('a value of your own');
  return expect.minimum === undefined
    ? l10n.t('{0} or less', withUnit(expect.maximum, facts.unit))
    : rangeWithUnit(expect.minimum, expect.maximum, facts.unit);
}

/** "900 s (15 min)", "true", "0": nothing needs no unit. */
export function valueWords(value: number | boolean | string, unit: Unit | undefined): string {
  if (typeof value !== 'number' || value === 0) return String(value);
  const words = inWords(value, unit);
  return words === undefined ? withUnit(value, unit) : `${withUnit(value, unit)} (${words})`;
}

/** "AC with smart charging", "any station". */
export function conditionWords({ when }: RecommendationCase): string {
  const smart =
    when?.smartCharging === undefined
      ? ''
      : when.smartCharging
        ? l10n.t('with smart charging')
        : l10n.t('without smart charging');
  return [when?.current, smart].filter((part) => part).join(' ') || l10n.t('any station');
}

/** Cases that ask for the same, said once: what each asks for, and of which stations. */
export function groupedCases(
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

/** "A", "A and B", "A, B and C". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return l10n.t('nothing');
  return items.length === 1 ? last : l10n.t('{0} and {1}', items.slice(0, -1).join(', '), last);
}

/** "A", "A or B", "A, B or C". */
export function eitherWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : l10n.t('{0} or {1}', items.slice(0, -1).join(', '), last);
}

/** A breach's clause with its placeholders filled in. */
export function breachWords({ breach, missing }: FoundBreach, value: ComparableValue): string {
  const seconds = value.kind === 'number' && value.value > 0 ? value.value : undefined;
  const often = (period: number) => (seconds === undefined ? l10n.t('many') : timesWords(period / seconds));
  return breach.because
    .replaceAll('{perMinute}', often(60))
    .replaceAll('{perHour}', often(3_600))
    .replaceAll('{perDay}', often(86_400))
    .replaceAll('{items}', listWords(missing));
}

/** "6", "1.3": how often something happens, as exact as it matters. */
function timesWords(times: number): string {
  return String(times < 10 ? Math.round(times * 10) / 10 : Math.round(times));
}

function missingItems(expect: Expectation, value: ComparableValue): readonly string[] {
  if (!('includes' in expect) || value.kind !== 'items') return [];
  return expect.includes.filter((wanted) => !value.names.includes(wanted));
}

function holds(
  breach: Breach,
  expect: Expectation,
  value: ComparableValue,
  missing: readonly string[],
): boolean {
  switch (breach.if) {
    case 'equals':
      return value.kind !== 'items' && value.value === breach.value;
    case 'missing-items':
      return missing.length > 0;
    case 'differs':
      return 'value' in expect && value.kind !== 'items' && value.value !== expect.value;
    case 'above': {
      const most = 'value' in expect ? expect.value : 'maximum' in expect ? expect.maximum : undefined;
      return value.kind === 'number' && typeof most === 'number' && value.value > most;
    }
    case 'below': {
      const least = 'value' in expect ? expect.value : 'minimum' in expect ? expect.minimum : undefined;
      return value.kind === 'number' && typeof least === 'number' && value.value < least;
    }
    case 'unchanged':
      // Only a vendor pack knows the factory's value.
      return false;
  }
}
