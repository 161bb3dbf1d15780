/**
 * The path of a document as projects name files: that of its address without escapes. Undefined for documents that are
 * no files of this computer.
 */
export function pathOfDocument(uri: string): string | undefined {
  const path = /^file:\/\/(\/[^?#]*)/.exec(uri)?.[1];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    // An address that is none.
    return undefined;
  }
}

/** The address of such a path. */
export function documentAt(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}
