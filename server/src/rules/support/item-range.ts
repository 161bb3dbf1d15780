import { offsetInValue } from '../../model/document.ts';
import type { ListItem } from '../../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import type { OffsetRange } from '../../text/range.ts';

/** Where an item of a list value stands in the file. */
export function itemRange(
  item: ListItem,
  { entry }: ResolvedEntry,
  { document }: ResolvedScope,
): OffsetRange {
  if (entry.value === undefined) return entry.keyRange;
  return {
    start: offsetInValue(document.text, entry.value, item.start),
    end: offsetInValue(document.text, entry.value, item.end),
  };
}
