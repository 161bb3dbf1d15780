import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { FoundFile, FoundFiles, Trouble } from '../host.ts';
import { IgnoredPaths } from './gitignore.ts';
import { isInside } from './paths.ts';
import { errorCode, errorWords } from './words.ts';

/** The endings of files that may be charger configurations; in folders only these are opened. */
const EXTENSIONS = new Set([
  '.json',
  '.jsonc',
  '.json5',
  '.jsn',
  '.ini',
  '.cfg',
  '.conf',
  '.properties',
  '.env',
  '.log',
  // Dumps and logs that somebody has pasted into a file.
  '.txt',
]);

/** Folders that hold nothing of a person's own. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

/**
 * Finds the files that names stand for. A name is a file, a folder, or a pattern where neither exists: shells on
 * Windows do not expand patterns. Each file comes once, sorted by path.
 */
export function findFiles(names: readonly string[], currentFolder: string): FoundFiles {
  const search = new Search(currentFolder);
  for (const name of names) search.add(name);
  return search.result();
}

class Search {
  readonly #currentFolder: string;
  readonly #files = new Map<string, FoundFile>();
  readonly #troubles: Trouble[] = [];

  constructor(currentFolder: string) {
    this.#currentFolder = currentFolder;
  }

  add(name: string): void {
    const location = resolve(this.#currentFolder, name);
    const stats = statsOf(location);
    if (stats instanceof Error) {
      const pattern = isMissing(stats) ? patternOf(name) : undefined;
      if (pattern === undefined) this.#trouble(this.#shownPath(location, name), errorWords(stats));
      else this.#addPattern(name, pattern);
    } else if (stats.isDirectory()) {
      this.#walk({ folder: location, takes: hasKnownExtension, depth: Number.POSITIVE_INFINITY, name });
    } else {
      this.#files.set(location, { path: this.#shownPath(location, name), location, named: true });
    }
  }

  result(): FoundFiles {
    const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
    return {
      files: [...this.#files.values()].sort(byPath),
      troubles: this.#troubles.sort(byPath),
    };
  }

  #addPattern(name: string, pattern: Pattern): void {
    const before = this.#files.size;
    const folder = resolve(this.#currentFolder, pattern.base);
    const stats = statsOf(folder);
    if (!(stats instanceof Error) && stats.isDirectory()) {
      const matches = picomatch(pattern.glob, { nonegate: true, windows: false });
      const takes = (path: string) => matches(relative(folder, path).split(sep).join('/'));
      this.#walk({ folder, takes, depth: pattern.depth, name });
    }
    if (this.#files.size === before) this.#trouble(name, 'no file matches');
  }

  #walk({ folder, takes, depth, name }: Walk): void {
    const ignored = IgnoredPaths.for(folder, this.#currentFolder);
    this.#walkInto(folder, ignored, { folder, takes, depth, name });
  }

  #walkInto(folder: string, ignored: IgnoredPaths, walk: Walk): void {
    for (const entry of this.#entriesOf(folder, walk.name)) {
      const location = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (walk.depth <= 1 || SKIPPED_FOLDERS.has(entry.name)) continue;
        const inside = ignored.enter(location);
        if (inside !== undefined) this.#walkInto(location, inside, { ...walk, depth: walk.depth - 1 });
      } else if (walk.takes(location) && !ignored.ignores(location, 'file')) {
        if (entry.isFile() || (entry.isSymbolicLink() && leadsOut(location, walk.folder))) {
          this.#addFound(location, walk.name);
        }
      }
    }
  }

  #addFound(location: string, name: string): void {
    if (this.#files.has(location)) return;
    this.#files.set(location, { path: this.#shownPath(location, name), location, named: false });
  }

  #entriesOf(folder: string, name: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#trouble(this.#shownPath(folder, name), errorWords(error));
      return [];
    }
  }

  #trouble(path: string, message: string): void {
    this.#troubles.push({ path, message });
  }

  /** Relative where the file lies below the current folder or was named so. */
  #shownPath(location: string, name: string): string {
    const absolute = isAbsolute(name) && !isInside(this.#currentFolder, location);
    const shown = absolute ? location : relative(this.#currentFolder, location) || '.';
    return shown.split(sep).join('/');
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

interface Pattern {
  /** The folder that the pattern begins with. */
  readonly base: string;
  readonly glob: string;
  readonly depth: number;
}

/** What a name says as a pattern; undefined when it has no wildcards. */
function patternOf(name: string): Pattern | undefined {
  // A backslash is a separator on Windows and an escape everywhere else.
  const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
  const { isGlob, base, glob } = picomatch.scan(pattern, { nonegate: true });
  if (!isGlob) return undefined;
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length;
  return { base, glob, depth };
}

function hasKnownExtension(location: string): boolean {
  const name = basename(location).toLowerCase();
  // A name such as `.env` has no extension, and `.env.production` one of its own.
  return EXTENSIONS.has(extname(name)) || name === '.env' || name.startsWith('.env.');
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

function statsOf(location: string): Stats | Error {
  try {
    return statSync(location);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Windows refuses to look at a name with wildcards in it; elsewhere there is just nothing of that name. */
function isMissing(error: Error): boolean {
  return ['ENOENT', 'EINVAL', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
