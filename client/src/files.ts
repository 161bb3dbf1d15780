import {
  type CancellationToken,
  type Disposable,
  FileSystemError,
  FileType,
  l10n,
  Uri,
  Disposable as VSCodeDisposable,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileContents,
  FilesLinksRequest,
  FilesListRequest,
  FilesReadRequest,
  type FolderContents,
} from '../../protocol/messages.ts';

/** No project file, pack or profile is larger, whatever the server asks for. */
const LARGEST_FILE = 1024 * 1024;

/**
 * Reads files for the server where it cannot: in a browser, and in file systems of other extensions. Only what lies in
 * an open folder is read, whoever asks.
 */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return VSCodeDisposable.from(
    client.onRequest(FilesReadRequest, ({ uri, limit }, token) =>
      read(addressOf(client, uri), Math.min(limit, LARGEST_FILE), token),
    ),
    client.onRequest(FilesListRequest, ({ uri }) => list(addressOf(client, uri))),
    client.onRequest(FilesLinksRequest, ({ folder, uri }, token) =>
      hasLink(addressOf(client, folder), addressOf(client, uri), token),
    ),
  );
}

async function read(uri: Uri, limit: number, token: CancellationToken): Promise<FileContents> {
  if (!liesInOpenFolder(uri)) return { kind: 'missing' };
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) return { kind: 'folder' };
    if (!(type & FileType.File)) return trouble(l10n.t('it is no ordinary file'));
    if (size > limit) return { kind: 'too-large' };
    if (token.isCancellationRequested) return trouble(l10n.t('nobody waits for it any more'));
    const bytes = await workspace.fs.readFile(uri);
    // It may have grown, and not every file system knows the size before.
    return bytes.length > limit ? { kind: 'too-large' } : decode(bytes);
  } catch (error) {
    return isNotFound(error) ? { kind: 'missing' } : trouble(words(error));
  }
}

async function list(folder: Uri): Promise<FolderContents> {
  if (!liesInOpenFolder(folder)) return trouble(l10n.t('it is not there'));
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const names = (isFolder: boolean): string[] =>
      entries.filter(([, type]) => (type & FileType.Directory) > 0 === isFolder).map(([name]) => name);
    return { kind: 'names', files: names(false), folders: names(true) };
  } catch (error) {
    return trouble(isNotFound(error) ? l10n.t('it is not there') : words(error));
  }
}

/** Whether one of the names that lead from a folder to a file is a link. What is not there is none. */
async function hasLink(folder: Uri, uri: Uri, token: CancellationToken): Promise<boolean> {
  if (!liesInOpenFolder(folder) || !uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`)) return false;
  for (let at = uri; at.path.length > folder.path.length; at = Uri.joinPath(at, '..')) {
    if (token.isCancellationRequested) return true;
    try {
      const { type } = await workspace.fs.stat(at);
      if (type & FileType.SymbolicLink) return true;
    } catch (error) {
      if (!isNotFound(error)) return true;
    }
  }
  return false;
}

function addressOf(client: BaseLanguageClient, uri: string): Uri {
  return client.protocol2CodeConverter.asUri(uri);
}

/** A path with dots would seem to lie in a folder and lead out of it. */
function liesInOpenFolder(uri: Uri): boolean {
  const isPlain = !uri.path.split('/').some((name) => name === '.' || name === '..');
  return isPlain && workspace.getWorkspaceFolder(uri) !== undefined;
}

function decode(bytes: Uint8Array): FileContents {
  try {
    // The decoder drops a byte order mark, which is no part of the text.
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return trouble(l10n.t('it is not UTF-8 text'));
    throw error;
  }
}

function trouble(message: string): { readonly kind: 'trouble'; readonly message: string } {
  return { kind: 'trouble', message };
}

function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

function words(error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : undefined;
  if (code === 'NoPermissions') return l10n.t('permission denied');
  if (code === 'Unavailable') return l10n.t('its file system cannot be reached');
  return error instanceof Error ? error.message : String(error);
}
