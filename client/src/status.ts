import {
  commands,
  type Disposable,
  type LanguageStatusItem,
  l10n,
  languages,
  type TextDocument,
  type TextEditor,
  type Uri,
  Disposable as VSCodeDisposable,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Status, StatusRequest } from '../../protocol/messages.ts';
import { isLeftAlone } from './documents.ts';
import type { StatusChanges } from './status-changes.ts';

/** How long the cursor must rest before the status is asked for again. */
const DELAY = 300;

/** True while the active editor shows a charger configuration: commands about it are offered only then. */
const RECOGNISED_CONTEXT = 'ocppConfig.recognised';

/** The language status item: what was recognised in the active editor. Other files have none. */
export class StationStatus implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #subscriptions: Disposable;
  #item: LanguageStatusItem | undefined;
  #lastRecognised: Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Tells an answer that has been overtaken by a later question. */
  #asked = 0;

  constructor(client: BaseLanguageClient, changes: StatusChanges) {
    this.#client = client;
    this.#subscriptions = VSCodeDisposable.from(
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#refreshSoon();
      }),
      changes.event(({ uri }) => {
        if (uri === undefined || uri === this.#activeUri()) this.refresh();
      }),
    );
  }

  /** The charger configuration that was active last; undefined before the first. */
  get lastRecognised(): Uri | undefined {
    return this.#lastRecognised;
  }

  /** The text that is shown now. */
  get shown(): string | undefined {
    return this.#item?.text;
  }

  /** Asks what is in the active editor and shows it. */
  refresh(): void {
    clearTimeout(this.#timer);
    void this.#refresh();
  }

  /**
   * What was recognised in a document, at the cursor where an editor shows it; undefined when it is not a charger
   * configuration.
   */
  async statusOf(document: TextDocument): Promise<Status | undefined> {
    const { code2ProtocolConverter } = this.#client;
    if (isLeftAlone(document.uri) || !this.#client.isRunning()) return undefined;
    const cursor = editorOf(document)?.selection.active;
    const status = await this.#client.sendRequest(StatusRequest, {
      textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
      ...(cursor === undefined ? {} : { position: code2ProtocolConverter.asPosition(cursor) }),
    });
    return status ?? undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#item?.dispose();
  }

  #activeUri(): string | undefined {
    const document = window.activeTextEditor?.document;
    return document && this.#client.code2ProtocolConverter.asUri(document.uri);
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), DELAY);
  }

  async #refresh(): Promise<void> {
    const question = ++this.#asked;
    const editor = window.activeTextEditor;
    try {
      const status = editor === undefined ? undefined : await this.statusOf(editor.document);
      if (question !== this.#asked) return;
      if (status !== undefined) this.#lastRecognised = editor?.document.uri;
      this.#show(status);
    } catch (error) {
      this.#client.error(l10n.t('The status of the file cannot be shown.'), error, false);
    }
  }

  #show(status: Status | undefined): void {
    void commands.executeCommand('setContext', RECOGNISED_CONTEXT, status !== undefined);
    if (status === undefined) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= makeItem();
    this.#item.text = status.text;
    // The line is short: what was said rather than concluded is in the pick that the link opens.
    this.#item.detail = [status.shape, status.reasons].filter((part) => part !== '').join(' · ');
  }
}

function editorOf(document: TextDocument): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  if (activeTextEditor?.document === document) return activeTextEditor;
  return visibleTextEditors.find((editor) => editor.document === document);
}

function makeItem(): LanguageStatusItem {
  // Shown while it exists, which is while its file is the active one.
  const item = languages.createLanguageStatusItem('ocppConfig.station', { pattern: '**' });
  item.name = l10n.t('OCPP station');
  item.command = { command: 'ocppConfig.setStationContext', title: l10n.t('Change') };
  return item;
}
