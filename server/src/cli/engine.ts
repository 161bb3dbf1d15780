import type { Problem } from '../model/problem.ts';
import type { OtherFiles } from '../resolve/known-files.ts';
import type { CheckFlags } from './check-options.ts';
import type { FoundFile, OutputTraits, Trouble } from './host.ts';
import type { BatchOutcome } from './outcome.ts';

/** Work for one thread: some neighbours of all that is to be checked. Plain data. */
export type Batch =
  | { readonly kind: 'files'; readonly items: readonly BatchItem[]; readonly among?: Comparison | undefined }
  /** Only what is needed of files to compare them with each other. */
  | { readonly kind: 'facts'; readonly items: readonly BatchItem[] }
  | { readonly kind: 'stations'; readonly lines: StationLines };

/** A file, or one that was not found, which keeps its place in the report. */
export type BatchItem = FoundFile | Trouble;

/**
 * What comparing the files has come to: the problems of those that have some, by the path that is shown. Or the others
 * themselves, which cannot go to another thread.
 */
export type Comparison =
  | { readonly found: ReadonlyMap<string, readonly Problem[]> }
  | { readonly others: OtherFiles };

/** Whole lines of an input that has a station on each of them. */
export interface StationLines {
  /** The input. */
  readonly file: FoundFile;
  /** The number of the first of them, from 1. */
  readonly first: number;
  /** UTF-8, line ends included; `too-long` stands for one line that nobody can want to be read. */
  readonly bytes: Uint8Array | 'too-long';
}

/** Examines batches, in this thread or in others. */
export interface Engine {
  /** How many batches it wants to have at the same time to be busy. */
  readonly capacity: number;
  /** Never rejects: what goes wrong is a trouble in the outcome. */
  run(batch: Batch): Promise<BatchOutcome>;
  /** Asks it to leave off after the file that each thread is at; the rest of a batch is missing from its outcome. */
  stop(): void;
  end(): Promise<void>;
}

/** What another thread must know to do the same as this one. Plain data. */
export interface ThreadSetup {
  readonly paths: readonly string[];
  readonly flags: CheckFlags;
  readonly output: OutputTraits;
  readonly errors: OutputTraits;
  /** So that what the threads have seen can be compared. */
  readonly fingerprintSalt: number;
}

/** The outcomes of batches in their order, while the engine is kept busy and no more than that waits in memory. */
export async function* inOrder(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  engine: Engine,
): AsyncGenerator<BatchOutcome, void, undefined> {
  const running: Promise<BatchOutcome>[] = [];
  for await (const batch of batches) {
    running.push(engine.run(batch));
    if (running.length < engine.capacity) continue;
    const first = running.shift();
    if (first !== undefined) yield await first;
  }
  for (const outcome of running) yield await outcome;
}
