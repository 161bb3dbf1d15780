/** What stands at a cursor in JSON, and what a completion writes there: before, inside and after quotes, half typed. */

import { describe, expect, test } from 'vitest';
import type { Cursor, NewEntry } from '../../server/src/formats/format.ts';
import { formatOf, parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { slice } from '../../server/src/text/range.ts';
import { withoutTabStops } from './json-helpers.ts';

const MARK = '<|>';
const KEYS = new Set(['HeartbeatInterval', 'ConnectionTimeOut', 'LocalPreAuthorize']);
const HEARTBEAT: NewEntry = { name: 'HeartbeatInterval', value: 900 };

interface At {
  readonly document: ConfigDocument;
  readonly cursor: Cursor | undefined;
}

function at(marked: string): At {
  const offset = marked.indexOf(MARK);
  const text = marked.replace(MARK, '');
  const document = parseDocument(text, { path: 'a.json', isKeyName: (name) => KEYS.has(name) });
  if (document === undefined) throw new Error(`not recognised: ${text}`);
  return { document, cursor: formatOf(document).cursorAt(document, offset) };
}

/** The kind of the cursor and the text of its range, as `key: Heart`. */
function seen(marked: string): string {
  const { document, cursor } = at(marked);
  if (cursor === undefined) return 'nothing';
  const quotes = cursor.kind === 'value' && cursor.insideQuotes ? ' in quotes' : '';
  return `${cursor.kind}${quotes}: ${slice(document.text, cursor.range)}`;
}

/** The text after a completion was accepted, with its tab stops as `«value»`. */
function accepted(marked: string, entry: NewEntry = HEARTBEAT): string {
  const { document, cursor } = at(marked);
  if (cursor === undefined) throw new Error('nothing can be completed here');
  const format = formatOf(document);
  if (cursor.kind === 'value') {
    const newText = format.completeValue(document, cursor, entry.value);
    return applyEdits(document.text, [{ range: cursor.range, newText }]);
  }
  const { range, snippet, additionalEdits } = format.completeEntry(document, cursor, entry);
  const newText = withoutTabStops(snippet, (stop) => `«${stop}»`);
  return applyEdits(document.text, [{ range, newText }, ...(additionalEdits ?? [])]);
}

describe('what is at the cursor', () => {
  test.each([
    ['{"configurationKey":[{"key":"He<|>art","value":"900"}]}', 'key: Heart'],
    ['{"configurationKey":[{"key":"<|>Heart","value":"900"}]}', 'key: Heart'],
    ['{"configurationKey":[{"key":"Heart<|>","value":"900"}]}', 'key: Heart'],
    ['{"configurationKey":[{"key":<|>"Heart","value":"900"}]}', 'key: "Heart"'],
    ['{"configurationKey":[{"key":"Heart"<|>,"value":"900"}]}', 'key: "Heart"'],
    ['{"configurationKey":[{"key":"<|>"}]}', 'key: '],
    ['{"configurationKey":[{"key":"Heart<|>', 'key: Heart'],
    ['{"configurationKey":[{"k<|>ey":"Heart"}]}', 'nothing'],
    ['{"configurationKey":[{"key":"A","readonly":fal<|>se}]}', 'nothing'],
  ])('%s is on a key', (marked, expected) => {
    expect(seen(marked)).toBe(expected);
  });

  test.each([
    ['{"configurationKey":[{"key":"A","value":"9<|>00"}]}', 'value in quotes: 900'],
    ['{"configurationKey":[{"key":"A","value":"<|>"}]}', 'value in quotes: '],
    ['{"configurationKey":[{"key":"A","value":<|>"900"}]}', 'value: "900"'],
    ['{"configurationKey":[{"key":"A","value":"900"<|>}]}', 'value: "900"'],
    ['{"configurationKey":[{"key":"A","value":<|> }]}', 'value: '],
    ['{"configurationKey":[{"key":"A","value": <|>', 'value: '],
    ['{"configurationKey":[{"key":"A","value":"9<|>', 'value in quotes: 9'],
    ['{"Core":{"HeartbeatInterval":9<|>00}}', 'value: 900'],
    ['{"Core":{"HeartbeatInterval": <|>}}', 'value: '],
    ['[["HeartbeatInterval","9<|>00"],["ConnectionTimeOut","1"]]', 'value in quotes: 900'],
  ])('%s is on a value', (marked, expected) => {
    expect(seen(marked)).toBe(expected);
  });

  test.each([
    ['{"configurationKey":[<|>]}', 'gap: '],
    ['{"configurationKey":[<|>', 'gap: '],
    ['{"configurationKey":[{"key":"A"},<|>]}', 'gap: '],
    ['{"configurationKey":[{"key":"A"}, "Heart<|>"]}', 'gap: "Heart"'],
    ['{"configurationKey":[{"key":"A"}, Heart<|>]}', 'gap: Heart'],
    ['{"configurationKey":[{<|>}]}', 'gap: '],
    ['{"configurationKey":[{"Hea<|>rt"}]}', 'gap: "Heart"'],
    ['{"configurationKey":[{"key": <|>}]}', 'gap: '],
    ['{"Core":{"HeartbeatInterval":300, <|>}}', 'gap: '],
    ['{"Core":{"HeartbeatInterval":300, Conn<|>}}', 'gap: Conn'],
    ['{"Core":{<|>}}', 'gap: '],
  ])('%s is in a gap', (marked, expected) => {
    expect(seen(marked)).toBe(expected);
  });

  test('a half-typed property of a map is a key', () => {
    expect(seen('{"Core":{"HeartbeatInterval":300, "Conn<|>"}}')).toBe('key: Conn');
  });

  test.each([
    '{"configurationKey":[{"key":"HeartbeatInterval"}], "unknownKey":[<|>]}',
    '{<|>"configurationKey":[]}',
    '{"configurationKey":[]<|>}',
    '{"configurationKey":[ // a comment <|>\n]}',
    '{"Core":{"HeartbeatInterval":300},"Internal":{<|>}}',
    '{"Core":{"HeartbeatInterval":300,"List":["a",<|>]}}',
  ])('nothing of ours can stand at %s', (marked) => {
    expect(seen(marked)).toBe('nothing');
  });

  test('a gap in a section knows the section', () => {
    const { cursor } = at('{"Core":{"HeartbeatInterval":300},"SmartCharging":{<|>}}');
    expect(cursor).toMatchObject({ kind: 'gap', section: 'SmartCharging' });
  });
});

describe('completing an entry', () => {
  test('in an empty list it is written as the standard has it', () => {
    expect(accepted('{ "configurationKey": [<|>] }')).toBe(
      '{ "configurationKey": [{ "key": "HeartbeatInterval", "readonly": false, "value": "«900»" }] }',
    );
  });

  test('after an entry it is written like that one', () => {
    expect(accepted('{"configurationKey":[{"value":"1","key":"A"},<|>]}')).toBe(
      '{"configurationKey":[{"value":"1","key":"A"},{"value":"«900»","key":"HeartbeatInterval"}]}',
    );
  });

  test('in several lines where the others are', () => {
    const before =
      '{\n  "configurationKey": [\n    {\n      "key": "A",\n      "value": "1"\n    },\n    <|>\n  ]\n}';
    // The editor adds the indentation of the cursor's line.
    expect(accepted(before)).toContain('\n    {\n  "key": "HeartbeatInterval",\n  "value": "«900»"\n}\n  ]');
  });

  test('a missing comma before it is added', () => {
    expect(accepted('[{"key":"ConnectionTimeOut","value":"1"}\n<|>\n]')).toBe(
      '[{"key":"ConnectionTimeOut","value":"1"},\n{"key":"HeartbeatInterval","value":"«900»"}\n]',
    );
  });

  test('a comma after it is added where the next entry follows', () => {
    expect(accepted('{"Core":{<|> "ConnectionTimeOut":1}}')).toBe(
      '{"Core":{"HeartbeatInterval":«900», "ConnectionTimeOut":1}}',
    );
  });

  test('a word without quotes is replaced', () => {
    expect(accepted('{"Core": {"ConnectionTimeOut": 1, Heart<|>}}')).toBe(
      '{"Core": {"ConnectionTimeOut": 1, "HeartbeatInterval": «900»}}',
    );
  });

  test('between the braces of an item only its members are written', () => {
    expect(accepted('{ "configurationKey": [ { <|> } ] }')).toBe(
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "«900»" } ] }',
    );
  });

  test('a property that is being typed in an item is replaced', () => {
    expect(accepted('{ "configurationKey": [ { "Hea<|>" } ] }')).toBe(
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "«900»" } ] }',
    );
  });

  test('after the key member its name and the rest are written', () => {
    expect(accepted('{ "configurationKey": [ { "key": <|> } ] }')).toBe(
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "«900»" } ] }',
    );
  });

  test('a key with a value is only renamed', () => {
    expect(accepted('{ "configurationKey": [ { "key": "Hea<|>", "value": "60" } ] }')).toBe(
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "60" } ] }',
    );
  });

  test('a key without a value gets what is missing', () => {
    expect(accepted('{ "configurationKey": [ { "key": "Hea<|>", "readonly": true } ] }')).toBe(
      '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "«900»", "readonly": true } ] }',
    );
  });

  test('an unclosed key is closed, and its object too', () => {
    expect(accepted('{ "configurationKey": [\n  { "key": "Hea<|>\n  { "key": "B", "value": "1" }\n] }')).toBe(
      '{ "configurationKey": [\n  { "key": "HeartbeatInterval", "value": "«900»" },\n  { "key": "B", "value": "1" }\n] }',
    );
  });

  test('a property of a map gets its value, and a comma before the next one', () => {
    expect(accepted('{"Core": {\n  "Hea<|>"\n  "ConnectionTimeOut": 1\n}}')).toBe(
      '{"Core": {\n  "HeartbeatInterval": «900»,\n  "ConnectionTimeOut": 1\n}}',
    );
  });

  test('with the cursor before or after the quotes the quotes are written', () => {
    const whole = '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "60" } ] }';
    expect(accepted('{ "configurationKey": [ { "key": <|>"Hea", "value": "60" } ] }')).toBe(whole);
    expect(accepted('{ "configurationKey": [ { "key": "Hea"<|>, "value": "60" } ] }')).toBe(whole);
  });

  test('a pair gets its value', () => {
    expect(accepted('[["LocalPreAuthorize", "true"], ["ConnectionTimeOut", "1"], ["Hea<|>"]]')).toBe(
      '[["LocalPreAuthorize", "true"], ["ConnectionTimeOut", "1"], ["HeartbeatInterval", "«900»"]]',
    );
  });

  test('what means something in a snippet is escaped', () => {
    expect(accepted('{ "configurationKey": [<|>] }', { name: 'A$1', value: '$x}\\' })).toBe(
      '{ "configurationKey": [{ "key": "A$1", "readonly": false, "value": "«$x}\\\\»" }] }',
    );
  });

  test('an empty value is a tab stop without text', () => {
    expect(accepted('{ "configurationKey": [<|>] }', { name: 'A', value: '' })).toContain('"value": "«»"');
  });

  test('a typed store gets the type', () => {
    const store = '{"head":{"content-type":"ocpp_config_file","version":"2.0"},"configurations":[<|>]}';
    expect(accepted(store)).toContain('[{"type":"int","key":"HeartbeatInterval","value":«900»}]');
  });
});

describe('completing a value', () => {
  test.each([
    ['{"configurationKey":[{"key":"A","value":"6<|>0"}]}', '"value":"900"'],
    ['{"configurationKey":[{"key":"A","value":<|>}]}', '"value": "900"}'],
    ['{"configurationKey":[{"key":"A","value": <|>}]}', '"value": "900"}'],
    ['{"configurationKey":[{"key":"A","value":<|>"60"}]}', '"value":"900"}'],
    ['{"configurationKey":[{"key":"A","value":"6<|>', '"value":"900"'],
    ['{"Core":{"HeartbeatInterval": <|>}}', '"HeartbeatInterval": 900}'],
    ['{"Core":{"HeartbeatInterval":6<|>0}}', '"HeartbeatInterval":900}'],
  ])('%s', (marked, expected) => {
    expect(accepted(marked)).toContain(expected);
  });

  test('a text is escaped between quotes that are there', () => {
    expect(
      accepted('{"configurationKey":[{"key":"A","value":"<|>"}]}', { name: 'A', value: 'a"b' }),
    ).toContain('"value":"a\\"b"');
  });
});
