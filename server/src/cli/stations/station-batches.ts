import type { Batch } from '../engine.ts';
import type { FoundFile } from '../host.ts';

/** How much is given to a thread at once: some dozens of stations. In bytes. */
const BATCH_SIZE = 512 * 1024;

/** Longer lines are no station. In bytes. */
const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 10;

/**
 * Cuts an input into batches of whole lines. Where it is cut depends on the bytes alone and not on how they arrive, so
 * that the same input gives the same batches. Never holds more than a batch and the longest line.
 * @param firstLine the number of the first line
 */
export async function* stationBatches(
  file: FoundFile,
  chunks: AsyncIterable<Uint8Array>,
  firstLine: number,
): AsyncGenerator<Batch, void, undefined> {
  const cutter = new LineCutter(file, firstLine);
  for await (const chunk of chunks) yield* cutter.take(chunk);
  yield* cutter.end();
}

class LineCutter {
  readonly #file: FoundFile;
  /** Whole lines, and after them the beginning of one. */
  #parts: Uint8Array[] = [];
  #size = 0;
  /** Where the unfinished line begins. */
  #lineStart = 0;
  #first: number;
  #lines = 0;
  /** Whether the rest of an overlong line is being passed over. */
  #skipping = false;

  constructor(file: FoundFile, firstLine: number) {
    this.#file = file;
    this.#first = firstLine;
  }

  *take(chunk: Uint8Array): Generator<Batch, void, undefined> {
    let start = 0;
    while (start < chunk.length) {
      const feed = chunk.indexOf(LINE_FEED, start);
      const end = feed < 0 ? chunk.length : feed + 1;
      if (!this.#skipping) this.#append(chunk.subarray(start, end));
      if (this.#size - this.#lineStart > LONGEST_LINE) yield* this.#tooLong();
      if (feed >= 0) yield* this.#endLine();
      start = end;
    }
  }

  *end(): Generator<Batch, void, undefined> {
    if (this.#size > this.#lineStart) this.#lines++;
    this.#lineStart = this.#size;
    yield* this.#batch();
  }

  #append(part: Uint8Array): void {
    const last = this.#parts.at(-1);
    // Neighbouring pieces of one chunk stay one piece.
    if (
      last !== undefined &&
      last.buffer === part.buffer &&
      last.byteOffset + last.length === part.byteOffset
    ) {
      this.#parts[this.#parts.length - 1] = new Uint8Array(
        last.buffer,
        last.byteOffset,
        last.length + part.length,
      );
    } else {
      this.#parts.push(part);
    }
    this.#size += part.length;
  }

  *#endLine(): Generator<Batch, void, undefined> {
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    this.#lines++;
    this.#lineStart = this.#size;
    if (this.#size >= BATCH_SIZE) yield* this.#batch();
  }

  /** Gives away what came before, then says that this line is not to be had. */
  *#tooLong(): Generator<Batch, void, undefined> {
    yield* this.#batch();
    yield { kind: 'stations', lines: { file: this.#file, first: this.#first, bytes: 'too-long' } };
    this.#first++;
    this.#parts = [];
    this.#size = 0;
    this.#lineStart = 0;
    this.#skipping = true;
  }

  /** The whole lines that there are. */
  *#batch(): Generator<Batch, void, undefined> {
    if (this.#lines === 0) return;
    const bytes = new Uint8Array(this.#lineStart);
    let at = 0;
    const rest: Uint8Array[] = [];
    for (const part of this.#parts) {
      const taken = part.subarray(0, Math.max(0, this.#lineStart - at));
      bytes.set(taken, at);
      at += taken.length;
      if (taken.length < part.length) rest.push(part.subarray(taken.length));
    }
    yield { kind: 'stations', lines: { file: this.#file, first: this.#first, bytes } };
    this.#first += this.#lines;
    this.#parts = rest;
    this.#size -= this.#lineStart;
    this.#lineStart = 0;
    this.#lines = 0;
  }
}
