import { Buffer } from 'node:buffer';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { VSCODE_CAPABILITIES } from './capabilities.ts';

const serverFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'server.node.js');
const commandLineFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

/** How to start the server: as VS Code does, as other editors do, or through the command line. */
export type Transport = 'ipc' | 'stdio' | 'command-line';

export interface TestClientOptions {
  readonly transport?: Transport;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The editor's language, as in `de-AT`. */
  readonly locale?: string;
  /** The addresses of the folders that are open. */
  readonly workspaceFolders?: readonly string[];
  /** The settings of the section `ocppConfig` for a document, or a promise of them; tests may change what it returns. */
  readonly settings?: (uri: string) => unknown;
}

/** A language client that talks to the built server, which runs in a process of its own. */
export class TestClient {
  readonly connection: ProtocolConnection;
  /** What the server has logged. */
  readonly log: string[] = [];
  /** What the server has sent unasked, oldest first. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server has registered when it was ready. */
  readonly registered: Registration[] = [];
  /** What else the server has asked to have pulled again: `workspace/codeLens/refresh` and the like, oldest first. */
  readonly refreshed: string[] = [];
  /** How often the server has asked to have problems pulled again. */
  refreshes = 0;
  readonly #bytes: Buffer[] = [];
  readonly #process: ChildProcess;
  readonly #exitCode: Promise<number>;
  readonly #options: TestClientOptions;

  /** Starts the server; `initialize` makes it ready. Tests get theirs from `clients.ts`. */
  constructor(options: TestClientOptions = {}) {
    if (!existsSync(serverFile)) throw new Error('dist/ is empty: run "npm run build" first.');
    this.#options = options;
    const { child, connection } = startServer(options.transport ?? 'stdio');
    this.#process = child;
    child.stdout?.on('data', (chunk: Buffer) => this.#bytes.push(chunk));
    this.connection = connection;
    this.#exitCode = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? -1)));
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(async ({ scopeUri }) => (await options.settings?.(scopeUri ?? '')) ?? null)),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    for (const type of [
      InlayHintRefreshRequest.type,
      CodeLensRefreshRequest.type,
      SemanticTokensRefreshRequest.type,
    ]) {
      connection.onRequest(type.method, () => {
        this.refreshed.push(type.method);
        return null;
      });
    }
    connection.listen();
  }

  /** Everything that the server has said over stdio, as it came. */
  get heard(): string {
    return Buffer.concat(this.#bytes).toString('utf8');
  }

  async initialize(): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: (this.#options.workspaceFolders ?? []).map((uri) => ({ uri, name: 'folder' })),
      capabilities: this.#options.capabilities ?? VSCODE_CAPABILITIES,
      ...(this.#options.locale === undefined ? {} : { locale: this.#options.locale }),
      initializationOptions: this.#options.initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'json'): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(
    uri: string,
    version: number,
    ...contentChanges: TextDocumentContentChangeEvent[]
  ): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pullReport(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The problems of a document, asked for. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pullReport(uri);
    if (report.kind !== 'full') throw new Error(`the report is ${report.kind}`);
    return report.items;
  }

  /** Ends the server as the protocol says, and returns its exit code. */
  async shutDown(): Promise<number> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.#exitCode;
  }

  /** Waits for the server to end by itself. */
  exitCode(): Promise<number> {
    return this.#exitCode;
  }

  /** Closes the server's standard input, as an editor that has died does. */
  closeInput(): void {
    this.#process.stdin?.end();
  }

  /** Ends whatever is left of the server. */
  dispose(): void {
    this.connection.dispose();
    this.#process.kill('SIGKILL');
  }
}

function startServer(transport: Transport): {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
} {
  if (transport === 'ipc') {
    const child = fork(serverFile, ['--node-ipc'], { execArgv: [], silent: true });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    return { child, connection };
  }
  const program = transport === 'stdio' ? [serverFile, '--stdio'] : [commandLineFile, 'lsp', '--stdio'];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { child, connection };
}
