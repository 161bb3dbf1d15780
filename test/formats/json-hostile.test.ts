/** Texts that are meant to crash, hang or confuse a reader. */

import { expect, test } from 'vitest';
import { formatOf, parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

/** So long may one text take on a slow machine; a reader that is not linear takes minutes. */
const TIMEOUT = 10_000;

function read(text: string, path = 'a.json'): ConfigDocument | undefined {
  return parseDocument(text, { path, isKeyName: (name) => name === 'HeartbeatInterval' });
}

const MEGABYTE = 1_000_000;
/** Enough to show that the time grows with the text and not with its square. */
const MANY = 300_000;

test.each([
  ['opening brackets', '['.repeat(100_000)],
  ['opening braces with names', '{"a":'.repeat(100_000)],
  ['brackets and back', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['closing brackets', ']'.repeat(MANY)],
  ['closing braces', '}'.repeat(MANY)],
  ['quotes', '"'.repeat(MANY)],
  ['quotes with blanks', '" '.repeat(MANY / 2)],
  ['quotes with letters', '"x '.repeat(MANY / 3)],
  ['backslashes', `["${'\\'.repeat(MANY)}`],
  ['broken escapes', '"\\q",'.repeat(MANY / 5)],
  ['commas', `[${','.repeat(MANY)}]`],
  ['colons', `{${':'.repeat(MANY)}}`],
  ['blanks in an unclosed string', `["${' '.repeat(MANY)}`],
  ['slashes', '/'.repeat(MANY)],
  ['comments that never end', '/* '.repeat(MANY / 3)],
  ['one long word', 'a'.repeat(MANY)],
  ['one long number', '1'.repeat(MANY)],
  ['many documents', '{}'.repeat(MANY / 2)],
  ['a half-typed list', `{"configurationKey":[${'{"key":'.repeat(MANY / 7)}`],
  ['one list many times', `{${'"configurationKey":[],'.repeat(MANY / 22)}}`],
  ['one map many times', `{${'"keys":{"HeartbeatInterval":1},'.repeat(MANY / 31)}}`],
  ['many maps', `[${'{"HeartbeatInterval":1,"ConnectionTimeOut":1},'.repeat(MANY / 46)}]`],
  ['many steps', `[${'["Wait","ChangeConfiguration",{"key":"a"}],'.repeat(MANY / 43)}]`],
  ['the beginnings of messages', '[2,"'.repeat(MANY / 4)],
  ['messages in messages', '[2,"a",'.repeat(MANY / 7)],
  ['a line break in every string', '"a\n'.repeat(MANY / 3)],
  ['nothing but zero bytes', '\0'.repeat(MANY)],
  ['lone surrogates', '\ud800'.repeat(MANY)],
])(
  '%s',
  (_what, text) => {
    for (const path of ['a.json', 'a.log', undefined]) {
      const options = {
        isKeyName: (name: string) => /^[HC]/.test(name),
        ...(path === undefined ? {} : { path }),
      };
      expect(() => parseDocument(text, options)).not.toThrow();
      expect(() => parseDocument(text, { ...options, shape: 'get-configuration' })).not.toThrow();
    }
  },
  TIMEOUT,
);

test('a file of ten thousand stations is read in time', () => {
  const station = { vendor: 'ACME', configurationKey: [{ key: 'HeartbeatInterval', value: '1' }] };
  const stations = Object.fromEntries(
    Array.from({ length: 10_000 }, (_nothing, index) => [`cp${index}`, station]),
  );
  const document = read(JSON.stringify(stations));
  expect(document?.scopes).toHaveLength(10_000);
  expect(document?.scopes[9_999]?.station.vendor?.text).toBe('ACME');
});

test('deep nesting is told once and hides nothing before it', () => {
  const text = `{"configurationKey":[{"key":"HeartbeatInterval","value":"1"},${'['.repeat(100_000)}`;
  const document = read(text);
  expect(document?.scopes[0]?.entries).toHaveLength(1);
  expect(document?.syntaxProblems.map(({ message }) => message)).toEqual([
    'The text is nested deeper than 512 levels and is read no further',
  ]);
});

test.each(['', '\ufeff', ' ', '\r\n', '\0', 'null', '"text"', '12', '[]', '{}', '{', '[', '"', '//', '/*'])(
  '%j is no configuration',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test('an empty file can be given a shape', () => {
  expect(
    parseDocument('', { path: 'a.json', isKeyName: () => false, shape: 'get-configuration' }),
  ).toMatchObject({
    shape: 'get-configuration',
    scopes: [],
  });
});

test('a key of a megabyte and a value of lone surrogates can be read and changed', () => {
  const key = 'k'.repeat(MEGABYTE);
  const document = read(`{"configurationKey":[{"key":"${key}","value":"\ud800"}]}`);
  const entry = document?.scopes[0]?.entries[0];
  expect(entry?.address.name).toBe(key);
  expect(entry?.value?.text).toBe('\ud800');
  if (document === undefined || entry === undefined) return;
  const changed = applyEdits(document.text, formatOf(document).setValue(document, entry, '\udc00'));
  expect(read(changed)?.scopes[0]?.entries[0]?.value?.text).toBe('\udc00');
});

test('a document of another format cannot be edited by mistake', () => {
  const json = read('{"configurationKey":[{"key":"A","value":"1"}]}');
  const ini = parseDocument('[Ocpp]\nHeartbeatInterval=1\n', {
    path: 'a.ini',
    isKeyName: () => true,
    shape: 'ini-sections',
  });
  const entry = json?.scopes[0]?.entries[0];
  if (json === undefined || ini === undefined || entry === undefined) throw new Error('not recognised');
  expect(() => formatOf(json).setValue(ini, entry, 1)).toThrow(TypeError);
});
