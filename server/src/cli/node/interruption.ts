/** The signals that ask a program to end. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

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
