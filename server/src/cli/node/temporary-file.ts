import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './words.ts';

/**
 * A name beside a file for what is to take its place. Hidden, and with an ending that nobody takes for a configuration:
 * when the program is killed it stays behind, and must not confuse the next run.
 */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(16).toString('hex')}.tmp`);
}

/**
 * Writes a new file and waits until it is on the disk. Fails when the name exists.
 * @param mode who may do what with it, as the system shortens it
 * @param finish does what else belongs to it before it is closed
 */
export function writeNewFile(
  path: string,
  contents: Uint8Array,
  mode: number,
  finish: (descriptor: number) => void = () => {},
): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    for (let written = 0; written < contents.length; ) written += writeSync(descriptor, contents, written);
    finish(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a file. Throws what the system throws, unless there is none. */
export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Makes what has been done to the names in a folder last through a power cut, where the system can. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows opens no folders. The file itself is complete either way.
  }
}
