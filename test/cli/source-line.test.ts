import { describe, expect, test } from 'vitest';
import { sourceLine } from '../../server/src/cli/terminal/source-line.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { OffsetRange } from '../../server/src/text/range.ts';

/** The line and its marks as they stand below each other; `part` is what is marked. */
function shown(text: string, part: string, options: { width?: number; secret?: string } = {}): string {
  const range = rangeOf(text, part);
  const secrets = options.secret === undefined ? [] : [rangeOf(text, options.secret)];
  const line = sourceLine(text, new LineIndex(text), range, secrets, options.width ?? 60);
  return `${line.number} ${line.text}\n  ${' '.repeat(line.before)}${'^'.repeat(line.marked)}`;
}

function rangeOf(text: string, part: string): OffsetRange {
  const start = text.indexOf(part);
  expect(start, `'${part}' must stand in the text`).toBeGreaterThanOrEqual(0);
  return { start, end: start + part.length };
}

test('a part of a line is marked', () => {
  expect(shown('first\n  "value": "10"\n', '10')).toBe('2   "value": "10"\n              ^^');
});

test('a range over several lines is marked up to the end of its first line', () => {
  expect(shown('a [\r\n  1\r\n]', '[\r\n  1\r\n]')).toBe('1 a [\n    ^');
});

test('an empty range is marked with one sign, also at the end of a line or of the text', () => {
  const text = 'key=\nlast';
  const lines = new LineIndex(text);

  expect(sourceLine(text, lines, { start: 4, end: 4 }, [], 60)).toEqual({
    number: 1,
    text: 'key=',
    before: 4,
    marked: 1,
  });
  expect(sourceLine(text, lines, { start: 9, end: 9 }, [], 60)).toEqual({
    number: 2,
    text: 'last',
    before: 4,
    marked: 1,
  });
  expect(sourceLine('', new LineIndex(''), { start: 0, end: 0 }, [], 60)).toEqual({
    number: 1,
    text: '',
    before: 0,
    marked: 1,
  });
});

test('tabs become blanks up to the next stop', () => {
  expect(shown('\ta\tvalue', 'value')).toBe('1     a   value\n          ^^^^^');
});

test('wide characters take two columns and combining ones none', () => {
  expect(shown('名前 = "e\u0301x"', 'x')).toBe('1 名前 = "e\u0301x"\n           ^');
  expect(shown('😀x', '😀')).toBe('1 😀x\n  ^^');
});

test('characters that nobody sees or that act on the terminal are made visible', () => {
  expect(shown('a\u001b[31mb', 'b')).toBe('1 a\u241b[31mb\n        ^');
  expect(shown('Ke\u200by', 'y')).toBe('1 Ke<U+200B>y\n            ^');
  expect(shown('\u202eabc', 'abc')).toBe('1 <U+202E>abc\n          ^^^');
  expect(shown('\ud800=1', '1')).toBe('1 <U+D800>=1\n           ^');
});

describe('a line that is too long', () => {
  test('is cut at its end where the mark is near its start', () => {
    expect(shown(`"key": 10, ${'x'.repeat(50)}`, '10', { width: 20 })).toBe(
      '1 "key": 10, xxxxxx...\n         ^^',
    );
  });

  test('is cut at its start where the mark is near its end', () => {
    expect(shown(`${'x'.repeat(50)} "end"`, 'end', { width: 20 })).toBe(
      '1 ...xxxxxxxxxxx "end"\n                  ^^^',
    );
  });

  test('is cut at both ends otherwise', () => {
    expect(shown(`${'a'.repeat(50)}MARK${'b'.repeat(50)}`, 'MARK', { width: 20 })).toBe(
      '1 ...aaaaaMARKbbbbb...\n          ^^^^',
    );
  });

  test('shows the start of a mark that is longer than the line may be', () => {
    expect(shown(`ab${'M'.repeat(100)}cd`, 'M'.repeat(100), { width: 20 })).toMatch(
      /^1 \.\.\.M+\.\.\.\n {5}\^+$/,
    );
  });

  test('never takes more columns than there are', () => {
    for (let width = 20; width < 40; width++) {
      for (let at = 0; at < 80; at++) {
        const text = `${'日'.repeat(at)}MARK${'😀'.repeat(40)}`;
        const line = sourceLine(text, new LineIndex(text), rangeOf(text, 'MARK'), [], width);
        const columns = [...line.text].reduce((sum, sign) => sum + (sign > '\u2000' ? 2 : 1), 0);
        expect(columns).toBeLessThanOrEqual(width);
        expect([...line.text].some((sign) => /\p{Surrogate}/u.test(sign))).toBe(false);
      }
    }
  });

  test('costs no more than a short one', () => {
    const text = `${'x'.repeat(20_000_000)}MARK${'y'.repeat(20_000_000)}`;
    const lines = new LineIndex(text);
    const range = rangeOf(text, 'MARK');
    // So many times the whole line would take longer than a test may.
    for (let count = 0; count < 2_000; count++) {
      expect(sourceLine(text, lines, range, [], 80).text).toContain('MARK');
    }
  });
});

describe('a secret', () => {
  const text = '{ "AuthorizationKey": "hunter2hunter2", "x": 1 }';

  test('is masked, whatever its length, and marks move with it', () => {
    expect(shown(text, '1 }', { secret: 'hunter2hunter2' })).toBe(
      '1 { "AuthorizationKey": "********", "x": 1 }\n                                         ^^^',
    );
  });

  test('is marked as a whole', () => {
    expect(shown(text, 'hunter2hunter2', { secret: 'hunter2hunter2' })).toBe(
      '1 { "AuthorizationKey": "********", "x": 1 }\n                         ^^^^^^^^',
    );
    expect(shown(text, '2hunter', { secret: 'hunter2hunter2' })).toBe(
      '1 { "AuthorizationKey": "********", "x": 1 }\n                         ^^^^^^^^',
    );
  });

  test('stays masked where the line is cut inside it', () => {
    const secret = 'S'.repeat(300);
    for (const mark of ['S', secret, 'after']) {
      const line = shown(`key=${secret}; after`, mark, { secret, width: 30 });
      expect(line).not.toContain('S');
    }
  });
});
