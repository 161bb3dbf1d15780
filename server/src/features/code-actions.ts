import * as l10n from '@vscode/l10n';
import type { Analysis, AnalysisOptions } from '../analysis.ts';
import { editsFor, fixAll } from '../fixes.ts';
import type { TextLayout } from '../formats/layout.ts';
import type { Problem } from '../model/problem.ts';
import type { TextEdit } from '../text/edits.ts';
import { meet, type OffsetRange } from '../text/range.ts';
import { formatEdits } from './format.ts';
import { sortByProfile } from './sort-keys.ts';
import { editsBetween } from './text-difference.ts';
import type { Understood } from './understood.ts';

/** Something that the light bulb offers. */
export interface CodeAction {
  readonly title: string;
  /** The others stand for `source.fixAll.ocppConfig`, `source.sort.ocppConfig` and `source.format.ocppConfig`. */
  readonly kind: 'quick-fix' | 'fix-all' | 'sort' | 'format';
  /** The one that the editor's "fix" key takes; at most one for each problem. */
  readonly preferred: boolean;
  /** The problems that it solves; empty for `fix-all`. */
  readonly problems: readonly Problem[];
  readonly edits: readonly TextEdit[];
  /** Why it cannot be made; there are no edits then. */
  readonly disabled?: string;
  /** The part of the first edit's new text that a person is to replace. */
  readonly selects?: OffsetRange;
}

/**
 * With more problems or text than this the light bulb, which is asked for wherever the cursor goes, offers single fixes
 * only: to fix them all takes several analyses of the file. `source.fixAll.ocppConfig` has no such limit.
 */
const MOST_PROBLEMS = 500;
const LONGEST_TEXT = 200_000;

/**
 * Quick fixes for the problems that a range touches; for each kind of problem with several safe fixes in the file also
 * one for all of them, and one for all safe fixes at once. Those are repeated until none is left.
 */
export function quickFixesAt(
  analysis: Analysis,
  range: OffsetRange,
  options: AnalysisOptions,
): readonly CodeAction[] {
  const here = analysis.problems.filter((problem) => meet(problem.range, range));
  const single = here.flatMap((problem) => fixesOf(problem, analysis));
  if (analysis.problems.length > MOST_PROBLEMS || analysis.document.text.length > LONGEST_TEXT) return single;
  const rules = [...new Set(here.filter(hasSafeFix).map((problem) => problem.rule))];
  if (rules.length === 0) return single;
  const kinds = rules.flatMap((rule) => fixesOfSeveral(analysis, options, rule));
  const [everything] = fixesOfSeveral(analysis, options);
  const sameAsKind = kinds.some(({ text }) => text === everything?.text);
  const several = everything === undefined || sameAsKind ? kinds : [...kinds, everything];
  return [...single, ...several.map((fixes) => asAction(fixes, analysis))];
}

/** All safe fixes of the file in one, repeated until nothing is left to fix; undefined when there is none. */
export function fixAllSafe(analysis: Analysis, options: AnalysisOptions): CodeAction | undefined {
  if (!analysis.problems.some(hasSafeFix)) return undefined;
  const { text } = analysis.document;
  const fixed = fixAll(text, options);
  if (fixed === undefined || fixed.text === text) return undefined;
  return {
    title: l10n.t('Fix all safe problems'),
    kind: 'fix-all',
    preferred: false,
    problems: [],
    edits: editsBetween(text, fixed.text),
  };
}

/** Puts the keys in the order of the feature profiles; undefined where they are. */
export function sortKeysAction(understood: Understood): CodeAction | undefined {
  const sorted = sortByProfile(understood);
  if (sorted.outcome === 'sorted') return undefined;
  const action = {
    title: l10n.t('Sort keys by feature profile'),
    kind: 'sort',
    preferred: false,
    problems: [],
  } as const;
  return sorted.outcome === 'edits'
    ? { ...action, edits: sorted.edits }
    : { ...action, edits: [], disabled: sorted.reason };
}

/** Tidies white space; undefined where it is tidy. */
export function formatAction(understood: Understood, layout: TextLayout): CodeAction | undefined {
  const edits = formatEdits(understood, layout);
  if (edits.length === 0) return undefined;
  return { title: l10n.t('Format this file'), kind: 'format', preferred: false, problems: [], edits };
}

function fixesOf(problem: Problem, { document }: Analysis): readonly CodeAction[] {
  return problem.fixes.flatMap((fix, index): readonly CodeAction[] => {
    const edits = editsFor(document, fix);
    if (edits.length === 0) return [];
    return [{ title: fix.title, kind: 'quick-fix', preferred: index === 0, problems: [problem], edits }];
  });
}

/** Safe fixes of several problems, made until none is left. */
interface SeveralFixes {
  /** Undefined: of any rule. */
  readonly rule: string | undefined;
  readonly problems: readonly Problem[];
  readonly applied: number;
  /** The fixed text. */
  readonly text: string;
}

/** The safe fixes of one rule or of all; nothing when there are not at least two to make. */
function fixesOfSeveral(
  analysis: Analysis,
  options: AnalysisOptions,
  rule?: string,
): readonly SeveralFixes[] {
  const isMeant = (problem: Problem) => rule === undefined || problem.rule === rule;
  const problems = analysis.problems.filter((problem) => hasSafeFix(problem) && isMeant(problem));
  if (problems.length < 2) return [];
  const fixed = fixAll(analysis.document.text, options, isMeant);
  if (fixed === undefined || fixed.applied < 2) return [];
  return [{ rule, problems, applied: fixed.applied, text: fixed.text }];
}

function asAction({ rule, problems, applied, text }: SeveralFixes, { document }: Analysis): CodeAction {
  const title =
    rule === undefined
      ? l10n.t('Fix all {0} safe problems in this file', applied)
      : l10n.t('Fix all {0} problems of this kind in this file ({1})', applied, rule);
  return {
    title,
    kind: 'quick-fix',
    preferred: false,
    problems,
    edits: editsBetween(document.text, text),
  };
}

function hasSafeFix({ fixes }: Problem): boolean {
  return fixes.some(({ safe }) => safe);
}
