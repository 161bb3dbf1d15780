import { expect, test } from 'vitest';
import { matchesAny, matchesGlob } from '../../server/src/project/glob.ts';

test.each([
  ['*.json', 'a.json', true],
  ['*.json', 'fleet/dc/a.json', true],
  ['a?.json', 'fleet/ab.json', true],
  ['fleet/*.json', 'fleet/a.json', true],
  ['fleet/*.json', 'fleet/dc/a.json', false],
  ['fleet/**', 'fleet/dc/a.json', true],
  ['fleet/**/a.json', 'fleet/a.json', true],
  ['fleet/**/a.json', 'fleet/x/y/a.json', true],
  ['fleet/**/a.json', 'fleet/xa.json', false],
  ['**/dc/*.json', 'dc/a.json', true],
  ['**/dc/*.json', 'fleet/dc/a.json', true],
  ['**/dc/*.json', 'fleet/xdc/a.json', false],
  ['**', 'fleet/a.json', true],
  ['/fleet/a.json', 'fleet/a.json', true],
  ['./fleet/a.json', 'fleet/a.json', true],
  ['./a.json', 'fleet/a.json', false],
  ['*.{ini,json}', 'fleet/a.ini', true],
  ['{dc,hpc}/**/*.{ini,json}', 'hpc/x/a.json', true],
  ['{dc,hpc}/**/*.{ini,json}', 'ac/x/a.json', false],
  ['.*', '.env', true],
  ['*', '.env', true],
  ['a[1-3_].json', 'a2.json', true],
  ['a[1-3_].json', 'a_.json', true],
  ['a[1-3_].json', 'a4.json', false],
  ['a[!1-3].json', 'a4.json', true],
  ['a[!1-3].json', 'a2.json', false],
  ['a[!1]b/*.json', 'a/b/c.json', false],
  ['a[1.json', 'a[1.json', true],
  ['{a.json', '{a.json', true],
  ['a.json', 'A.json', false],
  ['', 'a.json', false],
])('%s and %s: %s', (glob, path, expected) => {
  expect(matchesGlob(glob, path)).toBe(expected);
});

test('one of several is enough', () => {
  expect(matchesAny(['*.ini', 'dc/**'], 'dc/a.json')).toBe(true);
  expect(matchesAny(['*.ini', 'dc/**'], 'ac/a.json')).toBe(false);
});

test.each([
  ['many stars', `${'*a'.repeat(200)}b`],
  ['many folders', `${'**/'.repeat(160)}b`],
  ['many braces', `${'{a,b}'.repeat(90)}`],
  ['a very long one', '*'.repeat(100_000)],
])('a hostile glob costs no time: %s', (_what, glob) => {
  const path = `${'a/'.repeat(1_000)}${'a'.repeat(1_500)}`;
  expect(matchesGlob(glob, path)).toBe(false);
});
