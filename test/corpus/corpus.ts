import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real files from public places, where they lie beside the repository. They are not part of it. */
export const corpusFolder = join(import.meta.dirname, '../../../shared/corpus');

/** Whether the real files are at hand. Where they are not, what needs them is not run, and says so. */
export const hasCorpus = existsSync(corpusFolder);

if (!hasCorpus) {
  console.log(
    'Not run: the checks on real files, because there is no folder shared/corpus beside the repository',
  );
}

export interface CorpusFile {
  /** From the corpus folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All real files, in the order of their paths, without the notes about where they are from. */
export function corpusFiles(): readonly CorpusFile[] {
  return globSync('**/*.*', { cwd: corpusFolder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(corpusFolder, path), 'utf8') }));
}
