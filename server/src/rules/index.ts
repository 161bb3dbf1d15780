import type { Rule } from './rule.ts';

/** Every rule, one line each. The order is that of the documentation. */
export const RULES: readonly Rule[] = [];
