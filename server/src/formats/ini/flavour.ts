import type { FileHint } from '../format.ts';

/**
 * Which of the related notations a file uses. They differ in little:
 * - `ini`: `=` alone separates.
 * - `properties`: Java's; `:` separates as well, `!` begins a comment, a backslash escapes and continues lines.
 * - `env`: a shell's; `export` may stand before a key.
 */
export type Flavour = 'ini' | 'properties' | 'env';

const LANGUAGES: ReadonlySet<string> = new Set(['ini', 'properties', 'dotenv']);
const EXTENSIONS: readonly string[] = ['.ini', '.cfg', '.conf', '.properties', '.env'];

/** Whether a file of this language or name is usually written in one of the flavours. */
export function acceptsFile({ languageId, path }: FileHint): boolean {
  if (languageId !== undefined && LANGUAGES.has(languageId)) return true;
  if (languageId !== undefined && languageId !== 'plaintext') return false;
  const name = fileName(path);
  return name.startsWith('.env.') || EXTENSIONS.some((extension) => name.endsWith(extension));
}

/**
 * The flavour of a file. The extension decides before the language, because VS Code calls `.cfg` and `.conf` files
 * "properties" too, and there a colon is part of the key.
 */
export function flavourOf({ languageId, path }: FileHint): Flavour {
  const name = fileName(path);
  if (name.endsWith('.properties')) return 'properties';
  if (name.endsWith('.env') || name.startsWith('.env.')) return 'env';
  if (EXTENSIONS.some((extension) => name.endsWith(extension))) return 'ini';
  if (languageId === 'properties') return 'properties';
  return languageId === 'dotenv' ? 'env' : 'ini';
}

/** The last part of a path or URI, in lower case. */
function fileName(path: string | undefined): string {
  if (path === undefined) return '';
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return path.slice(slash + 1).toLowerCase();
}
