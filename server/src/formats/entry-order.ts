import type { Comment, ConfigEntry } from '../model/document.ts';

/** In which order entries are to stand. Entries that compare as equal keep the order that they have. */
export interface EntryOrder {
  /** As `Array.sort` wants it. */
  readonly compare: (a: ConfigEntry, b: ConfigEntry) => number;
  /** Whether two entries belong to the same group; groups are set apart where a format has a way to. */
  readonly isSameGroup: (a: ConfigEntry, b: ConfigEntry) => boolean;
  /** Whether a comment is about the file, so that it stays at the top although an entry follows right below. */
  readonly isAboutFile: (comment: Comment) => boolean;
}

/** Entries in a wanted order; undefined where they are in it already. */
export function inOrder<Block extends { readonly entry: ConfigEntry }>(
  blocks: readonly Block[],
  { compare }: EntryOrder,
): readonly Block[] | undefined {
  const sorted = [...blocks].sort((a, b) => compare(a.entry, b.entry));
  return sorted.every((block, index) => block === blocks[index]) ? undefined : sorted;
}
