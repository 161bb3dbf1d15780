import type { BooleanWords } from '../catalog/vendor-pack.ts';
import type { ResolvedEntry } from './resolve.ts';

/** From how many booleans on a file shows a habit. */
const ENOUGH = 3;
/** The share of a file's booleans that must be written otherwise than the standard does. */
const NEARLY_ALL = 0.8;

const HABITS: readonly (readonly [BooleanWords, readonly string[]])[] = [
  ['TRUE/FALSE', ['TRUE', 'FALSE']],
  ['True/False', ['True', 'False']],
  ['1/0', ['1', '0']],
];

/**
 * How a configuration writes its booleans, where nearly none are written the standard's way: what wrote the file writes
 * them so, and what reads it is used to it. Undefined where there is no such habit.
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
  const habits = HABITS.map(([words, spellings]) => ({
    words,
    count: spellings.reduce((sum, spelling) => sum + (counts.get(spelling) ?? 0), 0),
  })).sort((a, b) => b.count - a.count);
  const own = habits.reduce((sum, { count }) => sum + count, 0);
  // Some stations write most words one way and some another; what they all are not is the standard's.
  return all < ENOUGH || own < all * NEARLY_ALL ? undefined : habits[0]?.words;
}
