import type { Connection, PublishDiagnosticsParams } from './vscode-languageserver.ts';

/** What an editor that does not ask is sent: problems of open documents and of files in its folders, by different senders. */
export class PublishedDiagnostics {
  readonly #connection: Connection;
  /** Documents for which the editor shows problems, whoever has sent them. */
  readonly #shown = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Sends the problems of a document. No news is sent of one that has none and never had any. */
  async send(params: PublishDiagnosticsParams): Promise<void> {
    const { uri, diagnostics } = params;
    if (diagnostics.length === 0 && !this.#shown.has(uri)) return;
    if (diagnostics.length > 0) this.#shown.add(uri);
    else this.#shown.delete(uri);
    await this.#connection.sendDiagnostics(params);
  }
}
