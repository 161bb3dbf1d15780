/** The text that stands for `value` in a JSON string, without the quotes. */
export function encodeString(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** What a JSON string without its quotes says; the text itself where its escapes are broken. */
export function decodeString(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === 'string' ? value : raw;
  } catch {
    return raw;
  }
}

/** A word without single quotes, which people write where JSON wants double ones. */
export function unquoted(word: string): string {
  return word.length > 1 && word.startsWith("'") && word.endsWith("'") ? word.slice(1, -1) : word;
}

/** What a comment says, without its starter, its ender and blanks. */
export function commentText(comment: string): string {
  const starter = comment.startsWith('#') ? 1 : 2;
  const isBlock = comment.startsWith('/*') && comment.endsWith('*/') && comment.length > 3;
  return comment.slice(starter, isBlock ? -2 : undefined).trim();
}
