import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './paths.ts';

/** The rules of one `.gitignore` file, which speak about paths below its folder. */
interface RuleFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The `.gitignore` files that count inside a folder, the nearest first. As for git, a nearer file has the last word,
 * and nothing below an ignored folder is looked at.
 */
export class IgnoredPaths {
  readonly #files: readonly RuleFile[];

  private constructor(files: readonly RuleFile[]) {
    this.#files = files;
  }

  /**
   * What counts in a folder from which a search begins: its own file, and those of the folders above it up to the root
   * of its git repository, or up to the current folder where there is none. A folder that a person names is
   * searched although it may be ignored, so a file that ignores it does not count.
   */
  static for(folder: string, currentFolder: string): IgnoredPaths {
    const above = foldersAbove(folder, currentFolder);
    const top = above.at(-1) ?? folder;
    const files = [...above].reverse().flatMap((parent) => readRules(parent, join(parent, '.gitignore')));
    const excluded = readRules(top, join(top, '.git', 'info', 'exclude'));
    const speaking = [...excluded, ...files].filter(
      (file) => file.folder === folder || !file.rules.ignores(`${pathFrom(file.folder, folder)}/`),
    );
    return new IgnoredPaths(speaking.reverse()).inside(folder);
  }

  /** What counts in a folder inside the one that this stands for; undefined when that folder is ignored. */
  enter(folder: string): IgnoredPaths | undefined {
    if (this.ignores(folder, 'folder')) return undefined;
    // A nearer file has let in what another one ignores, with everything in it; the other one would still say no to
    // each path inside, because it looks at whole paths.
    const speaking = this.#files.filter(
      ({ folder: from, rules }) => !rules.ignores(`${pathFrom(from, folder)}/`),
    );
    return new IgnoredPaths(speaking).inside(folder);
  }

  ignores(path: string, kind: 'file' | 'folder'): boolean {
    for (const { folder, rules } of this.#files) {
      const { ignored, unignored } = rules.test(pathFrom(folder, path) + (kind === 'folder' ? '/' : ''));
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }

  private inside(folder: string): IgnoredPaths {
    if (this.#files.some((file) => file.folder === folder)) return this;
    const own = readRules(folder, join(folder, '.gitignore'));
    return own.length === 0 ? this : new IgnoredPaths([...own, ...this.#files]);
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

function readRules(folder: string, path: string): RuleFile[] {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    return [{ folder, rules: ignore({ ignorecase: foldsCase }).add(text) }];
  } catch {
    // Usually there is none. One that cannot be read keeps nothing away from the check.
    return [];
  }
}

/** Whether names that differ in case only are the same file, as git has it by default on these systems. */
const foldsCase = process.platform === 'win32' || process.platform === 'darwin';

function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
