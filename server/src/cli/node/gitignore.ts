import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './paths.ts';

/** The rules of one `.gitignore` file, which speak about paths below its folder. */
class RuleFile {
  readonly folder: string;
  readonly #lines: readonly string[];
  readonly #rules: Ignore;

  constructor(folder: string, lines: readonly string[]) {
    this.folder = folder;
    this.#lines = lines;
    this.#rules = rulesOf(lines);
  }

  /** What the rules say of a path or, by the last one that matches, of a folder that it lies in. */
  says(path: string, kind: PathKind): 'ignore' | 'keep' | 'nothing' {
    const { ignored, unignored } = this.#rules.test(this.#relative(path, kind));
    return ignored ? 'ignore' : unignored ? 'keep' : 'nothing';
  }

  /**
   * The same without the rules that ignore a folder. Where that folder is looked into all the same, they would say no
   * to each path inside, because rules are matched against whole paths.
   */
  lettingIn(folder: string): RuleFile {
    if (this.says(folder, 'folder') !== 'ignore') return this;
    const path = this.#relative(folder, 'folder');
    return new RuleFile(
      this.folder,
      this.#lines.filter((line) => !rulesOf([line]).ignores(path)),
    );
  }

  #relative(path: string, kind: PathKind): string {
    return relative(this.folder, path).split(sep).join('/') + (kind === 'folder' ? '/' : '');
  }
}

type PathKind = 'file' | 'folder';

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
   * of its git repository, or up to the current folder where there is none. A folder that a person names is searched
   * although it may be ignored.
   */
  static for(folder: string, currentFolder: string): IgnoredPaths {
    const above = foldersAbove(folder, currentFolder);
    const top = above.at(-1) ?? folder;
    const files = [
      ...above.flatMap((parent) => readRules(parent, join(parent, '.gitignore'))),
      ...readRules(top, join(top, '.git', 'info', 'exclude')),
    ];
    const speaking = files.map((file) => (file.folder === folder ? file : file.lettingIn(folder)));
    return new IgnoredPaths([...readRules(folder, join(folder, '.gitignore')), ...speaking]);
  }

  /** What counts in a folder inside the one that this stands for; undefined when that folder is ignored. */
  enter(folder: string): IgnoredPaths | undefined {
    if (this.ignores(folder, 'folder')) return undefined;
    const own = readRules(folder, join(folder, '.gitignore'));
    // Where a nearer file has let in what another one ignores, that other one has been overruled for good.
    return new IgnoredPaths([...own, ...this.#files.map((file) => file.lettingIn(folder))]);
  }

  ignores(path: string, kind: PathKind): boolean {
    for (const file of this.#files) {
      const verdict = file.says(path, kind);
      if (verdict !== 'nothing') return verdict === 'ignore';
    }
    return false;
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
    return [new RuleFile(folder, text.split(/\r?\n/))];
  } catch {
    // Usually there is none. One that cannot be read keeps nothing away from the check.
    return [];
  }
}

function rulesOf(lines: readonly string[]): Ignore {
  return ignore({ ignorecase: FOLDS_CASE }).add(lines.filter((line) => line !== ''));
}

/** Whether names that differ in case only are the same file, as git has it by default on these systems. */
const FOLDS_CASE = process.platform === 'win32' || process.platform === 'darwin';
