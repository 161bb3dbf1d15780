import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  l10n,
  Range,
  TabInputText,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type SummaryAnswer,
  type SummaryFixParams,
  SummaryFixRequest,
  type SummaryParams,
  SummaryRequest,
} from '../../../protocol/messages.ts';
import type { FromPage, ToPage } from '../page/page-messages.ts';
import { aboutSummary, fileNameOf, shownLanguage } from './about.ts';
import { pageHtml } from './page-html.ts';

/** How long typing must pause before the page is made anew. */
const DELAY = 300;

/** The buttons of the page, and the commands that they run with the file's address. */
const COMMANDS: Readonly<Record<string, string>> = {
  applyRecommended: 'ocppConfig.applyRecommended',
  fixAll: 'ocppConfig.fixAll',
  setStationContext: 'ocppConfig.setStationContext',
  saveSummary: 'ocppConfig.saveSummary',
};

/** What a view is given by the extension. */
export interface SummaryServices {
  readonly client: BaseLanguageClient;
  readonly extensionUri: Uri;
  readonly version: string;
}

/**
 * The page that sums up one file, beside it. It follows the file while it can be seen, and stays as it is when the file
 * is closed. A click means what was on the page: when the text has changed since, the page is made anew instead.
 */
export class SummaryView {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  readonly #services: SummaryServices;
  #answer: SummaryAnswer | undefined;
  /** What the page shows; each contents has a number of its own. */
  #round = 0;
  /** Whether the page may be older than the text. */
  #stale = true;
  /** The text that the page is about, once its document was closed. */
  #closedText: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: CancellationTokenSource | undefined;
  readonly #subscriptions: Disposable[];

  constructor(services: SummaryServices, panel: WebviewPanel, uri: Uri) {
    this.#services = services;
    this.panel = panel;
    this.uri = uri;
    const script = Uri.joinPath(services.extensionUri, 'dist', 'summary.page.js');
    panel.title = l10n.t('Summary of {0}', fileNameOf(uri));
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(services.extensionUri, 'dist')],
    };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible && this.#stale) this.refreshSoon();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (this.isAbout(document.uri) && contentChanges.length > 0) this.refreshSoon();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (this.isAbout(document.uri)) this.refreshSoon();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (this.isAbout(document.uri)) this.#closedText = document.getText();
      }),
    ];
    panel.webview.html = pageHtml(panel.webview, script, shownLanguage());
  }

  /** What is shown now; undefined before the first answer, and for a file that is none of ours. */
  get shown(): SummaryAnswer | undefined {
    return this.#answer;
  }

  isAbout(uri: Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** The text, settings or the server have changed. */
  refreshSoon(): void {
    this.#stale = true;
    if (this.#answer !== undefined) this.#post({ type: 'wait' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), DELAY);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #refresh(): Promise<void> {
    // Whatever cannot be seen is made when it is shown again.
    if (!this.panel.visible || !this.#services.client.isRunning()) return;
    // A closed file is not opened again behind its reader's back.
    if (this.#closedText !== undefined && !this.#isOpen() && this.#answer !== undefined) {
      this.#send();
      return;
    }
    this.#running?.cancel();
    const running = new CancellationTokenSource();
    this.#running = running;
    try {
      const document = await this.#document();
      const answer = document && (await this.#ask(document, running.token));
      if (running.token.isCancellationRequested) return;
      // Typed over meanwhile: that change brings the next answer.
      if (answer !== undefined && answer.version !== document?.version) return;
      this.#closedText = undefined;
      this.#stale = false;
      this.#show(answer);
    } catch (error) {
      if (!running.token.isCancellationRequested) {
        this.#services.client.error(l10n.t('The summary cannot be made.'), error, false);
      }
    } finally {
      running.dispose();
    }
  }

  async #ask(document: TextDocument, token: CancellationToken): Promise<SummaryAnswer | undefined> {
    const { client, version } = this.#services;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const params: SummaryParams = { textDocument, as: 'page', ...aboutSummary(this.uri, version) };
    const answer = await client.sendRequest(SummaryRequest, params, token);
    return answer ?? undefined;
  }

  #show(answer: SummaryAnswer | undefined): void {
    this.#answer = answer;
    this.#round++;
    this.#send();
  }

  #send(): void {
    const nothing = l10n.t('This file is not a charger configuration.');
    this.#post({
      type: 'show',
      round: this.#round,
      body: this.#answer?.text ?? `<h1 id="title" tabindex="-1">${escapedHtml(nothing)}</h1>`,
      style: this.#answer?.style ?? '',
      news: this.#answer?.news ?? nothing,
      state: { uri: this.uri.toString() },
    });
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      // The page was loaded, for the first time or because it is shown again.
      if (this.#answer !== undefined) this.#send();
      if (this.#stale) void this.#refresh();
      return;
    }
    try {
      const document = await this.#documentAsShown(message.round);
      if (document === undefined) return;
      if (message.type === 'go') await this.#go(document, rangeOf(message.range));
      else if (message.type === 'fix') await this.#fix(document, message.fix);
      else if (message.command === 'showFile') await this.#go(document, undefined);
      else {
        const command = COMMANDS[message.command];
        if (command !== undefined) await commands.executeCommand(command, this.uri);
      }
    } catch (error) {
      this.#services.client.error(l10n.t('The summary could not do that.'), error, 'force');
    }
  }

  /** The document, where it still has the text that the page was about; otherwise the page is made anew. */
  async #documentAsShown(round: number): Promise<TextDocument | undefined> {
    const document = await this.#document();
    if (document === undefined) {
      this.#post({ type: 'say', news: l10n.t('The file is closed, and cannot be opened again.') });
      return undefined;
    }
    const isSameText =
      this.#closedText === undefined
        ? document.version === this.#answer?.version
        : document.getText() === this.#closedText;
    if (round === this.#round && isSameText) {
      if (this.#closedText !== undefined && this.#answer !== undefined) {
        this.#answer = { ...this.#answer, version: document.version };
        this.#closedText = undefined;
      }
      return document;
    }
    this.#post({ type: 'say', news: l10n.t('The file has changed meanwhile; the summary is made anew.') });
    this.refreshSoon();
    return undefined;
  }

  async #go(document: TextDocument, selection: Range | undefined): Promise<void> {
    await window.showTextDocument(document, {
      viewColumn: this.#columnOfFile(),
      ...(selection === undefined ? {} : { selection }),
    });
  }

  async #fix(document: TextDocument, fix: string): Promise<void> {
    const { client } = this.#services;
    const { version } = document;
    const params: SummaryFixParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      version,
      fix,
    };
    const answer = await client.sendRequest(SummaryFixRequest, params);
    const edit = answer && (await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit));
    if (edit == null || document.version !== version || !(await workspace.applyEdit(edit))) {
      this.#post({ type: 'say', news: l10n.t('The file has changed meanwhile; nothing was done.') });
      this.refreshSoon();
    }
  }

  /** Where the file is shown already; otherwise beside this page. */
  #columnOfFile(): ViewColumn {
    const group = window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && this.isAbout(input.uri)),
    );
    return (
      group?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One)
    );
  }

  #isOpen(): boolean {
    return workspace.textDocuments.some((document) => this.isAbout(document.uri));
  }

  /** The document, opened where it is not; undefined where it is gone, as one that was never saved. */
  async #document(): Promise<TextDocument | undefined> {
    const open = workspace.textDocuments.find((document) => this.isAbout(document.uri));
    if (open !== undefined || this.uri.scheme === 'untitled') return open;
    try {
      return await workspace.openTextDocument(this.uri);
    } catch (error) {
      this.#services.client.warn(l10n.t('The file of a summary cannot be opened.'), error, false);
      return undefined;
    }
  }
}

/** "4:10-4:12" as the page has it; undefined for anything else. */
function rangeOf(text: string): Range | undefined {
  const numbers = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(text)?.slice(1).map(Number);
  const [startLine, start, endLine, end] = numbers ?? [];
  if (startLine === undefined || start === undefined || endLine === undefined || end === undefined) {
    return undefined;
  }
  return new Range(startLine, start, endLine, end);
}

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
