import { expect, test } from 'vitest';
import type { Unit } from '../../server/src/catalog/knowledge.ts';
import { inWords, rangeWithUnit, withUnit } from '../../server/src/catalog/quantities.ts';

test.each<[number, Unit, string | undefined]>([
  [900, 's', '15 min'],
  [60, 's', '1 min'],
  [90, 's', '1 min 30 s'],
  [3_600, 's', '1 h'],
  [86_400, 's', '1 d'],
  [90_061, 's', '1 d 1 h'],
  [86_460, 's', '1 d 1 min'],
  [59, 's', undefined],
  [0, 's', undefined],
  [-5, 's', undefined],
  [2_000, 'ms', '2 s'],
  [90, 'min', '1 h 30 min'],
  [4_500, 'Wh', '4.5 kWh'],
  [22_000, 'W', '22 kW'],
  [16_000, 'mA', '16 A'],
  [160, 'dA', '16 A'],
  [50, '%', undefined],
  [Number.POSITIVE_INFINITY, 's', undefined],
])('%d %s in words is %s', (value, unit, words) => {
  expect(inWords(value, unit)).toBe(words);
});

test('a number with its unit', () => {
  expect(withUnit(10, 's')).toBe('10 s');
  expect(withUnit(3, 'count')).toBe('3');
  expect(withUnit(3, undefined)).toBe('3');
  expect(rangeWithUnit(60, 180, 's')).toBe('60 to 180 s');
});
