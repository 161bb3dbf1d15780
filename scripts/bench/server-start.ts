/** The start of our server and what it keeps in memory, against the least that can be called a language server. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { onShutdown } from '../lib/shutdown.ts';
import { median } from './measure.ts';
import { type Cell, milliseconds, printHeading, printNote, printTable, timesCell } from './table.ts';

const STARTS = 15;

/** A server as one start of it was seen. */
interface Start {
  /** From spawning to the answer to `initialize`. */
  readonly milliseconds: number;
  /** After one file was opened and its problems came; undefined where the system does not tell. */
  readonly memoryBytes: number | undefined;
  readonly problems: number;
}

/** Medians over all starts. */
export interface ServerFigures {
  readonly milliseconds: number;
  readonly memoryBytes: number | undefined;
  readonly problems: number;
}

export interface ServerStart {
  readonly starts: number;
  readonly ours: ServerFigures;
  readonly minimal: ServerFigures;
  /** Our start by that of the minimal server, the median over pairs of starts. */
  readonly ratio: number;
  readonly memoryRatio: number | undefined;
}

/** Starts both servers in turns. Each opens the file of a configuration. */
export async function measureServerStart(
  servers: { readonly ours: string; readonly minimal: string },
  file: string,
): Promise<ServerStart> {
  const ours: Start[] = [];
  const minimal: Start[] = [];
  // The first start reads the program and Node from the disk: it is not counted.
  for (let turn = -1; turn < STARTS; turn++) {
    const pair = {
      ours: await startOnce(servers.ours, file),
      minimal: await startOnce(servers.minimal, file),
    };
    if (turn < 0) continue;
    ours.push(pair.ours);
    minimal.push(pair.minimal);
  }
  const figures = { ours: figuresOf(ours), minimal: figuresOf(minimal) };
  return {
    starts: STARTS,
    ...figures,
    ratio: median(
      ours.map((start, turn) => start.milliseconds / (minimal[turn]?.milliseconds ?? Number.NaN)),
    ),
    memoryRatio:
      figures.ours.memoryBytes === undefined || figures.minimal.memoryBytes === undefined
        ? undefined
        : figures.ours.memoryBytes / figures.minimal.memoryBytes,
  };
}

async function startOnce(server: string, file: string): Promise<Start> {
  const started = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const forget = onShutdown(() => void child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    connection.listen();
    await Promise.race([
      connection.sendRequest(InitializeRequest.type, INITIALIZE),
      ended.then(() => Promise.reject(new Error(`${server} has ended without an answer.`))),
    ]);
    const time = performance.now() - started;
    const problems = await openAndCheck(connection, file);
    const memoryBytes = child.pid === undefined ? undefined : residentBytes(child.pid);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    await ended;
    return { milliseconds: time, memoryBytes, problems };
  } finally {
    connection.dispose();
    child.kill();
    forget();
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

/** Opens a file as an editor does and waits for its problems. */
async function openAndCheck(connection: ProtocolConnection, file: string): Promise<number> {
  const uri = pathToFileURL(file).href;
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'json', version: 1, text: readFileSync(file, 'utf8') },
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? report.items.length : 0;
}

/** The memory of a process that is not swapped out, as Linux tells it. */
function residentBytes(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

function figuresOf(starts: readonly Start[]): ServerFigures {
  const memory = starts.flatMap(({ memoryBytes }) => (memoryBytes === undefined ? [] : [memoryBytes]));
  return {
    milliseconds: median(starts.map((start) => start.milliseconds)),
    memoryBytes: memory.length === 0 ? undefined : median(memory),
    problems: starts[0]?.problems ?? 0,
  };
}

export function printServerStart({ starts, ours, minimal, ratio, memoryRatio }: ServerStart): void {
  printHeading(`Server over stdio (medians of ${starts} starts each, in turns)`);
  const memory = ({ memoryBytes }: ServerFigures): Cell => ({
    right: memoryBytes === undefined ? 'not told here' : (memoryBytes / 1024 / 1024).toFixed(1),
  });
  printTable(
    ['', 'start to answer of initialize, ms', 'resident after one file, MiB'],
    [
      ['smallest vscode-languageserver program', milliseconds(minimal.milliseconds), memory(minimal)],
      ['ours', milliseconds(ours.milliseconds), memory(ours)],
      ['ours ÷ smallest', timesCell(ratio), memoryRatio === undefined ? '' : timesCell(memoryRatio)],
    ],
  );
  printNote(`In the file ours has found ${ours.problems} problems by then; the other one never finds any.`);
}
