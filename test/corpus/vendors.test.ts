/** Whose stations the real files are from, as far as the files tell. */

import { describe, expect, test } from 'vitest';
import { recogniseAll } from '../../scripts/vendors/recognition.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

/** From this share of files whose vendor has a pack on, recognition is good enough. Most others name no vendor key. */
const LEAST_RATE = 0.64;

/** Files that are taken for another vendor's, with what excuses it. There is none. */
const EXCUSED: Readonly<Record<string, string>> = {};

/** Reasons that rest on names of keys, which are the ones that can be mistaken. */
const BY_KEYS = / keys?[, ]+such as /;

if (hasCorpus) {
  const folder = 'vendors/';
  const all = corpusFiles();
  const named = all
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, text }) => ({ path: path.slice(folder.length), text }));

  describe('real files of a known vendor', () => {
    const files = recogniseAll(named);

    test('are never taken for those of another one', () => {
      const wrong = files.filter(({ verdict }) => verdict === 'wrong').map(({ path }) => path);
      expect(wrong).toEqual(Object.keys(EXCUSED));
    });

    test('are recognised as often as before', () => {
      const withPack = files.filter(
        ({ verdict, expected }) => verdict !== 'not ours' && expected !== undefined,
      );
      const right = withPack.filter(({ verdict }) => verdict === 'right');
      console.log(`Vendor recognised: ${right.length} of ${withPack.length} real files`);
      expect(right.length / withPack.length).toBeGreaterThanOrEqual(LEAST_RATE);
    });
  });

  test('real files of nobody in particular have no vendor by their keys, but for one firmware', () => {
    const others = recogniseAll(all.filter(({ path }) => !path.startsWith(folder)));
    const byKeys = others.filter(({ found, because }) => found !== undefined && BY_KEYS.test(because));
    // Settings that this firmware has written itself.
    expect(byKeys.filter(({ found }) => found !== 'microocpp').map(({ path }) => path)).toEqual([]);
  });
} else {
  test('real files of vendors are not at hand', () => {
    expect(hasCorpus).toBe(false);
  });
}
