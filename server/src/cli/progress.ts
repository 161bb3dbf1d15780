import * as l10n from '@vscode/l10n';
import { severityWords } from '../features/severity-words.ts';
import { SEVERITIES } from '../model/problem.ts';
import type { FileCounts } from './counts.ts';
import type { Output } from './host.ts';
import { number } from './number.ts';

/** How long a check may take before it says how far it is, and how often it says so, in milliseconds. */
const PATIENCE = 1_000;
const INTERVAL = 100;

const CLEARED = '\r\u001b[K';

/** One line at the bottom of a terminal that says how far the check is. */
export class Progress {
  readonly #terminal: Output | undefined;
  readonly #now: () => number;
  #next: number;
  #shown = false;

  /** @param terminal undefined: nothing is shown */
  constructor(terminal: Output | undefined, now: () => number = Date.now) {
    this.#terminal = terminal;
    this.#now = now;
    this.#next = now() + PATIENCE;
  }

  show(counts: FileCounts): void {
    if (this.#terminal === undefined || this.#now() < this.#next) return;
    this.#next = this.#now() + INTERVAL;
    const words = progressWords(counts).slice(0, this.#terminal.width - 1);
    this.#terminal.write(`${CLEARED}${words}`);
    this.#shown = true;
  }

  /** Before anything else is written. */
  clear(): void {
    if (!this.#shown) return;
    this.#terminal?.write(CLEARED);
    this.#shown = false;
  }
}

/** "12 345 checked, charger configurations: 12 001, error: 3, warning: 4 711" */
function progressWords({ files, recognised, problems }: FileCounts): string {
  const found = SEVERITIES.flatMap((severity) =>
    problems[severity] > 0 ? [`${severityWords(severity)}: ${number(problems[severity])}`] : [],
  );
  const seen = l10n.t('{0} checked, charger configurations: {1}', number(files), number(recognised));
  return [seen, ...found].join(', ');
}
