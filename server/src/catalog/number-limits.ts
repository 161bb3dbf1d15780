import type { KeyFacts } from './knowledge.ts';

/** The limit of the standard that a number breaks, and on which side. */
export interface BrokenLimit {
  readonly limit: number;
  readonly side: 'below' | 'above';
}

/** Compares a number with what the standard allows for its key; undefined when it is in order. */
export function brokenLimit(value: number, { minimum, maximum }: KeyFacts): BrokenLimit | undefined {
  if (minimum !== undefined && value < minimum) return { limit: minimum, side: 'below' };
  if (maximum !== undefined && value > maximum) return { limit: maximum, side: 'above' };
  return undefined;
}
