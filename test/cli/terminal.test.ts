import { expect, test } from 'vitest';
import { displayWidth, printable } from '../../server/src/cli/terminal/characters.ts';
import { wrap, wrapAfter } from '../../server/src/cli/terminal/wrap.ts';

test('text is broken between words', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  expect(wrap('  one \n two ', 20)).toEqual(['one two']);
  expect(wrap('', 20)).toEqual([]);
});

test('a word that is longer than a line is cut, behind a comma where it can be', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('set to Voltage,SoC,Current.Import here', 12)).toEqual([
    'set to',
    'Voltage,SoC,',
    'Current.Impo',
    'rt here',
  ]);
});

test('a number and its unit stay together', () => {
  expect(wrap('every 300 s (5 min), at 80 % or 16 A', 12)).toEqual([
    'every 300 s',
    '(5 min), at',
    '80 % or 16 A',
  ]);
  expect(wrap('in 300 steps', 6)).toEqual(['in 300', 'steps']);
});

test('wide characters count twice', () => {
  expect(wrap('日本 日本', 8)).toEqual(['日本', '日本']);
  expect(displayWidth('日本a')).toBe(5);
});

test('further lines stand below the first', () => {
  expect(wrapAfter('  fix: ', 'one two three four five six', 30)).toBe(
    '  fix: one two three four five\n       six',
  );
});

test('nothing that is printed acts on the terminal', () => {
  expect(printable('a\u001b]0;title\u0007b\nc\u009bd')).toBe('a\u241b]0;title\u2407b\u240ac<U+009B>d');
  expect(printable('Ärger – naïve 日本 😀')).toBe('Ärger – naïve 日本 😀');
});
