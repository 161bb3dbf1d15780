import type { Batch, BatchItem } from './engine.ts';
import type { FoundFile, Trouble } from './host.ts';
import { isInShard, type Shard } from './shard.ts';

/** Few enough that every thread has something to do, enough that handing them over costs nothing. */
export const FILES_IN_BATCH = 32;

export type FileBatch = Extract<Batch, { readonly kind: 'files' }>;

/** Puts neighbouring files together, always the same ones for the same tree. */
export function* fileBatches(
  found: Iterable<FoundFile | Trouble>,
  shard: Shard | undefined,
): Generator<FileBatch, void, undefined> {
  let items: BatchItem[] = [];
  let number = 0;
  for (const item of found) {
    if (!('message' in item) && !isInShard(number++, shard)) continue;
    items.push(item);
    if (items.length < FILES_IN_BATCH) continue;
    yield { kind: 'files', items };
    items = [];
  }
  if (items.length > 0) yield { kind: 'files', items };
}
