import { describe, expect, test } from 'vitest';
import { slice } from '../../server/src/text/range.ts';
import { accept, completionsIn, understoodText } from '../helpers/features.ts';
import { CURSOR } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

const KEY = 'HeartbeatInterval';

/** An entry before the cursor, so that the file is recognised whatever is half typed. */
const ONE = '{ "key": "ResetRetries", "readonly": false, "value": "3" }';

/** Where somebody may be typing an entry in a list of objects; each must give a whole entry when a key is chosen. */
const PLACES: Readonly<Record<string, string>> = {
  'an empty list': `{ "configurationKey": [${CURSOR}] }`,
  'an empty list in several lines': `{\n  "configurationKey": [\n    ${CURSOR}\n  ]\n}`,
  'after a comma': `{ "configurationKey": [ ${ONE}, ${CURSOR} ] }`,
  'after a comma, on a line of its own': `{\n  "configurationKey": [\n    ${ONE},\n    ${CURSOR}\n  ]\n}`,
  'where a comma is missing': `{\n  "configurationKey": [\n    ${ONE}\n    ${CURSOR}\n  ]\n}`,
  'before the first entry': `{ "configurationKey": [ ${CURSOR} ${ONE} ] }`,
  'between two entries': `{ "configurationKey": [\n  ${ONE},\n  ${CURSOR}\n  { "key": "LocalPreAuthorize", "readonly": false, "value": "true" }\n] }`,
  'a quote': `{ "configurationKey": [ ${ONE}, "${CURSOR}" ] }`,
  'a word in quotes': `{ "configurationKey": [ ${ONE}, "Heart${CURSOR}" ] }`,
  'a word without quotes': `{ "configurationKey": [ ${ONE}, Heart${CURSOR} ] }`,
  'an empty object': `{ "configurationKey": [ ${ONE}, {${CURSOR}} ] }`,
  'an empty object in several lines': `{ "configurationKey": [\n  ${ONE},\n  {\n    ${CURSOR}\n  }\n] }`,
  'an object with a quote': `{ "configurationKey": [ ${ONE}, { "${CURSOR}" } ] }`,
  'an empty key': `{ "configurationKey": [ ${ONE}, { "key": "${CURSOR}" } ] }`,
  'a key without a value': `{ "configurationKey": [ ${ONE}, { "key": "Heart${CURSOR}" } ] }`,
  'a key without quotes yet': `{ "configurationKey": [ ${ONE}, { "key": ${CURSOR} } ] }`,
  'before the quote of a key': `{ "configurationKey": [ ${ONE}, { "key": ${CURSOR}"" } ] }`,
  'after the quote of a key': `{ "configurationKey": [ ${ONE}, { "key": ""${CURSOR} } ] }`,
  'a key with its value': `{ "configurationKey": [ ${ONE}, { "key": "Heart${CURSOR}", "readonly": false, "value": "900" } ] }`,
  'the end of a file that breaks off in the list': `{ "configurationKey": [ ${ONE}, ${CURSOR}`,
  'the end of a file that breaks off in a key': `{ "configurationKey": [ ${ONE}, { "key": "Heart${CURSOR}`,
  'a bare list': `[ ${ONE}, { "key": "LocalPreAuthorize", "value": "true" }, ${CURSOR} ]`,
};

describe.each(Object.entries(PLACES))('%s', (_place, marked) => {
  test('becomes a whole entry', () => {
    const after = accept(marked, KEY);
    const understood = understoodText(after);
    const entries = understood.resolved.scopes[0]?.entries ?? [];
    const added = entries.find(({ entry }) => entry.address.name === KEY);
    expect(added?.entry.value?.text, after).toBe('900');
    const kept = understoodText(marked.replace(CURSOR, '')).resolved.scopes[0]?.entries ?? [];
    const names = entries.map(({ entry }) => entry.address.name);
    for (const { facts, entry } of kept) if (facts !== undefined) expect(names).toContain(entry.address.name);
  });

  test('nothing is broken that was whole', () => {
    const problemsIn = (text: string) => understoodText(text).document.syntaxProblems.length;
    expect(problemsIn(accept(marked, KEY))).toBeLessThanOrEqual(problemsIn(marked.replace(CURSOR, '')));
  });
});

/** Where somebody may be typing a value; each must give the value in quotes, once. */
const VALUE_PLACES: Readonly<Record<string, string>> = {
  'between quotes': `"value": "${CURSOR}" }`,
  'in a half-typed value': `"value": "9${CURSOR}" }`,
  'no value yet': `"value": ${CURSOR} }`,
  'right after the colon': `"value":${CURSOR} }`,
  'before the quote': `"value": ${CURSOR}"30" }`,
  'after the quote': `"value": "30"${CURSOR} }`,
  'a bare number': `"value": 3${CURSOR}0 }`,
  'a string that never ends': `"value": "3${CURSOR}`,
};

describe.each(Object.entries(VALUE_PLACES))('value: %s', (_place, value) => {
  test('becomes the recommended one', () => {
    const rest = value.endsWith('}') ? ' ] }' : '';
    const marked = `{ "configurationKey": [ ${ONE}, { "key": "${KEY}", "readonly": false, ${value}${rest}`;
    const after = accept(marked, '900 s');
    const [scope] = understoodText(after).resolved.scopes;
    expect(scope?.entryFor(KEY)?.entry.value?.text, after).toBe('900');
    expect(after).not.toMatch(/""9|9""|"900"0|900900/);
    if (rest !== '') expect(() => JSON.parse(after)).not.toThrow();
  });
});

/** VS Code's own proposals replace a string with its quotes: ours must as well, or it ranks them below. */
describe('a proposal in a string replaces its quotes too', () => {
  const inEntry = (key: string, value: string) =>
    `{ "configurationKey": [ ${ONE}, { "key": "${key}", "readonly": false, "value": ${value} } ] }`;

  test.each([
    ['nothing typed', inEntry(KEY, `"${CURSOR}"`), '900 s', '""', '"900"'],
    ['a digit typed', inEntry(KEY, `"9${CURSOR}"`), '900 s', '"9"', '"900"'],
    ['within a value', inEntry(KEY, `"9${CURSOR}00"`), '900 s', '"900"', '"900"'],
    ['a switch', inEntry('LocalPreAuthorize', `"${CURSOR}"`), 'true', '""', '"true"'],
    [
      'a list with one item',
      inEntry('MeterValuesSampledData', `"Vol${CURSOR}"`),
      'Voltage',
      '"Vol"',
      '"Voltage"',
    ],
    [
      'a key',
      `{ "configurationKey": [ ${ONE}, { "key": "Heart${CURSOR}", "value": "" } ] }`,
      KEY,
      '"Heart"',
      `"${KEY}"`,
    ],
    [
      'an empty key',
      `{ "configurationKey": [ ${ONE}, { "key": "${CURSOR}", "value": "" } ] }`,
      KEY,
      '""',
      `"${KEY}"`,
    ],
    [
      'a key without a value',
      `{ "configurationKey": [ ${ONE}, { "key": "${CURSOR}" } ] }`,
      KEY,
      '""',
      `"${KEY}"`,
    ],
  ])('%s', (_place, marked, label, replaced, filterText) => {
    const proposal = completionsIn(marked).find((one) => one.label === label);
    expect(proposal && slice(marked.replace(CURSOR, ''), proposal.range)).toBe(replaced);
    expect(proposal?.filterText).toBe(filterText);
    expect(() => JSON.parse(accept(marked, label))).not.toThrow();
  });

  test.each([
    ['an item of several', inEntry('MeterValuesSampledData', `"SoC,Vol${CURSOR}"`), 'Voltage', 'Vol'],
    ['the first of several', inEntry('MeterValuesSampledData', `"${CURSOR},SoC"`), 'Voltage', ''],
  ])('not in %s', (_place, marked, label, replaced) => {
    const proposal = completionsIn(marked).find((one) => one.label === label);
    expect(proposal && slice(marked.replace(CURSOR, ''), proposal.range)).toBe(replaced);
    expect(proposal?.filterText).toBe(label);
  });
});

describe('list items in half-typed JSON', () => {
  const list = (value: string, rest = ' } ] }') =>
    `{ "configurationKey": [ ${ONE}, { "key": "MeterValuesSampledData", "value": ${value}${rest}`;

  test.each([
    ['an empty string', list(`"${CURSOR}"`), list('"Voltage"')],
    ['no quotes', list(CURSOR), list('"Voltage"')],
    ['after a comma', list(`"SoC,${CURSOR}"`), list('"SoC,Voltage"')],
    ['after a comma and a blank', list(`"SoC, ${CURSOR}"`), list('"SoC, Voltage"')],
    ['before the first', list(`"${CURSOR},SoC"`), list('"Voltage,SoC"')],
    ['between two', list(`"SoC,${CURSOR},Frequency"`), list('"SoC,Voltage,Frequency"')],
    ['half an item', list(`"SoC,Vol${CURSOR}"`), list('"SoC,Voltage"')],
    ['a string that never ends', list(`"SoC,Vol${CURSOR}`, ''), list('"SoC,Voltage', '')],
    ['other separators', list(`"SoC;Vol${CURSOR}"`), list('"SoC;Voltage"')],
    ['escapes', list(`"S\\u006fC,Vol${CURSOR}"`), list('"S\\u006fC,Voltage"')],
  ])('%s', (_place, marked, after) => {
    expect(accept(marked, 'Voltage')).toBe(after);
  });
});

test('nothing in other members, in comments and beside the list', () => {
  for (const marked of [
    `{ "configurationKey": [ { "key": "${KEY}", "read${CURSOR}only": false, "value": "900" } ] }`,
    `{ "configurationKey": [ ${ONE} ], ${CURSOR} }`,
    `{ "configurationKey": [ /* ${CURSOR} */ ${ONE} ] }`,
  ]) {
    expect(completionsIn(marked, JSONC)).toEqual([]);
  }
});

const JSONC: CheckOptions = { path: 'charger.jsonc' };
