/** Which real files are recognised, and as what. */

import { describe, expect, test } from 'vitest';
import { parseDocument, SHAPE_IDS } from '../../server/src/formats/index.ts';
import { catalog } from '../helpers/knowledge.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';
import { EXPECTED_SHAPES, expectedShape } from './expected-shapes.ts';

/** From this share of real configurations on, recognition is good enough. */
const LEAST_RATE = 0.97;

test('every expected shape exists', () => {
  const unknown = Object.values(EXPECTED_SHAPES).filter(
    (shape) => shape !== 'none' && !SHAPE_IDS.includes(shape),
  );
  expect(unknown).toEqual([]);
});

if (hasCorpus) {
  describe('real files', () => {
    const files = corpusFiles().map(({ path, text }) => ({
      path,
      expected: expectedShape(path),
      found: parseDocument(text, { path, isKeyName: catalog.isKeyName })?.shape ?? 'none',
    }));
    const ours = files.filter(({ expected }) => expected !== 'none');

    test('each configuration is recognised as what it is', () => {
      const wrong = ours.filter(({ expected, found }) => found !== expected);
      const rate = 1 - wrong.length / ours.length;
      console.log(
        `Recognised: ${ours.length - wrong.length} of ${ours.length} real files (${(100 * rate).toFixed(1)} %)`,
      );
      expect(wrong).toEqual([]);
      expect(rate).toBeGreaterThanOrEqual(LEAST_RATE);
    });

    test('nothing else is taken for one', () => {
      const others = files.filter(({ expected, found }) => expected === 'none' && found !== 'none');
      expect(others).toEqual([]);
    });

    test('a file that was saved as plain text is recognised too', () => {
      const wrong = corpusFiles().filter(({ path, text }) => {
        const isJson = /\.(json|jsn)$/.test(path) && expectedShape(path) !== 'none';
        const options = { path: `${path}.txt`, isKeyName: catalog.isKeyName };
        return isJson && parseDocument(text, options)?.shape !== expectedShape(path);
      });
      expect(wrong.map(({ path }) => path)).toEqual([]);
    });
  });
}
