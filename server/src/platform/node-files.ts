import { lstat, open, readdir, realpath } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { FileContents, FolderContents, ProjectFiles, WhereLinksLead } from '../project/files.ts';
import { liesIn } from '../project/paths.ts';

/** The files of this computer, by paths as in a `file:` address. */
export const nodeFiles: ProjectFiles = { read, list, whereLinksLead };

async function read(path: string, limit: number): Promise<FileContents> {
  try {
    // Looked at before it is opened: a pipe without a writer would never answer.
    const stats = await lstat(await realpath(systemPath(path)));
    if (stats.isDirectory()) return { kind: 'folder' };
    if (!stats.isFile()) return { kind: 'trouble', message: l10n.t('it is no ordinary file') };
    if (stats.size > limit) return { kind: 'too-large' };
    return await readText(systemPath(path), limit);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'trouble', message: words(error) };
  }
}

/** Never more than the limit, also of a file that grows while it is read. */
async function readText(systemPath: string, limit: number): Promise<FileContents> {
  const file = await open(systemPath, 'r');
  try {
    const buffer = new Uint8Array(limit + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size);
      if (bytesRead === 0) break;
      size += bytesRead;
      if (size > limit) return { kind: 'too-large' };
    }
    // The decoder drops a byte order mark, which is no part of the text.
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, size)),
    };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'trouble', message: l10n.t('it is not UTF-8 text') };
    throw error;
  } finally {
    await file.close();
  }
}

async function list(folder: string): Promise<FolderContents> {
  try {
    const entries = await readdir(systemPath(folder), { withFileTypes: true });
    return {
      kind: 'names',
      files: entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
      folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    };
  } catch (error) {
    return { kind: 'trouble', message: words(error) };
  }
}

async function whereLinksLead(folder: string, path: string): Promise<WhereLinksLead> {
  const [realFolder, real] = await Promise.all([realPath(folder), realPath(path)]);
  return real === undefined || realFolder === undefined || liesIn(realFolder, real) ? 'inside' : 'outside';
}

/** Where a path leads when all links in it are followed; undefined when nothing is there. */
async function realPath(path: string): Promise<string | undefined> {
  try {
    return addressPath(await realpath(systemPath(path)));
  } catch {
    // Nothing there, or nothing that we may see: reading it says which.
    return undefined;
  }
}

/** `/c:/folder/a.json` as Windows writes it; elsewhere the path itself. */
function systemPath(path: string): string {
  return process.platform === 'win32' ? path.replace(/^\/(?=[A-Za-z]:)/, '') : path;
}

/** A path of the system as it stands in a `file:` address, without escapes. */
export function addressPath(location: string): string {
  if (process.platform !== 'win32') return location;
  const slashes = location.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function words(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return l10n.t('permission denied');
  if (code === 'ELOOP') return l10n.t('its symbolic links lead in a circle');
  return error instanceof Error ? error.message : String(error);
}
