import { Buffer } from 'node:buffer';
import {
  accessSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { FileStamp, ReadBytes } from '../host.ts';
import { readFile, stampOf } from './read-file.ts';
import { removeIfThere, syncFolder, temporaryBeside, writeNewFile } from './temporary-file.ts';
import { errorWords } from './words.ts';

/** The bits of a mode that say who may do what. */
const PERMISSIONS = 0o7777;
const ANYBODY_MAY_WRITE = 0o222;

/**
 * Puts other contents in a file's place so that a reader sees the old file or the new one and never a half of either:
 * writes a temporary file beside it, waits until it is on the disk, and renames it. Runs to its end without giving
 * anybody else a turn, so a signal that has a handler cannot leave the temporary file behind.
 *
 * A symbolic link stays one and its target is replaced. Mode and, where the system allows it, owner and group are kept.
 * A file with several hard links becomes a file of its own: the other names keep the old contents. Access control lists
 * and extended attributes are not kept.
 *
 * Returns undefined when it is done, otherwise why the file was left alone.
 */
export function replaceFile(location: string, read: ReadBytes, contents: Uint8Array): string | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(location);
    const stats = statSync(target);
    if (!stats.isFile()) return l10n.t('it is no ordinary file');
    if (!sameFile(stampOf(stats), read.stamp)) return changed();
    if (isReadOnly(target, stats)) return l10n.t('it is read-only');
    temporary = temporaryBeside(target);
    writeCopy(temporary, stats, contents);
    if (!isUnchanged(location, target, read)) return changed();
    renameSync(temporary, target);
    temporary = undefined;
    syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    return errorWords(error);
  } finally {
    if (temporary !== undefined) removeIfThere(temporary);
  }
}

function changed(): string {
  return l10n.t('it has changed since it was read');
}

/** Whether nobody is meant to write the file; for the administrator the system would not say so by itself. */
function isReadOnly(target: string, stats: Stats): boolean {
  if ((stats.mode & ANYBODY_MAY_WRITE) === 0) return true;
  try {
    accessSync(target, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Writes a new file with the rights of another one. Fails when the name exists. */
function writeCopy(path: string, original: Stats, contents: Uint8Array): void {
  // Readable for nobody else until it has the original's rights.
  writeNewFile(path, contents, 0o600, (descriptor) => {
    keepOwner(descriptor, original);
    // After the owner, since changing that one takes special bits away.
    fchmodSync(descriptor, original.mode & PERMISSIONS);
  });
}

function keepOwner(descriptor: number, original: Stats): void {
  const { uid, gid } = fstatSync(descriptor);
  if (uid === original.uid && gid === original.gid) return;
  try {
    fchownSync(descriptor, original.uid, original.gid);
  } catch {
    // Only the administrator may give files away; one's own groups are allowed, so at least the group may be kept.
    if (gid !== original.gid) tryToSetGroup(descriptor, uid, original.gid);
  }
}

function tryToSetGroup(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Not a member of that group: the file cannot keep it.
  }
}

/** Whether the name still leads to the file that was read, and the file still says the same. */
function isUnchanged(location: string, target: string, read: ReadBytes): boolean {
  if (realpathSync(location) !== target) return false;
  const now = readFile(target);
  // The clock of a disk is coarse, so equal times prove nothing and the bytes are compared too.
  return (
    now.kind === 'bytes' && sameFile(now.stamp, read.stamp) && Buffer.compare(now.bytes, read.bytes) === 0
  );
}

function sameFile(a: FileStamp, b: FileStamp): boolean {
  return a.modified === b.modified && a.size === b.size && a.identity === b.identity;
}
