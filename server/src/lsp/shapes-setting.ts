import { matchesGlob } from '../project/glob.ts';

/**
 * What the `shapes` setting says about a file: a shape's name, `off`, or nothing. Of the globs that match the last one
 * counts. A glob without a slash is compared with the file's name, as in VS Code's own settings.
 */
export function shapeForFile(shapes: Readonly<Record<string, string>>, uri: string): string | undefined {
  const globs = Object.keys(shapes);
  if (globs.length === 0) return undefined;
  const path = pathOf(uri).replace(/^\//, '');
  const glob = globs.findLast((candidate) => candidate !== '' && matchesGlob(anywhere(candidate), path));
  return glob === undefined ? undefined : shapes[glob];
}

function anywhere(glob: string): string {
  return glob.startsWith('/') || glob.startsWith('**/') ? glob : `**/${glob}`;
}

/** The path of a URI of any scheme: `/folder/file.json`, or `Untitled-1` for a document without a place. */
function pathOf(uri: string): string {
  const afterScheme = uri.slice(uri.indexOf(':') + 1);
  const withoutAuthority = afterScheme.startsWith('//')
    ? afterScheme.slice(Math.max(0, afterScheme.indexOf('/', 2)))
    : afterScheme;
  return decoded(withoutAuthority.split(/[?#]/)[0] ?? '');
}

/** A path whose escapes are broken is compared as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
