import {
  type ExtensionContext,
  extensions,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ContributedFile } from '../../protocol/messages.ts';
import { LENS_COMMANDS, registerCommands } from './commands/index.ts';
import { contributedKnowledge, followContributedKnowledge } from './contributed-knowledge.ts';
import { DOCUMENT_SELECTOR, isLeftAlone } from './documents.ts';
import { answerFileRequests } from './files.ts';
import { hoverWasRead } from './first-run.ts';
import { KEY_PAGES, RULE_PAGES, registerPages } from './pages.ts';
import { StationStatus } from './status.ts';
import { StatusChanges } from './status-changes.ts';
import { SummaryViews } from './summary/summary-views.ts';

/** Makes a client whose server runs as this kind of extension host can run it. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What other extensions, and tests, may ask of this one. */
export interface ExtensionApi {
  /** What the language status says of the active file; undefined when it is not a charger configuration. */
  shownStatus(): string | undefined;
  /** The contents of the page that sums up a file, as HTML; undefined where there is none. */
  shownSummary(uri: Uri): string | undefined;
}

export interface RunningExtension {
  readonly client: BaseLanguageClient;
  readonly api: ExtensionApi;
}

/** Starts the language server and everything that shows what it knows. Settles when it can be asked. */
export async function startExtension(
  context: ExtensionContext,
  createClient: ClientFactory,
): Promise<RunningExtension> {
  const log = window.createOutputChannel('OCPP Config', { log: true });
  const contributed = await contributedKnowledge(log);
  const client = createClient(clientOptions(log, contributed));
  const changes = new StatusChanges(client);
  const status = new StationStatus(client, changes);
  const { extensionUri } = context;
  const version = String(context.extension.packageJSON.version);
  const views = new SummaryViews({ client, extensionUri, version }, changes);
  context.subscriptions.push(
    log,
    changes,
    status,
    views,
    ...registerCommands({ client, log, status, views, extensionUri, version }),
    registerPages(client),
    answerFileRequests(client),
    followContributedKnowledge(client, log, contributed),
  );
  await client.start();
  status.refresh();
  const api: ExtensionApi = {
    shownStatus: () => status.shown,
    shownSummary: (uri) => views.of(uri)?.shown?.text,
  };
  return { client, api };
}

function clientOptions(
  log: LogOutputChannel,
  contributed: readonly ContributedFile[],
): LanguageClientOptions {
  return {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: log,
    traceOutputChannel: log,
    initializationOptions: {
      // Built in, but a user can turn it off.
      editorReportsJsonSyntax: extensions.getExtension('vscode.json-language-features') !== undefined,
      rulePages: RULE_PAGES,
      keyPages: KEY_PAGES,
      commands: LENS_COMMANDS,
      readsFiles: true,
      contributed,
    },
    /*
     * Problems are asked for when a document is opened or shown in a tab (always so), and on each change. Not on a
     * switch to another tab: problems stay while the tab is there, so asking again would be for nothing. Tabs whose
     * document VS Code has not loaded yet are asked for when they are first shown.
     */
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    middleware: {
      didOpen: async (document: TextDocument, next) => {
        if (!isLeftAlone(document.uri)) await next(document);
      },
      // The library asks for every document in a tab: in the log, each question about the log would be followed by another.
      provideDiagnostics: async (document, previousResultId, token, next) =>
        isLeftAlone('uri' in document ? document.uri : document)
          ? undefined
          : next(document, previousResultId, token),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        if (hover) hoverWasRead();
        return hover;
      },
    },
  };
}
