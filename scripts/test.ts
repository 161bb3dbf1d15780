/**
 * Runs every check and test there is, and ends with one line that adds them up.
 *
 *     npm test
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { findBrowser } from './editor/browser.ts';
import { installEditor } from './editor/install.ts';
import { runKeyboardChecks } from './editor/keyboard.ts';
import { runSuite } from './editor/suite.ts';
import { runCaptured } from './lib/processes.ts';
import { runMain } from './lib/shutdown.ts';
import { type Counts, countsText, oneCheck, type StepResult, StepRunner } from './lib/steps.ts';
import { bundleSuites, suites } from './lib/suite-bundle.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';

/** The programs' output is captured, so they cannot see for themselves whether it ends up on a terminal. */
const colours = process.stdout.isTTY;
const environment = { ...process.env, [colours ? 'FORCE_COLOR' : 'NO_COLOR']: '1' };

await runMain(async () => {
  // A CI log is read when nobody can run the step again, so there it holds everything.
  const steps = new StepRunner({ showAllOutput: process.env.CI !== undefined });
  const started = performance.now();

  const built = await steps.run('build', buildAll);
  const checks = async (): Promise<void> => {
    await steps.run('generated files are current', () => nodeCheck('scripts/generate.ts', '--check'));
    await steps.run('lint and format (biome)', () =>
      nodeCheck('node_modules/@biomejs/biome/bin/biome', 'ci', `--colors=${colours ? 'force' : 'off'}`),
    );
    await steps.run('types (tsc)', () => nodeCheck('scripts/types.ts'));
    if (built) {
      await steps.run('unit and protocol tests (vitest)', runVitest);
    }
  };
  const editorTests = async (): Promise<void> => {
    if (built) {
      await installEditor();
      await findBrowser();
      for (const name of Object.keys(suites) as (keyof typeof suites)[]) {
        await steps.run(`real editor: ${suites[name].title}`, () =>
          counted((print) => runSuite(name, print)),
        );
      }
      await steps.run('by keyboard, for screen readers (the same)', () => counted(runKeyboardChecks));
    }
  };
  // Side by side: the editor spends most of its time waiting.
  await Promise.all([checks(), editorTests()]);

  console.log(`\nRan in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  console.log(countsText(steps.total));
  if (steps.total.failed > 0) {
    process.exitCode = 1;
  }
});

async function buildAll(): Promise<StepResult> {
  const [sizes] = await Promise.all([build({ production: false }), bundleSuites()]);
  const lines = [...sizes].map(([file, bytes]) => `${file}: ${(bytes / 1024).toFixed(0)} KiB`);
  return oneCheck(true, lines.join('\n'));
}

/** Runs a program of ours or of a package on Node, as a check that passes when its exit code is 0. */
async function nodeCheck(program: string, ...programArguments: string[]): Promise<StepResult> {
  const { code, output } = await runCaptured(process.execPath, [program, ...programArguments], {
    env: environment,
  });
  return oneCheck(code === 0, output);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

async function runVitest(): Promise<StepResult> {
  const reportFile = join(makeTemporaryFolder('vitest'), 'report.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code, output } = await runCaptured(process.execPath, [...vitest, ...reporters], {
    env: environment,
  });
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  // A file that cannot be loaded fails the run and has no test that could be counted.
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed, skipped, output };
}

async function counted(run: (print: (line: string) => void) => Promise<Counts>): Promise<StepResult> {
  const lines: string[] = [];
  try {
    const counts = await run((line) => lines.push(line));
    return { ...counts, output: lines.join('\n') };
  } catch (error) {
    return oneCheck(false, [...lines, error instanceof Error ? error.stack : String(error)].join('\n'));
  }
}
