import { describe, expect, test } from 'vitest';
import type { KeyFacts, KeyType } from '../../server/src/catalog/knowledge.ts';
import type { EntryValue } from '../../server/src/model/document.ts';
import { isPlaceholder, parseValue } from '../../server/src/resolve/values.ts';

const RANGE = { start: 0, end: 0 };

function parse(type: KeyType, text: string, kind: EntryValue['kind'] = 'string') {
  const facts: Partial<KeyFacts> = { type };
  return parseValue({ kind, text, range: RANGE, fullRange: RANGE }, facts as KeyFacts);
}

describe('booleans', () => {
  test.each([
    ['true', true, true],
    ['false', false, true],
    ['TRUE', true, false],
    ['False', false, false],
    ['1', true, false],
    ['0', false, false],
    [' true ', true, true],
  ])('%j is %s', (text, value, canonical) => {
    expect(parse('boolean', text)).toEqual({ kind: 'boolean', value, canonical });
  });

  test.each([
    ['yes', true],
    ['Off', false],
    ['2', undefined],
    ['tru', undefined],
  ])('%j is none, and means %s', (text, guess) => {
    expect(parse('boolean', text)).toEqual({ kind: 'wrong-type', guess });
  });
});

describe('whole numbers', () => {
  test.each([
    ['900', 900, true],
    ['-5', -5, true],
    ['007', 7, false],
    ['+5', 5, false],
    ['300.0', 300, false],
  ])('%j is %d', (text, value, canonical) => {
    expect(parse('integer', text)).toEqual({ kind: 'number', value, canonical });
  });

  test.each([
    ['900 s', 900],
    ['60sec', 60],
    ['1.5', undefined],
    ['1e3', undefined],
    ['900 1800', undefined],
    ['often', undefined],
    ['99999999999999999999', undefined],
    ['-', undefined],
  ])('%j is none, and means %s', (text, guess) => {
    expect(parse('integer', text)).toEqual({ kind: 'wrong-type', guess });
  });
});

describe('values that are none', () => {
  test.each(['null', 'NULL', 'undefined', 'N/A'])('the word %j is no value', (text) => {
    expect(parse('integer', text)).toEqual({ kind: 'absent' });
  });

  test('a value of blanks is empty', () => {
    expect(parse('integer', '  ')).toEqual({ kind: 'empty' });
  });

  test.each(['<REDACTED>', '{{PING}}', '$'.concat('{PING}'), '$ping', '%PING%', 'PLACEHOLDER12'])(
    '%j waits to be filled in',
    (text) => {
      expect(parse('integer', text)).toEqual({ kind: 'placeholder' });
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  test.each(['', '$', '%', 'a < b', '50%'])('%j is no placeholder', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  test('a JSON object has no type of ours', () => {
    expect(parse('string', '{"a":1}', 'object')).toEqual({ kind: 'untyped' });
  });
});
