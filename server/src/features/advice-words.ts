import * as l10n from '@vscode/l10n';
import {
  breachWords,
  conditionWords,
  eitherWords,
  expectationWords,
  groupedCases,
  listWords,
} from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { RecommendationCase } from '../catalog/operator-profile.ts';
import { withUnit } from '../catalog/quantities.ts';
import type { Conclusion, StationContext } from '../model/station.ts';
import type { KeyAdvice } from '../resolve/advice.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { escaped } from './markdown.ts';

/** Whether a value is known to be just what all the advice asks for. */
export function isFollowed(advice: readonly KeyAdvice[]): boolean {
  return (
    advice.length > 0 &&
    advice.every(
      ({ value, found, chosen }) =>
        value !== undefined && found === undefined && chosen.otherwise.length === 0,
    )
  );
}

/** Each piece of advice with its reason, one paragraph for each; Markdown. */
export function adviceParagraphs(
  advice: readonly KeyAdvice[],
  facts: KeyFacts,
  { operator, station }: ResolvedScope,
): readonly string[] {
  if (operator === undefined) return [];
  return advice.map((one) => {
    const asked = advicePhrase(one, facts, station);
    const name = escaped(operator.profile.name);
    const reason = escaped(one.recommendation.reason);
    return one.recommendation.mandatory === true
      ? l10n.t('{0} asks for {1} (mandatory). {2}', name, asked, reason)
      : l10n.t('{0} asks for {1}. {2}', name, asked, reason);
  });
}

/** ", as GreenFlux asks for DC with smart charging (…). " and the reasons: the end of a sentence about a value. */
export function followedPhrase(
  advice: readonly KeyAdvice[],
  facts: KeyFacts,
  { operator, station }: ResolvedScope,
): string {
  const details = advice.flatMap(({ chosen }) => {
    const { when, expect } = chosen.case;
    const kind = when === undefined ? [] : [l10n.t('for {0}', stationPhrase(chosen.case, station))];
    return 'maximum' in expect ? [...kind, `(${escaped(expectationWords(expect, facts))})`] : kind;
  });
  const asked = [l10n.t('as {0} asks', escaped(operator?.profile.name ?? '')), ...details].join(' ');
  const reasons = advice.map(({ recommendation }) => escaped(recommendation.reason));
  return `, ${asked}. ${reasons.join(' ')}`;
}

/** "; below 60 to 180 s", "; without A and B": how a value goes against the advice. Empty where it does not. */
export function departurePhrase(advice: readonly KeyAdvice[], facts: KeyFacts): string {
  const departures = advice.flatMap((one) => departure(one, facts));
  return departures.length === 0 ? '' : `, ${escaped(listWords(departures))}`;
}

/** What going against the advice does in the field; a clause, empty where nothing goes against it. */
export function consequencePhrase(advice: readonly KeyAdvice[]): string {
  const consequences = advice.flatMap(({ found, value, rightForSome }) =>
    found === undefined || value === undefined || rightForSome ? [] : [breachWords(found, value)],
  );
  return escaped(consequences.join('; '));
}

function departure({ chosen, found, rightForSome }: KeyAdvice, facts: KeyFacts): readonly string[] {
  if (found === undefined) return [];
  if (rightForSome) return [l10n.t('right for only one kind of station')];
  if (found.missing.length > 0) return [l10n.t('without {0}', listWords(found.missing))];
  const { expect } = chosen.case;
  const wanted =
    'value' in expect && typeof expect.value === 'number'
      ? withUnit(expect.value, facts.unit)
      : expectationWords(expect, facts);
  switch (found.breach.if) {
    case 'above':
      return [l10n.t('above {0}', wanted)];
    case 'below':
      return [l10n.t('below {0}', wanted)];
    default:
      return [l10n.t('not {0}', wanted)];
  }
}

/** What the operator asks for, on this station or, as long as its kind is not known, on each kind of it. */
function advicePhrase({ chosen }: KeyAdvice, facts: KeyFacts, station: StationContext): string {
  if (chosen.otherwise.length === 0) {
    const wanted = `**${escaped(expectationWords(chosen.case.expect, facts))}**`;
    return chosen.case.when === undefined
      ? wanted
      : l10n.t('{0} for {1}', wanted, stationPhrase(chosen.case, station));
  }
  const cases = groupedCases(chosen.otherwise, facts).map(({ wanted, stations }) =>
    l10n.t('{0} for {1}', `**${escaped(wanted)}**`, eitherWords(stations)),
  );
  return l10n.t(
    '{0}; {1} as long as that is not known',
    cases.join(', '),
    escaped(expectationWords(chosen.case.expect, facts)),
  );
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
