/**
 * Works with the extension by keyboard only in the embedded VS Code, and reads what a screen reader would be given.
 *
 *     npm run test:keyboard [-- <folder for pictures>]
 */

import { build } from './build.ts';
import { runKeyboardChecks } from './editor/keyboard.ts';
import { runMain } from './lib/shutdown.ts';
import { countsText } from './lib/steps.ts';

await runMain(async () => {
  await build({ production: false });
  const counts = await runKeyboardChecks(console.log, process.argv[2]);
  console.log(countsText(counts));
  if (counts.failed > 0) {
    process.exitCode = 1;
  }
});
