/**
 * Runs the in-editor suites in the embedded VS Code: all of them, or those that are named.
 *
 *     npm run test:editor [-- node | web | folders | german]
 */

import { build } from './build.ts';
import { runSuite } from './editor/suite.ts';
import { ExplainedError, runMain } from './lib/shutdown.ts';
import { countsText } from './lib/steps.ts';
import { bundleSuites, suites } from './lib/suite-bundle.ts';

type SuiteName = keyof typeof suites;

await runMain(async () => {
  const names = suiteNames(process.argv.slice(2));
  await Promise.all([build({ production: false }), bundleSuites()]);
  for (const name of names) {
    console.log(`\n${suites[name].title}:`);
    const counts = await runSuite(name, console.log);
    console.log(countsText(counts));
    if (counts.failed > 0) {
      process.exitCode = 1;
    }
  }
});

function suiteNames(named: readonly string[]): readonly SuiteName[] {
  const all = Object.keys(suites) as SuiteName[];
  const unknown = named.filter((name) => !all.includes(name as SuiteName));
  if (unknown.length > 0) {
    throw new ExplainedError(`There is no suite ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  }
  return named.length === 0 ? all : (named as SuiteName[]);
}
