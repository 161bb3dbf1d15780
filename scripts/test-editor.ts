/**
 * Runs the in-editor suite in the embedded VS Code.
 *
 *     npm run test:editor
 */

import { build } from './build.ts';
import { runSuite } from './editor/suite.ts';
import { runMain } from './lib/shutdown.ts';
import { bundleSuite } from './lib/suite-bundle.ts';

await runMain(async () => {
  await Promise.all([build({ production: false }), bundleSuite()]);
  const { passed, failed, skipped } = await runSuite(console.log);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (failed > 0) {
    process.exitCode = 1;
  }
});
