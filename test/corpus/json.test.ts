/** The JSON format on real files: what every format must keep to. */

import { describe, expect, test } from 'vitest';
import { jsonFormat } from '../../server/src/formats/json/index.ts';
import { decodeString } from '../../server/src/formats/json/strings.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { describeFormat, type Sample } from '../formats/format-suite.ts';
import { isRemovable } from '../formats/json-helpers.ts';
import { catalog } from '../helpers/knowledge.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';
import { expectedShape } from './expected-shapes.ts';

/** A request for keys names them and holds no entry. */
function hasEntries({ text, options }: Sample): boolean {
  const document = inOneGo(jsonFormat.parse(text, { ...options, isKeyName: catalog.isKeyName }));
  return document?.scopes.some(({ entries }) => entries.length > 0) === true;
}

if (hasCorpus) {
  const samples = corpusFiles()
    .filter(({ path }) => jsonFormat.accepts({ path }) && expectedShape(path) !== 'none')
    .map(({ path, text }) => ({ name: path, text, options: { path } }))
    .filter(hasEntries);
  describeFormat('json, real files', {
    format: jsonFormat,
    samples,
    decode: decodeString,
    isRemovable,
    runs: 8,
  });
} else {
  describe('json, real files', () => {
    test('are not at hand', () => {
      expect(hasCorpus).toBe(false);
    });
  });
}
