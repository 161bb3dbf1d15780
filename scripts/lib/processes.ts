/** Starting other programs, and ending them with all that they started. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from './project.ts';
import { onShutdown } from './shutdown.ts';

const windows = process.platform === 'win32';

export interface Finished {
  readonly code: number;
  /** Everything it printed, in order; empty when the output was not captured. */
  readonly output: string;
}

/** How to start the npm that runs this script, or else the one on the PATH. */
export function npmCommand(...npmArguments: string[]): [program: string, programArguments: string[]] {
  const runningNpm = process.env.npm_execpath;
  return runningNpm?.endsWith('npm-cli.js')
    ? [process.execPath, [runningNpm, ...npmArguments]]
    : [windows ? 'npm.cmd' : 'npm', npmArguments];
}

/** Runs a program to its end and captures what it prints. Rejects only when it cannot be started. */
export function runCaptured(
  program: string,
  programArguments: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  return run(program, programArguments, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a program to its end on this process's own terminal. */
export function runVisibly(
  program: string,
  programArguments: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  return run(program, programArguments, { ...options, stdio: 'inherit' });
}

async function run(
  program: string,
  programArguments: readonly string[],
  options: SpawnOptions,
): Promise<Finished> {
  const child = spawn(program, programArguments, {
    cwd: projectFolder,
    // Windows starts `.cmd` files, which npm and other tools are there, only through its shell.
    shell: windows && program.endsWith('.cmd'),
    ...options,
  });
  const output = captureOutput(child);
  const forget = onShutdown(() => void child.kill());
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode) => resolve(exitCode ?? 1));
    });
    return { code, output: output() };
  } finally {
    forget();
  }
}

export interface RunningService {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and every process it started, and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a program that goes on until it is stopped, or until this process ends. */
export function startService(program: string, programArguments: readonly string[]): RunningService {
  // A process group of its own, so that it can be ended together with its children.
  const child = spawn(program, programArguments, {
    cwd: projectFolder,
    detached: !windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = captureOutput(child);
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  const stop = async (): Promise<void> => {
    forget();
    signalTree(child, 'SIGTERM');
    await Promise.race([ended, delay(3000, undefined, { ref: false })]);
    // Children that outlived the program itself still belong to its group.
    signalTree(child, 'SIGKILL');
    await ended;
  };
  const forget = onShutdown(stop);
  return { child, output, ended, stop };
}

function captureOutput(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  if (windows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // No such process: the whole group has ended already, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}
