import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis.ts';
import { secretPlaces } from '../../features/secret-places.ts';
import { severityWords } from '../../features/severity-words.ts';
import type { PlaceElsewhere, Problem } from '../../model/problem.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';
import { atLeast, type FileReport, shownFix } from '../report.ts';
import { summaryLine } from '../summary-line.ts';
import { printable } from '../terminal/characters.ts';
import { sourceLine } from '../terminal/source-line.ts';
import { wrapAfter } from '../terminal/wrap.ts';
import { conclusionsOf, fileHeading } from './file-heading.ts';
import type { Reporter, ReporterContext } from './reporter.ts';

/** Longer lines of prose are hard to read, however wide the terminal is. */
const WIDEST_PROSE = 100;
/** Other places that a problem talks about; more of them help nobody. */
const MOST_RELATED = 3;

/** For people: problems by file, each with its place, its message, the line of the file, and what can be done. */
export function textReporter(context: ReporterContext): Reporter {
  return {
    parts: 'at-once',
    separator: '',
    start: () => '',
    file(report) {
      const text = fileText(report, context);
      return text === '' ? '' : `${text}\n`;
    },
    end: (summary) => (context.verbosity === 'usual' ? `${summaryLine(summary, context.style)}\n` : ''),
  };
}

function fileText(report: FileReport, context: ReporterContext): string {
  const { analysis, path } = report;
  const { style, least, verbosity } = context;
  const notes = verbosity === 'usual' ? report.notes : [];
  const problems = (analysis?.problems ?? []).filter(({ severity }) => atLeast(severity, least));
  if (analysis === undefined) return notes.map((note) => `${printable(note)}\n`).join('');
  if (problems.length === 0) {
    return notes.map((note) => `${style.strong(printable(path))}  ${printable(note)}\n`).join('');
  }
  const view = new FileView(printable(path), analysis, context);
  const conclusions = verbosity === 'usual' ? conclusionsOf(analysis) : '';
  const lead = [...(conclusions === '' ? [] : [`(${conclusions})`]), ...notes].map(
    (note) => `${wrapAfter('  ', printable(note), context.width)}\n`,
  );
  return [
    `${fileHeading(view.path, analysis, style)}\n`,
    ...lead,
    ...problems.map((problem) => `\n${view.problem(problem)}`),
  ].join('');
}

/** One file as its problems are shown. */
class FileView {
  readonly path: string;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #secrets: readonly OffsetRange[];
  readonly #context: ReporterContext;
  readonly #prose: number;
  /** Columns that the line numbers take, the same for all of a file so that its lines stand below each other. */
  readonly #gutter: number;

  constructor(path: string, analysis: Analysis, context: ReporterContext) {
    this.path = path;
    this.#text = analysis.document.text;
    this.#lines = new LineIndex(this.#text);
    this.#secrets = secretPlaces(analysis);
    this.#context = context;
    this.#prose = Math.min(context.width, WIDEST_PROSE);
    this.#gutter = Math.max(3, String(this.#lines.lineCount).length) + 2;
  }

  problem(problem: Problem): string {
    const { style } = this.#context;
    const paint = style.severity[problem.severity];
    return [
      `${this.#place(problem.range)}  ${paint(severityWords(problem.severity))}  ${style.strong(problem.rule)}`,
      wrapAfter('  ', printable(problem.message), this.#prose),
      '',
      this.#source(problem.range, '^', paint),
      ...this.#related(problem),
      ...this.#fix(problem),
      '',
    ].join('\n');
  }

  /** `file:line:column` from 1: terminals and editors open it. */
  #place({ start }: OffsetRange): string {
    const { line, character } = this.#lines.positionAt(start);
    return `${this.path}:${line + 1}:${character + 1}`;
  }

  /** The line of the file with its number, and signs below the part that is meant. */
  #source(range: OffsetRange, sign: string, paint: (text: string) => string): string {
    const { style, width } = this.#context;
    const room = Math.max(20, width - this.#gutter - ' | '.length);
    const shown = sourceLine(this.#text, this.#lines, range, this.#secrets, room);
    const number = String(shown.number).padStart(this.#gutter);
    const bar = style.faint('|');
    const marks = ' '.repeat(shown.before) + paint(sign.repeat(shown.marked));
    return [
      `${style.faint(number)} ${bar} ${shown.text}`.trimEnd(),
      `${' '.repeat(this.#gutter)} ${bar} ${marks}`,
    ].join('\n');
  }

  #related({ related }: Problem): string[] {
    const { style } = this.#context;
    return (related ?? []).slice(0, MOST_RELATED).flatMap((place) => {
      const message = printable(place.message);
      // The other file's text is not at hand, and what stands there may be a secret.
      if (place.path !== undefined) return [this.#margin(l10n.t('note'), `${message} (${placeIn(place)})`)];
      return [
        this.#margin(l10n.t('note'), `${message} (${this.#place(place.range)})`),
        this.#source(place.range, '-', style.faint),
      ];
    });
  }

  #fix(problem: Problem): string[] {
    const fix = shownFix(problem);
    if (fix === undefined) return [];
    const { style } = this.#context;
    const trust = fix.safe ? style.good(l10n.t('safe')) : l10n.t('needs a look');
    return [this.#margin(l10n.t('fix'), `${printable(fix.title)} (${trust})`)];
  }

  /** A remark below the source, in its margin. */
  #margin(word: string, text: string): string {
    const { style } = this.#context;
    const label = `${' '.repeat(this.#gutter)} = ${word}: `;
    return wrapAfter(label, text, this.#prose).replace(word, style.strong(word));
  }
}

function placeIn({ path, span: { start } }: PlaceElsewhere): string {
  return `${printable(path)}:${start.line + 1}:${start.character + 1}`;
}
