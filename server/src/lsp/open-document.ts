import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snapshot } from './snapshot.ts';
import type { TextDocumentContentChangeEvent } from './vscode-languageserver.ts';

/** A document that the editor has open, and what is known of its newest text. */
export class OpenDocument {
  readonly uri: string;
  #text: TextDocument;
  #snapshot: Snapshot | undefined;
  #understandingTime = 0;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.#text = TextDocument.create(uri, languageId, version, text);
  }

  get languageId(): string {
    return this.#text.languageId;
  }

  get text(): string {
    return this.#text.getText();
  }

  get version(): number {
    return this.#text.version;
  }

  /** Milliseconds that understanding the newest text may take, as far as that still has to be done. */
  get expectedWork(): number {
    return this.#snapshot?.isAnalysed ? 0 : this.#understandingTime;
  }

  /** Takes over what was typed. */
  update(changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    this.#text = TextDocument.update(this.#text, changes, version);
    this.abandonSnapshot();
    return this;
  }

  /** The snapshot of the newest text, made by `take` where there is none yet. */
  snapshot(take: (text: string) => Snapshot): Snapshot {
    this.#snapshot ??= take(this.#text.getText());
    return this.#snapshot;
  }

  /** Text, settings or the whole document are no longer what they were. */
  abandonSnapshot(): void {
    this.#understandingTime = this.#snapshot?.understandingTime || this.#understandingTime;
    this.#snapshot?.abandon();
    this.#snapshot = undefined;
  }
}
