/**
 * Builds, so that protocol tests meet today's server, and runs Vitest. Arguments go to Vitest.
 *
 *     npm run test:unit [-- <file or folder>]
 */

import { build } from './build.ts';
import { runVisibly } from './lib/processes.ts';
import { runMain } from './lib/shutdown.ts';

await runMain(async () => {
  await build({ production: false });
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)];
  process.exitCode = (await runVisibly(process.execPath, vitest)).code;
});
