import type { Problem } from '../../model/problem.ts';
import type { ResolvedScope } from '../../resolve/resolve.ts';

/** Problems in the configurations that they are about, each list in file order, and those that are in none. */
export interface ProblemsByScope {
  readonly inScopes: ReadonlyMap<ResolvedScope, readonly Problem[]>;
  readonly elsewhere: readonly Problem[];
}

/** @param problems in file order */
export function problemsByScope(
  problems: readonly Problem[],
  scopes: readonly ResolvedScope[],
): ProblemsByScope {
  const inScopes = new Map<ResolvedScope, Problem[]>();
  const elsewhere: Problem[] = [];
  const waiting = scopes
    .filter(({ scope }) => scope.keysAre === 'ocpp')
    .sort((a, b) => a.scope.range.start - b.scope.range.start);
  /** The scopes that hold the place that the loop has come to, the innermost last. */
  const open: ResolvedScope[] = [];
  let next = 0;
  for (const problem of problems) {
    const { start } = problem.range;
    for (let scope = waiting[next]; scope !== undefined && scope.scope.range.start <= start; ) {
      open.push(scope);
      scope = waiting[++next];
    }
    while (open.length > 0 && (open.at(-1)?.scope.range.end ?? 0) < start) open.pop();
    const scope = open.at(-1);
    if (scope === undefined) elsewhere.push(problem);
    else push(inScopes, scope, problem);
  }
  return { inScopes, elsewhere };
}

function push(map: Map<ResolvedScope, Problem[]>, scope: ResolvedScope, problem: Problem): void {
  const list = map.get(scope);
  if (list === undefined) map.set(scope, [problem]);
  else list.push(problem);
}
