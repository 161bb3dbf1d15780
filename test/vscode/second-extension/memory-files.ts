import * as vscode from 'vscode';
import workspaceFiles from 'workspace-files';

/** A file with its contents, or a folder without. */
interface Entry {
  readonly contents: Uint8Array | undefined;
  readonly changed: number;
}

/** The name of a file that is a link, wherever it leads. */
const LINK = /^link-/;

/** Files that exist as long as the window does. `/workspace` begins as a copy of `test/vscode/workspace/`. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', folder()]]);
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  constructor() {
    for (const [path, text] of Object.entries(workspaceFiles)) {
      this.#put(
        vscode.Uri.from({ scheme: 'memfs', path: `/workspace/${path}` }),
        new TextEncoder().encode(text),
      );
    }
    this.createDirectory(vscode.Uri.from({ scheme: 'memfs', path: '/virtual' }));
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { contents, changed } = this.#at(uri);
    const type = contents === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    const link = LINK.test(nameOf(uri.path)) ? vscode.FileType.SymbolicLink : 0;
    return { type: type | link, ctime: changed, mtime: changed, size: contents?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (this.#at(uri).contents !== undefined) throw vscode.FileSystemError.FileNotADirectory(uri);
    if (nameOf(uri.path).startsWith('forbidden')) throw vscode.FileSystemError.NoPermissions(uri);
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    const paths = [...this.#entries.keys()].filter((path) => path.startsWith(prefix) && path !== prefix);
    return paths
      .map((path) => path.slice(prefix.length))
      .filter((name) => !name.includes('/'))
      .map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { contents } = this.#at(uri);
    if (contents === undefined) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (nameOf(uri.path).startsWith('forbidden')) throw vscode.FileSystemError.NoPermissions(uri);
    return contents;
  }

  writeFile(uri: vscode.Uri, contents: Uint8Array): void {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#put(uri, contents);
    this.#changes.fire([{ type, uri }]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.#entries.set(uri.path, folder());
  }

  delete(uri: vscode.Uri): void {
    this.#at(uri);
    const gone = [...this.#entries.keys()].filter(
      (path) => path === uri.path || path.startsWith(`${uri.path}/`),
    );
    for (const path of gone) this.#entries.delete(path);
    // Of a folder VS Code tells no more where it watches a disk.
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const isIn = (path: string) => path === from.path || path.startsWith(`${from.path}/`);
    this.#at(from);
    for (const [path, entry] of [...this.#entries]) {
      if (!isIn(path)) continue;
      this.#entries.delete(path);
      this.#entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.#changes.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  /** Every change is told, whoever watches. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  #at(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #put(uri: vscode.Uri, contents: Uint8Array): void {
    for (let parent = folderOf(uri.path); parent !== '/'; parent = folderOf(parent)) {
      if (!this.#entries.has(parent)) this.#entries.set(parent, folder());
    }
    this.#entries.set(uri.path, { contents, changed: Date.now() });
  }
}

function folder(): Entry {
  return { contents: undefined, changed: Date.now() };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
