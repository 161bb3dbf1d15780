import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { IgnoredPaths, type IgnoreFile, type NameCase, type PathKind } from '../../project/ignored-paths.ts';
import { isInside } from './paths.ts';

/** The paths that git ignores in a folder of this computer, by the system's paths. */
export class GitIgnored {
  readonly #paths: IgnoredPaths;

  private constructor(paths: IgnoredPaths) {
    this.#paths = paths;
  }

  /**
   * What counts in a folder from which a search begins: its own file, and those of the folders above it up to the root
   * of its git repository, or up to the current folder where there is none.
   */
  static for(folder: string, currentFolder: string): GitIgnored {
    const above = foldersAbove(folder, currentFolder);
    const top = above.at(-1) ?? folder;
    const files = [
      ...[folder, ...above].flatMap((parent) => readRules(parent, join(parent, '.gitignore'))),
      ...readRules(top, join(top, '.git', 'info', 'exclude')),
    ];
    return new GitIgnored(IgnoredPaths.in(slashes(folder), files, NAME_CASE));
  }

  /** What counts in a folder inside the one that this stands for; undefined when that folder is ignored. */
  enter(folder: string): GitIgnored | undefined {
    if (this.ignores(folder, 'folder')) return undefined;
    const [own] = readRules(folder, join(folder, '.gitignore'));
    return new GitIgnored(this.#paths.enter(slashes(folder), own));
  }

  ignores(path: string, kind: PathKind): boolean {
    return this.#paths.ignores(slashes(path), kind);
  }
}

/** The folders above one whose rules speak about it, nearest first. */
function foldersAbove(folder: string, currentFolder: string): string[] {
  const above: string[] = [];
  for (let parent = folder; ; parent = dirname(parent)) {
    if (parent !== folder) above.push(parent);
    if (existsSync(join(parent, '.git'))) return above;
    if (parent === dirname(parent)) break;
  }
  return isInside(currentFolder, folder) ? above.slice(0, above.indexOf(currentFolder) + 1) : [];
}

function readRules(folder: string, path: string): IgnoreFile[] {
  try {
    return [{ folder: slashes(folder), text: readFileSync(path, 'utf8') }];
  } catch {
    // Usually there is none. One that cannot be read keeps nothing away from the check.
    return [];
  }
}

/** A path with forward slashes, and none behind a drive: `C:/folder`. */
function slashes(path: string): string {
  const forward = sep === '/' ? path : path.split(sep).join('/');
  return forward.length > 1 ? forward.replace(/\/$/, '') : forward;
}

const NAME_CASE: NameCase =
  process.platform === 'win32' || process.platform === 'darwin' ? 'folds' : 'differs';
