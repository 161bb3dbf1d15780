import { type CancellationToken, Cancelled } from '../model/cancellation.ts';
import type { Problem } from '../model/problem.ts';
import { fileFacts } from '../resolve/file-facts.ts';
import type { OtherFiles } from '../resolve/known-files.ts';
import type { ResolvedDocument } from '../resolve/resolve.ts';
import type { Rule } from './rule.ts';

/** The files that a document is compared with, and its own path among them. */
export interface AmongFiles {
  readonly path: string;
  readonly others: OtherFiles;
}

/** How many entries are looked at between two pauses: a few milliseconds' worth. */
const SLICE = 2_000;

/**
 * Runs rules over a document, each entry once. A generator that pauses between slices, so that the caller decides
 * whether to go on, to let others work first, or to stop. Returns the problems in no particular order; throws
 * `Cancelled` after a pause in which the token was cancelled.
 * @param among undefined where other files are not known; then the rules on several files are not asked
 */
export function* runRules(
  resolved: ResolvedDocument,
  rules: readonly Rule[],
  token: CancellationToken,
  among?: AmongFiles,
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
  const facts = among === undefined ? undefined : fileFacts(among.path, resolved);
  if (among !== undefined && facts !== undefined) {
    for (const rule of rules) if (rule.on === 'files') rule.check(facts, among.others, report);
  }
  return problems;
}
