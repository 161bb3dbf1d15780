import { mayBeConfiguration, SKIPPED_FOLDERS } from './file-names.ts';
import type { ProjectFiles } from './files.ts';
import { IgnoredPaths, type IgnoreFile } from './ignored-paths.ts';
import { below, folderOf, nameOf, relativeTo } from './paths.ts';

/** How a folder is searched. */
export interface FileSearch {
  readonly files: ProjectFiles;
  /** What a person does not want to see besides what git ignores. */
  readonly isExcluded: (path: string, kind: 'file' | 'folder') => boolean;
  /** Ends the search early. LSP's token, without importing it. */
  readonly token: { readonly isCancellationRequested: boolean };
}

/** Nobody's files lie deeper; a folder that holds itself must not be followed. */
const DEEPEST = 50;
/** Larger `.gitignore` files are nothing that a person has written. */
const LARGEST_IGNORE_FILE = 256 * 1024;

/**
 * The files of a folder that may be charger configurations, by their names, in the order of their paths: files of a
 * folder before those of the folders in it. What git ignores is left out, links that lead out of the folder too. Ends
 * early when the token is cancelled.
 */
export async function* configurationFilesIn(
  folder: string,
  search: FileSearch,
): AsyncGenerator<string, void> {
  yield* filesIn(folder, await ignoredIn(folder, search.files), search, { top: folder, depth: 0 });
}

/** What a search of the folder would find in a folder in it: for one that has just been made, or moved to there. */
export async function* configurationFilesBelow(
  folder: string,
  path: string,
  search: FileSearch,
): AsyncGenerator<string, void> {
  const depth = relativeTo(folder, path).split('/').length;
  const ignored = await descended(folder, path, search);
  if (ignored !== undefined) yield* filesIn(path, ignored, search, { top: folder, depth });
}

/** Whether a search of the folder would find a file that is there: for one that has just been made or changed. */
export async function isConfigurationFileIn(
  folder: string,
  path: string,
  search: FileSearch,
): Promise<boolean> {
  if (!mayBeConfiguration(nameOf(path))) return false;
  const ignored = await descended(folder, folderOf(path) ?? folder, search);
  return (
    ignored !== undefined &&
    !ignored.ignores(path, 'file') &&
    !search.isExcluded(path, 'file') &&
    (await search.files.whereLinksLead(folder, path)) === 'inside'
  );
}

/** What is ignored in a folder below another; undefined where a search of that one does not get to. */
async function descended(
  folder: string,
  path: string,
  search: FileSearch,
): Promise<IgnoredPaths | undefined> {
  const names = path === folder ? [] : relativeTo(folder, path).split('/');
  if (names.length > DEEPEST) return undefined;
  let ignored = await ignoredIn(folder, search.files);
  let at = folder;
  for (const name of names) {
    at = below(at, name);
    if (isSkipped(at, name, ignored, search)) return undefined;
    ignored = await entered(at, ignored, search);
  }
  return ignored;
}

function isSkipped(path: string, name: string, ignored: IgnoredPaths, search: FileSearch): boolean {
  return SKIPPED_FOLDERS.has(name) || ignored.ignores(path, 'folder') || search.isExcluded(path, 'folder');
}

async function* filesIn(
  folder: string,
  ignored: IgnoredPaths,
  search: FileSearch,
  { top, depth }: { readonly top: string; readonly depth: number },
): AsyncGenerator<string, void> {
  if (search.token.isCancellationRequested) return;
  const contents = await search.files.list(folder);
  // A folder that cannot be read holds nothing that we could check.
  if (contents.kind === 'trouble') return;
  const here =
    depth === 0 || !contents.files.includes('.gitignore') ? ignored : await entered(folder, ignored, search);
  for (const name of sortedOnce(contents.files)) {
    const path = below(folder, name);
    if (!mayBeConfiguration(name) || here.ignores(path, 'file') || search.isExcluded(path, 'file')) continue;
    if (search.token.isCancellationRequested) return;
    if ((await search.files.whereLinksLead(top, path)) === 'inside') yield path;
  }
  if (depth === DEEPEST) return;
  for (const name of sortedOnce(contents.folders)) {
    const path = below(folder, name);
    if (isSkipped(path, name, here, search)) continue;
    yield* filesIn(path, here, search, { top, depth: depth + 1 });
  }
}

async function entered(folder: string, ignored: IgnoredPaths, { files }: FileSearch): Promise<IgnoredPaths> {
  const [own] = await ignoreFile(files, folder, '.gitignore');
  return ignored.enter(folder, own);
}

/** What counts at the top: its own file and, in a repository, those of the folders above up to its root. */
async function ignoredIn(folder: string, files: ProjectFiles): Promise<IgnoredPaths> {
  const found = await ignoreFile(files, folder, '.gitignore');
  const above: IgnoreFile[] = [];
  let at: string | undefined = folder;
  for (let depth = 0; at !== undefined && depth <= DEEPEST; depth++) {
    if ((await files.read(below(at, '.git'), 0)).kind !== 'missing') {
      found.push(...above, ...(await ignoreFile(files, at, '.git/info/exclude')));
      break;
    }
    at = folderOf(at);
    if (at !== undefined) above.push(...(await ignoreFile(files, at, '.gitignore')));
  }
  // Nobody loses a file by it that git would not ignore on another computer.
  return IgnoredPaths.in(folder, found, 'differs');
}

async function ignoreFile(files: ProjectFiles, folder: string, name: string): Promise<IgnoreFile[]> {
  const contents = await files.read(below(folder, name), LARGEST_IGNORE_FILE);
  return contents.kind === 'text' ? [{ folder, text: contents.text }] : [];
}

function sortedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
