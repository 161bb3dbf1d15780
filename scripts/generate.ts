/**
 * Writes the generated files, or with `--check` only tells which are stale.
 *
 *     npm run generate
 *     npm run generate -- --check
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generated-files.ts';
import { projectFolder } from './lib/project.ts';

const check = process.argv.includes('--check');

for (const { file, contents } of generatedFiles) {
  const path = join(projectFolder, file);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const wanted = await contents(current);
  if (current === wanted) {
    continue;
  }
  if (check) {
    console.error(`${file} is stale. Run "npm run generate" and commit the result.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, wanted);
    console.log(`${file} is written.`);
  }
}
console.log(`${generatedFiles.length} generated files.`);
