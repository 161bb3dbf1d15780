/**
 * Runs the in-editor suite in desktop VS Code, which is downloaded into `.vscode-test/` the first time.
 *
 *     npm run test:desktop
 *
 * It opens a window: on a machine without a screen run it under `xvfb-run -a`. `VSCODE_VERSION` chooses another
 * release than the current stable one.
 */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from './build.ts';
import { projectFolder } from './lib/project.ts';
import { ExplainedError, runMain } from './lib/shutdown.ts';
import { bundleSuites, secondExtension, suites, suiteWorkspace } from './lib/suite-bundle.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';

await runMain(async () => {
  const vscodeExecutablePath = await download();
  await Promise.all([build({ production: false }), bundleSuites()]);
  const workspace = join(makeTemporaryFolder('workspace'), 'workspace');
  cpSync(suiteWorkspace, workspace, { recursive: true });
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: [projectFolder, secondExtension],
    extensionTestsPath: suites.node.bundle,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
});

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode(process.env.VSCODE_VERSION ?? 'stable');
  } catch (error) {
    throw new ExplainedError(
      `Desktop VS Code could not be downloaded: ${error instanceof Error ? error.message : error}\n` +
        'Where it cannot be had, "npm run test:editor" runs the same tests in the embedded VS Code.',
    );
  }
}
