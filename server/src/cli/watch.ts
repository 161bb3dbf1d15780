import * as l10n from '@vscode/l10n';
import type { ExitCode } from './check.ts';
import type { Host } from './host.ts';

/** Makes a terminal empty, what has scrolled out of it included. */
const CLEARED = '\u001b[2J\u001b[3J\u001b[H';

/** Checks, and again whenever something changes, until somebody asks for the end. */
export async function watchAndCheck(
  names: readonly string[],
  check: () => Promise<ExitCode>,
  host: Host,
): Promise<ExitCode> {
  // Before the first check, so that no change is missed.
  const said = new Set<string>();
  const changes = await host.watch(names, (message) => {
    // A limit of the system is met again with each further folder.
    if (said.has(message)) return;
    said.add(message);
    host.errors.write(`${l10n.t('Not all changes can be seen: {0}', message)}\n`);
  });
  try {
    for (;;) {
      const exitCode = await check();
      if (exitCode > 2 || host.output.closed) return exitCode;
      host.errors.write(`${l10n.t('Watching for changes; Ctrl-C ends.')}\n`);
      const interruption = host.interruption();
      await Promise.race([changes.next(), interruption.asked]);
      interruption.release();
      if (interruption.exitCode !== undefined) return interruption.exitCode;
      if (host.output.isTerminal) host.output.write(CLEARED);
    }
  } finally {
    await changes.close();
  }
}
