import ignore, { type Ignore } from 'ignore';
import { relativeTo } from './paths.ts';

/** What a `.gitignore` file says, which speaks about paths below its folder. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

export type PathKind = 'file' | 'folder';

/** Whether names that differ in case only are the same file, as git has it by default on the system. */
export type NameCase = 'differs' | 'folds';

/** The rules of one file. */
class RuleFile {
  readonly folder: string;
  readonly #lines: readonly string[];
  readonly #rules: Ignore;
  readonly #nameCase: NameCase;

  constructor(folder: string, lines: readonly string[], nameCase: NameCase) {
    this.folder = folder;
    this.#lines = lines;
    this.#nameCase = nameCase;
    this.#rules = rulesOf(lines, nameCase);
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
    if (folder === this.folder || this.says(folder, 'folder') !== 'ignore') return this;
    const path = this.#relative(folder, 'folder');
    return new RuleFile(
      this.folder,
      this.#lines.filter((line) => !rulesOf([line], this.#nameCase).ignores(path)),
      this.#nameCase,
    );
  }

  #relative(path: string, kind: PathKind): string {
    return relativeTo(this.folder, path) + (kind === 'folder' ? '/' : '');
  }
}

/**
 * The `.gitignore` files that count inside a folder, the nearest first. As for git, a nearer file has the last word,
 * and nothing below an ignored folder is looked at. Paths are with forward slashes.
 */
export class IgnoredPaths {
  readonly #files: readonly RuleFile[];
  readonly #nameCase: NameCase;

  private constructor(files: readonly RuleFile[], nameCase: NameCase) {
    this.#files = files;
    this.#nameCase = nameCase;
  }

  /**
   * What counts in a folder from which a search begins. A folder that a person names is searched although it may be
   * ignored.
   * @param files that of the folder itself and those of the folders above it, the nearest first
   */
  static in(folder: string, files: readonly IgnoreFile[], nameCase: NameCase): IgnoredPaths {
    const rules = files.map((file) => ruleFile(file, nameCase).lettingIn(folder));
    return new IgnoredPaths(rules, nameCase);
  }

  /**
   * What counts in a folder inside the one that this stands for, which is not ignored.
   * @param own what the folder's own `.gitignore` says, where it has one
   */
  enter(folder: string, own: IgnoreFile | undefined): IgnoredPaths {
    // Where a nearer file has let in what another one ignores, that other one has been overruled for good.
    const inherited = this.#files.map((file) => file.lettingIn(folder));
    return new IgnoredPaths(
      own === undefined ? inherited : [ruleFile(own, this.#nameCase), ...inherited],
      this.#nameCase,
    );
  }

  ignores(path: string, kind: PathKind): boolean {
    for (const file of this.#files) {
      const verdict = file.says(path, kind);
      if (verdict !== 'nothing') return verdict === 'ignore';
    }
    return false;
  }
}

function ruleFile({ folder, text }: IgnoreFile, nameCase: NameCase): RuleFile {
  return new RuleFile(folder, text.replace(/^\ufeff/, '').split(/\r?\n/), nameCase);
}

function rulesOf(lines: readonly string[], nameCase: NameCase): Ignore {
  return ignore({ ignorecase: nameCase === 'folds' }).add(
    lines.filter((line) => line !== '' && line.length <= LONGEST_RULE && !mayBeSlow(line)),
  );
}

/** Longer than the names that systems allow. */
const LONGEST_RULE = 4_096;

/** Nobody needs more of them in one rule. */
const MOST_DOUBLE_STARS = 4;

/**
 * Whether comparing a rule with the path of a deep folder may take for ever: the library makes a regular expression of
 * it, in which each `**` is tried at each folder. Such a rule ignores nothing.
 */
function mayBeSlow(line: string): boolean {
  return line.split('**').length - 1 > MOST_DOUBLE_STARS;
}
