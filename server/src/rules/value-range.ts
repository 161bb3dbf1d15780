import type { KeyFacts } from '../catalog/knowledge.ts';
import { rangeWithUnit, withUnit } from '../catalog/quantities.ts';
import type { Fix } from '../model/problem.ts';
import { entryRule } from './rule.ts';
import { isReportedFact, refusal, severityOf } from './support/purpose.ts';

interface OutOfRange {
  readonly facts: KeyFacts;
  readonly value: number;
  /** The limit that is broken, and on which side. */
  readonly limit: number;
  readonly side: 'below' | 'above';
}

/** A number outside what the standard allows. */
export const valueRange = entryRule<OutOfRange>({
  id: 'value-range',
  group: 'values',
  severity: 'error',
  title: 'Number out of range',
  find(entry, scope) {
    const { facts, value } = entry;
    if (facts === undefined || value.kind !== 'number') return undefined;
    const { minimum, maximum } = facts;
    const below = minimum !== undefined && value.value < minimum;
    const above = maximum !== undefined && value.value > maximum;
    if ((!below && !above) || isReportedFact(entry, scope)) return undefined;
    return [
      below
        ? { facts, value: value.value, limit: minimum, side: 'below' }
        : { facts, value: value.value, limit: maximum as number, side: 'above' },
    ];
  },
  word({ facts, value, limit, side }, _entry, scope) {
    const { minimum, maximum, unit } = facts;
    const allowed =
      minimum !== undefined && maximum !== undefined
        ? rangeWithUnit(minimum, maximum, unit)
        : side === 'below'
          ? `${withUnit(limit, unit)} or more`
          : `${withUnit(limit, unit)} or less`;
    return {
      what: `${facts.name} is ${withUnit(value, unit)}; only ${allowed} is allowed.`,
      why: refusal(scope),
      todo: `Use ${allowed}.`,
      severity: severityOf(scope, 'error', 'warning'),
    };
  },
  // Not safe: the nearest end is legal, but whether it was meant nobody knows.
  fix({ facts, limit }, { entry }, _scope): readonly Fix[] {
    return [
      {
        title: `Set ${facts.name} to ${withUnit(limit, facts.unit)}`,
        safe: false,
        changes: [{ kind: 'set-value', entry, value: limit }],
      },
    ];
  },
});
