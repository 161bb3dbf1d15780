/** Formatting and sorting on real files: what must never be lost. */

import { describe, expect, test } from 'vitest';
import { checkFormatting, checkSorting, isOurs } from '../helpers/arranging.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

/** Real files that are not in order by chance; so many are sorted at least, or the test says nothing. */
const LEAST_SORTED = 100;

if (hasCorpus) {
  const samples = corpusFiles().filter(isOurs);

  test.each(samples)('formatting $path', (sample) => checkFormatting(sample));

  describe('sorting', () => {
    let sorted = 0;

    test.each(samples)('$path', (sample) => {
      if (checkSorting(sample)) sorted++;
    });

    test('does something', () => {
      console.log(`Sorted: ${sorted} of ${samples.length} real files`);
      expect(sorted).toBeGreaterThan(LEAST_SORTED);
    });
  });
} else {
  test('formatting and sorting real files: they are not at hand', () => {
    expect(hasCorpus).toBe(false);
  });
}
