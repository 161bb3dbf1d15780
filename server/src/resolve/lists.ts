/** One item of a list, with its place in the value's text. */
export interface ListItem {
  /** Without the blanks round it; empty between two commas. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between the items of a list; anything but a comma is a mistake that people make. */
export type Separator = ',' | ';' | '|';

/** The separator of a list: the comma, unless there is none and another sign stands in its place. */
export function separatorOf(text: string): Separator {
  if (text.includes(',')) return ',';
  if (text.includes(';')) return ';';
  return text.includes('|') ? '|' : ',';
}

/** Cuts a list into its items; `''` has none, `'a,'` has two of which the second is empty. */
export function listItems(text: string): ListItem[] {
  if (text.trim() === '') return [];
  const separator = separatorOf(text);
  const items: ListItem[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf(separator, from);
    const to = found < 0 ? text.length : found;
    items.push(trimmedItem(text, from, to));
    if (found < 0) break;
    from = found + 1;
  }
  return items;
}

/** The list with items added at its end, in the style of the ones before: with or without a blank after the comma. */
export function withItems(text: string, added: readonly string[]): string {
  if (separatorOf(text) !== ',') {
    const kept = listItems(text).map((item) => item.text);
    return [...kept, ...added].join(',');
  }
  const kept = text.trimEnd().replace(/,$/, '');
  if (kept.trim() === '') return added.join(',');
  return [kept, ...added].join(kept.includes(', ') ? ', ' : ',');
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
