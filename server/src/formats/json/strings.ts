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
