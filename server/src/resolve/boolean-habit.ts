import type { BooleanWords } from '../catalog/vendor-pack.ts';
import type { ResolvedEntry } from './resolve.ts';

/** From how many booleans on a file shows a habit. */
const ENOUGH = 3;
/** The share of a file's booleans that must be written alike. */
const NEARLY_ALL = 0.8;

const HABITS: readonly (readonly [BooleanWords, readonly string[]])[] = [
  ['TRUE/FALSE', ['TRUE', 'FALSE']],
  ['True/False', ['True', 'False']],
  ['1/0', ['1', '0']],
];

/**
 * How nearly all booleans of a configuration are written, where that is not the standard's way: what wrote the file
 * writes them so, and what reads it is used to it. Undefined where there is no such habit.
 */
export function booleanHabit(entries: readonly ResolvedEntry[]): BooleanWords | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { entry, value } of entries) {
    if (value.kind !== 'boolean' || entry.value?.kind === 'boolean') continue;
    const text = entry.value?.text.trim() ?? '';
    counts.set(text, (counts.get(text) ?? 0) + 1);
    all++;
  }
  if (all < ENOUGH) return undefined;
  return HABITS.find(([, words]) => {
    const alike = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    return alike >= all * NEARLY_ALL;
  })?.[0];
}
