import type { Platform } from '../platform/platform.ts';
import { answerCodeActions, CODE_ACTION_KINDS } from './code-actions.ts';
import { answerCodeLenses, offersCodeLenses, refreshCodeLenses } from './code-lenses.ts';
import { answerCommands, COMMANDS } from './commands.ts';
import { answerCompletions, COMPLETION_TRIGGERS } from './completion.ts';
import { DIAGNOSTIC_SOURCE } from './convert.ts';
import { startDiagnostics } from './diagnostics.ts';
import { answerDocumentLinks } from './document-links.ts';
import { answerDocumentSymbols } from './document-symbols.ts';
import { answerFoldingRanges } from './folding-ranges.ts';
import { followProjects, watchProjectFiles } from './follow-projects.ts';
import { answerFormatting, formatsEverywhere, registerFormatting } from './formatting.ts';
import { answerHovers } from './hover.ts';
import { answerInitialProjects } from './initial-project.ts';
import { answerInlayHints, refreshInlayHints } from './inlay-hints.ts';
import { Lifecycle } from './lifecycle.ts';
import { OwnFileProblems } from './own-file-problems.ts';
import { Requests, runLogged } from './requests.ts';
import { answerRulePages } from './rule-page.ts';
import { answerSelectionRanges } from './selection-ranges.ts';
import { answerSemanticTokens, refreshSemanticTokens, SEMANTIC_TOKENS } from './semantic-tokens.ts';
import { Session } from './session.ts';
import { SECTION } from './setting-declarations.ts';
import { answerStation, StatusNews } from './station.ts';
import { answerSummaries } from './summary.ts';
import { answerSupport } from './support.ts';
import {
  type Connection,
  type DiagnosticOptions,
  DidChangeConfigurationNotification,
  type InitializeResult,
  type ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from './vscode-languageserver.ts';
import { answerDefinitions, answerKeyPages } from './workspace/key-pages.ts';
import { answerReferences } from './workspace/references.ts';
import { answerRenames } from './workspace/rename.ts';
import { Workspace } from './workspace/workspace.ts';
import { startWorkspaceDiagnostics } from './workspace/workspace-diagnostics.ts';
import { answerWorkspaceSymbols } from './workspace/workspace-symbols.ts';

/**
 * Serves one editor until it says `exit`. Everything that is known of it hangs on one `Session`, which begins with
 * `initialize`.
 */
export function startServer(connection: Connection, platform: Platform): Lifecycle {
  const lifecycle = new Lifecycle(connection);
  connection.onRequest((method) => lifecycle.refuseUnknown(method));
  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    const refusal = lifecycle.begin();
    if (refusal !== undefined) return refusal as ResponseError<never>;
    platform.speak(params.locale);
    const session = new Session(connection, platform, params);
    const requests = new Requests(connection, lifecycle);
    const news = new StatusNews(session);
    const workspace = new Workspace(session, () => diagnostics.refresh());
    const diagnostics = startDiagnostics(session, requests, {
      onAnalysed(snapshot, analysis) {
        news.analysed(snapshot, analysis);
        workspace.analysed(snapshot, analysis);
      },
      onAskedAfterClose: (uri) => workspace.closed(uri),
    });
    startWorkspaceDiagnostics(session, requests, workspace);
    answerWorkspaceSymbols(session, requests, workspace);
    answerReferences(session, requests, workspace);
    answerRenames(session, requests, workspace);
    answerDefinitions(session, requests);
    answerKeyPages(session, requests, workspace);
    answerHovers(session, requests);
    answerCompletions(session, requests);
    answerCodeActions(session, requests);
    answerDocumentSymbols(session, requests);
    answerFoldingRanges(session, requests);
    answerInlayHints(session, requests);
    answerCodeLenses(session, requests);
    answerSemanticTokens(session, requests);
    answerSelectionRanges(session, requests);
    answerFormatting(session, requests);
    answerDocumentLinks(session, requests);
    answerCommands(session, requests, workspace);
    answerStation(session, requests);
    answerRulePages(session, requests);
    answerSummaries(session, requests);
    answerSupport(session, requests);
    answerInitialProjects(session, requests);
    const ownFiles = new OwnFileProblems(session);
    const lookAgain = () => {
      diagnostics.refresh();
      refreshInlayHints(session);
      refreshCodeLenses(session);
      refreshSemanticTokens(session);
      news.settingsChanged();
      ownFiles.sendSoon();
      workspace.restart();
    };
    followSettings(session, lookAgain);
    const projectsChanged = followProjects(session, lookAgain);
    registerWhenReady(session, workspace, projectsChanged);
    return { capabilities: capabilitiesFor(session), serverInfo: { name: DIAGNOSTIC_SOURCE } };
  });
  connection.listen();
  return lifecycle;
}

/**
 * Under the identifier an editor keeps our problems apart from those of others. VS Code numbers lists without one from 0 in
 * each of its extension hosts: where there are two (a remote window, a browser), an extension in the other host that clears
 * the list of the same number would take our problems off the screen. The client's list of published problems has the
 * client's own name.
 */
const DIAGNOSTICS: DiagnosticOptions = {
  identifier: `${SECTION}.documents`,
  interFileDependencies: false,
  workspaceDiagnostics: true,
};

function capabilitiesFor(session: Session): ServerCapabilities {
  const { abilities } = session;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(abilities.pullsDiagnostics ? { diagnosticProvider: DIAGNOSTICS } : {}),
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: true },
    ...(abilities.codeActionKinds === undefined
      ? {}
      : { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } }),
    workspaceSymbolProvider: true,
    referencesProvider: true,
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
    ...(session.options.keyPages === undefined ? {} : { definitionProvider: true }),
    documentSymbolProvider: { label: DIAGNOSTIC_SOURCE },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    ...(formatsEverywhere(session)
      ? { documentFormattingProvider: true, documentRangeFormattingProvider: true }
      : {}),
    documentLinkProvider: {},
    ...(abilities.semanticTokens ? { semanticTokensProvider: SEMANTIC_TOKENS } : {}),
    ...(offersCodeLenses(session) ? { codeLensProvider: { resolveProvider: true } } : {}),
    ...(abilities.inlayHints ? { inlayHintProvider: { resolveProvider: abilities.resolvesInlayHints } } : {}),
    ...(abilities.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    ...(abilities.appliesEdits ? { executeCommandProvider: { commands: [...COMMANDS] } } : {}),
  };
}

/** What an editor can only be asked for when it is ready. */
function registerWhenReady(session: Session, workspace: Workspace, projectsChanged: () => void): void {
  const { connection, abilities, folders } = session;
  connection.onInitialized(() => {
    registerFormatting(session);
    watchProjectFiles(session);
    runLogged(connection, 'checking the workspace', () => workspace.start());
    folders.follow(connection, abilities, projectsChanged);
    if (!abilities.registersConfigurationChanges) return;
    runLogged(connection, 'client/registerCapability', async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    });
  });
}

/** New settings hold at once, for every open document. */
function followSettings(session: Session, onChanged: () => void): void {
  const { connection } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.onDidReceiveLateSettings(() => {
    // Answers that are late are so for many documents at once.
    clearTimeout(timer);
    timer = setTimeout(onChanged);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.settingsChanged(settings);
    onChanged();
  });
}
