import { Buffer } from 'node:buffer';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Spool } from '../host.ts';
import { UsageError } from '../usage-error.ts';
import { errorWords } from './words.ts';

/** How much may wait in memory, in bytes. */
const MOST_IN_MEMORY = 8 * 1024 * 1024;

/** Each text is written behind the lengths of its path and of itself, four bytes each. */
const LENGTHS = 8;

/** Keeps texts in memory while they are few, and behind that in a temporary file that nobody else may read. */
export class DiskSpool implements Spool {
  #pending: Buffer[] = [];
  #size = 0;
  #folder: string | undefined;
  #descriptor: number | undefined;

  add(path: string, text: string): void {
    const record = recordOf(path, text);
    this.#pending.push(record);
    this.#size += record.length;
    if (this.#size > MOST_IN_MEMORY) this.#flush();
  }

  *take(): Generator<readonly [path: string, text: string], void, undefined> {
    if (this.#descriptor !== undefined) yield* recordsIn(this.#descriptor);
    for (const record of this.#pending) yield read(record);
    this.close();
  }

  close(): void {
    this.#pending = [];
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  #flush(): void {
    try {
      this.#write();
    } catch (error) {
      const words = errorWords(error);
      throw new UsageError(
        l10n.t(
          'the report is too long to be kept in memory, and it cannot be written to {0}: {1}',
          tmpdir(),
          words,
        ),
      );
    }
  }

  #write(): void {
    if (this.#descriptor === undefined) {
      this.#folder = mkdtempSync(join(tmpdir(), 'ocpp-config-'));
      this.#descriptor = openSync(join(this.#folder, 'report'), 'wx+', 0o600);
    }
    const all = Buffer.concat(this.#pending);
    for (let at = 0; at < all.length; ) at += writeSync(this.#descriptor, all, at);
    this.#pending = [];
    this.#size = 0;
  }
}

function recordOf(path: string, text: string): Buffer {
  const name = Buffer.from(path);
  const body = Buffer.from(text);
  const record = Buffer.allocUnsafe(LENGTHS + name.length + body.length);
  record.writeUInt32LE(name.length, 0);
  record.writeUInt32LE(body.length, 4);
  name.copy(record, LENGTHS);
  body.copy(record, LENGTHS + name.length);
  return record;
}

function* recordsIn(descriptor: number): Generator<readonly [path: string, text: string], void, undefined> {
  const lengths = Buffer.allocUnsafe(LENGTHS);
  for (let at = 0; readFully(descriptor, lengths, at); ) {
    const record = Buffer.allocUnsafe(LENGTHS + lengths.readUInt32LE(0) + lengths.readUInt32LE(4));
    readFully(descriptor, record, at);
    at += record.length;
    yield read(record);
  }
}

function read(record: Buffer): readonly [path: string, text: string] {
  const end = LENGTHS + record.readUInt32LE(0);
  return [record.toString('utf8', LENGTHS, end), record.toString('utf8', end)];
}

/** False at the end of the file. */
function readFully(descriptor: number, buffer: Buffer, from: number): boolean {
  for (let at = 0; at < buffer.length; ) {
    const count = readSync(descriptor, buffer, at, buffer.length - at, from + at);
    if (count === 0) return false;
    at += count;
  }
  return true;
}
