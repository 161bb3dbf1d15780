import type { Analysis } from '../analysis.ts';

/** A text that was parsed and resolved; what most features need. An `Analysis` is one as well. */
export type Understood = Omit<Analysis, 'problems'>;
