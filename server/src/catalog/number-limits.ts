import type { KeyFacts } from './knowledge.ts';

/** The limit of the standard that a number breaks, and on which side. */
export interface BrokenLimit {
  readonly limit: number;
  readonly side: 'below' | 'above';
}

/**
 * Compares a number with what the standard, or the station's vendor, allows for its key; undefined when it is in order.
 * A value with a meaning of its own, such as 0 for off, is in order wherever the limits lie.
 */
export function brokenLimit(value: number, { minimum, maximum, special }: KeyFacts): BrokenLimit | undefined {
  if (special?.some((named) => named.value === String(value))) return undefined;
  if (minimum !== undefined && value < minimum) return { limit: minimum, side: 'below' };
  if (maximum !== undefined && value > maximum) return { limit: maximum, side: 'above' };
  return undefined;
}
