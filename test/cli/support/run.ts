import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The command line as it is built. */
export const commandLineFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** What comes on standard input; nothing by default. */
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** A script that Node runs before the program, to play the rest of the world. */
  readonly before?: string | undefined;
}

/** Runs the built program to its end. */
export async function run(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = start(words, options);
  child.stdin?.on('error', () => {
    // The program may end before it has read everything, which is its own business.
  });
  child.stdin?.end(options.input ?? '');
  return finished(child);
}

/** Starts the built program, with all three streams as pipes. */
export function start(words: readonly string[], options: RunOptions = {}): ChildProcess {
  if (!existsSync(commandLineFile)) throw new Error('dist/cli.js is missing: run "npm run build" first');
  const nodeOptions = options.before === undefined ? [] : ['--require', options.before];
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.environment },
    stdio: 'pipe',
  };
  return spawn(process.execPath, [...nodeOptions, commandLineFile, ...words], spawnOptions);
}

/** Waits for the end of a program and for all that it has printed. */
export async function finished(child: ChildProcess): Promise<Finished> {
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, exitSignal) => resolve([exitCode, exitSignal]));
  });
  return { code, signal, stdout: stdout(), stderr: stderr() };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** The environment without what changes the output. */
function cleanEnvironment(): Record<string, string | undefined> {
  const {
    NO_COLOR: _no,
    FORCE_COLOR: _force,
    COLUMNS: _columns,
    NODE_OPTIONS: _options,
    ...rest
  } = process.env;
  return rest;
}
