import * as l10n from '@vscode/l10n';
import { type Analysis, type AnalysisOptions, analyze } from '../../analysis.ts';
import type { Project } from '../../project/project.ts';
import { baselineCounts, compareWithBaseline } from '../baseline.ts';
import type { CheckOptions } from '../check.ts';
import { added, countsOf, type FileCounts, NO_COUNTS } from '../counts.ts';
import { decode } from '../decode.ts';
import type { StationLines } from '../engine.ts';
import type { FleetCounter } from '../fleet/fleet-counter.ts';
import type { FileOutcome } from '../outcome.ts';
import { firstKnown, type JsonProblem, jsonProblems } from '../reporters/json-file.ts';
import { configurationRange, type Envelope, firstMistake, readEnvelope } from './envelope.ts';

/** What is written for one line of the input; `schemas/station-line.schema.json` says the same. */
export type StationResult = CheckedStation | BadLine;

interface CheckedStation {
  readonly version: 1;
  /** From 1. */
  readonly line: number;
  readonly id: string | number | null;
  /** The next six are null where the line does not tell, the first two where it holds no charger configuration. */
  readonly format: string | null;
  readonly shape: string | null;
  readonly protocol: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly firmware: string | null;
  readonly problems: readonly JsonProblem[];
}

/** A line that nobody could read. */
interface BadLine {
  readonly version: 1;
  readonly line: number;
  readonly id: null;
  readonly error: string;
}

const LINE_FEED = 10;

/** How many lines are checked before the system gets a turn. */
const LINES_BETWEEN_PAUSES = 16;

/** Checks inputs that have a station on each line. */
export class StationReader {
  readonly #options: CheckOptions;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  /** All lines as one outcome; a line that nobody can read is a result of its own. */
  async outcome(
    lines: StationLines,
    project: Project | undefined,
    fleet: FleetCounter | undefined,
    goOn: () => Promise<boolean>,
  ): Promise<FileOutcome> {
    const collected = new Collected(lines.file.path, this.#options);
    const options = this.#options.analysisFor(lines.file, project);
    let since = 0;
    for (const { number, bytes } of linesOf(lines)) {
      if (!this.#isMine(number)) continue;
      collected.add(this.#check(number, bytes, options, fleet, collected));
      since++;
      if (since % LINES_BETWEEN_PAUSES === 0 && !(await goOn())) break;
    }
    return collected.outcome();
  }

  #isMine(number: number): boolean {
    const { shard } = this.#options;
    return shard === undefined || (number - 1) % shard.count === shard.index - 1;
  }

  #check(
    line: number,
    bytes: Uint8Array | 'too-long',
    options: ReturnType<CheckOptions['analysisFor']>,
    fleet: FleetCounter | undefined,
    collected: Collected,
  ): StationResult | undefined {
    const bad = (error: string): BadLine => {
      collected.count({ files: 1, badLines: 1 });
      return { version: 1, line, id: null, error };
    };
    if (bytes === 'too-long') return bad(l10n.t('the line is too long: stations take 16 MiB at most'));
    const decoded = decode(bytes);
    if (decoded.kind !== 'text') return bad(decoded.message);
    const { text } = decoded;
    if (text.trim() === '') return undefined;
    const envelope = readEnvelope(text);
    if (envelope === undefined)
      return bad(l10n.t('it is not JSON, from character {0} on', firstMistake(text)));
    const analysis = 'leftAlone' in options ? undefined : understood(text, envelope, options);
    if (analysis !== undefined) fleet?.add(analysis, envelope);
    return this.#result(line, envelope, analysis, collected);
  }

  #result(
    line: number,
    envelope: Envelope,
    analysis: Analysis | undefined,
    collected: Collected,
  ): CheckedStation {
    const { id, vendor, model, firmware } = envelope;
    const reported = analysis && collected.withoutAccepted(analysis, id ?? line);
    collected.count({ files: 1, ...countsOf({ path: '', analysis: reported, fixed: 0, notes: [] }) });
    const own = analysis?.document.scopes.find(({ station }) => station.firmware !== undefined);
    return {
      version: 1,
      line,
      id,
      format: analysis?.document.format ?? null,
      shape: analysis?.document.shape ?? null,
      protocol: (analysis && firstKnown(analysis, 'protocol')) ?? null,
      vendor: (analysis && firstKnown(analysis, 'vendor')) ?? vendor ?? null,
      model: (analysis && firstKnown(analysis, 'model')) ?? model ?? null,
      firmware: own?.station.firmware?.text ?? firmware ?? null,
      problems: jsonProblems(
        collected.path,
        reported?.problems ?? [],
        (offset) => ({ line: line - 1, character: offset }),
        this.#options.rulePage,
      ),
    };
  }
}

/**
 * A line as a configuration: as a whole where it is one, otherwise what stands under `configuration` in it, with blanks
 * before, so that places are those in the line.
 */
function understood(text: string, envelope: Envelope, options: AnalysisOptions): Analysis | undefined {
  const named = { ...options, path: 'station.json' };
  const whole = analyze(text, named);
  const configuration = whole === undefined ? configurationRange(text) : undefined;
  if (configuration === undefined) return whole;
  const { vendor, model } = envelope;
  const saying = { says: { vendor, model }, because: l10n.t('the line says so') };
  return analyze(' '.repeat(configuration.start) + text.slice(configuration.start, configuration.end), {
    ...named,
    stationSayings: [...(options.stationSayings ?? []), saying],
  });
}

function* linesOf({ first, bytes }: StationLines): Generator<{
  readonly number: number;
  readonly bytes: Uint8Array | 'too-long';
}> {
  if (bytes === 'too-long') {
    yield { number: first, bytes };
    return;
  }
  let number = first;
  for (let start = 0; start < bytes.length; number++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    yield { number, bytes: bytes.subarray(start, end) };
    start = end + 1;
  }
}

/** What the lines of a batch come to. */
class Collected {
  readonly path: string;
  readonly #options: CheckOptions;
  readonly #results: string[] = [];
  readonly #baseline: (readonly [path: string, counts: ReturnType<typeof baselineCounts>])[] = [];
  #counts: FileCounts = NO_COUNTS;

  constructor(path: string, options: CheckOptions) {
    this.path = path;
    this.#options = options;
  }

  add(result: StationResult | undefined): void {
    if (result === undefined || this.#options.summary !== undefined) return;
    this.#results.push(`${JSON.stringify(result)}\n`);
  }

  count(counts: Partial<FileCounts>): void {
    this.#counts = added(this.#counts, { ...NO_COUNTS, ...counts });
  }

  /** In a baseline a station goes by its id, or by its line where it has none. */
  withoutAccepted(analysis: Analysis, station: string | number): Analysis {
    const { baseline } = this.#options;
    if (baseline === undefined) return analysis;
    const path = `${this.path}#${station}`;
    const counts = baseline.kind === 'write' ? baselineCounts(analysis.problems) : baseline.accepted.of(path);
    if (baseline.kind === 'write' && counts !== undefined) this.#baseline.push([path, counts]);
    if (counts === undefined) return analysis;
    const { fresh, accepted, outdated } = compareWithBaseline(analysis.problems, counts);
    this.count({ accepted, outdated });
    return { ...analysis, problems: fresh };
  }

  outcome(): FileOutcome {
    return {
      path: this.path,
      report: this.#results.length === 0 ? [] : [this.#results.join('')],
      diff: '',
      errors: '',
      counts: this.#counts,
      baseline: this.#baseline,
    };
  }
}
