import type { KeyFacts } from '../catalog/knowledge.ts';
import type { Problem } from '../model/problem.ts';
import { pauseEvery, type Steps } from '../model/steps.ts';
import { type FileFacts, fileFacts } from '../resolve/file-facts.ts';
import type { OtherFiles } from '../resolve/known-files.ts';
import type { ResolvedDocument } from '../resolve/resolve.ts';
import { type Rule, STEP } from './rule.ts';

/** The files that a document is compared with, and its own path among them; or what that has come to already. */
export type AmongFiles =
  | { readonly path: string; readonly others: OtherFiles }
  | { readonly found: readonly Problem[] };

/** What the rules on several files find in one of them; nothing of its text is needed for that. */
export function compareFile(facts: FileFacts, others: OtherFiles, rules: readonly Rule[]): Problem[] {
  const problems: Problem[] = [];
  const report = (problem: Problem) => {
    problems.push(problem);
  };
  for (const rule of rules) if (rule.on === 'files') rule.check(facts, others, report);
  return problems;
}

/**
 * Runs rules over a document in steps, each entry once. Returns the problems in no particular order.
 * @param among undefined where other files are not known; then the rules on several files are not asked
 */
export function* runRules(
  resolved: ResolvedDocument,
  rules: readonly Rule[],
  among?: AmongFiles,
): Steps<Problem[]> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => {
    problems.push(problem);
  };
  const entryRules = rules.filter((rule) => rule.on === 'entry');
  const rulesOnAll = entryRules.filter((rule) => rule.concerns === undefined);
  const rulesByKey = rulesByKeyOf(rules);
  const scopeRules = rules.filter((rule) => rule.on === 'scope');
  for (const rule of rules) if (rule.on === 'document') rule.check(resolved, report);
  const isPauseDue = pauseEvery(STEP);
  for (const scope of resolved.scopes) {
    for (const entry of scope.entries) {
      if (isPauseDue()) yield;
      const asked = entry.facts === undefined ? rulesOnAll : rulesFor(entry.facts, entryRules, rulesByKey);
      for (const rule of asked) rule.check(entry, scope, report);
    }
    for (const rule of scopeRules) {
      if (scope.entries.length > STEP) yield;
      yield* rule.check(scope, report);
    }
  }
  if (among !== undefined && 'found' in among) {
    problems.push(...among.found);
  } else if (among !== undefined) {
    const facts = fileFacts(among.path, resolved);
    if (facts !== undefined) problems.push(...compareFile(facts, among.others, rules));
  }
  return problems;
}

type EntryRule = Extract<Rule, { readonly on: 'entry' }>;
type RulesByKey = WeakMap<KeyFacts, readonly EntryRule[]>;

/** Which rules concern a key is always the same, and is found out when the key is first met. */
const known = new WeakMap<readonly Rule[], RulesByKey>();

function rulesByKeyOf(rules: readonly Rule[]): RulesByKey {
  let byKey = known.get(rules);
  if (byKey === undefined) {
    byKey = new WeakMap();
    known.set(rules, byKey);
  }
  return byKey;
}

function rulesFor(
  facts: KeyFacts,
  entryRules: readonly EntryRule[],
  byKey: RulesByKey,
): readonly EntryRule[] {
  let rules = byKey.get(facts);
  if (rules === undefined) {
    rules = entryRules.filter(({ concerns }) => concerns === undefined || concerns(facts));
    byKey.set(facts, rules);
  }
  return rules;
}
