import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { problemIds } from '../rules/index.ts';

/** All that `rules` may name: the ids of problems, and what stands for all of an operator, `greenflux/*`. */
export function ruleNames(profiles: readonly OperatorProfile[]): string[] {
  return [...problemIds(profiles), ...profiles.map(({ id }) => `${id}/*`)];
}
