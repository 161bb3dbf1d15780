import { describe, expect, test } from 'vitest';
import { KeyPattern } from '../../server/src/catalog/key-pattern.ts';

test.each([
  [
    'Limit[connector]',
    ['Limit1', 'limit12', 'Limit[3]'],
    ['Limit', 'LimitX', 'Limit1X', 'xLimit1', 'Limit[]'],
  ],
  ['Connector[connector]_Current', ['Connector1_Current'], ['Connector_Current', 'Connector1_Power']],
  ['Cst_[word]', ['Cst_BackendUrl', 'cst_a-b_1'], ['Cst_', 'Cst_a.b', 'Cst_a b']],
  ['[any] Timeout', ['Card Timeout', 'a.b/c Timeout'], [' Timeout', 'Timeout', 'Card timeouts']],
  ['Price,[language]', ['Price,en', 'Price,nl-BE'], ['Price,', 'Price,e n']],
  ['A[[0][index]', ['A[0]5', 'A[0][5]'], ['A05', 'A[0]']],
  ['Port[index]Phase[index]', ['Port1Phase2'], ['Port1', 'PortPhase']],
  ['Plain', ['plain'], ['Plain1', 'Plai']],
])('%s', (pattern, fitting, others) => {
  const compiled = new KeyPattern(pattern);
  expect(fitting.filter((name) => !compiled.matches(name))).toEqual([]);
  expect(others.filter((name) => compiled.matches(name))).toEqual([]);
});

test('a hostile pattern and name are compared in no time', () => {
  const compiled = new KeyPattern('[any]a'.repeat(1_000));
  expect(compiled.matches('a'.repeat(100_000))).toBe(false);
});

describe('what stands for the placeholders', () => {
  test('is told in order, without brackets', () => {
    const pattern = new KeyPattern('Socket[connector]_Limit[index]');
    expect(pattern.fillings('socket[2]_limit07')).toEqual([
      { placeholder: 'connector', text: '2' },
      { placeholder: 'index', text: '07' },
    ]);
  });

  test('is not told of a name that does not fit', () => {
    expect(new KeyPattern('Socket[connector]_Limit').fillings('Socket2_Limits')).toBeUndefined();
  });
});
