import * as l10n from '@vscode/l10n';
import { type AnalysisOptions, problemsAmong } from '../analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type Problem, SEVERITIES, type Severity } from '../model/problem.ts';
import type { Project } from '../project/project.ts';
import type { FileFacts } from '../resolve/file-facts.ts';
import { KnownFiles } from '../resolve/known-files.ts';
import { Baseline } from './baseline.ts';
import { added, type FileCounts, NO_COUNTS } from './counts.ts';
import { type Batch, type Engine, inOrder, type ThreadSetup } from './engine.ts';
import { FILES_IN_BATCH, type FileBatch, fileBatches } from './file-batches.ts';
import { type FleetResult, FleetSummary } from './fleet/fleet-summary.ts';
import type { FoundFile, Host, InterruptedCode, Interruption, Output, OutputTraits } from './host.ts';
import { number } from './number.ts';
import type { BatchOutcome, FileOutcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { type IgnoreCheck, ProjectReports } from './project-reports.ts';
import { atLeast, type Summary } from './report.ts';
import { ReportWriter } from './report-writer.ts';
import type { Reporter } from './reporters/reporter.ts';
import type { ProjectAccess } from './services.ts';
import type { Shard } from './shard.ts';
import { stationBatches } from './stations/station-batches.ts';
import { summaryLine } from './summary-line.ts';
import { errorLine } from './terminal/error-line.ts';
import type { Style } from './terminal/style.ts';
import { ThisThread } from './this-thread.ts';
import { writeBaseline } from './write-baseline.ts';

/** What one run of `check` is to do, all names looked up. */
export interface CheckOptions {
  readonly from: CheckedInput;
  /** `report` only tells, `write` applies the safe fixes, `preview` shows what `write` would do. */
  readonly mode: 'report' | 'write' | 'preview';
  /** The exit code is 1 from this severity on. */
  readonly threshold: Severity;
  /** `zero`: what is found in the input does not make the command fail. */
  readonly exit: 'by-findings' | 'zero';
  readonly verbosity: 'usual' | 'quiet';
  /** What a file is that is no UTF-8 text or too large; one that was only found is always passed over. */
  readonly unsuitable: 'trouble-where-named' | 'skip';
  readonly styleFor: (output: OutputTraits) => Style;
  readonly projects: ProjectAccess;
  readonly catalog: () => Catalog;
  readonly unusedIgnores: IgnoreCheck['unused'];
  /** How a file is to be understood, or why it is left alone. */
  readonly analysisFor: (file: FoundFile, project: Project | undefined) => AnalysisOptions | LeftAlone;
  readonly reporterFor: (output: OutputTraits) => Reporter;
  readonly rulePage: (rule: string) => string;
  /** Only this part of the input is looked at. */
  readonly shard: Shard | undefined;
  /** How many threads work; undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly threadSetup: (host: Host) => ThreadSetup;
  readonly baseline: BaselineUse | undefined;
  /** Instead of single problems: what the whole fleet comes to. */
  readonly summary: FleetReport | undefined;
}

export type CheckedInput =
  /** Paths, folders and patterns. */
  | { readonly kind: 'files'; readonly names: readonly string[] }
  /** Standard input as one file, under the name that it is shown by. */
  | { readonly kind: 'input'; readonly path: string }
  /** A station on each line, of files or of standard input. */
  | {
      readonly kind: 'stations';
      readonly names: readonly string[] | 'input';
      readonly inputPath: string;
      /** The number of the first line, from 1: standard input may be a piece of something larger. */
      readonly firstLine: number;
    };

/** A file that nobody wants to be looked at. */
export interface LeftAlone {
  /** "left alone, as --shape says" */
  readonly leftAlone: string;
}

export type BaselineUse =
  | { readonly kind: 'compare'; readonly accepted: Baseline }
  /** Everything that is found is accepted from now on. */
  | { readonly kind: 'write'; readonly location: string };

export interface FleetReport {
  text(result: FleetResult, summary: Summary, output: OutputTraits): Promise<string>;
}

/**
 * 0: nothing at or above the threshold. 1: problems. 2: wrong use, or a file that cannot be read or written. Others:
 * somebody has ended the command before its end.
 */
export type ExitCode = 0 | 1 | 2 | InterruptedCode;

/** Checks whatever is asked for, with as many threads as pay, and reports what is found in the order of the input. */
export async function check(options: CheckOptions, host: Host): Promise<ExitCode> {
  const interruption = host.interruption();
  const run = new Run(options, host, interruption);
  try {
    await run.work();
    return await run.end();
  } finally {
    await run.close();
    interruption.release();
  }
}

/**
 * From how many batches on other threads pay: each has to warm up, which takes as long as a second of checking. Measured
 * on two cores with dumps of 60 keys: 4,000 files, or some 9,000 stations on lines.
 */
const WORTH_THREADS = { files: 128, stations: 64 } as const;

/** From how many batches on files are no longer compared with each other: comparing takes memory, and another look. */
const BATCHES_COMPARED = 160;

/** Why files were not compared with each other. */
type NotCompared = 'shard' | 'too-many';

class Run {
  readonly #options: CheckOptions;
  readonly #host: Host;
  readonly #interruption: Interruption;
  readonly #here: ThisThread;
  readonly #sink: Output;
  readonly #writer: ReportWriter;
  readonly #projects: ProjectReports;
  readonly #progress: Progress;
  readonly #fleet = new FleetSummary();
  readonly #baseline = new Baseline();
  #engine: Engine | undefined;
  #counts: FileCounts = NO_COUNTS;
  #failed = false;
  #notCompared: NotCompared | undefined;

  constructor(options: CheckOptions, host: Host, interruption: Interruption) {
    this.#options = options;
    this.#host = host;
    this.#interruption = interruption;
    this.#here = new ThisThread(options, host, interruption);
    const names = options.from.kind === 'files' ? options.from.names : [];
    this.#projects = new ProjectReports(
      options.projects,
      { names, unused: options.unusedIgnores },
      options.catalog,
    );
    // The diff or the fixed text has standard output for itself.
    const taken = options.mode === 'preview' || (options.mode === 'write' && options.from.kind === 'input');
    this.#sink = taken ? host.errors : host.output;
    this.#writer = new ReportWriter(options.reporterFor(this.#sink), this.#sink, () => host.spool());
    const shown = host.errors.isTerminal && options.verbosity === 'usual' && options.from.kind !== 'input';
    this.#progress = new Progress(shown ? host.errors : undefined);
  }

  async work(): Promise<void> {
    const { from } = this.#options;
    switch (from.kind) {
      case 'input':
        return this.#checkInput(from.path);
      case 'files':
        return this.#checkFiles(from.names);
      case 'stations':
        return this.#checkStations(from);
    }
  }

  async end(): Promise<ExitCode> {
    const interrupted = this.#interruption.exitCode;
    const state = interrupted === undefined ? 'all-seen' : 'some-unseen';
    for (const report of this.#projects.reports(state)) {
      this.#take(this.#here.examination.report(report), 'late');
    }
    this.#progress.clear();
    const summary: Summary = { counts: this.#counts, interrupted: interrupted !== undefined };
    if (this.#options.baseline?.kind === 'write' && interrupted === undefined) {
      await this.#writeBaseline(this.#options.baseline.location);
    }
    await this.#writeEnd(summary);
    if (interrupted !== undefined) return interrupted;
    return this.#exitCode();
  }

  async close(): Promise<void> {
    this.#progress.clear();
    this.#writer.close();
    await this.#engine?.end();
  }

  /**
   * Files of a site are compared with each other before any is reported: what is wrong in the first may show in the last
   * only. Where there are too many for that, as in a whole fleet, each is checked as soon as it is found.
   */
  async #checkFiles(names: readonly string[]): Promise<void> {
    const { shard, mode } = this.#options;
    const batches = fileBatches(this.#host.files.find(names), shard);
    const first = await begun(batches, BATCHES_COMPARED);
    if (first.length === BATCHES_COMPARED || shard !== undefined) {
      this.#notCompared = shard === undefined ? 'too-many' : 'shard';
      await this.#checkBatches(chained(first, batches), this.#engineFor(first.length));
      return;
    }
    // What is fixed must be compared anew, with all others at hand.
    const engine = mode === 'report' ? this.#engineFor(first.length) : this.#here;
    await this.#checkBatches(await this.#compared(first, engine), engine);
  }

  async #compared(batches: readonly FileBatch[], engine: Engine): Promise<Iterable<Batch>> {
    const known = new KnownFiles();
    const all: FileFacts[] = [];
    const [only] = batches;
    // One file alone has none to be compared with.
    const wanted = batches.length > 1 || (only?.items.length ?? 0) > 1 ? batches : [];
    for await (const { facts } of inOrder(this.#untilInterrupted(wanted.map(factsOnly)), engine)) {
      for (const file of facts ?? []) known.set(file.path, file);
      all.push(...(facts ?? []));
    }
    if (this.#options.mode !== 'report')
      return batches.map((batch) => ({ ...batch, among: { others: known } }));
    const found = new Map<string, readonly Problem[]>();
    for (const file of all) {
      const problems = problemsAmong(file, known);
      if (problems.length > 0) found.set(file.path, problems);
    }
    return batches.map((batch) => ({ ...batch, among: { found: ofItems(batch, found) } }));
  }

  async #checkStations(from: StationsInput): Promise<void> {
    const batches = this.#stations(from);
    const first = await begun(batches, WORTH_THREADS.stations);
    await this.#checkBatches(chained(first, batches), this.#engineFor(first.length));
  }

  async #checkBatches(batches: AsyncIterable<Batch> | Iterable<Batch>, engine: Engine): Promise<void> {
    for await (const outcome of inOrder(this.#untilInterrupted(batches), engine)) {
      await this.#takeAll(outcome);
      if (this.#interruption.exitCode !== undefined || this.#nobodyListens()) engine.stop();
      await Promise.all([this.#host.output.taken(), this.#host.errors.taken()]);
    }
  }

  async *#untilInterrupted(batches: AsyncIterable<Batch> | Iterable<Batch>): AsyncGenerator<Batch> {
    for await (const batch of batches) {
      if (this.#interruption.exitCode !== undefined || this.#nobodyListens()) return;
      yield batch;
    }
  }

  /** Other threads where there are enough batches for that, or where a person wants some. */
  #engineFor(batches: number): Engine {
    const { jobs, threadSetup, from } = this.#options;
    const { threads } = this.#host;
    const worthThreads = from.kind === 'stations' ? WORTH_THREADS.stations : WORTH_THREADS.files;
    const wanted = jobs ?? (batches < worthThreads ? 1 : threads.useful);
    this.#engine = wanted > 1 ? threads.start(wanted, threadSetup(this.#host)) : this.#here;
    return this.#engine;
  }

  async *#stations({ names, inputPath, firstLine }: StationsInput): AsyncGenerator<Batch> {
    if (names === 'input') {
      const file = { path: inputPath, location: inputPath, named: true };
      yield* this.#stationsOf(file, 'input', firstLine);
      return;
    }
    for (const item of this.#host.files.find(names)) {
      if ('message' in item) yield { kind: 'files', items: [item] };
      else yield* this.#stationsOf(item, item, 1);
    }
  }

  async *#stationsOf(file: FoundFile, from: FoundFile | 'input', firstLine: number): AsyncGenerator<Batch> {
    try {
      yield* stationBatches(file, this.#host.stream(from), firstLine);
    } catch (error) {
      yield { kind: 'files', items: [{ path: file.path, message: this.#host.errorWords(error) }] };
    }
  }

  async #checkInput(path: string): Promise<void> {
    const read = await this.#host.readInput();
    // A filter passes on what it does not change, so that nothing is lost in a pipe.
    let passedOn = read.kind === 'bytes' ? read.bytes : new Uint8Array();
    const outcome = await this.#here.examination.source({
      file: { path, location: path, named: true },
      read,
      deliver: async (contents) => {
        passedOn = contents;
        return undefined;
      },
    });
    await this.#takeAll(outcome);
    if (this.#options.mode === 'write') this.#host.output.write(passedOn);
  }

  async #takeAll({ files, news, fleet }: BatchOutcome): Promise<void> {
    await this.#projects.learn(news);
    for (const file of files) this.#take(file, 'in-order');
    if (fleet !== undefined) this.#fleet.add(fleet);
    this.#progress.show(this.#counts);
  }

  #take({ path, report, diff, errors, counts, baseline }: FileOutcome, when: 'in-order' | 'late'): void {
    this.#counts = added(this.#counts, counts);
    for (const [file, accepted] of baseline) this.#baseline.set(file, accepted);
    if (report.length > 0 || diff !== '' || errors !== '') this.#progress.clear();
    this.#host.errors.write(errors);
    this.#host.output.write(diff);
    if (this.#options.mode === 'preview') return;
    if (when === 'late') this.#writer.lateParts(path, report);
    else this.#writer.parts(path, report);
  }

  async #writeEnd(summary: Summary): Promise<void> {
    const { mode, verbosity, styleFor, summary: fleetReport, from, baseline } = this.#options;
    if (this.#notCompared !== undefined && verbosity === 'usual') {
      this.#host.errors.write(`${notComparedWords(this.#notCompared)}\n`);
    }
    if (fleetReport !== undefined) {
      this.#sink.write(await fleetReport.text(this.#fleet.result(), summary, this.#sink));
    } else if (mode !== 'preview' && baseline?.kind !== 'write') {
      await this.#writer.end(summary);
    }
    const besides =
      mode === 'preview'
        ? 'planned'
        : from.kind === 'stations' && this.#host.errors.isTerminal
          ? 'done'
          : undefined;
    if (besides === undefined || verbosity === 'quiet') return;
    this.#host.errors.write(`${summaryLine(summary, styleFor(this.#host.errors), besides)}\n`);
  }

  async #writeBaseline(location: string): Promise<void> {
    const failure = await writeBaseline(location, this.#baseline, this.#host);
    if (failure !== undefined) {
      this.#failed = true;
      const { errors } = this.#host;
      const text = l10n.t('{0}: not written: {1}', location, failure);
      errors.write(errorLine(text, this.#options.styleFor(errors)));
    } else if (this.#options.verbosity === 'usual') {
      const { problems, files } = this.#baseline;
      this.#host.output.write(
        `${l10n.t('{0} now accepts {1} problems in {2} files', location, problems, files)}\n`,
      );
    }
  }

  #exitCode(): ExitCode {
    const { threshold, exit } = this.#options;
    const { troubles, badLines, problems } = this.#counts;
    if (this.#failed || troubles > 0) return 2;
    if (exit === 'zero') return 0;
    if (badLines > 0) return 2;
    return SEVERITIES.some((severity) => atLeast(severity, threshold) && problems[severity] > 0) ? 1 : 0;
  }

  /** Whether going on would be for nobody; fixes are made all the same. */
  #nobodyListens(): boolean {
    return this.#host.output.closed && this.#options.mode !== 'write';
  }
}

type StationsInput = Extract<CheckedInput, { readonly kind: 'stations' }>;

function notComparedWords(why: NotCompared): string {
  if (why === 'shard') {
    return l10n.t(
      'With --shard, files are not compared with each other: one password at two stations and the like are not found. Check the folder of a site without --shard to find them.',
    );
  }
  return l10n.t(
    '{0} files or more are not compared with each other: one password at two stations and the like are not found. Check the folder of a site by itself to find them.',
    number(BATCHES_COMPARED * FILES_IN_BATCH),
  );
}

/** The first of some batches, without ending what makes them. */
async function begun<Item>(
  batches: AsyncGenerator<Item> | Generator<Item>,
  count: number,
): Promise<readonly Item[]> {
  const first: Item[] = [];
  while (first.length < count) {
    const next = await batches.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

async function* chained(
  first: readonly Batch[],
  rest: AsyncIterable<Batch> | Iterable<Batch>,
): AsyncGenerator<Batch> {
  yield* first;
  yield* rest;
}

function factsOnly({ items }: FileBatch): Batch {
  return { kind: 'facts', items };
}

/** Only what concerns a batch, since it may go to another thread. */
function ofItems({ items }: FileBatch, found: FoundProblems): FoundProblems {
  const paths = items.map(({ path }) => path).filter((path) => found.has(path));
  return new Map(paths.map((path) => [path, found.get(path) ?? []]));
}

type FoundProblems = ReadonlyMap<string, readonly Problem[]>;
