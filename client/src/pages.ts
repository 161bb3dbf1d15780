import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { KeyPageRequest, KeyPagesChangedNotification, RulePageRequest } from '../../protocol/messages.ts';
import { PAGE_SCHEME } from './documents.ts';

/** Where the links behind problems' codes lead: to pages that need no network. */
export const RULE_PAGES = `${PAGE_SCHEME}:/rules/`;

/** Where "go to definition" of a key leads: to a page with all that is known of it. */
export const KEY_PAGES = `${PAGE_SCHEME}:/keys/`;

const RULE_PAGE = /^\/rules\/(.+)\.md$/;
const KEY_PAGE = /^\/keys\/(.+)$/;

/** Shows the pages of rules and keys, which VS Code opens as Markdown previews (package.json). */
export function registerPages(client: BaseLanguageClient): Disposable {
  const pages = new Pages(client);
  return Disposable.from(
    pages,
    workspace.registerFileSystemProvider(PAGE_SCHEME, pages, { isReadonly: true, isCaseSensitive: true }),
    client.onNotification(KeyPagesChangedNotification, () => pages.tellOfChanges()),
  );
}

/**
 * The pages as read-only files. As mere documents they could not be shown in a window that is loaded anew: of a tab that
 * was open, VS Code starts the extension only when it has files (`onFileSystem`).
 */
class Pages implements FileSystemProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** Goes up whenever pages may have changed: VS Code reads a file again only when it has become newer. */
  #edition = 1;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  tellOfChanges(): void {
    this.#edition++;
    const open = workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === PAGE_SCHEME && KEY_PAGE.test(uri.path),
    );
    this.#changed.fire(open.map(({ uri }) => ({ type: FileChangeType.Changed, uri })));
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const text = await this.#textOf(uri);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  stat(uri: Uri): FileStat {
    if (!RULE_PAGE.test(uri.path) && !KEY_PAGE.test(uri.path)) throw FileSystemError.FileNotFound(uri);
    // Nobody asks for the size of a page before it is read.
    return {
      type: FileType.File,
      permissions: FilePermission.Readonly,
      ctime: 0,
      mtime: this.#edition,
      size: 0,
    };
  }

  watch(): Disposable {
    // Whatever is open is told of anyway.
    return Disposable.from();
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #textOf({ path, query }: Uri): Promise<string | undefined> {
    const rule = RULE_PAGE.exec(path)?.[1];
    if (rule !== undefined) return (await this.#client.sendRequest(RulePageRequest, { rule })) || undefined;
    const key = KEY_PAGE.exec(path)?.[1];
    if (key === undefined) return undefined;
    // Without VS Code's escapes on top of those that the server has made.
    const uri = `${KEY_PAGES}${key}?${encodeURIComponent(query)}`;
    return (await this.#client.sendRequest(KeyPageRequest, { uri })) || undefined;
  }
}
