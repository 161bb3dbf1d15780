import type { CheckOptions } from './check.ts';
import type { Batch, Engine } from './engine.ts';
import { Examination } from './examination.ts';
import type { Host, Interruption } from './host.ts';
import type { BatchOutcome } from './outcome.ts';

/** How long to work before the system may deliver its news, in milliseconds. */
const LONGEST_TURN = 50;

/** Examines in this thread, one file after the other. */
export class ThisThread implements Engine {
  readonly capacity = 1;
  readonly examination: Examination;
  #stopped = false;

  constructor(options: CheckOptions, host: Host, interruption: Interruption) {
    let turnEnds = Date.now() + LONGEST_TURN;
    this.examination = new Examination(options, {
      output: host.output,
      errors: host.errors,
      files: host.files,
      goOn: async () => {
        if (Date.now() >= turnEnds) {
          await host.pause();
          turnEnds = Date.now() + LONGEST_TURN;
        }
        return !this.#stopped && interruption.exitCode === undefined;
      },
    });
  }

  run(batch: Batch): Promise<BatchOutcome> {
    return this.examination.batch(batch);
  }

  stop(): void {
    this.#stopped = true;
  }

  async end(): Promise<void> {}
}
