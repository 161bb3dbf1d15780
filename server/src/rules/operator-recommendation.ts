import {
  breachWords,
  type ComparableValue,
  conditionWords,
  expectationWords,
  type FoundBreach,
  groupedCases,
  listWords,
  recommendedValue,
  valueWords,
} from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { withUnit } from '../catalog/quantities.ts';
import type { ChosenCase } from '../catalog/recommendations.ts';
import type { Fix, PlainValue } from '../model/problem.ts';
import { adviceFor, advisedScalar, freePlaces, type KeyAdvice } from '../resolve/advice.ts';
import { withItems } from '../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { asWritten } from '../resolve/written-value.ts';
import { entryRule } from './rule.ts';

/** Advice that a value goes against. */
interface Departure extends KeyAdvice {
  readonly name: string;
  readonly facts: KeyFacts;
  readonly found: FoundBreach;
  readonly value: ComparableValue;
}

/** A value that goes against the operator's advice. Stands for all `<operator>/<recommendation>` ids. */
export const operatorRecommendation = entryRule<Departure>({
  id: 'operator-recommendation',
  group: 'operator',
  standsFor: 'many',
  severity: 'warning',
  title: 'Value that the operator advises against',
  since: '0.1.0',
  needsFacts: true,
  find(entry, scope) {
    const { facts } = entry;
    if (facts === undefined) return undefined;
    return adviceFor(facts, scope, entry).flatMap((advice) => {
      const { found, value } = advice;
      return found === undefined || value === undefined
        ? []
        : [{ ...advice, name: entry.name, facts, found, value }];
    });
  },
  word(departure, entry, scope) {
    const { facts, chosen, found, value, rightForSome } = departure;
    const operator = scope.operator?.profile.name ?? '';
    const wanted = expectationWords(chosen.case.expect, facts);
    const because = breachWords(found, value);
    const rule = `${scope.operator?.profile.id}/${chosen.recommendation.id}`;
    if (rightForSome) {
      return {
        rule,
        severity: 'hint',
        what: `${departure.name} is ${comparableWords(value, facts)}, which is right for only one kind of station.`,
        why: `${operator} asks for ${casesWords(chosen, facts)}.`,
        todo: 'Say which kind it is, in a comment (ocpp-config: current=DC smart-charging=on), the project file or a setting.',
      };
    }
    return {
      rule,
      severity: found.breach.severity,
      what: `${statement(departure, operator, wanted)}: ${because}.`,
      todo: fullList(departure, entry, scope) ?? instruction(departure, wanted),
    };
  },
  fix(departure, entry, scope) {
    const { facts, chosen, found, rightForSome } = departure;
    const wanted = wantedValue(departure, entry, scope);
    if (wanted === undefined) return [];
    const fix: Fix = {
      title:
        found.missing.length > 0
          ? `Add ${listWords(found.missing)}`
          : `Set ${departure.name} to ${typeof wanted === 'number' ? withUnit(wanted, facts.unit) : String(wanted)}`,
      // With the kind of station unknown the right value is unknown too.
      safe: !rightForSome && chosen.otherwise.length === 0,
      changes: [{ kind: 'set-value', entry: entry.entry, value: wanted }],
    };
    return [fix];
  },
});

/** What is wrong, up to the colon. */
function statement(
  { name, facts, chosen, found, value }: Departure,
  operator: string,
  wanted: string,
): string {
  const { breach, missing } = found;
  if (missing.length > 0) return `${name} lacks ${listWords(missing)}`;
  const is = `${name} is ${comparableWords(value, facts)}`;
  const { expect } = chosen.case;
  if (breach.if === 'equals') return is;
  if ('maximum' in expect) {
    const end = breach.if === 'above' ? expect.maximum : (expect.minimum ?? expect.maximum);
    return `${is}, ${breach.if} the ${withUnit(end, facts.unit)} that ${operator} asks for`;
  }
  const station = chosen.case.when === undefined ? '' : ` for ${conditionWords(chosen.case)}`;
  return `${is}, ${operator} asks for ${wanted}${station}`;
}

/** Why nothing can be added, where the station's list is full. */
function fullList({ found }: Departure, entry: ResolvedEntry, scope: ResolvedScope): string | undefined {
  if (found.missing.length === 0) return undefined;
  const free = freePlaces(entry, scope);
  if (found.missing.length <= free) return undefined;
  const room = free === 0 ? 'no place' : free === 1 ? 'one place' : `${free} places`;
  return `The station's list has ${room} left: leave out what nobody needs first.`;
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
  const cases = groupedCases(chosen.otherwise, facts).map(
    ({ wanted, stations }) => `${wanted} for ${stations.join(' or ')}`,
  );
  return `${cases.join(', ')}; ${expectationWords(chosen.case.expect, facts)} as long as that is not known`;
}

function comparableWords(value: ComparableValue, facts: KeyFacts): string {
  return value.kind === 'items' ? listWords(value.names) : valueWords(value.value, facts.unit);
}

/** What a fix writes; undefined where only a person can know it or the station would refuse it. */
function wantedValue(
  departure: Departure,
  entry: ResolvedEntry,
  scope: ResolvedScope,
): PlainValue | undefined {
  const { missing } = departure.found;
  if (missing.length === 0) {
    const value = advisedScalar(departure);
    return value === undefined ? undefined : asWritten(value, departure.facts, scope);
  }
  return missing.length > freePlaces(entry, scope)
    ? undefined
    : withItems(entry.entry.value?.text ?? '', missing);
}
