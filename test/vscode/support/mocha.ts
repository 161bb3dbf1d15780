/**
 * Mocha inside the extension host. Its browser build fits in one file and runs in Node's and in the web's host.
 *
 * Tests import `describe`, `it` and the hooks from here, and nothing of them is put on the global object.
 */

// Defines the global class `Mocha`.
import 'mocha/mocha.js';

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Prints a line for each test as it ends. */
class ProgressReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('pass', (test) => print(`  ✓ ${test.fullTitle()} (${test.duration} ms)`));
    runner.on('pending', (test) => print(`  - ${test.fullTitle()}`));
    runner.on('fail', (test, error) => print(`  ✗ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  }
}

const mocha = new Mocha({ reporter: ProgressReporter, timeout: 20_000, forbidOnly: true });
const testFunctions = {} as Mocha.MochaGlobals;
mocha.suite.emit('pre-require', testFunctions, null, mocha);
export const { describe, it, before, beforeEach, after, afterEach } = testFunctions;

/** Runs every test that has been declared. */
export function runTests(): Promise<SuiteResult> {
  return new Promise((resolve) => {
    // Not `mocha.run`: the browser build overrides it with one that needs a page's location.
    const runner = Mocha.prototype.run.call(mocha, () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

/** Prints for the launcher, which tells our lines from VS Code's by the mark in front of each. */
export function print(text: string): void {
  console.log(text.replaceAll(/^/gm, 'suite| '));
}
