import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '../../server/src/features/text-difference.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

/** Few different lines, so that the same line occurs often, and all kinds of line ends. */
const anyText = fc
  .array(fc.constantFrom('a', 'b', '},', '', 'é😀'), { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

test('the edits make one text of the other', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      expect(applyEdits(before, editsBetween(before, after))).toBe(after);
    }),
  );
});

test('equal texts need no edit', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(editsBetween(text, text)).toEqual([]);
    }),
  );
});

test('changes far apart are edits of their own', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `key${index}=${index}`);
  const changed = lines.map((line, index) => (index === 10 ? 'key10=999' : line));
  changed.splice(150, 1);
  changed.push('key200=200');
  expect(editsBetween(lines.join('\n'), changed.join('\n'))).toHaveLength(3);
});

test('a text that was rewritten altogether takes no long time', () => {
  const text = (word: string) => Array.from({ length: 50_000 }, (_, index) => `${word}${index}`).join('\n');
  expect(applyEdits(text('a'), editsBetween(text('a'), text('b')))).toBe(text('b'));
});
