import { type Analysis, type AnalysisOptions, analyze } from '../analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Severity } from '../model/problem.ts';
import type { Project } from '../project/project.ts';
import type { KnownFiles } from '../resolve/known-files.ts';
import { compareFiles } from './compare-files.ts';
import { decode, encode } from './decode.ts';
import { diffForTerminal, diffText } from './diff-text.ts';
import { fixText } from './fix-text.ts';
import type { FoundFile, Host, Output, ReadBytes, ReadResult } from './host.ts';
import { type IgnoreCheck, ProjectReports } from './project-reports.ts';
import { atLeast, type FileReport, Tally } from './report.ts';
import type { Reporter } from './reporters/reporter.ts';
import type { ProjectAccess } from './services.ts';
import { summaryLine } from './summary-line.ts';
import { printable } from './terminal/characters.ts';
import type { Style } from './terminal/style.ts';

/** What one run of `check` is to do, all names looked up. */
export interface CheckOptions {
  /** Paths, folders and patterns; or standard input, under the name that it is shown by. */
  readonly from:
    | { readonly kind: 'files'; readonly names: readonly string[] }
    | { readonly kind: 'input'; readonly path: string };
  /** `report` only tells, `write` applies the safe fixes, `preview` shows what `write` would do. */
  readonly mode: 'report' | 'write' | 'preview';
  /** The exit code is 1 from this severity on. */
  readonly threshold: Severity;
  readonly verbosity: 'usual' | 'quiet';
  readonly styleFor: (output: Output) => Style;
  readonly projects: ProjectAccess;
  readonly catalog: () => Catalog;
  readonly unusedIgnores: IgnoreCheck['unused'];
  /** How a file is to be understood, or why it is left alone. */
  readonly analysisFor: (file: FoundFile, project: Project | undefined) => AnalysisOptions | LeftAlone;
  readonly reporterFor: (output: Output) => Reporter;
}

/** A file that nobody wants to be looked at. */
export interface LeftAlone {
  /** "left alone, as --shape says" */
  readonly leftAlone: string;
}

/** 0: nothing at or above the threshold. 1: problems. 2: wrong use, or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Checks files, one after the other, and reports what is found. */
export async function check(options: CheckOptions, host: Host): Promise<ExitCode> {
  const run = new Run(options, host);
  if (options.from.kind === 'input') await run.checkInput(options.from.path);
  else await run.checkFiles(options.from.names);
  return run.end();
}

/** How long to work before the system may deliver its news, in milliseconds. */
const LONGEST_TURN = 50;

/** Lets the system have its turn after each piece of work that was long enough. */
class Turn {
  readonly #host: Host;
  #ends = Date.now() + LONGEST_TURN;

  constructor(host: Host) {
    this.#host = host;
  }

  async end(): Promise<void> {
    if (Date.now() < this.#ends) return;
    await this.#host.pause();
    this.#ends = Date.now() + LONGEST_TURN;
  }
}

/** A file on its way through the check. */
interface Source {
  readonly file: FoundFile;
  readonly read: ReadBytes;
  /** Puts the fixed contents where they belong. Undefined when that is done, otherwise why it is not. */
  deliver(contents: Uint8Array): Promise<string | undefined>;
}

class Run {
  readonly #options: CheckOptions;
  readonly #host: Host;
  readonly #reporter: Reporter;
  readonly #tally = new Tally();
  readonly #projects: ProjectReports;
  /** The files of this run; undefined where only one text is looked at. */
  #others: KnownFiles | undefined;
  #exitCode: ExitCode = 0;

  constructor(options: CheckOptions, host: Host) {
    this.#options = options;
    this.#host = host;
    const names = options.from.kind === 'files' ? options.from.names : [];
    this.#projects = new ProjectReports(
      options.projects,
      { names, unused: options.unusedIgnores },
      options.catalog,
    );
    // The diff or the fixed text has standard output for itself.
    const taken = options.mode === 'preview' || (options.mode === 'write' && options.from.kind === 'input');
    this.#reporter = options.reporterFor(taken ? host.errors : host.output);
  }

  async checkFiles(names: readonly string[]): Promise<void> {
    const { files, troubles } = this.#host.files.find(names);
    for (const { path, message } of troubles) this.#trouble(path, message);
    const turn = new Turn(this.#host);
    this.#others = await compareFiles(
      files,
      this.#host,
      {
        analysisFor: this.#options.analysisFor,
        projectOf: (location) => this.#options.projects.projectOf(location),
      },
      async () => {
        await turn.end();
        return this.#nobodyListens() ? 'stop' : 'go on';
      },
    );
    for (const file of files) {
      if (this.#nobodyListens()) return;
      const read = this.#host.files.read(file);
      await this.#take(file, read, (contents, bytes) => this.#host.files.replace(file, bytes, contents));
      await turn.end();
    }
  }

  async checkInput(path: string): Promise<void> {
    const read = await this.#host.readInput();
    // A filter passes on what it does not change, so that nothing is lost in a pipe.
    let passedOn = read.kind === 'bytes' ? read.bytes : new Uint8Array();
    await this.#take({ path, location: path, named: true }, read, async (contents) => {
      passedOn = contents;
      return undefined;
    });
    if (this.#options.mode === 'write') this.#host.output.write(passedOn);
  }

  end(): ExitCode {
    for (const report of this.#projects.reports()) this.#report(report);
    const summary = this.#tally.summary();
    if (this.#options.mode !== 'preview') {
      this.#reporter.end(summary);
    } else if (this.#options.verbosity === 'usual') {
      const style = this.#options.styleFor(this.#host.errors);
      this.#host.errors.write(`${summaryLine(summary, style, 'planned')}\n`);
    }
    return this.#exitCode;
  }

  async #take(
    file: FoundFile,
    read: ReadResult,
    deliver: (contents: Uint8Array, read: ReadBytes) => Promise<string | undefined>,
  ): Promise<void> {
    this.#tally.lookedAt();
    if (read.kind === 'trouble') {
      this.#trouble(file.path, read.message);
      return;
    }
    const decoded = read.kind === 'bytes' ? decode(read.bytes) : read;
    if (decoded.kind === 'unsuitable') {
      if (file.named) this.#trouble(file.path, decoded.message);
      else this.#tally.skipped();
      return;
    }
    if (read.kind !== 'bytes') return;
    try {
      const source: Source = { file, read, deliver: (contents) => deliver(contents, read) };
      await this.#checkText(source, decoded.text, decoded);
    } catch (error) {
      // A mistake of ours in one file must not look like a clean file, nor keep the others from being checked.
      this.#trouble(file.path, `a mistake in ocpp-config, please report it: ${stackOf(error)}`);
    }
  }

  async #checkText(source: Source, text: string, mark: { readonly byteOrderMark: boolean }): Promise<void> {
    const { path, named } = source.file;
    const project = await this.#projects.projectOf(source.file.location);
    const own = this.#projects.takeOwnFile(source.file.location, text, project);
    if (own !== undefined) {
      const notes = [`${OWN_FILE}: ${path}`];
      if (named && own === 'right') this.#report({ path, analysis: undefined, fixed: 0, notes });
      return;
    }
    const options = this.#optionsFor(source.file, project);
    const analysis = 'leftAlone' in options ? undefined : analyze(text, options);
    if ('leftAlone' in options || analysis === undefined) {
      const why = 'leftAlone' in options ? options.leftAlone : 'not recognised as a charger configuration';
      if (named) this.#report({ path, analysis: undefined, fixed: 0, notes: [`${why}: ${path}`] });
      return;
    }
    this.#projects.analysed(analysis);
    if (this.#options.mode === 'report') {
      this.#report({ path, analysis, fixed: 0, notes: [] });
      return;
    }
    const outcome = fixText(analysis, options);
    switch (outcome.kind) {
      case 'nothing':
        return this.#report({ path, analysis, fixed: 0, notes: [] });
      case 'left-alone':
        return this.#report({ path, analysis, fixed: 0, notes: [outcome.reason] });
      case 'fixed': {
        const contents = encode(outcome.text, mark);
        const reason =
          contents === undefined
            ? NOT_WRITABLE
            : await this.#apply(source, contents, analysis, outcome.analysis);
        if (reason === undefined) {
          return this.#report({ path, analysis: outcome.analysis, fixed: outcome.applied, notes: [] });
        }
        this.#trouble(path, `not fixed: ${reason}`);
        return this.#report({ path, analysis, fixed: 0, notes: [] });
      }
    }
  }

  #optionsFor(file: FoundFile, project: Project | undefined): AnalysisOptions | LeftAlone {
    const options = this.#options.analysisFor(file, project);
    const others = this.#others;
    return 'leftAlone' in options || others === undefined
      ? options
      : { ...options, among: { path: file.path, others } };
  }

  async #apply(
    source: Source,
    contents: Uint8Array,
    before: Analysis,
    after: Analysis,
  ): Promise<string | undefined> {
    if (this.#options.mode === 'write') return source.deliver(contents);
    const { output } = this.#host;
    const diff = diffText(source.file.path, before, after);
    if (diff === undefined) return 'too much would change to show it here';
    output.write(output.isTerminal ? diffForTerminal(diff, this.#options.styleFor(output)) : diff);
    return undefined;
  }

  #report(report: FileReport): void {
    this.#tally.report(report);
    const { mode, threshold } = this.#options;
    if (report.analysis?.problems.some(({ severity }) => atLeast(severity, threshold))) this.#fail(1);
    if (mode !== 'preview') this.#reporter.file(report);
    else if (report.notes.length > 0) this.#note(report);
  }

  /** In a preview the diff is the report; only what it cannot show is said beside it. */
  #note({ path, analysis, notes }: FileReport): void {
    if (this.#options.verbosity === 'quiet') return;
    const start = analysis === undefined ? '' : `${printable(path)}  `;
    for (const note of notes) this.#host.errors.write(`${start}${printable(note)}\n`);
  }

  #trouble(path: string, message: string): void {
    this.#tally.trouble({ path, message });
    this.#fail(2);
    const style = this.#options.styleFor(this.#host.errors);
    this.#host.errors.write(`${style.severity.error('error')}: ${printable(path)}: ${message}\n`);
  }

  #fail(exitCode: ExitCode): void {
    if (exitCode > this.#exitCode) this.#exitCode = exitCode;
  }

  /** Whether going on would be for nobody; fixes are made all the same. */
  #nobodyListens(): boolean {
    return this.#host.output.closed && this.#options.mode !== 'write';
  }
}

const OWN_FILE = 'says how other files are checked, and is no charger configuration';
const NOT_WRITABLE = 'the result could not be written as UTF-8';

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
