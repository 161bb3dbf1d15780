/**
 * The start of our server and what it keeps in memory, against the least that can be called a language server and VS
 * Code's JSON server.
 */

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from './measure.ts';
import { type ServerProgram, startLanguageServer } from './running-server.ts';
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

/** The servers that are started: ours, the smallest there can be, and VS Code's for JSON. */
export type ServerName = 'ours' | 'minimal' | 'service';

export interface ServerStart {
  readonly starts: number;
  readonly servers: Readonly<Record<ServerName, ServerFigures>>;
  /** Our start by that of each other server, the median over starts in the same turn. */
  readonly ratio: Readonly<Record<Exclude<ServerName, 'ours'>, number>>;
  readonly memoryRatio: Readonly<Record<Exclude<ServerName, 'ours'>, number | undefined>>;
}

const NAMES: readonly ServerName[] = ['minimal', 'service', 'ours'];

/** Starts the servers in turns. Each opens the file of a configuration. */
export async function measureServerStart(
  programs: Readonly<Record<ServerName, ServerProgram>>,
  file: string,
): Promise<ServerStart> {
  const starts: Record<ServerName, Start[]> = { ours: [], minimal: [], service: [] };
  // The first start reads the program and Node from the disk: it is not counted.
  for (let turn = -1; turn < STARTS; turn++) {
    for (const name of NAMES) {
      const start = await startOnce(programs[name], file);
      if (turn >= 0) starts[name].push(start);
    }
  }
  const servers = {
    ours: figuresOf(starts.ours),
    minimal: figuresOf(starts.minimal),
    service: figuresOf(starts.service),
  };
  const ratioTo = (other: readonly Start[]): number =>
    median(
      starts.ours.map(({ milliseconds: time }, turn) => time / (other[turn]?.milliseconds ?? Number.NaN)),
    );
  const memoryRatioTo = ({ memoryBytes }: ServerFigures): number | undefined =>
    servers.ours.memoryBytes === undefined || memoryBytes === undefined
      ? undefined
      : servers.ours.memoryBytes / memoryBytes;
  return {
    starts: STARTS,
    servers,
    ratio: { minimal: ratioTo(starts.minimal), service: ratioTo(starts.service) },
    memoryRatio: { minimal: memoryRatioTo(servers.minimal), service: memoryRatioTo(servers.service) },
  };
}

async function startOnce(program: ServerProgram, file: string): Promise<Start> {
  const server = await startLanguageServer(program);
  const uri = pathToFileURL(file).href;
  await server.open(uri, readFileSync(file, 'utf8'));
  const problems = await server.countProblems(uri);
  const memoryBytes = server.residentBytes();
  await server.stop();
  return { milliseconds: server.startMilliseconds, memoryBytes, problems };
}

function figuresOf(starts: readonly Start[]): ServerFigures {
  const memory = starts.flatMap(({ memoryBytes }) => (memoryBytes === undefined ? [] : [memoryBytes]));
  return {
    milliseconds: median(starts.map((start) => start.milliseconds)),
    memoryBytes: memory.length === 0 ? undefined : median(memory),
    problems: starts[0]?.problems ?? 0,
  };
}

const TITLES: Readonly<Record<ServerName, string>> = {
  minimal: 'smallest vscode-languageserver program',
  service: "VS Code's JSON server",
  ours: 'ours',
};

export function printServerStart({ starts, servers, ratio, memoryRatio }: ServerStart): void {
  printHeading(`Server over stdio (medians of ${starts} starts each, in turns)`);
  const ratios = (name: 'minimal' | 'service'): Cell[] => {
    const memory = memoryRatio[name];
    return [`ours ÷ ${TITLES[name]}`, timesCell(ratio[name]), memory === undefined ? '' : timesCell(memory)];
  };
  printTable(
    ['', 'start to answer of initialize, ms', 'resident after one file, MiB'],
    [
      ...NAMES.map((name) => [
        TITLES[name],
        milliseconds(servers[name].milliseconds),
        memoryCell(servers[name]),
      ]),
      ratios('minimal'),
      ratios('service'),
    ],
  );
  printNote(
    `In the file ours has found ${servers.ours.problems} problems by then, the JSON server ${servers.service.problems}; the smallest never finds any.`,
  );
}

function memoryCell({ memoryBytes }: ServerFigures): Cell {
  return { right: memoryBytes === undefined ? 'not told here' : (memoryBytes / 1024 / 1024).toFixed(1) };
}
