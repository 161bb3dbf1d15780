import type { OffsetRange } from '../text/range.ts';
import type { ResolvedEntry } from './resolve.ts';

/** Where an entry is shown: at its value, or at its key where the file has no value for it. */
export function entryRange({ entry: { value, keyRange } }: ResolvedEntry): OffsetRange {
  return value?.range ?? keyRange;
}

/** The same for what speaks of an empty value too: that has no width that could be underlined. */
export function visibleRange({ entry: { value, keyRange } }: ResolvedEntry): OffsetRange {
  return value === undefined || value.text === '' ? keyRange : value.range;
}
