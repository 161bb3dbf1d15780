/** The steps of `npm test`: each runs, is timed, and leaves one line. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StepResult extends Counts {
  /** What it printed, shown when it failed. */
  readonly output: string;
}

/** The result of a check that has no tests of its own: it counts as one. */
export function oneCheck(succeeded: boolean, output: string): StepResult {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0, output };
}

/** Runs steps, reports each, and adds their counts up. */
export class StepRunner {
  readonly #results: StepResult[] = [];
  readonly #showAllOutput: boolean;

  constructor(options: { readonly showAllOutput: boolean }) {
    this.#showAllOutput = options.showAllOutput;
  }

  get total(): Counts {
    const sum = (count: keyof Counts): number =>
      this.#results.reduce((total, result) => total + result[count], 0);
    return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  }

  /** Runs one step, prints its line, and tells whether nothing failed. A step that throws has failed. */
  async run(name: string, step: () => Promise<StepResult>): Promise<boolean> {
    const started = performance.now();
    const result = await step().catch((error: unknown) => oneCheck(false, describeError(error)));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    this.#results.push(result);
    const failed = result.failed > 0;
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(42)} ${seconds.padStart(6)} s   ${countsText(result)}`);
    if ((failed || this.#showAllOutput) && result.output.trim() !== '') {
      console.log(`${result.output.trimEnd()}\n`);
    }
    return !failed;
  }
}

/** Such as `12 passed, 0 failed`; skipped tests are named when there are any. */
export function countsText({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
