/** A whole entry accepted at any place where one can be typed gives a correct file with one entry more. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonFormat } from '../../server/src/formats/json/index.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { catalog } from '../helpers/knowledge.ts';
import { withoutTabStops } from './json-helpers.ts';

const fixtures = join(import.meta.dirname, 'fixtures/json');
const FRESH = { name: 'ResetRetries', value: 3 };

test.each(globSync('*.json*', { cwd: fixtures }).sort())('%s', (path) => {
  const text = readFileSync(join(fixtures, path), 'utf8');
  const document = read(text, path);
  const wrong: string[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    const cursor = jsonFormat.cursorAt(document, offset);
    if (cursor?.kind !== 'gap') continue;
    const { range, snippet, additionalEdits } = jsonFormat.completeEntry(document, cursor, FRESH);
    const changed = applyEdits(text, [
      { range, newText: withoutTabStops(snippet) },
      ...(additionalEdits ?? []),
    ]);
    const after = read(changed, path, document.shape);
    const isRight =
      after.syntaxProblems.length === 0 && namesOf(after).length === namesOf(document).length + 1;
    if (!isRight || !namesOf(after).includes(FRESH.name)) wrong.push(changed);
  }
  expect(wrong).toEqual([]);
});

function read(text: string, path: string, shape?: string): ConfigDocument {
  const document = inOneGo(jsonFormat.parse(text, { path, shape, isKeyName: catalog.isKeyName }));
  if (document === undefined) throw new Error(`not recognised:\n${text}`);
  return document;
}

function namesOf({ scopes }: ConfigDocument): string[] {
  return scopes.flatMap(({ entries }) => entries.map(({ address }) => address.name));
}
