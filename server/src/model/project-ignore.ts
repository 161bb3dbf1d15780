import type { OffsetRange } from '../text/range.ts';

/** An entry of the project file's `ignores` that holds for one file: which of its problems nobody wants to hear of. */
export interface ProjectIgnore {
  /** The key that the problem is about, as the catalog spells it or as it is written; absent: any place in the file. */
  readonly key?: string;
  /** A problem's id, or `greenflux/*` and the like for all of a group. */
  readonly rule: string;
  readonly reason?: string;
  /** Where the entry stands in the project file. */
  readonly range: OffsetRange;
}
