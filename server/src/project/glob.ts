import { nameOf } from './paths.ts';

/** Longer globs, and paths beyond this, are not compared: no project file may slow the work down. */
const LONGEST_GLOB = 500;
const LONGEST_PATH = 4_000;
/** Braces multiply: `{a,b}{a,b}` stands for four globs. */
const MOST_ALTERNATIVES = 100;

/**
 * Whether a glob fits a path, which is relative to the folder of the project file. `*` stands for any text without a
 * slash, `**` for any folders, `?` for one character, `{a,b}` for one of several. A glob without a slash is compared
 * with the file's name. No regular expressions: the time is at most the product of both lengths.
 */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > LONGEST_GLOB || path.length > LONGEST_PATH) return false;
  return alternativesOf(glob).some((alternative) => {
    const plain = alternative.replace(/^(\.?\/)+/, '');
    return alternative.includes('/') ? matchesWhole(plain, path) : matchesWhole(plain, nameOf(path));
  });
}

/** Whether one glob or one of several fits. */
export function matchesAny(globs: string | readonly string[], path: string): boolean {
  return typeof globs === 'string' ? matchesGlob(globs, path) : globs.some((glob) => matchesGlob(glob, path));
}

/** The globs without braces that a glob stands for. Braces that are not closed stand for themselves. */
function alternativesOf(glob: string): readonly string[] {
  let open = [glob];
  for (;;) {
    const next = open.flatMap((candidate) => expandedOnce(candidate) ?? [candidate]);
    if (next.length === open.length || next.length > MOST_ALTERNATIVES) return open;
    open = next;
  }
}

/** The innermost first pair of braces replaced by each of its parts. */
function expandedOnce(glob: string): readonly string[] | undefined {
  const end = glob.indexOf('}');
  const start = end < 0 ? -1 : glob.lastIndexOf('{', end);
  if (start < 0) return undefined;
  const parts = glob.slice(start + 1, end).split(',');
  if (parts.length < 2) return undefined;
  return parts.map((part) => glob.slice(0, start) + part + glob.slice(end + 1));
}

type Token = '?' | '*' | '**/' | '**' | { readonly character: string };

/** Follows all ways through the glob at once: after each character, which of its places can have been reached. */
function matchesWhole(glob: string, path: string): boolean {
  const tokens = tokensOf(glob);
  let reached = skipping(tokens, new Set([0]));
  for (let index = 0; index < path.length; index++) {
    const character = path.charAt(index);
    const next = new Set<number>();
    for (const at of reached) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token === '**') next.add(at);
      else if (token === '**/') next.add(at + INSIDE_FOLDERS);
      else if (token === '*' && character !== '/') next.add(at);
      else if (token === '?' && character !== '/') next.add(at + 1);
      else if (typeof token === 'object' && token.character === character) next.add(at + 1);
    }
    for (const at of reached) {
      // Within the name of a folder that a wildcard stands for: only a slash leads back to where the rest may begin.
      if (at < INSIDE_FOLDERS) continue;
      next.add(character === '/' ? at - INSIDE_FOLDERS : at);
    }
    reached = skipping(tokens, next);
    if (reached.size === 0) return false;
  }
  return reached.has(tokens.length);
}

/** Added to the place of a wildcard for folders to say that a folder's name has begun. */
const INSIDE_FOLDERS = 1_000_000;

/** Stars may stand for nothing. */
function skipping(tokens: readonly Token[], places: Set<number>): Set<number> {
  for (const at of places) {
    const token = tokens[at];
    if (token === '*' || token === '**' || token === '**/') places.add(at + 1);
  }
  return places;
}

function tokensOf(glob: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < glob.length; index++) {
    const character = glob.charAt(index);
    if (character === '*' && glob.charAt(index + 1) === '*') {
      const folders = glob.charAt(index + 2) === '/';
      tokens.push(folders ? '**/' : '**');
      index += folders ? 2 : 1;
    } else if (character === '*' || character === '?') tokens.push(character);
    else tokens.push({ character });
  }
  return tokens;
}
