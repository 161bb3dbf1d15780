import { breachWords, conditionWords, expectationWords, valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts } from '../../catalog/knowledge.ts';
import type { Breach, Recommendation, RecommendationCase } from '../../catalog/operator-profile.ts';
import type { ExplainContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** What an operator asks for a key: for each kind of station, why, and how bad it is to do otherwise. */
export function writeAdvice(facts: KeyFacts, { operator }: ExplainContext, sheet: SheetWriter): void {
  if (operator === undefined) return;
  const { profile } = operator;
  for (const recommendation of operator.for(facts.name)) {
    const mandatory = recommendation.mandatory ? ', mandatory' : '';
    sheet.section(
      `${profile.name} asks for (${profile.id}/${recommendation.id}${mandatory})`,
      casesByBreaches(recommendation).map((cases) => ({
        text: cases.map((one) => caseWords(one, recommendation, facts)).join('; '),
        below: (cases[0]?.breaches ?? []).map((breach) => breachLine(breach, facts)),
      })),
    );
    sheet.paragraph(`Why: ${recommendation.reason}`);
    if (recommendation.reading !== undefined) sheet.paragraph(`How we read it: ${recommendation.reading}`);
  }
  sheet.section(`${profile.name} says`, operator.textsFor(facts.name));
}

function caseWords(one: RecommendationCase, { cases }: Recommendation, facts: KeyFacts): string {
  const wanted = expectationWords(one.expect, facts);
  if (cases.length === 1) return wanted;
  return one.when === undefined
    ? `otherwise, or when that is not known: ${wanted}`
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
  return `${BREACHES[breach.if](breach, facts)}: ${breach.severity}, because ${because}`;
}

const BREACHES: Readonly<Record<Breach['if'], (breach: Breach, facts: KeyFacts) => string>> = {
  equals: ({ value }, facts) => (value === undefined ? 'that value' : valueWords(value, facts.unit)),
  above: () => 'more than that',
  below: () => 'less than that',
  differs: () => 'another value',
  'missing-items': () => 'items missing',
  unchanged: () => "left at the factory's value",
};
