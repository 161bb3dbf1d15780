import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import * as l10n from '@vscode/l10n';
import type { FileStamp, ReadResult } from '../host.ts';
import { errorCode, errorWords } from './words.ts';

/** Above this a file is nothing that a person configures; reading it would only eat the memory. */
export const LARGEST_FILE = 100 * 1024 * 1024;

function tooLarge(): ReadResult {
  return { kind: 'unsuitable', message: l10n.t('it is larger than 100 MiB') };
}

/** Reads a file, or anything that can be read like one, up to the largest size. */
export function readFile(location: string): ReadResult {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(location, 'r');
    const stats = fstatSync(descriptor);
    if (stats.size > LARGEST_FILE) return tooLarge();
    const bytes = readAll(descriptor, stats.size);
    if (bytes === undefined) return tooLarge();
    return { kind: 'bytes', bytes, stamp: stampOf(stats) };
  } catch (error) {
    return { kind: errorCode(error) === 'ENOENT' ? 'missing' : 'trouble', message: errorWords(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What a program pipes into this one. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<ReadResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST_FILE) return tooLarge();
    }
  } catch (error) {
    return { kind: 'trouble', message: errorWords(error) };
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks), stamp: { modified: 0, size, identity: '' } };
}

/** By what a file is told from what it was, or from another one under its name. */
export function stampOf(stats: Stats): FileStamp {
  return { modified: stats.mtimeMs, size: stats.size, identity: `${stats.dev}:${stats.ino}` };
}

/**
 * Everything up to the end, wherever that is: a pipe has no size, and a file may grow while it is read. Undefined when
 * it is too much.
 */
function readAll(descriptor: number, expected: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    // One byte more than expected, so that a file's end is seen with the first read.
    const chunk = Buffer.allocUnsafe(Math.max(64 * 1024, expected - size + 1));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) break;
    chunks.push(count === chunk.length ? chunk : chunk.subarray(0, count));
    size += count;
    if (size > LARGEST_FILE) return undefined;
  }
  const only = chunks[0];
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}
