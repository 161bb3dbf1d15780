import * as l10n from '@vscode/l10n';
import { breachOf } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { type BrokenLimit, brokenLimit } from '../catalog/number-limits.ts';
import { rangeWithUnit, withUnit } from '../catalog/quantities.ts';
import type { Fix } from '../model/problem.ts';
import { adviceFor, recommendedFor } from '../resolve/advice.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { refusal, severityOf } from './support/purpose.ts';

interface OutOfRange extends BrokenLimit {
  readonly facts: KeyFacts;
  readonly value: number;
}

/** A number outside what the standard allows. */
export const valueRange = entryRule<OutOfRange>({
  id: 'value-range',
  group: 'values',
  severity: 'error',
  title: 'Number out of range',
  since: '0.1.0',
  concerns: (facts) => facts.type === 'integer' || facts.type === 'decimal',
  find(entry, scope) {
    const { facts, value } = entry;
    if (facts === undefined || value.kind !== 'number') return undefined;
    const broken = brokenLimit(value.value, facts);
    if (broken === undefined || isReportedFact(entry, scope)) return undefined;
    return [{ facts, value: value.value, ...broken }];
  },
  word({ facts, value, limit, side }, { name }, scope) {
    const { minimum, maximum, unit } = facts;
    const allowed =
      minimum !== undefined && maximum !== undefined
        ? rangeWithUnit(minimum, maximum, unit)
        : side === 'below'
          ? l10n.t('{0} or more', withUnit(limit, unit))
          : l10n.t('{0} or less', withUnit(limit, unit));
    return {
      what: l10n.t('{0} is {1}; only {2} is allowed.', name, withUnit(value, unit), allowed),
      why: refusal(scope),
      todo: l10n.t('Use {0}.', allowed),
      severity: severityOf(scope, 'error', 'warning'),
    };
  },
  // Not safe: a legal value is known, but not whether it was meant.
  fix({ facts, limit }, { entry, name }, scope): readonly Fix[] {
    const advised = advisedNumber(facts, scope);
    // What the operator advises against would only be the next problem.
    const values = advised !== undefined && isAdvisedAgainst(limit, facts, scope) ? [] : [limit];
    return [...new Set([...(advised === undefined ? [] : [advised]), ...values])].map((value) => ({
      title: l10n.t('Set {0} to {1}', name, withUnit(value, facts.unit)),
      safe: false,
      changes: [{ kind: 'set-value', entry, value }],
    }));
  },
});

function isAdvisedAgainst(value: number, facts: KeyFacts, scope: ResolvedScope): boolean {
  return adviceFor(facts, scope).some(({ chosen }) => breachOf(chosen.case, { kind: 'number', value }));
}

/** What the operator asks for on this station, where it is a number. */
function advisedNumber(facts: KeyFacts, scope: ResolvedScope): number | undefined {
  const value = recommendedFor(facts, scope);
  return typeof value === 'number' ? value : undefined;
}
