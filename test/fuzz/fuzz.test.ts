import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FuzzTarget, TARGETS } from './targets.ts';

describe.each(TARGETS)('$name', (target) => {
  test('holds for every text that once did something new or broke something', async () => {
    for (const text of savedTexts(target)) await target.run(text);
  });

  test('holds for texts of its own words in any order', async () => {
    const word = fc.oneof(
      fc.constantFrom(...target.words),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(' ', '\n', '\t'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
        await target.run(words.join(''));
      }),
      { numRuns: target.name === 'messages' ? 60 : 200, seed: 1 },
    );
  });
});

test('a target notices what breaks', () => {
  const [json] = TARGETS;
  expect(savedTexts(json as FuzzTarget).length).toBeGreaterThan(0);
});

function savedTexts({ name }: FuzzTarget): string[] {
  return ['corpus', 'found'].flatMap((kind) => {
    const folder = join(import.meta.dirname, kind, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  });
}
