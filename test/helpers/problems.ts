import { expect } from 'vitest';
import { type Analysis, type AnalysisOptions, analyze } from '../../server/src/analysis.ts';
import { editsFor, fixAll } from '../../server/src/fixes.ts';
import type { Problem, Severity } from '../../server/src/model/problem.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { knowledge } from './knowledge.ts';

/** How a test text is to be read; JSON unless the path says otherwise. */
export type CheckOptions = Partial<AnalysisOptions>;

/** A problem as a test writes it: a line `//~  ^^^^ warning value-range (fix: safe)` below the line it is about. */
interface ExpectedProblem {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly fix: 'safe' | 'unsafe' | 'none' | undefined;
}

const MARK = '//~';

/** Fails unless the text's problems are exactly the marked ones; says which are missing and which are unexpected. */
export function checkProblems(marked: string, options: CheckOptions = {}): void {
  const { text, expected } = readMarks(marked);
  const problems = problemsOf(text, options);
  const lines = new LineIndex(text);
  const found = problems.map((problem) => asLine(problem, lines));
  const wanted = expected.map((problem) => expectedLine(problem, found));
  const missing = wanted.filter((line) => !found.includes(line));
  const unexpected = found.filter((line) => !wanted.includes(line));
  expect({ missing, unexpected }, marked).toEqual({ missing: [], unexpected: [] });
}

/** Fails unless applying all safe fixes turns one text into the other. */
export function checkFix(before: string, after: string, options: CheckOptions = {}): void {
  const fixed = fixAll(before, withDefaults(options));
  expect(fixed?.text).toBe(after);
}

/** Fails when a safe fix changes anything. */
export function checkNoFix(text: string, options: CheckOptions = {}): void {
  checkFix(text, text, options);
}

/** The text after the first fix, safe or not, of the first problem of a rule. */
export function applyFirstFix(text: string, rule: string, options: CheckOptions = {}): string {
  const { document, problems } = analysisOf(text, options);
  const fix = problems.find((problem) => problem.rule === rule)?.fixes[0];
  if (fix === undefined) throw new Error(`no ${rule} with a fix in:\n${text}`);
  return applyEdits(text, editsFor(document, fix));
}

export function problemsOf(text: string, options: CheckOptions = {}): readonly Problem[] {
  return analysisOf(text, options).problems;
}

/** The analysis of a text that must be recognised as a charger configuration. */
export function analysisOf(text: string, options: CheckOptions = {}): Analysis {
  const analysis = analyze(text, withDefaults(options));
  if (analysis === undefined) throw new Error(`not recognised as a charger configuration:\n${text}`);
  return analysis;
}

export function withDefaults(options: CheckOptions): AnalysisOptions {
  return { knowledge, path: 'charger.json', ...options };
}

/** Takes the marks out of a text and reads them. A mark belongs to the last line before it that is no mark. */
export function readMarks(marked: string): {
  readonly text: string;
  readonly expected: readonly ExpectedProblem[];
} {
  const kept: string[] = [];
  const expected: ExpectedProblem[] = [];
  for (const line of marked.split('\n')) {
    if (line.startsWith(MARK)) expected.push(readMark(line, kept.length - 1));
    else kept.push(line);
  }
  return { text: kept.join('\n'), expected };
}

/** The text with a mark below each place that has a problem: what `UPDATE=1` writes into a page. */
export function withMarks(text: string, problems: readonly Problem[]): string {
  const lines = new LineIndex(text);
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...problems
        .filter((problem) => lines.positionAt(problem.range.start).line === number)
        .map((problem) => markOf(problem, lines)),
    ])
    .join('\n');
}

function markOf(problem: Problem, lines: LineIndex): string {
  const [place = '', carets = '', ...rest] = asLine(problem, lines).split(' ');
  const character = Number(place.split(':')[1]);
  const start = character < MARK.length ? `${MARK}${'<'.repeat(character + 1)}` : MARK.padEnd(character);
  return `${start}${carets} ${rest.join(' ')}`;
}

function readMark(line: string, about: number): ExpectedProblem {
  const match =
    /^\/\/~\s*(\^+|(<+)(\^+))\s+(error|warning|information|hint) (\S+)(?: \(fix: (safe|unsafe|none)\))?$/.exec(
      line,
    );
  if (match === null) throw new Error(`not a mark: ${line}`);
  // The mark itself hides the first three columns: `<^^^` begins in column 0, `<<^^^` in column 1.
  return {
    line: about,
    character: match[2] === undefined ? line.indexOf('^') : match[2].length - 1,
    length: (match[3] ?? match[1] ?? '').length,
    severity: match[4] as Severity,
    rule: match[5] ?? '',
    fix: match[6] as ExpectedProblem['fix'],
  };
}

function asLine(problem: Problem, lines: LineIndex): string {
  const start = lines.positionAt(problem.range.start);
  const end = lines.positionAt(problem.range.end);
  const length = end.line === start.line ? Math.max(1, end.character - start.character) : 1;
  const first = problem.fixes[0];
  const fix = first === undefined ? 'none' : first.safe ? 'safe' : 'unsafe';
  return `${start.line + 1}:${start.character} ${'^'.repeat(length)} ${problem.severity} ${problem.rule} (fix: ${fix})`;
}

/** A mark that says nothing of fixes accepts whatever the found problem has. */
function expectedLine(expected: ExpectedProblem, found: readonly string[]): string {
  const start = `${expected.line + 1}:${expected.character} ${'^'.repeat(expected.length)} ${expected.severity} ${expected.rule}`;
  if (expected.fix !== undefined) return `${start} (fix: ${expected.fix})`;
  return found.find((line) => line.startsWith(`${start} (`)) ?? start;
}
