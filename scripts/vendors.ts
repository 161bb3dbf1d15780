/**
 * Prints which vendor each real file is taken for, why, and how often that is right. The files lie beside the
 * repository, in a folder for each vendor; where there are none, there is nothing to print.
 *
 *     npm run vendors
 */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBundled } from './lib/import-bundled.ts';
import { projectFolder } from './lib/project.ts';
import type { RecognisedFile } from './vendors/recognition.ts';

type RecognitionModule = typeof import('./vendors/recognition.ts');

const folder = join(projectFolder, '..', 'shared', 'corpus', 'vendors');

if (existsSync(folder)) {
  const { recogniseAll } = await importBundled<RecognitionModule>('scripts/vendors/recognition.ts');
  print(recogniseAll(realFiles()));
} else {
  console.log('There is no folder shared/corpus/vendors beside the repository.');
}

function realFiles() {
  return globSync('*/*', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function print(files: readonly RecognisedFile[]): void {
  const width = Math.max(...files.map(({ path }) => path.length));
  for (const { path, verdict, found, because } of files) {
    const result = found === undefined ? '-' : `${found}, because ${because}`;
    console.log(`${verdict.padEnd(8)}  ${path.padEnd(width)}  ${result}`);
  }
  const ours = files.filter(({ verdict }) => verdict !== 'not ours');
  const count = (verdict: RecognisedFile['verdict']) =>
    ours.filter((file) => file.verdict === verdict).length;
  const rate = (100 * count('right')) / ours.filter(({ expected }) => expected !== undefined).length;
  console.log(
    `\n${count('right')} right (${rate.toFixed(1)} % of those whose vendor has a pack), ${count('none')} not recognised, ${count('wrong')} wrong.`,
  );
}
