import * as l10n from '@vscode/l10n';
import {
  breachWords,
  type ComparableValue,
  conditionWords,
  eitherWords,
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
import { type Consequence, consequencesOf, isAsGraveAs } from './cross-key/cross-key.ts';
import { entryRule } from './rule.ts';
import { everyKey } from './support/kinds-of-keys.ts';

/** Advice that a value goes against. */
interface Departure extends KeyAdvice {
  readonly name: string;
  readonly facts: KeyFacts;
  readonly found: FoundBreach;
  readonly value: ComparableValue;
  /** What would be wrong, as grave as this or graver, if this value alone were as asked. */
  readonly consequence: Consequence | undefined;
}

/** Before anybody has asked what would follow from a fix. */
type Judged = Omit<Departure, 'consequence'>;

/** A value that goes against the operator's advice. Stands for all `<operator>/<recommendation>` ids. */
export const operatorRecommendation = entryRule<Departure>({
  id: 'operator-recommendation',
  group: 'operator',
  standsFor: 'many',
  severity: 'warning',
  title: 'Value that the operator advises against',
  since: '0.1.0',
  concerns: everyKey,
  find(entry, scope) {
    const { facts } = entry;
    if (facts === undefined) return undefined;
    return adviceFor(facts, scope, entry).flatMap((advice) => {
      const { found, value } = advice;
      if (found === undefined || value === undefined) return [];
      const departure = { ...advice, name: entry.name, facts, found, value };
      return [{ ...departure, consequence: consequenceOf(departure, entry, scope) }];
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
        what: l10n.t(
          '{0} is {1}, which is right for only one kind of station.',
          departure.name,
          comparableWords(value, facts),
        ),
        why: l10n.t('{0} asks for {1}.', operator, casesWords(chosen, facts)),
        todo: l10n.t(
          'Say which kind it is, in a comment (ocpp-config: current=DC smart-charging=on), the project file or a setting.',
        ),
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
    // A fix must not make things worse: what else has to change first is for a person to say.
    if (wanted === undefined || departure.consequence !== undefined) return [];
    const fix: Fix = {
      title:
        found.missing.length > 0
          ? l10n.t('Add {0}', listWords(found.missing))
          : l10n.t(
              'Set {0} to {1}',
              departure.name,
              typeof wanted === 'number' ? withUnit(wanted, facts.unit) : String(wanted),
            ),
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
  if (missing.length > 0) return l10n.t('{0} lacks {1}', name, listWords(missing));
  const is = l10n.t('{0} is {1}', name, comparableWords(value, facts));
  const { expect } = chosen.case;
  if (breach.if === 'equals') return is;
  if ('maximum' in expect) {
    const end = breach.if === 'above' ? expect.maximum : (expect.minimum ?? expect.maximum);
    const limit = withUnit(end, facts.unit);
    return breach.if === 'above'
      ? l10n.t('{0}, above the {1} that {2} asks for', is, limit, operator)
      : l10n.t('{0}, below the {1} that {2} asks for', is, limit, operator);
  }
  return chosen.case.when === undefined
    ? l10n.t('{0}, {1} asks for {2}', is, operator, wanted)
    : l10n.t('{0}, {1} asks for {2} for {3}', is, operator, wanted, conditionWords(chosen.case));
}

/** Why nothing can be added, where the station's list is full. */
function fullList({ found }: Departure, entry: ResolvedEntry, scope: ResolvedScope): string | undefined {
  if (found.missing.length === 0) return undefined;
  const free = freePlaces(entry, scope);
  if (found.missing.length <= free) return undefined;
  if (free === 0) return l10n.t("The station's list has no place left: leave out what nobody needs first.");
  return free === 1
    ? l10n.t("The station's list has one place left: leave out what nobody needs first.")
    : l10n.t("The station's list has {0} places left: leave out what nobody needs first.", free);
}

function instruction({ facts, chosen, found, consequence }: Departure, wanted: string): string {
  if (consequence !== undefined) {
    return l10n.t('Setting it to {0} alone brings another problem: {1}', wanted, consequence.what);
  }
  if (found.missing.length > 0) return found.missing.length === 1 ? l10n.t('Add it.') : l10n.t('Add them.');
  if (chosen.otherwise.length > 0) {
    return l10n.t('Use, depending on the station: {0}.', casesWords(chosen, facts));
  }
  return typeof recommendedValue(chosen.case.expect) === 'boolean'
    ? l10n.t('Set it to {0}.', wanted)
    : l10n.t('Use {0}.', wanted);
}

/** "900 s (15 min) for AC without smart charging, … and 300 s (5 min) as long as that is not known". */
function casesWords(chosen: ChosenCase, facts: KeyFacts): string {
  const cases = groupedCases(chosen.otherwise, facts).map(({ wanted, stations }) =>
    l10n.t('{0} for {1}', wanted, eitherWords(stations)),
  );
  return l10n.t(
    '{0}; {1} as long as that is not known',
    cases.join(', '),
    expectationWords(chosen.case.expect, facts),
  );
}

function comparableWords(value: ComparableValue, facts: KeyFacts): string {
  return value.kind === 'items' ? listWords(value.names) : valueWords(value.value, facts.unit);
}

/** What following the advice would break that works now, if it is as bad as not following it. */
function consequenceOf(
  departure: Judged,
  entry: ResolvedEntry,
  scope: ResolvedScope,
): Consequence | undefined {
  // A repeated entry, or another one of a family, is not what other keys are looked at with.
  if (scope.entryFor(departure.facts.name) !== entry) return undefined;
  const wanted = wantedValue(departure, entry, scope);
  if (wanted === undefined || departure.rightForSome) return undefined;
  const changes = [{ kind: 'set-value', entry: entry.entry, value: wanted }] as const;
  return consequencesOf(changes, scope).find(isAsGraveAs(departure.found.breach.severity));
}

/** What a fix writes; undefined where only a person can know it or the station would refuse it. */
function wantedValue(departure: Judged, entry: ResolvedEntry, scope: ResolvedScope): PlainValue | undefined {
  const { missing } = departure.found;
  if (missing.length === 0) {
    const value = advisedScalar(departure);
    return value === undefined ? undefined : asWritten(value, departure.facts, scope);
  }
  return missing.length > freePlaces(entry, scope)
    ? undefined
    : withItems(entry.entry.value?.text ?? '', missing);
}
