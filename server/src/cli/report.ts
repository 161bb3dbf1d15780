import type { Analysis } from '../analysis.ts';
import { isSecret } from '../features/shown-value.ts';
import { type Fix, type Problem, SEVERITIES, type Severity } from '../model/problem.ts';
import type { OffsetRange } from '../text/range.ts';
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

/** The places of secret values, and of passwords in addresses, in the order of the text. */
export function secretRanges({ document, resolved }: Analysis): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  for (const { entries } of resolved.scopes) {
    for (const resolvedEntry of entries) {
      const { value } = resolvedEntry.entry;
      if (value === undefined || value.text === '') continue;
      if (resolvedEntry.secret || isSecret(resolvedEntry)) ranges.push(value.range);
      else ranges.push(...credentialsIn(document.text, value.range));
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** What stands before the host of an address: a user's name and password. */
function credentialsIn(text: string, { start, end }: OffsetRange): OffsetRange[] {
  const written = text.slice(start, end);
  if (!written.includes('@')) return [];
  return [...written.matchAll(/:\/\/([^/@\s]+)@/g)].map(({ index, 1: credentials = '' }) => {
    const from = start + index + '://'.length;
    return { start: from, end: from + credentials.length };
  });
}
