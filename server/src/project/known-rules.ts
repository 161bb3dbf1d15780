import type { CrossKeyRule } from '../catalog/cross-key-rule.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { problemIds } from '../rules/index.ts';

/** All that `rules` may name: the ids of problems, and what stands for all of an operator, `greenflux/*`. */
export function ruleNames(
  crossKeyRules: readonly CrossKeyRule[],
  profiles: readonly OperatorProfile[],
): string[] {
  return [...problemIds(crossKeyRules, profiles), ...profiles.map(({ id }) => `${id}/*`)];
}
