import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** A line of the outline. `selection` lies within `range`, and `range` within that of the symbol above. */
export interface OutlineSymbol {
  readonly name: string;
  /** The value, shortened; a secret only says that it is set. */
  readonly detail: string;
  readonly kind: 'scope' | 'group' | 'boolean' | 'number' | 'list' | 'text' | 'secret' | 'unknown';
  readonly range: OffsetRange;
  readonly selection: OffsetRange;
  readonly deprecated: boolean;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a file: scopes where there are several, in them feature profiles, in them keys in file order. */
export function outline(_understood: Understood): readonly OutlineSymbol[] {
  return [];
}
