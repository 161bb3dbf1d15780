/**
 * The in-editor suite's entry point. VS Code's extension host loads the bundle of this file and calls `run`.
 *
 * To add tests, add a file `<name>.test.ts` in this folder: the bundler finds it.
 */

import 'all-test-files';
import { print, runTests } from './support/mocha.ts';

/** Resolves when every test has passed, rejects otherwise. */
export async function run(): Promise<void> {
  const { passed, failed, skipped } = await runTests();
  // The launcher reads this line (scripts/editor/suite.ts).
  print(`result: ${JSON.stringify({ passed, failed, skipped })}`);
  if (failed > 0 || passed === 0) {
    throw new Error(passed === 0 ? 'No test has passed.' : `${failed} tests have failed.`);
  }
}
