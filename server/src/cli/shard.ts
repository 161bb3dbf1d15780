import * as l10n from '@vscode/l10n';
import { UsageError } from './usage-error.ts';

/** One of several equal parts of the input, for as many computers. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** "2/8". Throws a `UsageError` for anything else. */
export function shardOf(text: string): Shard {
  const [, index = '', count = ''] = /^([0-9]{1,9})\/([0-9]{1,9})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index < 1 || shard.index > shard.count) {
    throw new UsageError(l10n.t('--shard {0}: write <i>/<n>, with i from 1 to n', text));
  }
  return shard;
}

/** Whether an item belongs to a shard: they are dealt out like cards. `number` counts from 0. */
export function isInShard(number: number, shard: Shard | undefined): boolean {
  return shard === undefined || number % shard.count === shard.index - 1;
}
