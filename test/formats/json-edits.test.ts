/** What an edit writes in JSON, to the byte. */

import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/fixes.ts';
import type { NewEntry } from '../../server/src/formats/format.ts';
import { formatOf, parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument, ConfigEntry } from '../../server/src/model/document.ts';
import type { PlainValue } from '../../server/src/model/problem.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edits.ts';
import { catalog, knowledge } from '../helpers/knowledge.ts';

function read(text: string): ConfigDocument {
  const document = parseDocument(text, { path: 'a.json', isKeyName: catalog.isKeyName });
  if (document === undefined) throw new Error(`not recognised: ${text}`);
  return document;
}

function edited(
  text: string,
  name: string,
  edit: (document: ConfigDocument, entry: ConfigEntry) => TextEdit[],
) {
  const document = read(text);
  return applyEdits(text, edit(document, entryNamed(document, name)));
}

function entryNamed(document: ConfigDocument, name: string): ConfigEntry {
  const entries = document.scopes.flatMap((scope) => scope.entries);
  const entry = entries.find(({ address }) => address.name === name);
  if (entry === undefined) throw new Error(`no ${name} in ${document.text}`);
  return entry;
}

const set = (text: string, name: string, value: PlainValue) =>
  edited(text, name, (document, entry) => formatOf(document).setValue(document, entry, value));

const remove = (text: string, name: string) =>
  edited(text, name, (document, entry) => formatOf(document).removeEntries(document, [entry]));

const rename = (text: string, name: string, to: string) =>
  edited(text, name, (document, entry) => formatOf(document).renameKey(document, entry, to));

function insert(text: string, entry: NewEntry = { name: 'HeartbeatInterval', value: 900 }): string {
  const document = read(text);
  const scope = document.scopes[0];
  if (scope === undefined) throw new Error(`no scope in ${text}`);
  return applyEdits(text, formatOf(document).insertEntry(document, scope, entry));
}

describe('setting a value', () => {
  test.each<[string, PlainValue, string]>([
    [
      '{"configurationKey":[{"key":"A","value":"1"}]}',
      900,
      '{"configurationKey":[{"key":"A","value":"900"}]}',
    ],
    ['{"configurationKey":[{"key":"A","value":1}]}', 900, '{"configurationKey":[{"key":"A","value":"900"}]}'],
    [
      '{"configurationKey":[{"key":"A","value":null}]}',
      true,
      '{"configurationKey":[{"key":"A","value":"true"}]}',
    ],
    [
      '{"configurationKey":[{"key":"A","value":""}]}',
      'a"b\\',
      '{"configurationKey":[{"key":"A","value":"a\\"b\\\\"}]}',
    ],
    ['{"configurationKey":[{"key":"A","value":}]}', 1, '{"configurationKey":[{"key":"A","value": "1"}]}'],
    ['{"configurationKey":[{"key":"A","value": }]}', 1, '{"configurationKey":[{"key":"A","value": "1"}]}'],
    ['{"configurationKey":[{"key":"A","value"}]}', 1, '{"configurationKey":[{"key":"A","value": "1"}]}'],
    ['{"configurationKey":[{"key":"A"}]}', 1, '{"configurationKey":[{"key":"A","value":"1"}]}'],
    [
      '{ "configurationKey": [ { "key": "A", "readonly": false } ] }',
      1,
      '{ "configurationKey": [ { "key": "A", "value": "1", "readonly": false } ] }',
    ],
    [
      '{"configurationKey": [\n  {\n    "key": "A"\n  }\n]}',
      1,
      '{"configurationKey": [\n  {\n    "key": "A",\n    "value": "1"\n  }\n]}',
    ],
  ])('%s', (before, value, after) => {
    expect(set(before, 'A', value)).toBe(after);
  });

  test.each<[string, PlainValue, string]>([
    ['{"Core":{"HeartbeatInterval":"300"}}', 900, '{"Core":{"HeartbeatInterval":900}}'],
    ['{"Core":{"HeartbeatInterval":300}}', '900', '{"Core":{"HeartbeatInterval":900}}'],
    ['{"Core":{"HeartbeatInterval":"x"}}', 'y', '{"Core":{"HeartbeatInterval":"y"}}'],
    [
      '{"HeartbeatInterval":300,"ConnectionTimeOut":60}',
      900,
      '{"HeartbeatInterval":900,"ConnectionTimeOut":60}',
    ],
    [
      '{"HeartbeatInterval":"300","ConnectionTimeOut":60}',
      900,
      '{"HeartbeatInterval":"900","ConnectionTimeOut":60}',
    ],
    [
      '{"HeartbeatInterval":null,"ConnectionTimeOut":60}',
      900,
      '{"HeartbeatInterval":900,"ConnectionTimeOut":60}',
    ],
  ])('in the notation of the file: %s', (before, value, after) => {
    expect(set(before, 'HeartbeatInterval', value)).toBe(after);
  });

  test('touches only what differs, and leaves other escapes as they are', () => {
    const text = '{"configurationKey":[{"key":"A","value":"x\\u0041y\\/z"}]}';
    expect(set(text, 'A', 'xAy/z')).toBe(text);
    expect(set(text, 'A', 'xAY/z')).toBe(text.replace('41y', '41Y'));
    expect(set(text, 'A', 'xy/z')).toBe(text.replace('\\u0041', ''));
  });

  test('finds its places behind an escape that there is not', () => {
    const text = '{"configurationKey":[{"key":"MeterValuesSampledData","value":"SoC, \\cVoltage"}]}';
    const fixed = fixAll(text, { knowledge, path: 'a.json' });
    expect(fixed?.text).toContain('"SoC,');
    expect(fixed?.text).toContain('cVoltage,Energy.Active.Import.Register');
  });
});

describe('renaming a key', () => {
  test('writes the name where it stands, and where it stands again', () => {
    expect(rename('{"configurationKey":[{"key":"Hart","value":"1"}]}', 'Hart', 'Heart')).toContain(
      '"key":"Heart"',
    );
    const map =
      '{"HeartbeatInterval":{"key":"HeartbeatInterval","type":"integer","value":1},"ConnectionTimeOut":{"key":"ConnectionTimeOut","type":"integer","value":1}}';
    expect(rename(map, 'HeartbeatInterval', 'X')).toContain('{"X":{"key":"X"');
  });

  test('closes a name that is open', () => {
    expect(rename('{ "configurationKey": [\n{ "key": "Hart\n]}', 'Hart', 'Heart')).toContain('"Heart"\n');
  });
});

describe('removing an entry', () => {
  const A = '{ "key": "A" }';
  const B = '{ "key": "B" }';
  const C = '{ "key": "C" }';
  const list = (inside: string) => `{ "configurationKey": [${inside}] }`;

  test.each([
    ['the first in a line', `${A}, ${B}, ${C}`, 'A', `${B}, ${C}`],
    ['one in a line', `${A}, ${B}, ${C}`, 'B', `${A}, ${C}`],
    ['the last in a line', ` ${A}, ${B}, ${C} `, 'C', ` ${A}, ${B} `],
    ['the only one', A, 'A', ''],
    ['the first of several lines', `\n  ${A},\n  ${B}\n`, 'A', `\n  ${B}\n`],
    ['one of several lines', `\n  ${A},\n  ${B},\n  ${C}\n`, 'B', `\n  ${A},\n  ${C}\n`],
    ['the last of several lines', `\n  ${A},\n  ${B}\n`, 'B', `\n  ${A}\n`],
    ['the last before a trailing comma', `\n  ${A},\n  ${B},\n`, 'B', `\n  ${A},\n`],
    ['with CRLF', `\r\n  ${A},\r\n  ${B}\r\n`, 'A', `\r\n  ${B}\r\n`],
    ['two in a line of several', `\n  ${A}, ${B},\n  ${C}\n`, 'B', `\n  ${A},\n  ${C}\n`],
    ['commas first', `\n  ${A}\n, ${B}\n, ${C}\n`, 'B', `\n  ${A}\n, ${C}\n`],
    ['a comment behind it stays', `\n  ${A}, // a\n  ${B}\n`, 'A', `\n  // a\n  ${B}\n`],
    ['a comment before it stays', `\n  ${A}, // a\n  ${B}\n`, 'B', `\n  ${A} // a\n`],
    ['a comment before the comma stays', `${A} /* a */, ${B}`, 'A', `/* a */ ${B}`],
    ['where a comma is missing', `\n  ${A}\n  ${B}\n`, 'B', `\n  ${A}\n`],
  ])('%s', (_what, before, name, after) => {
    expect(remove(list(before), name)).toBe(list(after));
  });

  test.each([
    ['the first two', `\n  ${A},\n  ${B},\n  ${C}\n`, ['A', 'B'], `\n  ${C}\n`],
    ['the last two', `\n  ${A},\n  ${B},\n  ${C}\n`, ['B', 'C'], `\n  ${A}\n`],
    ['the first and the last', `\n  ${A},\n  ${B},\n  ${C}\n`, ['C', 'A'], `\n  ${B}\n`],
    ['all', `\n  ${A},\n  ${B}\n`, ['A', 'B'], '\n'],
    ['the last two in a line', `${A}, ${B}, ${C}`, ['B', 'C'], A],
    ['the last two with a trailing comma', `\n  ${A},\n  ${B},\n  ${C},\n`, ['B', 'C'], `\n  ${A},\n`],
    ['a comment between them stays', `\n  ${A},\n  ${B}, // b\n  ${C}\n`, ['B', 'C'], `\n  ${A}\n  // b\n`],
    ['where commas are missing', `\n  ${A}\n  ${B} // b\n  ${C}\n`, ['B', 'C'], `\n  ${A}\n  // b\n`],
  ])('several at once: %s', (_what, before, names, after) => {
    const text = list(before);
    const document = read(text);
    const entries = names.map((name) => entryNamed(document, name));
    expect(applyEdits(text, formatOf(document).removeEntries(document, entries))).toBe(list(after));
  });

  test('from a map', () => {
    expect(remove('{"Core": {\n  "HeartbeatInterval": 1,\n  "B": 2\n}}', 'B')).toBe(
      '{"Core": {\n  "HeartbeatInterval": 1\n}}',
    );
  });

  test('a message cannot lose its payload', () => {
    const frame = '[2,"1","ChangeConfiguration",{"key":"A","value":"1"}]';
    expect(remove(frame, 'A')).toBe(frame);
  });
});

describe('inserting an entry', () => {
  test.each([
    [
      'into an empty list in one line',
      '{"configurationKey":[]}',
      '{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"900"}]}',
    ],
    [
      'into an empty list with blanks',
      '{ "configurationKey": [ ] }',
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "900" } ] }',
    ],
    [
      'into an empty list in several lines',
      '{\n    "configurationKey": []\n}\n',
      '{\n    "configurationKey": [\n        { "key": "HeartbeatInterval", "readonly": false, "value": "900" }\n    ]\n}\n',
    ],
    [
      'after a comment that is alone in the list',
      '{\n  "configurationKey": [\n    // none yet\n  ]\n}',
      '{\n  "configurationKey": [\n    // none yet\n    { "key": "HeartbeatInterval", "readonly": false, "value": "900" }\n  ]\n}',
    ],
    [
      'in the order and the lines of the others',
      '{"configurationKey": [\n\t{\n\t\t"value": "1",\n\t\t"readOnly": true,\n\t\t"key": "A"\n\t}\n]}',
      '{"configurationKey": [\n\t{\n\t\t"value": "1",\n\t\t"readOnly": true,\n\t\t"key": "A"\n\t},\n\t{\n\t\t"value": "900",\n\t\t"readOnly": false,\n\t\t"key": "HeartbeatInterval"\n\t}\n]}',
    ],
    [
      'without marks where the others have none',
      '{"configurationKey":[{"key":"A","value":"1"}]}',
      '{"configurationKey":[{"key":"A","value":"1"},{"key":"HeartbeatInterval","value":"900"}]}',
    ],
    [
      'with CRLF where the file has it',
      '{"configurationKey": [\r\n  {"key": "A", "value": "1"}\r\n]}',
      '{"configurationKey": [\r\n  {"key": "A", "value": "1"},\r\n  {"key": "HeartbeatInterval", "value": "900"}\r\n]}',
    ],
    [
      'before the trailing comma’s bracket, with one of its own',
      '{"configurationKey": [\n  {"key": "A", "value": "1"},\n]}',
      '{"configurationKey": [\n  {"key": "A", "value": "1"},\n  {"key": "HeartbeatInterval", "value": "900"},\n]}',
    ],
    [
      'behind the comment of the last one',
      '{"configurationKey": [\n  {"key": "A", "value": "1"} // one\n]}',
      '{"configurationKey": [\n  {"key": "A", "value": "1"}, // one\n  {"key": "HeartbeatInterval", "value": "900"}\n]}',
    ],
    [
      'before a comment that goes on in the next line',
      '{"configurationKey": [\n  {"key": "A", "value": "1"} /* one\n  two */\n]}',
      '{"configurationKey": [\n  {"key": "A", "value": "1"},\n  {"key": "HeartbeatInterval", "value": "900"} /* one\n  two */\n]}',
    ],
    [
      'with a mark written as the others are',
      '{"configurationKey":[{"key":"A","readonly":"true","value":"1"}]}',
      '{"configurationKey":[{"key":"A","readonly":"true","value":"1"},{"key":"HeartbeatInterval","readonly":"false","value":"900"}]}',
    ],
    [
      'with its type where the store wants it',
      '{"head":{"content-type":"ocpp_config_file"},"configurations":[{"type":"bool","key":"A","value":true}]}',
      '{"head":{"content-type":"ocpp_config_file"},"configurations":[{"type":"bool","key":"A","value":true},{"type":"int","key":"HeartbeatInterval","value":900}]}',
    ],
    [
      'as a property of a map',
      '{\n  "Core": {\n    "ConnectionTimeOut": 60\n  }\n}',
      '{\n  "Core": {\n    "ConnectionTimeOut": 60,\n    "HeartbeatInterval": 900\n  }\n}',
    ],
    ['into an empty map', '{ "Core": {} }', '{ "Core": { "HeartbeatInterval": 900 } }'],
    [
      'as an object in a map',
      '{ "ConfigurationKeys": { "A": {"value": "1", "readonly": true} } }',
      '{ "ConfigurationKeys": { "A": {"value": "1", "readonly": true}, "HeartbeatInterval": {"value": "900", "readonly": false} } }',
    ],
    [
      'as a pair',
      '[ ["ResetRetries", "3"], ["ConnectionTimeOut", "60"] ]',
      '[ ["ResetRetries", "3"], ["ConnectionTimeOut", "60"], ["HeartbeatInterval", "900"] ]',
    ],
  ])('%s', (_what, before, after) => {
    expect(insert(before)).toBe(after);
  });

  test('into the section that it names, else into the main one', () => {
    const sections = '{"SmartCharging":{"ChargeProfileMaxStackLevel":1},"Core":{"HeartbeatInterval":1}}';
    const entry = { name: 'X', value: true };
    expect(insert(sections, entry)).toContain('"HeartbeatInterval":1,"X":true}');
    expect(insert(sections, { ...entry, section: 'SmartCharging' })).toContain(
      '"ChargeProfileMaxStackLevel":1,"X":true}',
    );
    expect(insert(sections, { ...entry, section: 'Security' })).toContain('"HeartbeatInterval":1,"X":true}');
  });

  test('not into a list that is not closed, nor into a message about one key', () => {
    const open = '{"configurationKey":[{"key":"A","value":"1"}';
    expect(insert(open)).toBe(open);
    const frame = '[2,"1","ChangeConfiguration",{"key":"A","value":"1"}]';
    expect(insert(frame)).toBe(frame);
  });
});
