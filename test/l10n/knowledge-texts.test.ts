/** Every text in our data is one that the program translates: a new member with words in it is either that, or is named here. */

import { expect, test } from 'vitest';
import {
  translatedProfile,
  translatedSchema,
  translatedStandard,
} from '../../server/src/catalog/translate-knowledge.ts';
import {
  fileSchemas,
  operatorProfiles,
  standardKnowledge,
} from '../../server/src/platform/bundled-knowledge.ts';

/** Words that stay as they are: titles of documents, names of OCPP 2.x and where they are, and values. */
const KEPT = [
  /^sources\.sources\..+\.title$/,
  /^source\.title$/,
  /\.ocpp2$/,
  /\.examples$/,
  /\.implementationDefaults\./,
  /\.pattern$/,
  /\.isOneOf$/,
];

test('no phrase in the standard stays English', () => {
  expect(phrasesIn(translatedStandard(standardKnowledge(), translated))).toEqual([]);
});

test("no phrase in an operator's profile stays English", () => {
  const profiles = operatorProfiles().map((profile) => translatedProfile(profile, translated));
  expect(profiles.flatMap((profile) => phrasesIn(profile))).toEqual([]);
});

test("no phrase in the schemas of users' files stays English", () => {
  expect(phrasesIn(translatedSchema(fileSchemas(), translated))).toEqual([]);
});

test('the data itself stays as it is', () => {
  const before = JSON.stringify(standardKnowledge());
  translatedStandard(standardKnowledge(), translated);
  expect(JSON.stringify(standardKnowledge())).toBe(before);
});

function translated(): string {
  return '';
}

/** Texts of several words, with the path of each. */
function phrasesIn(data: unknown, path = ''): readonly string[] {
  if (typeof data === 'string') {
    const isPhrase = data.trim().includes(' ') && !KEPT.some((pattern) => pattern.test(path));
    return isPhrase ? [`${path}: ${data}`] : [];
  }
  if (Array.isArray(data)) return data.flatMap((item) => phrasesIn(item, path));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    phrasesIn(value, path === '' ? name : `${path}.${name}`),
  );
}
