/** Which code has run that never ran before, as the engine itself counts it: no instrumented copy is needed. */

import { Session } from 'node:inspector/promises';

export class Coverage {
  readonly #session = new Session();
  readonly #file: string;
  /** The pieces that have run, by where they begin and end. */
  readonly #seen = new Set<string>();

  /** @param file the address of the script whose code counts */
  constructor(file: string) {
    this.#file = file;
  }

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  }

  /** Whether code has run since the last question that had not run before. */
  async hasGrown(): Promise<boolean> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const before = this.#seen.size;
    for (const { functions } of result.filter(({ url }) => url === this.#file)) {
      for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
        if (count > 0) this.#seen.add(`${startOffset}-${endOffset}`);
      }
    }
    return this.#seen.size > before;
  }

  /** How many pieces of code were seen to run. */
  get pieces(): number {
    return this.#seen.size;
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}
