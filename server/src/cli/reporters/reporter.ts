import type { Severity } from '../../model/problem.ts';
import type { FileReport, Summary } from '../report.ts';
import type { Style } from '../terminal/style.ts';

/** Writes down what a check finds, in one output format. */
export interface Reporter {
  /** Called for one file after the other, in the order of their paths. */
  file(report: FileReport): void;
  /** Called once, when all files were reported. */
  end(summary: Summary): void;
}

/** Makes the reporter of one output format. */
export type ReporterFactory = (context: ReporterContext) => Reporter;

export interface ReporterContext {
  readonly write: (text: string) => void;
  readonly style: Style;
  /** The columns of the terminal. */
  readonly width: number;
  /** The least severity to show to a person who asked for less; formats for programs always hold everything. */
  readonly least: Severity;
  readonly verbosity: 'usual' | 'quiet';
  /** The address of a rule's page. */
  readonly rulePage: (rule: string) => string;
}
