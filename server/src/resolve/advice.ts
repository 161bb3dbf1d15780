import {
  breachOf,
  type ComparableValue,
  type FoundBreach,
  recommendedValue,
} from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { brokenLimit } from '../catalog/number-limits.ts';
import type { Expectation, Recommendation } from '../catalog/operator-profile.ts';
import { type ChosenCase, chooseCase } from '../catalog/recommendations.ts';
import { rolesOf, type VendorNotes } from '../catalog/vendor-knowledge.ts';
import type { PlainValue } from '../model/problem.ts';
import { listLimit } from './list-limit.ts';
import { isReportedFact } from './reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from './resolve.ts';

/** A recommendation for a key on a scope's station, and how an entry keeps to it. */
export interface KeyAdvice {
  readonly recommendation: Recommendation;
  readonly chosen: ChosenCase;
  /** The entry's value; undefined where there is none that could be compared. */
  readonly value: ComparableValue | undefined;
  /** How the value goes against the advice; undefined when it does not. */
  readonly found: FoundBreach | undefined;
  /** The value is right for one kind of station, and which kind this is, is not known. */
  readonly rightForSome: boolean;
}

/** What the operator asks for a key on this station; with an entry also whether its value is as asked. */
export function adviceFor(
  facts: KeyFacts,
  scope: ResolvedScope,
  entry?: ResolvedEntry,
): readonly KeyAdvice[] {
  const recommendations = recommendationsFor(facts, scope);
  if (recommendations.length === 0) return [];
  const judged = entry === undefined || isReportedFact(entry, scope) ? undefined : entry;
  const value = judged === undefined ? undefined : comparableValue(judged, scope);
  return recommendations.flatMap((recommendation) => {
    const chosen = chooseCase(recommendation, scope.station);
    if (chosen === undefined) return [];
    const found = value === undefined ? undefined : breachOf(chosen.case, value);
    const rightForSome =
      value !== undefined && chosen.otherwise.some((other) => breachOf(other, value) === undefined);
    return [{ recommendation, chosen, value, found, rightForSome: rightForSome && found !== undefined }];
  });
}

/** What to write so that a value keeps to advice for a single value: for a range its nearer end. */
export function advisedScalar({ chosen, found }: KeyAdvice): PlainValue | undefined {
  const { expect } = chosen.case;
  if (found?.breach.set !== undefined) return found.breach.set;
  if (found?.breach.if === 'below' && 'maximum' in expect) return expect.minimum ?? expect.maximum;
  return recommendedValue(expect);
}

/** How many more items the station's list takes; as many as wanted where no limit is known. */
export function freePlaces(entry: ResolvedEntry, scope: ResolvedScope): number {
  const known = listLimit(entry, scope);
  if (known === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, known.limit - (entry.value.kind === 'list' ? entry.value.items.length : 0));
}

/** The recommendations for a key, as this vendor's stations can follow them. */
function recommendationsFor(
  facts: KeyFacts,
  { operator, catalog }: ResolvedScope,
): readonly Recommendation[] {
  if (operator === undefined) return [];
  const notes = catalog.vendorNotes(facts);
  if (notes === undefined) return operator.for(facts.name);
  // Of the settings that vendors name differently only a timeout is a value to compare; the others have their rule.
  const byRole = rolesOf(notes, facts.name).includes('authorization-timeout')
    ? [operator.forRole('authorization-timeout')]
    : [];
  return [...operator.for(facts.name), ...byRole].flatMap((recommendation) =>
    recommendation === undefined ? [] : bentRecommendation(recommendation, notes),
  );
}

/** The same advice in the vendor's unit and without what its stations refuse; none where nothing is left of it. */
function bentRecommendation(recommendation: Recommendation, notes: VendorNotes): readonly Recommendation[] {
  const cases = recommendation.cases.map((candidate) => ({
    ...candidate,
    expect: bentExpectation(candidate.expect, notes),
    breaches: candidate.breaches.map((breach) =>
      typeof breach.set === 'number' ? { ...breach, set: breach.set / notes.unitsPerStep } : breach,
    ),
  }));
  const isEmpty = cases.every(({ expect }) => 'includes' in expect && expect.includes.length === 0);
  return isEmpty ? [] : [{ ...recommendation, cases }];
}

function bentExpectation(expect: Expectation, { unitsPerStep, refusedItems }: VendorNotes): Expectation {
  if ('includes' in expect) {
    return { includes: expect.includes.filter((item) => !refusedItems.includes(item)) };
  }
  if ('value' in expect) {
    return typeof expect.value === 'number' ? { value: expect.value / unitsPerStep } : expect;
  }
  if ('replaced' in expect) return expect;
  const maximum = expect.maximum / unitsPerStep;
  return expect.minimum === undefined ? { maximum } : { minimum: expect.minimum / unitsPerStep, maximum };
}

/** A value as advice can be compared with; undefined where there is none or it is not of the key's type. */
function comparableValue(
  { value, facts }: ResolvedEntry,
  { catalog }: ResolvedScope,
): ComparableValue | undefined {
  switch (value.kind) {
    case 'number':
      // What the standard forbids is no question of advice.
      return facts !== undefined && brokenLimit(value.value, facts) !== undefined
        ? undefined
        : { kind: 'number', value: value.value };
    case 'boolean':
      return { kind: 'boolean', value: value.value };
    case 'text':
      return { kind: 'text', value: value.text };
    case 'list':
      return {
        kind: 'items',
        names: value.items.map(({ text }) => catalog.measurand(text)?.facts.name ?? text),
      };
    case 'empty':
      return facts?.type === 'list' ? { kind: 'items', names: [] } : undefined;
    default:
      return undefined;
  }
}

/** What to write for a key that has no value yet; undefined where the operator asks for nothing in particular. */
export function recommendedFor(facts: KeyFacts, scope: ResolvedScope): PlainValue | undefined {
  const values = adviceFor(facts, scope).flatMap(({ chosen }) => {
    const value = recommendedValue(chosen.case.expect);
    return value === undefined ? [] : [value];
  });
  if (values.length < 2 || facts.type !== 'list') return values[0];
  // Several recommendations may each ask for items of the same list.
  return [...new Set(values.flatMap((value) => String(value).split(',')))].join(',');
}
