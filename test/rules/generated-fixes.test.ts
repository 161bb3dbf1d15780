/**
 * Every fix in configurations of any values: real files do not hold all that can stand side by side. The values can be
 * read: one that cannot hides what it would be together with others, and to put it right brings that to light.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyFacts } from '../../server/src/catalog/knowledge.ts';
import { checkFixes } from '../helpers/fixing.ts';
import { adviceOf, catalog, knowledge, knowledgeWithoutOperator } from '../helpers/knowledge.ts';

const NUMBERS = [0, 1, 2, 5, 10, 30, 60, 61, 180, 300, 900, 3600, 86400];
const LISTS = [
  '',
  'Energy.Active.Import.Register',
  'Energy.Active.Import.Register,Voltage',
  'Current.Import,Current.Offered,Power.Active.Import,Power.Offered',
];
const BOOLEANS = ['true', 'false'];

const RUNS = 120;

/** Those of which a rule on several keys or an operator speaks. */
const keys = catalog.keys.filter(({ name, secret, family }) => {
  const isMeant = JSON.stringify([catalog.crossKeyRules, adviceOf('greenflux').profile]).includes(
    `"${name}"`,
  );
  return isMeant && secret !== true && family === undefined;
});

const entry = fc.constantFrom(...keys).chain((facts) =>
  fc.record({
    key: fc.constant(facts.name),
    readonly: fc.nat({ max: 9 }).map((number) => number === 0),
    value: fc.constantFrom(...valuesOf(facts)),
  }),
);
const entries = fc.uniqueArray(entry, {
  minLength: 3,
  maxLength: 30,
  size: 'max',
  selector: ({ key }) => key,
});

describe.each([
  ['with an operator’s advice', knowledge],
  ['without', knowledgeWithoutOperator],
])('%s', (_what, known) => {
  test.each<[string, (values: readonly object[]) => string]>([
    ['an answer of a station', (values) => JSON.stringify({ configurationKey: values, unknownKey: [] })],
    ['a template', (values) => JSON.stringify({ keys: values })],
  ])('%s', (_kind, write) => {
    let made = 0;
    fc.assert(
      fc.property(entries, (values) => {
        made += checkFixes(write(values), { knowledge: known });
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(made).toBeGreaterThan(RUNS);
  });
});

function valuesOf({ type, values = [], minimum, maximum }: KeyFacts): readonly string[] {
  switch (type) {
    case 'boolean':
      return BOOLEANS;
    case 'integer':
    case 'decimal':
      return NUMBERS.filter(
        (number) => number >= (minimum ?? 0) && number <= (maximum ?? Number.POSITIVE_INFINITY),
      ).map(String);
    case 'list':
      return LISTS;
    default:
      return [...values.map(({ value }) => value), 'Any text'];
  }
}
