/** Broken and half-typed JSON: what is said about it, and that the entries around the broken place are still there. */

import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';

function read(text: string, path = 'a.json'): ConfigDocument {
  const document = parseDocument(text, { path, isKeyName: (name) => name === 'HeartbeatInterval' });
  if (document === undefined) throw new Error(`not recognised: ${text}`);
  return document;
}

/** Names and values of all entries: `A=1 Heart=?`. */
function entriesOf(text: string): string {
  return read(text)
    .scopes.flatMap((scope) => scope.entries)
    .map(({ address, value }) => `${address.name}=${value?.text ?? '?'}`)
    .join(' ');
}

/** The problems, each with the text that it is about in front. */
function problemsIn(text: string, path?: string): string[] {
  return read(text, path).syntaxProblems.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

const A = '{ "key": "A", "value": "1" }';
const B = '{ "key": "B", "value": "2" }';
const listOf = (...items: string[]): string => `{ "configurationKey": [\n  ${items.join('\n  ')}\n] }`;

describe('a half-typed entry', () => {
  test.each([
    ['a key without its closing quote', '{ "key": "Heart', 'Heart=?'],
    ['with a comma behind it', '{ "key": "Heart,', 'Heart=?'],
    ['with a brace behind it', '{ "key": "Heart }', 'Heart=?'],
    ['with a brace and a comma behind it', '{ "key": "Heart },', 'Heart=?'],
    ['with other members behind it', '{ "key": "Heart, "readonly": false, "value": "3" },', 'Heart=3'],
    ['a key and no more', '{ "key": "Heart"', 'Heart=?'],
    ['a value without its closing quote', '{ "key": "Heart", "value": "3 }', 'Heart=3'],
    ['a list without its closing quote', '{ "key": "Heart", "value": "a,b,c', 'Heart=a,b,c'],
    ['a value that is missing', '{ "key": "Heart", "value": },', 'Heart=?'],
    ['a value and a brace that are missing', '{ "key": "Heart", "value":', 'Heart=?'],
    ['a value without quotes', '{ "key": "Heart", "value": Energy },', 'Heart=Energy'],
    ['a word that begins a value', '{ "key": "Heart", "value": tr },', 'Heart=tr'],
    ['a number with a unit', '{ "key": "Heart", "value": 60s },', 'Heart=60s'],
    ['a property name', '{ "key": "Heart", "val },', 'Heart=?'],
    ['a property name without a colon', '{ "key": "Heart", "value" },', 'Heart=?'],
    ['a colon that is missing', '{ "key" "Heart", "value": "3" },', 'Heart=3'],
    ['commas that are missing', '{ "key": "Heart" "value": "3" }', 'Heart=3'],
    ['names without quotes', '{ key: "Heart", value: "3" },', 'Heart=3'],
    ['a brace too many', '{ "key": "Heart", "value": "3" } },', 'Heart=3'],
    ['only a brace', '{', ''],
    ['only a quote', '"', ''],
    ['only a word', 'Heart', ''],
  ])('%s: the entries before and after it are there', (_what, typed, expected) => {
    const inside = expected === '' ? '' : ` ${expected}`;
    expect(entriesOf(listOf(`${A},`, typed, B))).toBe(`A=1${inside} B=2`);
    expect(read(listOf(`${A},`, typed, B)).syntaxProblems.length).toBeLessThanOrEqual(2);
  });

  test('at the end of the text', () => {
    expect(entriesOf(`{ "configurationKey": [ ${A}, { "key": "Heart`)).toBe('A=1 Heart=?');
    expect(entriesOf(`{ "configurationKey": [ ${A}`)).toBe('A=1');
  });

  test('in a map', () => {
    const map = (typed: string) => `{ "Core": {\n  "HeartbeatInterval": 1,\n  ${typed}\n  "B": 2\n} }`;
    expect(entriesOf(map('"Heart'))).toBe('HeartbeatInterval=1 Heart=? B=2');
    expect(entriesOf(map('"Heart"'))).toBe('HeartbeatInterval=1 Heart=? B=2');
    expect(entriesOf(map('"Heart":'))).toBe('HeartbeatInterval=1 Heart=? B=2');
    expect(entriesOf(map('"Heart": "x'))).toBe('HeartbeatInterval=1 Heart=x B=2');
  });
});

describe('what is said', () => {
  test.each([
    [listOf(A, B), '{: A comma is missing before this'],
    ['{ "configurationKey": [] ', '{: This { is never closed'],
    ['{ "configurationKey": [ }', '[: This [ is never closed'],
    ['{ "configurationKey": [] } }', '}: There is no { for this'],
    ['{ "configurationKey": [], }', undefined],
    ['{ "configurationKey": [,] }', ',: There is one comma too many here'],
    ['{ "configurationKey": [], "x": }', '"x":: This property has no value'],
    ['{ "configurationKey": [], "x" }', '"x": This property has no value'],
    ['{ "configurationKey": [] "x": 1 }', '"x": A comma is missing before this'],
    ['{ "configurationKey": [], "x" 1 }', '1: A colon is missing before this'],
    [
      '{ "configurationKey": [], "x": "\n }',
      '": This string is not closed: its second double quote is missing',
    ],
    [
      '{ "configurationKey": [], "x": True }',
      'True: JSON wants this in double quotes, unless it is a number, true, false or null',
    ],
    ['{ "configurationKey": [], x: 1 }', 'x: JSON wants the name of a property in double quotes'],
    ['{ "configurationKey": [] /* ', '/* : This comment is never closed'],
    ['{ # no\n "configurationKey": [] }', '# no: JSON has no # comments'],
    [
      '{ "configurationKey": [], "x": "\\q" }',
      '"\\q": This string has a backslash before a character that needs none: write \\\\ for a backslash',
    ],
    [
      '{ "configurationKey": [] } { }',
      '{: The file goes on after the end of its JSON value; one file holds one value',
    ],
  ])('%s', (text, expected) => {
    expect(problemsIn(text)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a comment that is only begun ends with the text', () => {
    const text = '{ "configurationKey": [] /*';
    const [problem] = read(text).syntaxProblems;
    expect(problem?.range).toEqual({ start: text.length - 2, end: text.length });
  });

  test('one mistake is told once', () => {
    expect(problemsIn(listOf(`${A},`, '{ "key": "Heart', B))).toHaveLength(1);
    expect(problemsIn(`{ "configurationKey": [ ${A}, { "key": "Heart`)).toHaveLength(1);
  });
});

describe('what a strict reader refuses', () => {
  const text = '{ "Core": { "HeartbeatInterval": 300, /* 5 min */ }, }';

  test('is told where the file is read by one', () => {
    expect(problemsIn(text)).toEqual([
      ',: EVerest takes strict JSON only and refuses the whole file for a comma before a closing bracket',
      '/* 5 min */: EVerest takes strict JSON only and refuses the whole file for a comment',
      ',: EVerest takes strict JSON only and refuses the whole file for a comma before a closing bracket',
    ]);
  });

  test('is not told in a file that is called JSONC', () => {
    expect(problemsIn(text, 'a.jsonc')).toEqual([]);
  });

  test('is not told where nobody knows the reader', () => {
    expect(problemsIn('{ "configurationKey": [ /* none */ ], }')).toEqual([]);
  });
});

test('comments are collected without their starters', () => {
  const { comments } = read('// ocpp-config: current=DC\n{ "configurationKey": [] /* two\nlines */ } //');
  expect(comments.map(({ text }) => text)).toEqual(['ocpp-config: current=DC', 'two\nlines', '']);
});

test('a byte order mark is no part of the text, and offsets count it', () => {
  const text = `\ufeff{ "configurationKey": [ ${A} ] }`;
  const { scopes, syntaxProblems } = read(text);
  expect(syntaxProblems).toEqual([]);
  const range = scopes[0]?.entries[0]?.range;
  expect(text.slice(range?.start, range?.end)).toBe(A);
});

test('names that mean something in JavaScript are names like others', () => {
  expect(entriesOf('{ "Core": { "HeartbeatInterval": 1, "__proto__": 2, "constructor": 3 } }')).toBe(
    'HeartbeatInterval=1 __proto__=2 constructor=3',
  );
});

test('values without names in an object are told once, with what may be meant', () => {
  const item = '{ "name": "B", "x": [1, 2] }';
  const text = `{ "configurationKey": [${A}, ${B}],\n ${item},\n ${item},\n ${item}\n]`;

  const problems = problemsIn(text);

  expect(problems.filter((problem) => problem.includes('has no name'))).toEqual([
    expect.stringMatching(/^\{: .* between \[ and \]$/),
  ]);
  expect(problems).toContain(']: There is no [ for this');
});
