import { expect, test } from 'vitest';
import type { Unit } from '../../server/src/catalog/knowledge.ts';
import { saysQuantity } from '../../server/src/catalog/said-quantities.ts';

test.each<[string, number, Unit]>([
  ['15 min', 900, 's'],
  ['15min', 900, 's'],
  ['a quarter of an hour, 0.25 h', 900, 's'],
  ['15 Minuten, wie vereinbart', 900, 's'],
  ['elke 15 minuten', 900, 's'],
  ['1 h 30 min', 5_400, 's'],
  ['1 hour and 30 minutes', 5_400, 's'],
  ['1 Stunde, 30 Minuten', 5_400, 's'],
  ['900 s', 900, 's'],
  ['0,5 h', 30, 'min'],
  ['1 day', 86_400, 's'],
  ['4.5 kWh', 4_500, 'Wh'],
  ['16 A', 16_000, 'mA'],
  ['16A per phase', 160, 'dA'],
])('%s says %d %s', (text, value, unit) => {
  expect(saysQuantity(text, value, unit)).toBe(true);
});

test.each<[string, number, Unit | undefined]>([
  ['10 min', 900, 's'],
  ['15', 900, 's'],
  ['15 A', 900, 's'],
  ['v1.15 min', 900, 's'],
  ['1 h and then 20 min', 4_800, 's'],
  ['', 900, 's'],
  ['15 min', 900, undefined],
])('%s does not say %d %s', (text, value, unit) => {
  expect(saysQuantity(text, value, unit)).toBe(false);
});
