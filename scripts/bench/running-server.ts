/** A language server in a process of its own, driven over stdio as an editor does. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { onShutdown } from '../lib/shutdown.ts';

export interface ServerProgram {
  /** The JavaScript file that Node runs with `--stdio`. */
  readonly path: string;
  /** Sent once it has started, for a server that is configured so. */
  readonly settings?: unknown;
}

export interface RunningServer {
  /** From spawning to the answer to `initialize`. */
  readonly startMilliseconds: number;
  open(uri: string, text: string): Promise<void>;
  /** Replaces text in a document by its next version. */
  change(uri: string, version: number, start: Position, end: Position, text: string): Promise<void>;
  /** How many problems the newest text has. */
  countProblems(uri: string): Promise<number>;
  /** The memory that is not swapped out, as Linux tells it; undefined on other systems. */
  residentBytes(): number | undefined;
  stop(): Promise<void>;
}

/** Starts a server and waits until it has answered `initialize`. Rejects when it ends before. */
export async function startLanguageServer({ path, settings }: ServerProgram): Promise<RunningServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const forget = onShutdown(() => void child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const end = (): void => {
    connection.dispose();
    child.kill();
    forget();
  };
  try {
    connection.listen();
    // Whoever asks for settings gets none, so that each keeps its defaults.
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => null),
    );
    connection.onRequest('client/registerCapability', () => null);
    await Promise.race([
      connection.sendRequest(InitializeRequest.type, INITIALIZE),
      ended.then(() => Promise.reject(new Error(`${path} has ended without an answer.`))),
    ]);
    const startMilliseconds = performance.now() - started;
    await connection.sendNotification(InitializedNotification.type, {});
    if (settings !== undefined) {
      await connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
    return {
      startMilliseconds,
      ...documentsOf(connection),
      residentBytes: () => (child.pid === undefined ? undefined : residentBytes(child.pid)),
      async stop() {
        await connection.sendRequest(ShutdownRequest.type);
        await connection.sendNotification(ExitNotification.type);
        await ended;
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** What an editor like VS Code says of itself, in short. */
const INITIALIZE: InitializeParams = {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    textDocument: {
      diagnostic: {},
      hover: { contentFormat: ['markdown', 'plaintext'] },
      completion: {
        completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
      },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      },
    },
  },
};

function documentsOf(
  connection: ProtocolConnection,
): Pick<RunningServer, 'open' | 'change' | 'countProblems'> {
  return {
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'json', version: 1, text },
      }),
    change: (uri, version, start, end, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text }],
      }),
    async countProblems(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items.length : 0;
    },
  };
}

function residentBytes(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
