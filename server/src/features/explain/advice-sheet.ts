import * as l10n from '@vscode/l10n';
import { breachWords, conditionWords, expectationWords, valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts } from '../../catalog/knowledge.ts';
import type { Breach, Recommendation, RecommendationCase } from '../../catalog/operator-profile.ts';
import { severityWords } from '../severity-words.ts';
import type { KeyContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** What an operator asks for a key: for each kind of station, why, and how bad it is to do otherwise. */
export function writeAdvice(facts: KeyFacts, { operator }: KeyContext, sheet: SheetWriter): void {
  if (operator === undefined) return;
  const { profile } = operator;
  for (const recommendation of operator.for(facts.name)) {
    const { name } = profile;
    const id = `${profile.id}/${recommendation.id}`;
    sheet.section(
      recommendation.mandatory === true
        ? l10n.t('{0} asks for ({1}, mandatory)', name, id)
        : l10n.t('{0} asks for ({1})', name, id),
      casesByBreaches(recommendation).map((cases) => ({
        text: cases.map((one) => caseWords(one, recommendation, facts)).join('; '),
        below: (cases[0]?.breaches ?? []).map((breach) => breachLine(breach, facts)),
      })),
    );
    sheet.paragraph(l10n.t('Why: {0}', recommendation.reason));
    if (recommendation.reading !== undefined)
      sheet.paragraph(l10n.t('How we read it: {0}', recommendation.reading));
  }
  sheet.section(l10n.t('{0} says', profile.name), operator.textsFor(facts.name));
}

function caseWords(one: RecommendationCase, { cases }: Recommendation, facts: KeyFacts): string {
  const wanted = expectationWords(one.expect, facts);
  if (cases.length === 1) return wanted;
  return one.when === undefined
    ? l10n.t('otherwise, or when that is not known: {0}', wanted)
    : `${conditionWords(one)}: ${wanted}`;
}

/** Cases that judge other values alike, together. */
function casesByBreaches({ cases }: Recommendation): readonly (readonly RecommendationCase[])[] {
  const groups = new Map<string, RecommendationCase[]>();
  for (const one of cases) {
    const breaches = JSON.stringify(one.breaches);
    const group = groups.get(breaches);
    if (group === undefined) groups.set(breaches, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function breachLine(breach: Breach, facts: KeyFacts): string {
  // Without a value there are no numbers to fill in, so the sentence speaks of many.
  const because = breachWords({ breach, missing: [] }, { kind: 'text', value: '' });
  return l10n.t(
    '{0}: {1}, because {2}',
    BREACHES[breach.if](breach, facts),
    severityWords(breach.severity),
    because,
  );
}

const BREACHES: Readonly<Record<Breach['if'], (breach: Breach, facts: KeyFacts) => string>> = {
  equals: ({ value }, facts) => (value === undefined ? l10n.t('that value') : valueWords(value, facts.unit)),
  above: () => l10n.t('more than that'),
  below: () => l10n.t('less than that'),
  differs: () => l10n.t('another value'),
  'missing-items': () => l10n.t('items missing'),
  unchanged: () => l10n.t("left at the factory's value"),
};
