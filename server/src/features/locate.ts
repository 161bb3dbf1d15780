import type { KeyReference } from '../model/document.ts';
import type { ListItem } from '../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { itemRange } from '../rules/support/item-range.ts';
import { type OffsetRange, touches } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** What of a configuration stands at an offset. */
export type Place =
  | { readonly kind: 'key' | 'value'; readonly scope: ResolvedScope; readonly entry: ResolvedEntry }
  | {
      readonly kind: 'item';
      readonly scope: ResolvedScope;
      readonly entry: ResolvedEntry;
      readonly item: ListItem;
      readonly range: OffsetRange;
    }
  | { readonly kind: 'reference'; readonly scope: ResolvedScope; readonly reference: KeyReference };

/** The key, value, list item or key reference at an offset; undefined between them. */
export function placeAt(understood: Understood, offset: number): Place | undefined {
  for (const scope of scopesAt(understood, offset)) {
    const entry = entryAt(scope, offset);
    if (entry !== undefined) return placeIn(entry, scope, offset);
  }
  // A list of names may stand beside the entries that it belongs to.
  for (const scope of understood.resolved.scopes) {
    const reference = scope.scope.references.find(({ range }) => touches(range, offset));
    if (reference !== undefined) return { kind: 'reference', scope, reference };
  }
  return undefined;
}

/** The scopes that hold an offset, the innermost first. */
export function scopesAt({ resolved }: Understood, offset: number): readonly ResolvedScope[] {
  const holding = resolved.scopes.filter(({ scope }) => touches(scope.range, offset));
  return holding.length < 2 ? holding : holding.sort((a, b) => length(a) - length(b));
}

/** The entry whose text an offset touches, found in logarithmic time. */
export function entryAt(scope: ResolvedScope, offset: number): ResolvedEntry | undefined {
  const { entries } = scope;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as ResolvedEntry).entry.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  // Where one entry ends and the next begins at once, the offset touches both and belongs to the later one.
  const found = entries[low - 1];
  return found !== undefined && touches(found.entry.range, offset) ? found : undefined;
}

/** The entries that a range touches, found in logarithmic time: what an editor shows of a long file. */
export function entriesIn(scope: ResolvedScope, range: OffsetRange): readonly ResolvedEntry[] {
  const { entries } = scope;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as ResolvedEntry).entry.range.end < range.start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while (low < entries.length && (entries[low] as ResolvedEntry).entry.range.start <= range.end) low++;
  return entries.slice(first, low);
}

function placeIn(entry: ResolvedEntry, scope: ResolvedScope, offset: number): Place | undefined {
  if (touches(entry.entry.keyRange, offset)) return { kind: 'key', scope, entry };
  const { value } = entry.entry;
  if (value === undefined || !touches(value.fullRange, offset)) return undefined;
  if (entry.value.kind === 'list') {
    for (const item of entry.value.items) {
      const range = itemRange(item, entry, scope);
      if (item.text !== '' && touches(range, offset)) return { kind: 'item', scope, entry, item, range };
    }
  }
  return { kind: 'value', scope, entry };
}

function length({ scope: { range } }: ResolvedScope): number {
  return range.end - range.start;
}
