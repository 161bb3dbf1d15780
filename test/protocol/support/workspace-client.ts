import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  type FileChangeType,
  ProgressType,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { Folder } from '../../cli/support/folder.ts';
import { VSCODE_CAPABILITIES } from './capabilities.ts';
import { readyClient } from './clients.ts';
import type { TestClient, TestClientOptions } from './test-client.ts';

/** An editor with a folder, as VS Code is. */
export const WORKSPACE_CAPABILITIES: ClientCapabilities = {
  ...VSCODE_CAPABILITIES,
  workspace: {
    ...VSCODE_CAPABILITIES.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client that has a folder open, and what it knows of the folder's files. */
export class WorkspaceClient {
  readonly folder: Folder;
  readonly client: TestClient;
  /** By the files' paths in the folder. */
  readonly #results = new Map<string, { readonly uri: string; readonly value: string }>();
  readonly problems = new Map<string, readonly string[]>();

  private constructor(folder: Folder, client: TestClient) {
    this.folder = folder;
    this.client = client;
  }

  static async open(
    files: Readonly<Record<string, string | Uint8Array>>,
    options: TestClientOptions & { readonly check?: string } = {},
  ): Promise<WorkspaceClient> {
    const folder = new Folder().with(files);
    const client = await readyClient({
      capabilities: WORKSPACE_CAPABILITIES,
      settings: () => ({ workspace: { check: options.check ?? 'on' } }),
      ...options,
      workspaceFolders: [pathToFileURL(folder.path).href],
    });
    return new WorkspaceClient(folder, client);
  }

  uri(path: string): string {
    return pathToFileURL(this.folder.at(path)).href;
  }

  path(uri: string): string {
    return decodeURIComponent(uri.slice(pathToFileURL(this.folder.path).href.length + 1));
  }

  /** Asks for the problems of the folder once: it is answered when there is something new to say. */
  async pull(): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
    const { items } = await this.client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [...this.#results.values()],
    });
    for (const item of items) this.#take(item);
    return items;
  }

  /** The same, in parts: how many came before the end. */
  async pullInParts(): Promise<number> {
    const token = 'parts';
    let parts = 0;
    const type = new ProgressType<{ items: WorkspaceDocumentDiagnosticReport[] }>();
    const subscription = this.client.connection.onProgress(type, token, ({ items }) => {
      parts++;
      for (const item of items) this.#take(item);
    });
    const { items } = await this.client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [...this.#results.values()],
      partialResultToken: token,
    });
    for (const item of items) this.#take(item);
    subscription.dispose();
    return parts;
  }

  /** Tells of what has happened to files of the folder. */
  async changed(type: FileChangeType, ...paths: readonly string[]): Promise<void> {
    await this.client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
      changes: paths.map((path) => ({ uri: this.uri(path), type })),
    });
  }

  #take(item: WorkspaceDocumentDiagnosticReport): void {
    const path = this.path(item.uri);
    if (item.resultId === undefined) this.#results.delete(path);
    else this.#results.set(path, { uri: item.uri, value: item.resultId });
    if (item.kind === 'full')
      this.problems.set(
        path,
        item.items.map(({ code }) => String(code)),
      );
  }
}
