/** Leaves nothing running: whatever a script starts, it registers here how to end it. */

type CleanUp = () => Promise<void> | void;

const cleanUps = new Set<CleanUp>();
let shuttingDown: Promise<void> | undefined;

/** Registers what must happen before this process ends, also when it is interrupted. Returns how to forget it. */
export function onShutdown(cleanUp: CleanUp): () => void {
  cleanUps.add(cleanUp);
  return () => cleanUps.delete(cleanUp);
}

/** Runs everything registered, the newest first. A second call waits for the first. */
function shutdown(): Promise<void> {
  shuttingDown ??= runCleanUps();
  return shuttingDown;
}

export function isShuttingDown(): boolean {
  return shuttingDown !== undefined;
}

async function runCleanUps(): Promise<void> {
  for (const cleanUp of [...cleanUps].reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      console.error('Cleaning up failed:', error);
      process.exitCode = 1;
    }
  }
}

/** Exit codes that shells expect of a program ended by a signal: 128 and the signal's number. */
const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

for (const [signal, code] of Object.entries(signalExitCodes)) {
  process.on(signal, () => void shutdown().then(() => process.exit(code)));
}

/** Runs a script's main function and cleans up after it, whether it succeeds or throws. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof ExplainedError ? error.message : error);
    process.exitCode = 1;
  } finally {
    await shutdown();
  }
}

/** An error whose message already tells a person what to do, so that a stack trace would only hide it. */
export class ExplainedError extends Error {}
