/** What a file's station is, written into the project file. */

import { expect, test } from 'vitest';
import { stationEdits } from '../../server/src/project/add-station.ts';
import type { ProjectStation } from '../../server/src/project/project-file.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

const DC: ProjectStation = { current: 'DC' };
const ENTRY = '{\n  "files": "./a.json",\n  "station": {\n    "current": "DC"\n  }\n}';
const LIST = `  "overrides": [\n${indented(ENTRY, '    ')}\n  ]\n`;

function added(text: string, station = DC): string | undefined {
  const edits = stationEdits(text, './a.json', station);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

function indented(text: string, indentation: string): string {
  return text.replaceAll(/^/gm, indentation);
}

test.each([
  ['an empty file', '', `{\n${LIST}}\n`],
  ['no overrides', '{\n  "operator": "none" // ours\n}\n', `{\n  "operator": "none", // ours\n${LIST}}\n`],
  [
    'CRLF',
    '{\r\n  "operator": "none"\r\n}\r\n',
    `{\n  "operator": "none",\n${LIST}}\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'other overrides with comments',
    '{\n  "overrides": [\n    // b\n    { "files": "b.json", "operator": "none" } // end\n  ]\n}\n',
    `{\n  "overrides": [\n    // b\n    { "files": "b.json", "operator": "none" }, // end\n${indented(ENTRY, '    ')}\n  ]\n}\n`,
  ],
  [
    'one for this file that a later one may win over',
    '{\n  "overrides": [\n    { "files": "./a.json", "station": {} },\n    { "files": "*" }\n  ]\n}\n',
    `{\n  "overrides": [\n    { "files": "./a.json", "station": {} },\n    { "files": "*" },\n${indented(ENTRY, '    ')}\n  ]\n}\n`,
  ],
])('a new override: %s', (_what, before, after) => {
  expect(added(before)).toBe(after);
  expect(added(after)).toBe(after);
});

/** A project file whose last override is this one. */
const ending = (override: string): string =>
  `{\n  "overrides": [\n    { "files": "b.json" }, // b\n    ${override} // a\n  ],\n}\n`;

test.each([
  [
    'another value',
    '{ "files": "./a.json", "station": { /* x */ "current": "AC" } }',
    '{ "files": "./a.json", "station": { /* x */ "current": "DC" } }',
  ],
  [
    'a value that is none',
    '{ "files": "./a.json", "station": { "current": ["AC"] } }',
    '{ "files": "./a.json", "station": { "current": "DC" } }',
  ],
  [
    'one more member on the line',
    '{ "files": ["./a.json"], "station": { "vendor": "abb" } }',
    '{ "files": ["./a.json"], "station": { "vendor": "abb", "current": "DC" } }',
  ],
  [
    'one more member on a line of its own',
    '{\n      "files": "./a.json",\n      "station": {\n        "vendor": "abb" // sure\n      }\n    }',
    '{\n      "files": "./a.json",\n      "station": {\n        "vendor": "abb", // sure\n        "current": "DC"\n      }\n    }',
  ],
  ['no station yet', '{ "files": "./a.json" }', '{ "files": "./a.json", "station": { "current": "DC" } }'],
  [
    'no station yet, on lines of its own',
    '{\n      "files": "./a.json"\n    }',
    '{\n      "files": "./a.json",\n      "station": {\n        "current": "DC"\n      }\n    }',
  ],
])('the last override, which is for this file: %s', (_what, before, after) => {
  expect(added(ending(before))).toBe(ending(after));
  expect(stationEdits(ending(after), './a.json', DC)).toEqual([]);
});

test('tabs do not get into a line', () => {
  expect(added('{\n\t"overrides": [{ "files": "./a.json" }]\n}\n')).toBe(
    '{\n\t"overrides": [{ "files": "./a.json", "station": { "current": "DC" } }]\n}\n',
  );
});

test('several members at once, with a truth value and a quoted text', () => {
  const station: ProjectStation = { vendor: 'abb', model: 'A "B"', smartCharging: false };
  const before = '{ "files": "./a.json", "station": { "vendor": "keba" } }';
  const after =
    '{ "files": "./a.json", "station": { "vendor": "abb", "model": "A \\"B\\"", "smartCharging": false } }';
  expect(added(ending(before), station)).toBe(ending(after));
});

test.each([
  '{ "overrides": [',
  '{ "overrides": {} }',
  '[]',
  '{ "overrides": [], "overrides": [] }',
  '{ "overrides": [{ "files": "./a.json", "station": [] }] }',
  '{ "overrides": [{ "files": "./a.json", "station": { "current": "AC", "current": "DC" } }] }',
])('a file that cannot take it is left alone: %s', (text) => {
  expect(added(text)).toBeUndefined();
});
