import type { Severity } from '../../model/problem.ts';
import type { Trouble } from '../host.ts';
import type { FileReport, Summary } from '../report.ts';
import type { Style } from '../terminal/style.ts';

/**
 * Writes down what a check finds, in one output format. A report is `start`, the parts of files and troubles with
 * `separator` between them, and `end`. A part depends on nothing but its file, since files may be examined by several
 * threads at once.
 */
export interface Reporter {
  /**
   * `at-once`: each file's part is written when the file was examined. `sorted-after-summary`: `start` needs the totals,
   * so that all parts wait; then also what is found last comes in the order of paths.
   */
  readonly parts: 'at-once' | 'sorted-after-summary';
  readonly separator: string;
  /** The summary is there where parts come after it. */
  start(summary: Summary | undefined): string;
  /** Empty: nothing is to be said. */
  file(report: FileReport): string;
  /** A file that could not be read, in formats that can say so; it is said on standard error in any case. */
  trouble?(trouble: Trouble): string;
  /** @param parts whether there were any */
  end(summary: Summary, parts: 'some' | 'none'): string;
}

/** Makes the reporter of one output format. */
export type ReporterFactory = (context: ReporterContext) => Reporter;

export interface ReporterContext {
  readonly style: Style;
  /** The columns of the terminal. */
  readonly width: number;
  /** The least severity to show to a person who asked for less; formats for programs always hold everything. */
  readonly least: Severity;
  /** The exit code is 1 from this severity on. */
  readonly threshold: Severity;
  readonly verbosity: 'usual' | 'quiet';
  /** The address of a rule's page. */
  readonly rulePage: (rule: string) => string;
  /** The version of this program. */
  readonly version: string;
  /** All rules that may be reported, with their pages in Markdown. Asked for by formats that list them. */
  readonly rules: () => readonly RuleInformation[];
  /** A short fingerprint of a text, the same on every computer. */
  readonly digest: (text: string) => string;
}

export interface RuleInformation {
  readonly id: string;
  /** "Number out of range" */
  readonly title: string;
  /** Undefined for a rule of a user's own profile. */
  readonly page: string | undefined;
}
