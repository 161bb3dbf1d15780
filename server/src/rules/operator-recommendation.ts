import {
  breachOf,
  breachWords,
  type ComparableValue,
  conditionWords,
  expectationWords,
  type FoundBreach,
  listWords,
  recommendedValue,
  valueWords,
} from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { withUnit } from '../catalog/quantities.ts';
import { type ChosenCase, chooseCase } from '../catalog/recommendations.ts';
import type { Fix, PlainValue } from '../model/problem.ts';
import { withItems } from '../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { brokenLimit } from './support/number-limits.ts';
import { isReportedFact } from './support/purpose.ts';

interface Departure {
  readonly facts: KeyFacts;
  readonly chosen: ChosenCase;
  readonly found: FoundBreach;
  readonly value: ComparableValue;
  /** The value is right for one kind of station, and which kind this is, is not known. */
  readonly rightForSome: boolean;
}

/** A value that goes against the operator's advice. Stands for all `<operator>/<recommendation>` ids. */
export const operatorRecommendation = entryRule<Departure>({
  id: 'operator-recommendation',
  group: 'operator',
  severity: 'warning',
  title: 'Value that the operator advises against',
  find(entry, scope) {
    const { facts } = entry;
    if (facts === undefined || scope.operator === undefined) return undefined;
    const recommendations = scope.operator.for(facts.name);
    if (recommendations.length === 0 || isReportedFact(entry, scope)) return undefined;
    // What the standard forbids is `value-range`'s; one cause, one problem.
    if (entry.value.kind === 'number' && brokenLimit(entry.value.value, facts) !== undefined)
      return undefined;
    const value = comparable(entry, scope);
    if (value === undefined) return undefined;
    const departures: Departure[] = [];
    for (const recommendation of recommendations) {
      const chosen = chooseCase(recommendation, scope.station);
      const found = chosen === undefined ? undefined : breachOf(chosen.case, value);
      if (chosen === undefined || found === undefined) continue;
      const rightForSome = chosen.otherwise.some((other) => breachOf(other, value) === undefined);
      departures.push({ facts, chosen, found, value, rightForSome });
    }
    return departures;
  },
  word(departure, _entry, scope) {
    const { facts, chosen, found, value, rightForSome } = departure;
    const operator = scope.operator?.profile.name ?? '';
    const wanted = expectationWords(chosen.case.expect, facts);
    const because = breachWords(found, value);
    const rule = `${scope.operator?.profile.id}/${chosen.recommendation.id}`;
    if (rightForSome) {
      return {
        rule,
        severity: 'hint',
        what: `${facts.name} is ${comparableWords(value, facts)}, which is right for only one kind of station.`,
        why: `${operator} asks for ${casesWords(chosen, facts)}.`,
        todo: 'Say in the station context whether this station is AC or DC and does smart charging.',
      };
    }
    return {
      rule,
      severity: found.breach.severity,
      what: `${statement(departure, operator, wanted)}: ${because}.`,
      todo: instruction(departure, wanted),
    };
  },
  fix({ facts, chosen, found, value, rightForSome }, entry, scope) {
    const wanted = wantedValue(found, chosen, value, entry, scope);
    if (wanted === undefined) return [];
    const fix: Fix = {
      title:
        found.missing.length > 0
          ? `Add ${listWords(found.missing)}`
          : `Set ${facts.name} to ${typeof wanted === 'number' ? withUnit(wanted, facts.unit) : String(wanted)}`,
      // With the kind of station unknown the right value is unknown too.
      safe: !rightForSome && chosen.otherwise.length === 0,
      changes: [{ kind: 'set-value', entry: entry.entry, value: wanted }],
    };
    return [fix];
  },
});

/** The value as advice can be compared with; undefined where there is none or it is not of the key's type. */
function comparable(
  { value, facts }: ResolvedEntry,
  { catalog }: ResolvedScope,
): ComparableValue | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value };
    case 'boolean':
      return { kind: 'boolean', value: value.value };
    case 'text':
      return { kind: 'text', value: value.text };
    case 'list':
      return {
        kind: 'items',
        names: value.items.map((item) => catalog.measurand(item.text)?.facts.name ?? item.text),
      };
    case 'empty':
      return facts?.type === 'list' ? { kind: 'items', names: [] } : undefined;
    default:
      return undefined;
  }
}

/** What is wrong, up to the colon. */
function statement({ facts, chosen, found, value }: Departure, operator: string, wanted: string): string {
  const { breach, missing } = found;
  if (missing.length > 0) return `${facts.name} lacks ${listWords(missing)}`;
  const is = `${facts.name} is ${comparableWords(value, facts)}`;
  const { expect } = chosen.case;
  if (breach.if === 'equals') return is;
  if ('maximum' in expect) {
    const end = breach.if === 'above' ? expect.maximum : (expect.minimum ?? expect.maximum);
    return `${is}, ${breach.if} the ${withUnit(end, facts.unit)} that ${operator} asks for`;
  }
  const station = chosen.case.when === undefined ? '' : ` for ${conditionWords(chosen.case)}`;
  return `${is}, ${operator} asks for ${wanted}${station}`;
}

function instruction({ facts, chosen, found }: Departure, wanted: string): string {
  if (found.missing.length > 0) return found.missing.length === 1 ? 'Add it.' : 'Add them.';
  if (chosen.otherwise.length > 0) {
    return `Use ${casesWords(chosen, facts)}.`;
  }
  return typeof recommendedValue(chosen.case.expect) === 'boolean'
    ? `Set it to ${wanted}.`
    : `Use ${wanted}.`;
}

/** "900 s (15 min) for AC without smart charging, … and 300 s (5 min) as long as that is not known". */
function casesWords(chosen: ChosenCase, facts: KeyFacts): string {
  const cases = chosen.otherwise.map(
    (other) => `${expectationWords(other.expect, facts)} for ${conditionWords(other)}`,
  );
  return `${cases.join(', ')}; ${expectationWords(chosen.case.expect, facts)} as long as that is not known`;
}

function comparableWords(value: ComparableValue, facts: KeyFacts): string {
  return value.kind === 'items' ? listWords(value.names) : valueWords(value.value, facts.unit);
}

/** What a fix writes; undefined where only a person can know it or the station would refuse it. */
function wantedValue(
  { breach, missing }: FoundBreach,
  chosen: ChosenCase,
  value: ComparableValue,
  entry: ResolvedEntry,
  scope: ResolvedScope,
): PlainValue | undefined {
  if (missing.length > 0) {
    const fitting = missing.slice(0, freePlaces(entry, scope));
    return fitting.length < missing.length ? undefined : withItems(entry.entry.value?.text ?? '', fitting);
  }
  if (breach.set !== undefined) return breach.set;
  const { expect } = chosen.case;
  if ('maximum' in expect && value.kind === 'number' && breach.if === 'below')
    return expect.minimum ?? expect.maximum;
  return recommendedValue(expect);
}

/** How many more items the station's list takes; without a stated limit as many as wanted. */
function freePlaces({ facts, value }: ResolvedEntry, scope: ResolvedScope): number {
  const limitKey = facts?.items?.maxItemsKey;
  const limit = limitKey === undefined ? undefined : scope.entryFor(limitKey)?.value;
  if (limit?.kind !== 'number') return Number.POSITIVE_INFINITY;
  return Math.max(0, limit.value - (value.kind === 'list' ? value.items.length : 0));
}
