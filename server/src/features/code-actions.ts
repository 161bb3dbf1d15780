import type { Analysis, AnalysisOptions } from '../analysis.ts';
import { editsFor, fixAll } from '../fixes.ts';
import type { Problem } from '../model/problem.ts';
import type { TextEdit } from '../text/edits.ts';
import { type OffsetRange, touches } from '../text/range.ts';
import { editsBetween } from './text-difference.ts';

/** Something that the light bulb offers. */
export interface CodeAction {
  readonly title: string;
  /** `fix-all` is `source.fixAll.ocppConfig`. */
  readonly kind: 'quick-fix' | 'fix-all';
  /** The one that the editor's "fix" key takes; at most one for each problem. */
  readonly preferred: boolean;
  /** The problems that it solves; empty for `fix-all`. */
  readonly problems: readonly Problem[];
  readonly edits: readonly TextEdit[];
  /** The part of the first edit's new text that a person is to replace. */
  readonly selects?: OffsetRange;
}

/** With more problems than this the light bulb, which is asked for wherever the cursor goes, offers single fixes only. */
const MOST_PROBLEMS = 2_000;

/**
 * Quick fixes for the problems that a range touches; for each kind of problem with several safe fixes in the file also
 * one for all of them, and one for all safe fixes at once. Looks at no more than the analysis that is there already.
 */
export function quickFixesAt(analysis: Analysis, range: OffsetRange): readonly CodeAction[] {
  const here = analysis.problems.filter((problem) => meet(problem.range, range));
  const single = here.flatMap((problem) => fixesOf(problem, analysis));
  if (analysis.problems.length > MOST_PROBLEMS) return single;
  const rules = [...new Set(here.filter(hasSafeFix).map((problem) => problem.rule))];
  const kinds = rules.flatMap((rule) =>
    allOf(
      analysis,
      (problem) => problem.rule === rule,
      (count) => `Fix all ${count} problems of this kind in this file (${rule})`,
    ),
  );
  const everything = allOf(
    analysis,
    () => true,
    (count) => `Fix all ${count} safe problems in this file`,
  );
  const sameAsKind = kinds.some((kind) => kind.problems.length === everything[0]?.problems.length);
  return [...single, ...kinds, ...(rules.length === 0 || sameAsKind ? [] : everything)];
}

/** All safe fixes of the file in one, repeated until nothing is left to fix; undefined when there is none. */
export function fixAllSafe(analysis: Analysis, options: AnalysisOptions): CodeAction | undefined {
  if (!analysis.problems.some(hasSafeFix)) return undefined;
  const { text } = analysis.document;
  const fixed = fixAll(text, options);
  if (fixed === undefined || fixed.text === text) return undefined;
  return {
    title: 'Fix all safe problems',
    kind: 'fix-all',
    preferred: false,
    problems: [],
    edits: editsBetween(text, fixed.text),
  };
}

function fixesOf(problem: Problem, { document }: Analysis): readonly CodeAction[] {
  return problem.fixes.flatMap((fix, index): readonly CodeAction[] => {
    const edits = editsFor(document, fix);
    if (edits.length === 0) return [];
    return [{ title: fix.title, kind: 'quick-fix', preferred: index === 0, problems: [problem], edits }];
  });
}

/** One action for the safe fixes of several problems; nothing when there are not at least two to make. */
function allOf(
  { document, problems }: Analysis,
  wanted: (problem: Problem) => boolean,
  titleOf: (count: number) => string,
): readonly CodeAction[] {
  const edits: TextEdit[] = [];
  const solved: Problem[] = [];
  let end = -1;
  for (const problem of problems) {
    const fix = wanted(problem) ? problem.fixes.find(({ safe }) => safe) : undefined;
    const own = fix === undefined ? [] : editsFor(document, fix);
    if (own.length === 0) continue;
    // Fixes that touch the same text exclude each other; the later one can be made afterwards.
    if (Math.min(...own.map(({ range }) => range.start)) <= end) continue;
    edits.push(...own);
    solved.push(problem);
    end = Math.max(end, ...own.map(({ range }) => range.end));
  }
  if (solved.length < 2) return [];
  return [{ title: titleOf(solved.length), kind: 'quick-fix', preferred: false, problems: solved, edits }];
}

function hasSafeFix({ fixes }: Problem): boolean {
  return fixes.some(({ safe }) => safe);
}

/** A cursor at either end of a problem means the problem. */
function meet(a: OffsetRange, b: OffsetRange): boolean {
  return touches(a, b.start) || touches(b, a.start);
}
