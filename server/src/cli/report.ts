import type { Analysis } from '../analysis.ts';
import { type Fix, type Problem, SEVERITIES, type Severity } from '../model/problem.ts';
import type { FileCounts } from './counts.ts';

/** What a check says about one file: a charger configuration, or a named file that is none. */
export interface FileReport {
  readonly path: string;
  /** Undefined: no charger configuration. After `--fix` it is that of the fixed text. */
  readonly analysis: Analysis | undefined;
  /** How many fixes were written. */
  readonly fixed: number;
  /** Sentences about the file as a whole, such as why it was not fixed. */
  readonly notes: readonly string[];
}

/** What a check says in the end. */
export interface Summary {
  readonly counts: FileCounts;
  /** Somebody has ended the check before its end, so that there are more files than these. */
  readonly interrupted: boolean;
}

/** The fix that a report shows: the one that `--fix` applies, otherwise the preferred one. */
export function shownFix(problem: Problem): Fix | undefined {
  return problem.fixes.find((fix) => fix.safe) ?? problem.fixes[0];
}

/** Whether a severity is as grave as another one, or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
