/**
 * Runs the in-editor suite in the embedded VS Code.
 *
 *     npm run test:editor
 */

import { build } from './build.ts';
import { runSuite } from './editor/suite.ts';
import { runMain } from './lib/shutdown.ts';
import { countsText } from './lib/steps.ts';
import { bundleSuite } from './lib/suite-bundle.ts';

await runMain(async () => {
  await Promise.all([build({ production: false }), bundleSuite()]);
  const counts = await runSuite(console.log);
  console.log(countsText(counts));
  if (counts.failed > 0) {
    process.exitCode = 1;
  }
});
