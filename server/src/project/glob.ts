import { nameOf } from './paths.ts';

/** Longer globs, and paths beyond this, are not compared: no project file may slow the work down. */
const LONGEST_GLOB = 500;
const LONGEST_PATH = 4_000;
/** Braces multiply: `{a,b}{a,b}` stands for four globs. */
const MOST_ALTERNATIVES = 100;

/**
 * Whether a glob fits a path, which is relative to the folder of the project file. `*` stands for any text without a
 * slash, `**` for any folders, `?` for one character, `[a-z]` and `[!a-z]` for one of some, `{a,b}` for one of several. A glob without a slash is compared
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

type Token = '?' | '*' | '**/' | '**' | { readonly character: string } | CharacterClass;

/** `[a-z_]`, or all but these. */
interface CharacterClass {
  readonly from: readonly (readonly [first: string, last: string])[];
  readonly meaning: 'these' | 'others';
}

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
      else if (typeof token === 'object' && accepts(token, character)) next.add(at + 1);
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

function accepts(token: Exclude<Token, string>, character: string): boolean {
  if ('character' in token) return token.character === character;
  const isListed = token.from.some(([first, last]) => first <= character && character <= last);
  return character !== '/' && isListed === (token.meaning === 'these');
}

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
    else {
      const end = character === '[' ? glob.indexOf(']', index + 2) : -1;
      tokens.push(end < 0 ? { character } : classOf(glob.slice(index + 1, end)));
      if (end >= 0) index = end;
    }
  }
  return tokens;
}

function classOf(text: string): CharacterClass {
  const others = text.startsWith('!') || text.startsWith('^');
  const listed = others ? text.slice(1) : text;
  const from: (readonly [string, string])[] = [];
  for (let index = 0; index < listed.length; index++) {
    const first = listed.charAt(index);
    const isRange = listed.charAt(index + 1) === '-' && index + 2 < listed.length;
    from.push([first, isRange ? listed.charAt(index + 2) : first]);
    if (isRange) index += 2;
  }
  return { from, meaning: others ? 'others' : 'these' };
}
