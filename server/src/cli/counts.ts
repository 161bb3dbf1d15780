import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { FileReport } from './report.ts';

/** Numbers that are added up. */
export interface FileCounts {
  readonly files: number;
  readonly recognised: number;
  readonly skipped: number;
  readonly troubles: number;
  /** Lines of an input with a station on each that could not be read; their results say so. */
  readonly badLines: number;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly ignored: number;
  /** Problems that the baseline accepts. */
  readonly accepted: number;
  /** Problems that the baseline accepts and that are no longer there. */
  readonly outdated: number;
  readonly fixed: number;
  readonly fixedFiles: number;
}

export const NO_COUNTS: FileCounts = {
  files: 0,
  recognised: 0,
  skipped: 0,
  troubles: 0,
  badLines: 0,
  problems: { error: 0, warning: 0, information: 0, hint: 0 },
  fixable: 0,
  ignored: 0,
  accepted: 0,
  outdated: 0,
  fixed: 0,
  fixedFiles: 0,
};

/** The numbers of one file that was looked at already. */
export function countsOf({ analysis, fixed }: FileReport): Partial<FileCounts> {
  const problems: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let fixable = 0;
  // A file with syntax errors is left alone, so nothing in it can be fixed yet.
  const canBeFixed = analysis?.document.syntaxProblems.length === 0;
  for (const problem of analysis?.problems ?? []) {
    problems[problem.severity]++;
    if (canBeFixed && problem.fixes.some((fix) => fix.safe)) fixable++;
  }
  return {
    recognised: analysis !== undefined && analysis.document.scopes.length > 0 ? 1 : 0,
    ignored: analysis?.suppressed ?? 0,
    problems,
    fixable,
    fixed,
    fixedFiles: fixed > 0 ? 1 : 0,
  };
}

/** The counts of two groups of files together. */
export function added(a: FileCounts, b: FileCounts): FileCounts {
  const problems: Record<Severity, number> = { ...a.problems };
  for (const severity of SEVERITIES) problems[severity] += b.problems[severity];
  return {
    files: a.files + b.files,
    recognised: a.recognised + b.recognised,
    skipped: a.skipped + b.skipped,
    troubles: a.troubles + b.troubles,
    badLines: a.badLines + b.badLines,
    problems,
    fixable: a.fixable + b.fixable,
    ignored: a.ignored + b.ignored,
    accepted: a.accepted + b.accepted,
    outdated: a.outdated + b.outdated,
    fixed: a.fixed + b.fixed,
    fixedFiles: a.fixedFiles + b.fixedFiles,
  };
}
