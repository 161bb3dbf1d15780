import * as l10n from '@vscode/l10n';
import { type Analysis, type AnalysisOptions, analyze, understand } from '../analysis.ts';
import type { Project } from '../project/project.ts';
import { type FileFacts, fileFacts } from '../resolve/file-facts.ts';
import { type BaselineCounts, baselineCounts, compareWithBaseline } from './baseline.ts';
import type { CheckOptions, LeftAlone } from './check.ts';
import { added, countsOf, type FileCounts, NO_COUNTS } from './counts.ts';
import { decode, encode } from './decode.ts';
import { diffForTerminal, diffText } from './diff-text.ts';
import type { Batch, BatchItem, Comparison } from './engine.ts';
import { fixText } from './fix-text.ts';
import { FleetCounter } from './fleet/fleet-counter.ts';
import type { Files, FoundFile, OutputTraits, ReadBytes, ReadResult, Trouble } from './host.ts';
import { type BatchOutcome, type FileOutcome, NO_NEWS } from './outcome.ts';
import { ProjectNotes } from './project-notes.ts';
import type { FileReport } from './report.ts';
import type { Reporter } from './reporters/reporter.ts';
import { StationReader } from './stations/station-reader.ts';
import { printable } from './terminal/characters.ts';
import { errorLine } from './terminal/error-line.ts';

/** A file on its way through the check. */
export interface Source {
  readonly file: FoundFile;
  readonly read: ReadResult;
  /** What comparing it with others has come to; undefined where nobody has. */
  readonly among?: AnalysisOptions['among'];
  /** Puts the fixed contents where they belong. Undefined when that is done, otherwise why it is not. */
  deliver(contents: Uint8Array, read: ReadBytes): Promise<string | undefined>;
}

/** What an examination needs of the computer; each thread has it. */
export interface ExaminationHost {
  readonly output: OutputTraits;
  readonly errors: OutputTraits;
  readonly files: Files;
  /** Gives the system a turn where it needs one. Whether to go on. */
  goOn(): Promise<boolean>;
}

/** Examines files: everything of a check that concerns one file alone, so that each thread can have one. */
export class Examination {
  readonly #options: CheckOptions;
  readonly #host: ExaminationHost;
  readonly #reporter: Reporter;
  readonly #projects: ProjectNotes;
  readonly #stations: StationReader;

  constructor(options: CheckOptions, host: ExaminationHost) {
    this.#options = options;
    this.#host = host;
    this.#reporter = options.reporterFor(host.output);
    this.#projects = new ProjectNotes(options.projects);
    this.#stations = new StationReader(options);
  }

  /** Leaves out the rest of a batch when the host says that it should not go on. */
  async batch(batch: Batch): Promise<BatchOutcome> {
    const goOn = () => this.#host.goOn();
    if (batch.kind === 'facts') {
      return { files: [], news: NO_NEWS, facts: await this.#facts(batch.items, goOn) };
    }
    const fleet = this.#fleetCounter();
    const files: FileOutcome[] = [];
    if (batch.kind === 'stations') {
      const project = await this.#projects.projectOf(batch.lines.file.location);
      files.push(await this.#stations.outcome(batch.lines, project, fleet, goOn));
    } else {
      for (const item of batch.items) {
        files.push(await this.#item(item, batch.among, fleet));
        if (!(await goOn())) break;
      }
    }
    return { files, news: this.#projects.take(), fleet: fleet?.data() };
  }

  /** Examines one file that was read already. */
  async source(source: Source): Promise<BatchOutcome> {
    const fleet = this.#fleetCounter();
    const outcome = await this.#file(source, fleet);
    return { files: [outcome], news: this.#projects.take(), fleet: fleet?.data() };
  }

  /** A report that was put together from what is known of several files. */
  report({ path, analysis, fixed, notes }: FileReport): FileOutcome {
    const outcome = this.#begin(path);
    outcome.report(analysis, { fixed, notes });
    return outcome.end();
  }

  #fleetCounter(): FleetCounter | undefined {
    return this.#options.summary === undefined ? undefined : new FleetCounter();
  }

  /** A file that cannot be read is met again when its turn comes. */
  async #facts(items: readonly BatchItem[], goOn: () => Promise<boolean>): Promise<readonly FileFacts[]> {
    const facts: FileFacts[] = [];
    for (const item of items) {
      if (!(await goOn())) break;
      if ('message' in item) continue;
      const read = this.#host.files.read(item);
      if (read.kind !== 'bytes' || read.bytes.length > LARGEST_COMPARED) continue;
      const decoded = decode(read.bytes);
      if (decoded.kind !== 'text') continue;
      const project = await this.#options.projects.projectOf(item.location);
      const options = this.#options.analysisFor(item, project);
      if ('leftAlone' in options) continue;
      const understood = understand(decoded.text, options);
      const found = understood && fileFacts(item.path, understood.resolved);
      if (found !== undefined) facts.push(found);
    }
    return facts;
  }

  async #item(
    item: BatchItem,
    comparison: Comparison | undefined,
    fleet: FleetCounter | undefined,
  ): Promise<FileOutcome> {
    if ('message' in item) return this.#begin(item.path).withTrouble(item.message).end();
    const read = this.#host.files.read(item);
    const deliver = (contents: Uint8Array, bytes: ReadBytes) =>
      this.#host.files.replace(item, bytes, contents);
    const among = comparison && amongFor(item.path, comparison);
    return this.#file({ file: item, read, deliver, among }, fleet);
  }

  async #file(source: Source, fleet: FleetCounter | undefined): Promise<FileOutcome> {
    const { read, file } = source;
    const outcome = this.#begin(file.path).lookedAt();
    if (read.kind === 'trouble' || read.kind === 'missing') return outcome.withTrouble(read.message).end();
    const decoded = read.kind === 'bytes' ? decode(read.bytes) : read;
    if (decoded.kind === 'unsuitable') {
      const wanted = file.named && this.#options.unsuitable === 'trouble-where-named';
      return (wanted ? outcome.withTrouble(decoded.message) : outcome.skipped()).end();
    }
    if (read.kind !== 'bytes') return outcome.end();
    try {
      await this.#text(source, read, decoded, outcome, fleet);
    } catch (error) {
      // A mistake of ours in one file must not look like a clean file, nor keep the others from being checked.
      outcome.withTrouble(l10n.t('a mistake in ocpp-config, please report it: {0}', stackOf(error)));
    }
    return outcome.end();
  }

  #begin(path: string): OutcomeBuilder {
    return new OutcomeBuilder(path, this.#options, this.#reporter, this.#host);
  }

  async #text(
    source: Source,
    read: ReadBytes,
    decoded: { readonly text: string; readonly byteOrderMark: boolean },
    outcome: OutcomeBuilder,
    fleet: FleetCounter | undefined,
  ): Promise<void> {
    const { path, named, location } = source.file;
    const { text } = decoded;
    const project = await this.#projects.projectOf(location);
    const own = this.#projects.takeOwnFile(location, text, project);
    if (own !== undefined) {
      if (named && own === 'right')
        outcome.report(undefined, {
          notes: [`${l10n.t('says how other files are checked, and is no charger configuration')}: ${path}`],
        });
      return;
    }
    const options = this.#optionsFor(source, project);
    const analysis = 'leftAlone' in options ? undefined : analyze(text, options);
    if ('leftAlone' in options || analysis === undefined) {
      const why =
        'leftAlone' in options ? options.leftAlone : l10n.t('not recognised as a charger configuration');
      if (named) outcome.report(undefined, { notes: [`${why}: ${path}`] });
      return;
    }
    this.#projects.analysed(analysis, project);
    const final =
      this.#options.mode === 'report'
        ? analysis
        : await this.#fix(source, read, decoded, analysis, options, outcome);
    if (final === analysis && outcome.pending) outcome.report(analysis, {});
    fleet?.add(final);
  }

  #optionsFor({ file, among }: Source, project: Project | undefined): AnalysisOptions | LeftAlone {
    const options = this.#options.analysisFor(file, project);
    return 'leftAlone' in options || among === undefined ? options : { ...options, among };
  }

  /** Fixes a file, or shows what that would do, and reports it. Returns the analysis that now holds. */
  async #fix(
    source: Source,
    read: ReadBytes,
    mark: { readonly byteOrderMark: boolean },
    analysis: Analysis,
    options: AnalysisOptions,
    outcome: OutcomeBuilder,
  ): Promise<Analysis> {
    const fixed = fixText(analysis, options);
    switch (fixed.kind) {
      case 'nothing':
        return analysis;
      case 'left-alone':
        outcome.report(analysis, { notes: [fixed.reason] });
        return analysis;
      case 'fixed': {
        const contents = encode(fixed.text, mark);
        const reason =
          contents === undefined
            ? l10n.t('the result could not be written as UTF-8')
            : await this.#apply(source, read, contents, [analysis, fixed.analysis], outcome);
        if (reason === undefined) {
          outcome.report(fixed.analysis, { fixed: fixed.applied });
          return fixed.analysis;
        }
        outcome.withTrouble(l10n.t('not fixed: {0}', reason));
        return analysis;
      }
    }
  }

  async #apply(
    source: Source,
    read: ReadBytes,
    contents: Uint8Array,
    [before, after]: readonly [before: Analysis, after: Analysis],
    outcome: OutcomeBuilder,
  ): Promise<string | undefined> {
    if (this.#options.mode === 'write') return source.deliver(contents, read);
    const { output } = this.#host;
    const diff = diffText(source.file.path, before, after);
    if (diff === undefined) return l10n.t('too much would change to show it here');
    outcome.diff(output.isTerminal ? diffForTerminal(diff, this.#options.styleFor(output)) : diff);
    return undefined;
  }
}

/** Nobody configures a station with a larger file; those are checked alone. In bytes. */
const LARGEST_COMPARED = 4 * 1024 * 1024;

/** Puts together what is left of one file. */
class OutcomeBuilder {
  readonly #path: string;
  readonly #options: CheckOptions;
  readonly #reporter: Reporter;
  readonly #host: ExaminationHost;
  readonly #report: string[] = [];
  #counts: FileCounts = NO_COUNTS;
  #diff = '';
  #errors = '';
  readonly #baseline: (readonly [path: string, counts: BaselineCounts])[] = [];
  #pending = true;

  constructor(path: string, options: CheckOptions, reporter: Reporter, host: ExaminationHost) {
    this.#path = path;
    this.#options = options;
    this.#reporter = reporter;
    this.#host = host;
  }

  /** Whether nothing has been reported yet. */
  get pending(): boolean {
    return this.#pending;
  }

  lookedAt(): this {
    return this.#count({ files: 1 });
  }

  skipped(): this {
    return this.#count({ skipped: 1 });
  }

  withTrouble(message: string): this {
    const trouble: Trouble = { path: this.#path, message };
    const { errors } = this.#host;
    this.#errors += errorLine(`${printable(this.#path)}: ${message}`, this.#options.styleFor(errors));
    this.#addPart(this.#reporter.trouble?.(trouble) ?? '');
    return this.#count({ troubles: 1 });
  }

  diff(text: string): void {
    this.#diff += text;
  }

  report(
    analysis: Analysis | undefined,
    { fixed = 0, notes = [] }: { readonly fixed?: number; readonly notes?: readonly string[] },
  ): void {
    this.#pending = false;
    const reported = analysis && this.#withoutAccepted(analysis);
    this.#count(countsOf({ path: this.#path, analysis: reported, fixed, notes }));
    if (this.#options.mode !== 'preview') {
      this.#addPart(this.#reporter.file({ path: this.#path, analysis: reported, fixed, notes }));
    } else if (this.#options.verbosity === 'usual') {
      // The diff is the report; only what it cannot show is said beside it.
      const start = analysis === undefined ? '' : `${printable(this.#path)}  `;
      for (const note of notes) this.#errors += `${start}${printable(note)}\n`;
    }
  }

  end(): FileOutcome {
    return {
      path: this.#path,
      report: this.#report,
      diff: this.#diff,
      errors: this.#errors,
      counts: this.#counts,
      baseline: this.#baseline,
    };
  }

  #withoutAccepted(analysis: Analysis): Analysis {
    const { baseline } = this.#options;
    if (baseline === undefined) return analysis;
    const counts =
      baseline.kind === 'write' ? baselineCounts(analysis.problems) : baseline.accepted.of(this.#path);
    if (counts === undefined) return analysis;
    if (baseline.kind === 'write') this.#baseline.push([this.#path, counts]);
    const { fresh, accepted, outdated } = compareWithBaseline(analysis.problems, counts);
    this.#count({ accepted, outdated });
    return { ...analysis, problems: fresh };
  }

  #addPart(part: string): void {
    if (part !== '') this.#report.push(part);
  }

  #count(counts: Partial<FileCounts>): this {
    this.#counts = added(this.#counts, { ...NO_COUNTS, ...counts });
    return this;
  }
}

function amongFor(path: string, comparison: Comparison): AnalysisOptions['among'] {
  return 'others' in comparison
    ? { path, others: comparison.others }
    : { found: comparison.found.get(path) ?? [] };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
