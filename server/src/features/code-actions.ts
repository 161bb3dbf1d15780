import type { Analysis, AnalysisOptions } from '../analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { TextEdit } from '../text/edits.ts';
import type { OffsetRange } from '../text/range.ts';

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
}

/** Quick fixes for the problems that a range touches; for each kind of problem also one for all of it in the file. */
export function quickFixesAt(
  _analysis: Analysis,
  _range: OffsetRange,
  _options: AnalysisOptions,
): readonly CodeAction[] {
  return [];
}

/** All safe fixes of the file in one; undefined when there is none. */
export function fixAllSafe(_analysis: Analysis, _options: AnalysisOptions): CodeAction | undefined {
  return undefined;
}
