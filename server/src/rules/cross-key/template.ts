/** A text of the data, translated when that was loaded, with its placeholders filled in: `{Key}` is that key's words. */
export function filledIn(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([^}]+)\}/g, (placeholder, name: string) => words[name] ?? placeholder);
}
