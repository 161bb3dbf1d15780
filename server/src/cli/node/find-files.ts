import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';
import { mayBeConfiguration, SKIPPED_FOLDERS } from '../../project/file-names.ts';
import type { FoundFile, Trouble } from '../host.ts';
import { GitIgnored } from './gitignore.ts';
import { isInside } from './paths.ts';
import { errorCode, errorWords } from './words.ts';

/**
 * Finds the files that names stand for. A name is a file, a folder, or a pattern where neither exists: shells on
 * Windows do not expand patterns. Each file comes once, sorted by path, with what could not be looked into among them.
 * Folders are read when it is their turn, so that the first file is there at once and a million of them fit.
 */
export function* findFiles(
  names: readonly string[],
  currentFolder: string,
): Generator<FoundFile | Trouble, void, undefined> {
  const search = new Search(currentFolder);
  const ways = names.flatMap((name) => search.waysOf(name));
  const files = search.namedFiles();
  // The same file may be shown by two paths where some are absolute and some are not.
  const mixed = names.length > 1 && names.some(isAbsolute) && !names.every(isAbsolute);
  yield* mixed ? onceEach([...files, ...ways.flatMap((way) => [...way])]) : merged([files, ...ways]);
}

/** Files and troubles of one name, sorted by path. */
type Way = Iterable<FoundFile | Trouble>;

class Search {
  readonly #currentFolder: string;
  readonly #files = new Map<string, FoundFile>();

  constructor(currentFolder: string) {
    this.#currentFolder = currentFolder;
  }

  /** What a name stands for; a file goes to `namedFiles`. */
  waysOf(name: string): Way[] {
    const location = resolve(this.#currentFolder, name);
    const stats = statsOf(location);
    if (stats instanceof Error) {
      const pattern = saysMissing(stats) ? patternOf(name) : undefined;
      if (pattern === undefined) {
        return [[{ path: this.#shownPath(location, name), message: errorWords(stats) }]];
      }
      return [this.#patternFiles(name, pattern)];
    }
    if (stats.isDirectory()) {
      const walk = {
        folder: location,
        takes: (path: string) => mayBeConfiguration(basename(path)),
        depth: Number.POSITIVE_INFINITY,
        name,
      };
      return [this.#walk(walk)];
    }
    this.#files.set(location, { path: this.#shownPath(location, name), location, named: true });
    return [];
  }

  namedFiles(): Way {
    return [...this.#files.values()].sort(byPath);
  }

  *#patternFiles(name: string, pattern: Pattern): Generator<FoundFile | Trouble, void, undefined> {
    const folder = resolve(this.#currentFolder, pattern.base);
    const stats = statsOf(folder);
    let found = false;
    if (!(stats instanceof Error) && stats.isDirectory()) {
      const matches = picomatch(pattern.glob, { nonegate: true, windows: false });
      const takes = (path: string) => matches(relative(folder, path).split(sep).join('/'));
      for (const item of this.#walk({ folder, takes, depth: pattern.depth, name })) {
        found ||= !('message' in item);
        yield item;
      }
    }
    if (!found) yield { path: name, message: l10n.t('no file matches') };
  }

  #walk(walk: Walk): Way {
    const ignored = GitIgnored.for(walk.folder, this.#currentFolder);
    const way = this.#walkInto(walk.folder, ignored, walk);
    // Above the current folder the paths of some files begin with `../` and those of others do not.
    return isInside(walk.folder, this.#currentFolder) ? [...way].sort(byPath) : way;
  }

  *#walkInto(
    folder: string,
    ignored: GitIgnored,
    walk: Walk,
  ): Generator<FoundFile | Trouble, void, undefined> {
    const entries = entriesOf(folder);
    if (entries instanceof Error) {
      yield { path: this.#shownPath(folder, walk.name), message: errorWords(entries) };
      return;
    }
    for (const entry of entries) {
      const location = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (walk.depth <= 1 || SKIPPED_FOLDERS.has(entry.name)) continue;
        const inside = ignored.enter(location);
        if (inside !== undefined) {
          yield* this.#walkInto(location, inside, { ...walk, depth: walk.depth - 1 });
        }
      } else if (walk.takes(location) && !ignored.ignores(location, 'file')) {
        if (entry.name.includes(NO_CHARACTER) && isMissing(location)) {
          yield {
            path: this.#shownPath(location, walk.name),
            message: l10n.t('its name is not UTF-8 text; rename it first'),
          };
        } else if (entry.isFile() || (entry.isSymbolicLink() && leadsOut(location, walk.folder))) {
          yield { path: this.#shownPath(location, walk.name), location, named: false };
        }
      }
    }
  }

  /** Relative where the file lies below the current folder or was named so. */
  #shownPath(location: string, name: string): string {
    const absolute = isAbsolute(name) && !isInside(this.#currentFolder, location);
    const shown = absolute ? location : relative(this.#currentFolder, location) || '.';
    return shown.split(sep).join('/');
  }
}

/** Several sorted ways as one; what is on more than one of them comes once, as it was named before as it was found. */
function* merged(ways: readonly Way[]): Generator<FoundFile | Trouble, void, undefined> {
  const heads = ways.map((way) => {
    const items = way[Symbol.iterator]();
    return { items, next: items.next() };
  });
  let last: string | undefined;
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.next.done) continue;
      // Named files stand first, so that they win against the same files in a folder.
      if (first === undefined || first.next.done || head.next.value.path < first.next.value.path)
        first = head;
    }
    if (first === undefined || first.next.done) return;
    const item = first.next.value;
    const isFile = 'location' in item;
    if (!isFile || item.path !== last) yield item;
    if (isFile) last = item.path;
    first.next = first.items.next();
  }
}

function onceEach(items: readonly (FoundFile | Trouble)[]): (FoundFile | Trouble)[] {
  const seen = new Set<string>();
  const once = items.filter((item) => {
    if (!('location' in item)) return true;
    if (seen.has(item.location)) return false;
    seen.add(item.location);
    return true;
  });
  return once.sort(byPath);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** What is in a folder, in the order in which the paths below it are sorted: `a.json` comes before `a/b.json`. */
function entriesOf(folder: string): readonly Dirent[] | Error {
  try {
    const key = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ entry, path: key(entry) }))
      .sort(byPath)
      .map(({ entry }) => entry);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Walk {
  readonly folder: string;
  readonly takes: (location: string) => boolean;
  /** How many folders deep a file may lie; 1 is the folder itself. */
  readonly depth: number;
  /** What a person wrote. */
  readonly name: string;
}

export interface Pattern {
  /** The folder that the pattern begins with. */
  readonly base: string;
  readonly glob: string;
  readonly depth: number;
}

/** What a name says as a pattern; undefined when it has no wildcards. */
export function patternOf(name: string): Pattern | undefined {
  // A backslash is a separator on Windows and an escape everywhere else.
  const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
  const { isGlob, base, glob } = picomatch.scan(pattern, { nonegate: true });
  if (!isGlob) return undefined;
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length;
  return { base, glob, depth };
}

/**
 * Whether a link leads to a file that the walk will not meet under its own name. Links to folders are never followed,
 * so links that lead in circles do no harm.
 */
function leadsOut(location: string, folder: string): boolean {
  try {
    const target = realpathSync(location);
    return statSync(target).isFile() && !isInside(realpathSync(folder), target);
  } catch {
    // A link to nothing is nobody's configuration.
    return false;
  }
}

/** What Node puts in the place of bytes that are no characters. */
const NO_CHARACTER = '\ufffd';

/** Whether there is nothing of the name under which the system has just listed it. */
function isMissing(location: string): boolean {
  const stats = statsOf(location);
  return stats instanceof Error && errorCode(stats) === 'ENOENT';
}

function statsOf(location: string): Stats | Error {
  try {
    return statSync(location);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Windows refuses to look at a name with wildcards in it; elsewhere there is just nothing of that name. */
function saysMissing(error: Error): boolean {
  return ['ENOENT', 'EINVAL', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
