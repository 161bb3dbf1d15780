/** One item of a comma-separated list, with its place in the value's text. */
export interface ListItem {
  /** Without the blanks round it; empty between two commas. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a comma-separated list into its items; `''` has none, `'a,'` has two of which the second is empty. */
export function listItems(text: string): ListItem[] {
  if (text.trim() === '') return [];
  const items: ListItem[] = [];
  let from = 0;
  while (from <= text.length) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    items.push(trimmedItem(text, from, to));
    if (comma < 0) break;
    from = comma + 1;
  }
  return items;
}

/** The list with items added at its end, in the style of the ones before: with or without a blank after the comma. */
export function withItems(text: string, added: readonly string[]): string {
  const kept = text.trimEnd().replace(/,$/, '');
  if (kept.trim() === '') return added.join(',');
  const separator = kept.includes(', ') ? ', ' : ',';
  return [kept, ...added].join(separator);
}

function trimmedItem(text: string, from: number, to: number): ListItem {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
