/**
 * All files whose addresses begin alike, with scheme and authority: `file://`, `vscode-vfs://github`, `memfs:`. A path
 * never leads from one tree into another.
 */
export type FileTree = string;

/** The files of the computer that the server runs on. */
export const THIS_COMPUTER: FileTree = 'file://';

/** Where a file is: the path, without escapes, is one of `project/paths.ts`. */
export interface Place {
  readonly tree: FileTree;
  readonly path: string;
}

const ADDRESS = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)$/i;

/**
 * Where a document is. Undefined for one that was never saved, and for what is no file but shows one: an older state in
 * a version control system, whose address has a query.
 */
export function placeOf(uri: string): Place | undefined {
  const [, scheme = '', authority = '', escaped = ''] = ADDRESS.exec(uri) ?? [];
  if (escaped === '' || scheme === 'untitled') return undefined;
  const path = withoutEscapes(escaped);
  return path === undefined ? undefined : { tree: treeOf(scheme.toLowerCase(), authority), path };
}

/** The path of a document that was never saved: `Untitled-1`, or that of the file which it will be. */
export function pathOfUnsaved(uri: string): string | undefined {
  const path = /^untitled:(?:\/\/[^/?#]*)?([^?#]+)$/.exec(uri)?.[1];
  return path === undefined ? undefined : withoutEscapes(path);
}

/** The address of a place. */
export function addressAt({ tree, path }: Place): string {
  return tree + path.split('/').map(encodeURIComponent).join('/');
}

/**
 * A place as one text that people can read, without escapes: `file:///stations/cp 1.json`. It is how files are called
 * where they are compared with each other.
 */
export function nameOfPlace({ tree, path }: Place): string {
  return tree + path;
}

/** The place with such a name; undefined where it is none, as for documents that were never saved. */
export function placeNamed(name: string): Place | undefined {
  const [, tree, path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)$/is.exec(name) ?? [];
  return tree === undefined || path === undefined || tree === 'untitled:' ? undefined : { tree, path };
}

/** As VS Code writes it: without an authority only files of a computer have the two slashes. */
function treeOf(scheme: string, authority: string): FileTree {
  return authority === '' && scheme !== 'file' ? `${scheme}:` : `${scheme}://${authority}`;
}

function withoutEscapes(path: string): string | undefined {
  // A name with a slash in it would be several.
  if (/%2f/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    // An address that is none.
    return undefined;
  }
}
