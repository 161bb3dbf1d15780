/** The one door to the formats: which of them reads a file. */

import { describe, expect, test } from 'vitest';
import type { FileHint } from '../../server/src/formats/format.ts';
import { formatOf, parseDocument, SHAPE_IDS } from '../../server/src/formats/index.ts';
import { catalog } from '../helpers/knowledge.ts';

const JSON_TEXT = '{ "configurationKey": [{ "key": "HeartbeatInterval", "value": "1" }] }';
const INI_TEXT = '[Ocpp]\nHeartbeatInterval=300\nConnectionTimeOut=60\n';
const LOG_TEXT = '[10:00] send [2,"1","ChangeConfiguration",{"key":"HeartbeatInterval","value":"1"}]\n';

function formatFor(text: string, hint: FileHint & { readonly shape?: string }): string | undefined {
  return parseDocument(text, { ...hint, isKeyName: catalog.isKeyName })?.format;
}

test.each<[string, string, FileHint, string | undefined]>([
  ['JSON by its name', JSON_TEXT, { path: 'a.json' }, 'json'],
  ['JSON by its language', JSON_TEXT, { languageId: 'jsonc' }, 'json'],
  ['JSON in plain text', JSON_TEXT, { path: 'a.txt' }, 'json'],
  ['JSON with an unknown ending', JSON_TEXT, { path: 'a.backup' }, 'json'],
  ['JSON by its text', JSON_TEXT, {}, 'json'],
  ['JSON behind a comment', `// wanted\n${JSON_TEXT}`, {}, 'json'],
  ['half-typed JSON in plain text', '{ "configurationKey": [{ "key": "Heart', { path: 'a.txt' }, 'json'],
  ['INI by its name', INI_TEXT, { path: 'a.ini' }, 'ini'],
  ['INI by its text', INI_TEXT, {}, 'ini'],
  ['INI in plain text', INI_TEXT, { path: 'a.txt' }, 'ini'],
  ['a log by its name', LOG_TEXT, { path: 'a.log' }, 'log'],
  ['a log by its text', LOG_TEXT, {}, 'log'],
  ['a log in an editor', LOG_TEXT, { languageId: 'plaintext', path: 'untitled:Untitled-1' }, 'log'],
  ['INI text in a JSON file', INI_TEXT, { path: 'a.json' }, undefined],
  ['messages in a source file', LOG_TEXT, { path: 'a.py' }, undefined],
  ['a binary file', `\0${JSON_TEXT}`, {}, undefined],
])('%s', (_what, text, hint, expected) => {
  expect(formatFor(text, hint)).toBe(expected);
});

describe('a shape that the user has fixed', () => {
  test('is used without asking', () => {
    const text = '{ "HeartbeatInterval": 300 }';
    const read = (shape?: string) =>
      parseDocument(text, {
        path: 'a.json',
        isKeyName: catalog.isKeyName,
        ...(shape === undefined ? {} : { shape }),
      });
    expect(read()).toBeUndefined();
    expect(read('flat-map')?.scopes[0]?.entries).toHaveLength(1);
  });

  test('chooses the format that knows it', () => {
    expect(formatFor(INI_TEXT, { shape: 'ini-sections' })).toBe('ini');
    expect(formatFor(LOG_TEXT, { path: 'a.log', shape: 'ocpp-frames' })).toBe('log');
    expect(formatFor(JSON_TEXT, { path: 'a.json', shape: 'no-such-shape' })).toBeUndefined();
  });

  test.each(SHAPE_IDS)('%s never throws on a text of another kind', (shape) => {
    for (const text of [JSON_TEXT, INI_TEXT, LOG_TEXT, '', '[]', '{}', '[[]]', '{"a":{"b":[1]}}', 'x']) {
      expect(() => formatFor(text, { shape })).not.toThrow();
    }
  });
});

test('the format of a document can edit it', () => {
  const document = parseDocument(JSON_TEXT, { path: 'a.json', isKeyName: catalog.isKeyName });
  expect(document && formatOf(document).id).toBe('json');
});
