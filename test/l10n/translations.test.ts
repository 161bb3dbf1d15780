/** The translations are complete, used, and take the same values as the English texts. `CONTRIBUTING.md` says more. */

import { beforeAll, describe, expect, test } from 'vitest';
import { missingTexts, readTranslations, translationFiles } from '../../scripts/translations.ts';

// To find all texts parses all code and bundles the data: slow on a busy machine, and done once.
beforeAll(async () => {
  for (const file of translationFiles) await file.texts();
}, 240_000);

test('there is German and Dutch', () => {
  expect([...new Set(translationFiles.map(({ language }) => language))]).toEqual(['de', 'nl']);
});

describe.each(translationFiles.map((file) => [file.file, file] as const))('%s', (_name, file) => {
  const translations = Object.entries(readTranslations(file.file));

  test('has a translation of every text', async () => {
    expect(await missingTexts(file)).toEqual([]);
  });

  test('has none of a text that is not used', async () => {
    const texts = await file.texts();
    expect(translations.map(([english]) => english).filter((english) => !texts.has(english))).toEqual([]);
  });

  test('keeps the placeholders, the code and the links of each text', () => {
    const changed = translations.filter(
      ([english, translation]) => fixedParts(english).join(' ') !== fixedParts(translation).join(' '),
    );
    expect(Object.fromEntries(changed)).toEqual({});
  });

  test('has no empty translation and none with a stray blank at its ends', () => {
    const untidy = translations.filter(
      ([english, translation]) =>
        translation.trim() === '' || blanksAround(english).join() !== blanksAround(translation).join(),
    );
    expect(Object.fromEntries(untidy)).toEqual({});
  });
});

test('a lost placeholder, a changed one and translated code are seen', () => {
  expect(fixedParts('Set {0} to {value}')).not.toEqual(fixedParts('Setze {0}'));
  expect(fixedParts('Set {0} to {value}')).not.toEqual(fixedParts('Setze {0} auf {wert}'));
  expect(fixedParts('Write `off`')).not.toEqual(fixedParts('Schreib `aus`'));
  expect(fixedParts('{0} of {1}')).toEqual(fixedParts('von {1} {0}'));
});

/** What must be the same in every language, in whatever order: placeholders, code, and the targets of links. */
function fixedParts(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}|`[^`]+`|\]\([^)]*\)/g)].map(([part]) => part).sort();
}

function blanksAround(text: string): readonly string[] {
  return [/^\s*/.exec(text)?.[0] ?? '', /\s*$/.exec(text)?.[0] ?? ''];
}
