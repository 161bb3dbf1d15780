import type { Analysis } from '../analysis.ts';
import { type Fix, type Problem, SEVERITIES, type Severity } from '../model/problem.ts';
import type { OffsetRange } from '../text/range.ts';
import type { Trouble } from './host.ts';

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
  /** Files that were looked at. */
  readonly files: number;
  /** Files among them that hold a charger configuration. */
  readonly recognised: number;
  /** Files that were only found in a folder and are no text, so that nobody asked what is in them. */
  readonly skipped: number;
  readonly problems: Readonly<Record<Severity, number>>;
  /** Problems that `--fix` can put right. */
  readonly fixable: number;
  /** Problems that a comment or the project file hides. */
  readonly ignored: number;
  readonly fixed: { readonly problems: number; readonly files: number };
  readonly troubles: readonly Trouble[];
}

/** The fix that a report shows: the one that `--fix` applies, otherwise the preferred one. */
export function shownFix(problem: Problem): Fix | undefined {
  return problem.fixes.find((fix) => fix.safe) ?? problem.fixes[0];
}

/** Whether a severity is as grave as another one, or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** The places of secret values, in the order of the text. */
export function secretRanges(analysis: Analysis): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  for (const { entries } of analysis.resolved.scopes) {
    for (const { entry, secret } of entries) {
      if (secret && entry.value !== undefined && entry.value.text !== '') ranges.push(entry.value.range);
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** Adds up what is reported. */
export class Tally {
  readonly #problems: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #fixed = { problems: 0, files: 0 };
  readonly #troubles: Trouble[] = [];
  #files = 0;
  #recognised = 0;
  #skipped = 0;
  #fixable = 0;
  #ignored = 0;

  lookedAt(): void {
    this.#files++;
  }

  skipped(): void {
    this.#skipped++;
  }

  trouble(trouble: Trouble): void {
    this.#troubles.push(trouble);
  }

  report({ analysis, fixed }: FileReport): void {
    if (analysis !== undefined && analysis.document.scopes.length > 0) this.#recognised++;
    this.#ignored += analysis?.suppressed ?? 0;
    // A file with syntax errors is left alone, so nothing in it can be fixed yet.
    const fixable = analysis?.document.syntaxProblems.length === 0;
    for (const problem of analysis?.problems ?? []) {
      this.#problems[problem.severity]++;
      if (fixable && problem.fixes.some((fix) => fix.safe)) this.#fixable++;
    }
    if (fixed > 0) {
      this.#fixed.problems += fixed;
      this.#fixed.files++;
    }
  }

  summary(): Summary {
    return {
      files: this.#files,
      recognised: this.#recognised,
      skipped: this.#skipped,
      problems: { ...this.#problems },
      fixable: this.#fixable,
      ignored: this.#ignored,
      fixed: { ...this.#fixed },
      troubles: [...this.#troubles],
    };
  }
}
