import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { RULES } from '../rules/index.ts';

/** The ids that problems can have: an operator's recommendations have one each. */
export function problemIds(profiles: readonly OperatorProfile[]): string[] {
  const own = RULES.filter(({ group }) => group !== 'operator').map(({ id }) => id);
  return [
    ...own,
    ...profiles.flatMap(({ id, recommendations }) =>
      recommendations.map((recommendation) => `${id}/${recommendation.id}`),
    ),
  ];
}

/** The same, and what stands for all of an operator: `greenflux/*`. */
export function ruleNames(profiles: readonly OperatorProfile[]): string[] {
  return [...problemIds(profiles), ...profiles.map(({ id }) => `${id}/*`)];
}
