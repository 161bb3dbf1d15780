/**
 * Checks the types of every TypeScript project here. Prints the compiler's output; exits with 1 on errors.
 *
 *     node scripts/types.ts
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './lib/project.ts';

const projects = [
  'tsconfig.json',
  'tsconfig.web.json',
  'client/src/page/tsconfig.json',
  'server/tsconfig.core.json',
  'scripts/tsconfig.json',
  'test/vscode/tsconfig.json',
];

const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
let failed = false;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, [compiler, '--project', project], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
