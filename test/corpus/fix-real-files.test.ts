/** Every fix that is offered in a real file: what people rely on when they take it without reading the file. */

import { describe, expect, test } from 'vitest';
import { checkFixes } from '../helpers/fixing.ts';
import { knowledge, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

/** So many are made at least, or the test says nothing. */
const LEAST_MADE = 1_000;

if (hasCorpus) {
  describe('fixes in real files', () => {
    let made = 0;

    test.each(corpusFiles())('$path', ({ path, text }) => {
      // Where an operator's advice holds, rules on several keys leave much to it.
      for (const known of [knowledge, knowledgeWithoutOperator]) {
        made += checkFixes(text, { path, knowledge: known });
      }
    });

    test('are many', () => {
      console.log(`Fixes made: ${made} in real files`);
      expect(made).toBeGreaterThan(LEAST_MADE);
    });
  });
} else {
  test('fixes in real files: they are not at hand', () => {
    expect(hasCorpus).toBe(false);
  });
}
