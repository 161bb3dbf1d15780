import * as l10n from '@vscode/l10n';
import type { Analysis, AnalysisOptions } from '../../analysis.ts';
import { editsFor } from '../../fixes.ts';
import type { Fix, Problem } from '../../model/problem.ts';
import type { TextEdit } from '../../text/edits.ts';
import { planRecommended, type RecommendedChange } from '../apply-recommended.ts';
import { shortened } from '../markdown.ts';
import type { SummaryFix } from './summary.ts';

/** More fixes than these make a line unreadable; the light bulb has all of them. */
const MOST_FIXES = 3;

/** The fixes of a problem, the preferred one first. */
export function fixesOfProblem(problem: Problem): readonly SummaryFix[] {
  return problem.fixes
    .slice(0, MOST_FIXES)
    .map((fix, index) => ({ id: problemFixId(problem, fix, index), title: fix.title }));
}

/** The fix that sets or inserts one key as recommended. */
export function fixOfChange(scope: number, { kind, key, to }: RecommendedChange): SummaryFix {
  const title = kind === 'insert' ? l10n.t('Add {0} with {1}', key, to) : l10n.t('Set {0} to {1}', key, to);
  return { id: changeFixId(scope, { key, to }), title: shortened(title) };
}

/**
 * The edits of a fix that a summary of the same text has offered. Undefined when there is no such fix: the id names all
 * that the fix is about, so that an old one never finds another.
 */
export function summaryFix(
  analysis: Analysis,
  options: AnalysisOptions,
  id: string,
): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined {
  return problemFix(analysis, id) ?? changeFix(analysis, options, id);
}

function problemFix({ document, problems }: Analysis, id: string) {
  if (!id.startsWith(PROBLEM)) return undefined;
  for (const problem of problems) {
    const fix = problem.fixes.find((candidate, index) => problemFixId(problem, candidate, index) === id);
    if (fix !== undefined) return { title: fix.title, edits: editsFor(document, fix) };
  }
  return undefined;
}

function changeFix(analysis: Analysis, options: AnalysisOptions, id: string) {
  const [, scopeText, key] = CHANGE_ID.exec(id) ?? [];
  if (scopeText === undefined || key === undefined) return undefined;
  const scope = Number(scopeText);
  const plan = planRecommended(analysis, options, { scope, key });
  const change = plan?.scopes[0]?.changes[0];
  if (plan === undefined || change === undefined || changeFixId(scope, change) !== id) return undefined;
  return { title: fixOfChange(scope, change).title, edits: plan.edits };
}

const PROBLEM = 'problem:';
const CHANGE_ID = /^value:(\d+):([^:]*):/;

function problemFixId({ rule, range }: Problem, { title }: Fix, index: number): string {
  return `${PROBLEM}${range.start}-${range.end}:${index}:${rule}:${title}`;
}

function changeFixId(scope: number, { key, to }: Pick<RecommendedChange, 'key' | 'to'>): string {
  return `value:${scope}:${key}:${to}`;
}
