import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** Text that an editor may hide but for its first line; always more than one line. */
export interface Fold {
  readonly range: OffsetRange;
  readonly kind: 'region' | 'comment';
}

/** What can be folded, in file order. */
export function foldsOf(_understood: Understood): readonly Fold[] {
  return [];
}
