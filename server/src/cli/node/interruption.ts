import type { ExitCode } from '../check.ts';
import type { InterruptedCode, Interruption } from '../host.ts';

/** The signals that ask a program to end. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const NUMBERS: Partial<Record<NodeJS.Signals, InterruptedCode>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** What passes a signal on, as npm does, makes two of one within this time, in milliseconds. */
const SAME_SIGNAL = 500;

/** Keeps signals from ending the program while it can end by itself. A second one ends it all the same. */
export class NodeInterruption implements Interruption {
  readonly asked: Promise<void>;
  #received: NodeJS.Signals | undefined;
  #when = 0;
  #wake: () => void = () => {};

  constructor() {
    this.asked = new Promise((resolve) => {
      this.#wake = resolve;
    });
    for (const signal of SIGNALS) process.on(signal, this.#listener);
  }

  get exitCode(): InterruptedCode | undefined {
    return this.#received && NUMBERS[this.#received];
  }

  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.#listener);
  }

  readonly #listener = (signal: NodeJS.Signals) => {
    if (this.#received === undefined) {
      this.#received = signal;
      this.#when = Date.now();
      this.#wake();
    } else if (Date.now() - this.#when > SAME_SIGNAL) {
      endBySignal(signal);
    }
  };
}

/** Ends this program as whoever called it expects of an exit code: by the signal, where systems have that. */
export async function endWith(exitCode: ExitCode): Promise<void> {
  const signal = SIGNALS.find((candidate) => NUMBERS[candidate] === exitCode);
  // Not `exit`, which would cut off what is still on its way to a pipe.
  process.exitCode = exitCode;
  if (signal === undefined) return;
  // Nor does a signal wait for that. Who does not want to wait for a reader that is slow can send another one.
  await Promise.all([process.stdout, process.stderr].map(written));
  endBySignal(signal);
}

/** Waits until all that was written to a stream has gone, or cannot go any more. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

function endBySignal(signal: NodeJS.Signals): void {
  // Windows has no signals; there a program ends with a number, and `kill` would take another one.
  if (process.platform === 'win32') process.exit(NUMBERS[signal]);
  for (const other of SIGNALS) process.removeAllListeners(other);
  process.kill(process.pid, signal);
}

/**
 * Does work that must not be cut in two. A signal that comes meanwhile takes effect when the work is done, in the way
 * that it always does.
 */
export async function uninterrupted<Result>(work: () => Result): Promise<Result> {
  let received: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals) => {
    received ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  try {
    return work();
  } finally {
    await pause();
    for (const signal of SIGNALS) process.off(signal, remember);
    if (received !== undefined) process.kill(process.pid, received);
  }
}

/** Waits until everything that the system had to tell has been heard. */
export async function pause(): Promise<void> {
  // The first call may come after this turn's news were read; the second one surely has them read in between.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
