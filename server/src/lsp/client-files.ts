import * as l10n from '@vscode/l10n';
import { FilesLinksRequest, FilesListRequest, FilesReadRequest } from '../../../protocol/messages.ts';
import type { FileContents, FolderContents, ProjectFiles, WhereLinksLead } from '../project/files.ts';
import { addressAt, type FileTree } from './place.ts';
import { type CancellationToken, CancellationTokenSource, type Connection } from './vscode-languageserver.ts';

/** A file system that is reached over a network may never answer; nobody's open file may wait for it so long. */
export const LONGEST_WAIT = 10_000;

interface Trouble {
  readonly kind: 'trouble';
  /** A clause, such as "permission denied". */
  readonly message: string;
}

/** What the files of a tree are read with. */
export interface ClientFilesOptions {
  readonly connection: Connection;
  readonly tree: FileTree;
  /** Cancelled when nobody wants to know any more. */
  readonly token: CancellationToken;
  /** Whether a path lies in a folder that is open. The editor reads nothing else. */
  readonly isOpen: (path: string) => boolean;
}

/** Files that only the editor can read: in a browser, or wherever else than on this computer. */
export class ClientFiles implements ProjectFiles {
  readonly #options: ClientFilesOptions;

  constructor(options: ClientFilesOptions) {
    this.#options = options;
  }

  async read(path: string, limit: number): Promise<FileContents> {
    if (!this.#options.isOpen(path)) return { kind: 'missing' };
    const answer = await this.#ask((token) =>
      this.#options.connection.sendRequest(FilesReadRequest, { uri: this.#address(path), limit }, token),
    );
    return answer.kind === 'text' && answer.text.length > limit ? { kind: 'too-large' } : answer;
  }

  list(folder: string): Promise<FolderContents> {
    return this.#ask((token) =>
      this.#options.connection.sendRequest(FilesListRequest, { uri: this.#address(folder) }, token),
    );
  }

  /** Editors tell that something is a link, and not where it leads. */
  async whereLinksLead(folder: string, path: string): Promise<WhereLinksLead> {
    const uris = { folder: this.#address(folder), uri: this.#address(path) };
    const hasLink = await this.#ask((token) =>
      this.#options.connection.sendRequest(FilesLinksRequest, uris, token),
    );
    return hasLink === false ? 'inside' : 'unknown';
  }

  #address(path: string): string {
    return addressAt({ tree: this.#options.tree, path });
  }

  /** The answer, or why there is none. What is not wanted any more, or too late, is cancelled. */
  async #ask<Answer>(request: (token: CancellationToken) => Promise<Answer>): Promise<Answer | Trouble> {
    const source = new CancellationTokenSource();
    const subscription = this.#options.token.onCancellationRequested(() => source.cancel());
    const timer = setTimeout(() => source.cancel(), LONGEST_WAIT);
    const noAnswer = new Promise<Trouble>((resolve) => {
      const trouble: Trouble = { kind: 'trouble', message: l10n.t('its file system does not answer') };
      source.token.onCancellationRequested(() => resolve(trouble));
    });
    try {
      return await Promise.race([request(source.token), noAnswer]);
    } catch (error) {
      return { kind: 'trouble', message: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
      subscription.dispose();
      source.dispose();
    }
  }
}
