import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, smallestEdit } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;
const anyText = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\t', '"') });

describe('line index', () => {
  test('counts lines as LSP does', () => {
    const lines = new LineIndex('a\r\nb\rc\n');
    expect(lines.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => lines.lineText(line))).toEqual(['a', 'b', 'c', '']);
    expect(lines.positionAt(3)).toEqual({ line: 1, character: 0 });
  });

  test('a position outside the text is moved to its nearest end', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe(5);
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  });

  test('offset and position are each other’s reverse, except inside a line break', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });
});

describe('edits', () => {
  test('refer to the text before any of them, in any order', () => {
    const edits = [
      { range: { start: 4, end: 5 }, newText: 'E' },
      { range: { start: 0, end: 1 }, newText: '' },
      { range: { start: 2, end: 2 }, newText: '-' },
    ];
    expect(applyEdits('abcde', edits)).toBe('b-cdE');
  });

  test.each([
    [
      [
        { range: { start: 0, end: 3 }, newText: '' },
        { range: { start: 2, end: 4 }, newText: '' },
      ],
    ],
    [[{ range: { start: 0, end: 99 }, newText: '' }]],
    [[{ range: { start: 3, end: 1 }, newText: '' }]],
  ])('that overlap or lie outside are refused', (edits) => {
    expect(() => applyEdits('abcde', edits)).toThrow(RangeError);
  });

  test('the smallest edit has the same result and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const edit = smallestEdit(before, { start: 0, end: before.length }, after);
        expect(applyEdits(before, [edit])).toBe(after);
        expect(edit.newText).not.toMatch(LONE_SURROGATE);
        expect(before.slice(edit.range.start, edit.range.end)).not.toMatch(LONE_SURROGATE);
      }),
    );
  });

  test('the smallest edit leaves alone what both texts share', () => {
    expect(smallestEdit('"900"', { start: 1, end: 4 }, '960')).toEqual({
      range: { start: 2, end: 3 },
      newText: '6',
    });
    expect(smallestEdit('aaa', { start: 0, end: 3 }, 'aa')).toEqual({
      range: { start: 2, end: 3 },
      newText: '',
    });
  });
});
