import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoLines } from '../../server/src/lsp/line-edits.ts';
import { applyEdits, smallestEdit, type TextEdit } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';

const BEFORE = '[Ocpp]\nPing=10\nHeartbeat=86400\nData=A,B\n';

test.each([
  ['one value in each row', '[Ocpp]\nPing=60\nHeartbeat=900\nData=A,B\n', ['10 → 60', '86400 → 900']],
  ['a word for a word', BEFORE.replace('A,B', 'A,C'), ['B → C']],
  ['an item more', '[Ocpp]\nPing=10\nHeartbeat=86400\nData=A,B,C\n', [' → ,C']],
  ['new lines at the end', `${BEFORE}New=true\n`, [' → New=true\n']],
  [
    'a changed value and a new line behind it',
    '[Ocpp]\nPing=10\nHeartbeat=86400\nData=A\nNew=A,B\n',
    [',B → ', ' → New=A,B\n'],
  ],
])('%s', (_what, after, rows) => {
  const cut = cutIntoLines(BEFORE, new LineIndex(BEFORE), [wholeEdit(BEFORE, after)]);

  expect(cut.map(({ range, newText }) => `${BEFORE.slice(range.start, range.end)} → ${newText}`)).toEqual(
    rows,
  );
});

test('the result is the same whatever the texts are', () => {
  const text = fc
    .array(fc.constantFrom('a', '1', '9', ',', '\n', '\r\n', '\u{1f50c}'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const cut = cutIntoLines(before, new LineIndex(before), [wholeEdit(before, after)]);

      expect(applyEdits(before, cut)).toBe(after);
    }),
  );
});

function wholeEdit(before: string, after: string): TextEdit {
  return smallestEdit(before, { start: 0, end: before.length }, after);
}
