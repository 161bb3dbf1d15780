import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** What to show at a place, and which text it is about. */
export interface Hover {
  readonly range: OffsetRange;
  /** Markdown without HTML and commands; everything that comes from the file is escaped. Needs no trust. */
  readonly markdown: string;
}

/** What a person wants to know of the key, value or list item at an offset; undefined where there is nothing to say. */
export function hoverAt(_understood: Understood, _offset: number): Hover | undefined {
  return undefined;
}
