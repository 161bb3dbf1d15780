import type { Comparison, Factor, KeyTest } from '../../catalog/cross-key-rule.ts';
import { brokenLimit } from '../../catalog/number-limits.ts';
import { isReportedFact } from '../../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import type { Answer } from './answer.ts';

/**
 * The number that a key has, in the standard's unit; undefined also for one that the key cannot have, since that is a
 * mistake of its own. What a station reports of itself counts whatever it is.
 */
export function numberOf(key: string, scope: ResolvedScope): number | undefined {
  const entry = scope.entryFor(key);
  return entry && numberIn(entry, scope);
}

/** The same of an entry. */
export function numberIn(entry: ResolvedEntry, scope: ResolvedScope): number | undefined {
  if (entry.value.kind !== 'number' || entry.facts === undefined) return undefined;
  if (brokenLimit(entry.value.value, entry.facts) !== undefined && !isReportedFact(entry, scope)) {
    return undefined;
  }
  return entry.value.value * (scope.catalog.vendorNotes(entry.facts)?.unitsPerStep ?? 1);
}

/** The product of a comparison; undefined where a factor is not known. */
export function productOf({ product }: Comparison, scope: ResolvedScope): number | undefined {
  let result = 1;
  for (const factor of product) {
    const number = factorOf(factor, scope);
    if (number === undefined) return undefined;
    result *= number;
  }
  return result;
}

/** A limit is a number or the name of the key that has it. */
export type Limits = Pick<KeyTest, 'above' | 'atLeast' | 'below' | 'atMost'>;

/** When a number keeps to a limit, by the kind of limit. */
export const KEEPS: Readonly<Record<keyof Limits, (number: number, limit: number) => boolean>> = {
  above: (number, limit) => number > limit,
  atLeast: (number, limit) => number >= limit,
  below: (number, limit) => number < limit,
  atMost: (number, limit) => number <= limit,
};
const KINDS = Object.keys(KEEPS) as readonly (keyof Limits)[];

/** Whether a number keeps to all limits; not known where it keeps to those that are known and one is not. */
export function isWithin(number: number, limits: Limits, scope: ResolvedScope): Answer {
  let answer: Answer = true;
  for (const kind of KINDS) {
    const limit = limits[kind];
    if (limit === undefined) continue;
    const known = limitOf(limit, scope);
    if (known === undefined) answer = undefined;
    else if (!KEEPS[kind](number, known)) return false;
  }
  return answer;
}

/** A limit as a number: itself, or the value of the key that it names; undefined where that is not known. */
export function limitOf(limit: number | string, scope: ResolvedScope): number | undefined {
  return typeof limit === 'string' ? numberOf(limit, scope) : limit;
}

/** All numbers and keys that bound a number. */
export function limitsOf({ above, atLeast, below, atMost }: Limits): readonly (number | string)[] {
  return [above, atLeast, below, atMost].filter((limit) => limit !== undefined);
}

/** The key that a factor is about. */
export function keyOf(factor: Factor): string | undefined {
  if (typeof factor === 'string') return factor;
  return typeof factor === 'object' && 'key' in factor ? factor.key : undefined;
}

function factorOf(factor: Factor, scope: ResolvedScope): number | undefined {
  if (typeof factor === 'number') return factor;
  if (typeof factor === 'string') return numberOf(factor, scope);
  if ('count' in factor) return scope.entries.length;
  const number = numberOf(factor.key, scope);
  return number === undefined ? undefined : number + factor.plus;
}
