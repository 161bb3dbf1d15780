/** Paths with forward slashes that begin with one, as in a `file:` address: `/folder/a.json`, `/c:/folder/a.json`. */

/** The folder that a file or folder lies in; undefined for the top. */
export function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (slash < 0 || path === '/') return undefined;
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path: the name of a file or a folder. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of what has this name, or this way of names, in a folder. For what others have written there is `inside`. */
export function below(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** A path in a folder. Dots in it are followed; undefined when they lead out of the folder, or it is an absolute one. */
export function inside(folder: string, relative: string): string | undefined {
  const slashes = relative.replaceAll('\\', '/');
  if (slashes.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(slashes) || slashes.includes('\0')) {
    return undefined;
  }
  const parts: string[] = [];
  for (const part of slashes.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? folder : below(folder, parts.join('/'));
}

/** Whether a path is a folder or lies in it. */
export function liesIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** Whether a path, or an address, is one of these or lies in one of them. */
export function liesInOneOf(places: ReadonlySet<string>, path: string): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (places.has(at)) return true;
  }
  return false;
}

/** A path as seen from a folder that it lies in. */
export function relativeTo(folder: string, path: string): string {
  if (!liesIn(folder, path)) return path;
  return path.slice(folder === '/' ? 1 : folder.length + 1);
}
