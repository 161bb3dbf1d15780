import { describe, expect, test } from 'vitest';
import { log, nearMisses, readOut, repetitive, type Vocabulary } from '../../scripts/bench/documents.ts';
import { analyze, understand } from '../../server/src/analysis.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { callsDuring } from '../helpers/calls.ts';
import { catalog } from '../helpers/knowledge.ts';
import { withDefaults } from '../helpers/problems.ts';

const vocabulary: Vocabulary = { keys: catalog.keys, measurands: catalog.measurands };

/** A configuration as INI, with as many lines. */
function ini(_: Vocabulary, size: number): string {
  const items = JSON.parse(readOut(vocabulary, size)) as {
    configurationKey: { key: string; value: string }[];
  };
  return ['[Ocpp]', ...items.configurationKey.map(({ key, value }) => `${key}=${value}`), ''].join('\n');
}

const DOCUMENTS = [
  { name: 'a read-out', make: readOut, path: 'charger.json' },
  { name: 'a read-out in which half of all entries repeat a key', make: repetitive, path: 'charger.json' },
  { name: 'a template in which every key is misspelt', make: nearMisses, path: 'charger.json' },
  { name: 'a log of many answers', make: log, path: 'charger.json' },
  { name: 'an INI file', make: ini, path: 'charger.ini' },
];

/** Counts are the same on every machine; what is left to chance is where two names happen to be near each other. */
const LINEAR = 1.1;

describe('the work of an analysis', () => {
  test.each(DOCUMENTS)('grows as the text does: $name', async ({ make, path }) => {
    const perEntry = async (size: number) => {
      const text = make(vocabulary, size);
      expect(analyze(text, withDefaults({ path }))?.problems.length).toBeGreaterThan(0);
      return (await callsDuring(() => analyze(text, withDefaults({ path })))) / size;
    };
    const [small, large] = [await perEntry(1_000), await perEntry(4_000)];
    expect(large).toBeLessThan(small * LINEAR);
  });
});

describe('the work for one entry', () => {
  // In calls of functions. A change that needs more is worth a look with `npm run bench`; then the budget may follow it.
  test.each([
    { name: 'that nobody knows', make: (size: number) => unknownKeys(size), budget: 450 },
    {
      name: 'of a read-out of standard keys',
      make: () => readOut(vocabulary, vocabulary.keys.length),
      budget: 700,
    },
  ])('$name keeps to its budget', async ({ make, budget }) => {
    const text = make(2_000);
    const entries = understand(text, withDefaults({ path: 'charger.json' }))?.document.scopes[0]?.entries
      .length;
    const calls = await callsDuring(() => analyze(text, withDefaults({ path: 'charger.json' })));
    expect(calls / (entries ?? 0)).toBeLessThan(budget);
  });
});

describe('the work for what is asked in an editor', () => {
  test.each([
    { name: 'a hover', ask: hoverAt },
    { name: 'a completion', ask: completionsAt },
  ])('is the same in a file of any size: $name', async ({ ask }) => {
    const callsAt = async (size: number) => {
      const text = readOut({ ...vocabulary, keys: vocabulary.keys.slice(0, 40) }, size);
      const understood = understand(text, withDefaults({ path: 'charger.json' }));
      if (understood === undefined) throw new Error('not recognised');
      const offset = text.indexOf('HeartbeatInterval') + 1;
      return callsDuring(() => ask(understood, offset));
    };
    const [small, large] = [await callsAt(1_000), await callsAt(4_000)];
    expect(large).toBeLessThan(small * LINEAR + 20);
  });
});

function unknownKeys(size: number): string {
  const items = Array.from({ length: size }, (_, index) => `{ "key": "Maker_${index}", "value": "1" }`);
  return `{ "configurationKey": [{ "key": "HeartbeatInterval", "value": "900" },\n${items.join(',\n')}] }`;
}
