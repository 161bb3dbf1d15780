import * as l10n from '@vscode/l10n';
import { runLogged } from '../requests.ts';
import type { Session } from '../session.ts';
import type { WorkDoneProgressServerReporter } from '../vscode-languageserver.ts';

/** More often than this nobody can read it. In milliseconds. */
const SHORTEST_PAUSE = 100;

/**
 * Shows a search in the editor, which can stop it; does nothing in editors that show no progress. The search does not
 * wait for it: an editor may take its time to be ready for progress, or never be.
 */
export class SearchProgress {
  #reporter: WorkDoneProgressServerReporter | undefined;
  #isDone = false;
  #lastReport = 0;

  static begin({ abilities, connection }: Session, onStop: () => void): SearchProgress {
    const progress = new SearchProgress();
    if (!abilities.workDoneProgress) return progress;
    runLogged(connection, 'showing progress', async () => {
      const reporter = await connection.window.createWorkDoneProgress();
      if (progress.#isDone) return;
      reporter.begin(l10n.t('OCPP: Checking the workspace'), undefined, undefined, true);
      reporter.token.onCancellationRequested(onStop);
      progress.#reporter = reporter;
    });
    return progress;
  }

  /** So many files have been looked at, and so many of them are ours. Editors cut off longer texts. */
  looked(files: number, ours: number): void {
    this.#report(() => l10n.t('{0} files looked at, {1} configurations', files, ours));
  }

  checked(files: number, of: number): void {
    this.#report(() => l10n.t('{0} of {1} configurations checked', files, of));
  }

  done(): void {
    this.#isDone = true;
    this.#reporter?.done();
  }

  #report(message: () => string): void {
    const now = Date.now();
    if (this.#reporter === undefined || now - this.#lastReport < SHORTEST_PAUSE) return;
    this.#lastReport = now;
    this.#reporter.report(message());
  }
}
