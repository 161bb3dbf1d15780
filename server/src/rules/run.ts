import { type CancellationToken, Cancelled } from '../model/cancellation.ts';
import type { Problem } from '../model/problem.ts';
import type { ResolvedDocument } from '../resolve/resolve.ts';
import type { Rule } from './rule.ts';

/** How many entries are looked at between two pauses: a few milliseconds' worth. */
const SLICE = 2_000;

/**
 * Runs rules over a document, each entry once. A generator that pauses between slices, so that the caller decides
 * whether to go on, to let others work first, or to stop. Returns the problems in no particular order; throws
 * `Cancelled` after a pause in which the token was cancelled.
 */
export function* runRules(
  resolved: ResolvedDocument,
  rules: readonly Rule[],
  token: CancellationToken,
): Generator<void, Problem[], void> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => {
    problems.push(problem);
  };
  const entryRules = rules.filter((rule) => rule.on === 'entry');
  const rulesOnUnknown = entryRules.filter((rule) => !rule.needsFacts);
  const scopeRules = rules.filter((rule) => rule.on === 'scope');
  for (const rule of rules) if (rule.on === 'document') rule.check(resolved, report);
  let untilPause = SLICE;
  for (const scope of resolved.scopes) {
    for (const entry of scope.entries) {
      if (untilPause-- === 0) {
        yield;
        if (token.isCancellationRequested) throw new Cancelled();
        untilPause = SLICE;
      }
      const asked = entry.facts === undefined ? rulesOnUnknown : entryRules;
      for (const rule of asked) rule.check(entry, scope, report);
    }
    for (const rule of scopeRules) rule.check(scope, report);
  }
  return problems;
}
