/** What a text says: one row for each point of notation that charger files were seen to use, and its neighbours. */

import { describe, expect, test } from 'vitest';
import { offsetInValue } from '../../server/src/model/document.ts';
import { entriesOf, entryNamed, parseForced, parseIni, problemsOf } from './ini-helpers.ts';

describe('a line is read', () => {
  test.each<[what: string, text: string, entries: string[]]>([
    ['the first = splits', 'Key=a=b', ['Key → a=b']],
    ['a colon splits nothing', 'Url=ws://h:80/x?a=b', ['Url → ws://h:80/x?a=b']],
    ['a list that colons separate', 'Ciphers=A-B:C-D:E', ['Ciphers → A-B:C-D:E']],
    ['blanks on either side of =', 'Key \t=  v', ['Key → v']],
    ['blanks after the value', 'Key=v \t', ['Key → v']],
    ['blanks inside the value', 'Name=Open OCPP  CP', ['Name → Open OCPP  CP']],
    ['indentation', '\tKey=v', ['Key → v']],
    ['an empty value', 'Key=', ['Key → ']],
    ['an empty value of blanks', 'Key =  ', ['Key → ']],
    ['double quotes', 'Key="a b"', ['Key → a b']],
    ['single quotes', "Key = 'a b' ", ['Key → a b']],
    ['empty quotes', 'Key=""', ['Key → ']],
    ['blanks inside quotes', 'Key=" a "', ['Key →  a ']],
    ['quotes that are no pair round all', 'Key="a","b"', ['Key → "a","b"']],
    ['a quote inside', "Name=O'Brien", ["Name → O'Brien"]],
    ['an inch sign', 'Size=19" rack', ['Size → 19" rack']],
    ['a backslash', 'Path="C:\\ocpp\\"', ['Path → C:\\ocpp\\']],
    ['keys with dots and brackets', 'FieldLength.<message>.<field>=5', ['FieldLength.<message>.<field> → 5']],
    ['keys with blanks', 'Key with blanks=1', ['Key with blanks → 1']],
    ['letters beyond ASCII', 'Name=Café №1 𝄞', ['Name → Café №1 𝄞']],
    ['names of object members', '__proto__=1\nconstructor=2', ['__proto__ → 1', 'constructor → 2']],
    ['booleans of either kind', 'A=true\nB=0\nC=TRUE', ['A → true', 'B → 0', 'C → TRUE']],
    ['the same key again', 'A=1\nA=2', ['A → 1', 'A → 2']],
    ['blank lines', '\nA=1\n\n \n\t\nB=2\n', ['A → 1', 'B → 2']],
  ])('%s', (_, text, entries) => {
    const document = parseForced(text);

    expect(entriesOf(document)).toEqual(entries);
    expect(problemsOf(document)).toEqual([]);
  });
});

describe('a comment is left out', () => {
  test.each<[what: string, text: string, value: string, comments: string[]]>([
    ['# at the start of a line', '# a=1\nKey=v', 'v', ['a=1']],
    ['; at the start of a line', ';it\'s "quoted" = х\nKey=v', 'v', ['it\'s "quoted" = х']],
    ['// at the start of a line', '//9.2 LOCAL\nKey=v', 'v', ['9.2 LOCAL']],
    ['an indented one', '   # a\nKey=v', 'v', ['a']],
    ['an empty one', ';\nKey=v', 'v', ['']],
    ['one with a row of starters', '## Timing ##\nKey=v', 'v', ['Timing ##']],
    ['behind a value', 'Key=v # a', 'v', ['a']],
    ['behind a value, with ;', 'Key=v\t;a', 'v', ['a']],
    ['behind an empty value', 'Key=   # a', '', ['a']],
    ['behind quotes', 'Key="v" # a', 'v', ['a']],
    ['not without a blank before it', 'Key=a#b;c', 'a#b;c', []],
    ['not right behind the =', 'Key=#fff', '#fff', []],
    ['not between quotes', 'Key="a # b"', 'a # b', []],
    ['not between single quotes', "Key='a ; b' ; c", 'a ; b', ['c']],
    ['not between quotes inside the value', 'Key=say "a # b" # c', 'say "a # b"', ['c']],
    ['an apostrophe protects nothing', "Key=O'Brien # it's", "O'Brien", ["it's"]],
    ['a quote that is never closed protects nothing', 'Key=19" # rack', '19"', ['rack']],
    ['// inside a value is none', 'Key=ws://host // x', 'ws://host // x', []],
  ])('%s', (_, text, value, comments) => {
    const document = parseForced(text);

    expect(entryNamed(document, 'Key').value?.text).toBe(value);
    expect(document.comments.map((comment) => comment.text)).toEqual(comments);
    expect(problemsOf(document)).toEqual([]);
  });

  test('a directive keeps its words', () => {
    const { comments } = parseForced('; ocpp-config: current=DC smart-charging=on\nKey=v');

    expect(comments[0]).toEqual({
      range: { start: 0, end: 43 },
      text: 'ocpp-config: current=DC smart-charging=on',
    });
  });
});

describe('lines end', () => {
  test.each<[what: string, lineBreak: string]>([
    ['with LF', '\n'],
    ['with CRLF', '\r\n'],
    ['with CR', '\r'],
  ])('%s', (_, lineBreak) => {
    const lines = ['[Ocpp]', 'HeartbeatInterval=900', '# c', 'WebSocketPingInterval=60'];
    const entries = ['[Ocpp] HeartbeatInterval → 900', '[Ocpp] WebSocketPingInterval → 60'];

    expect(entriesOf(parseIni(lines.join(lineBreak)))).toEqual(entries);
    expect(entriesOf(parseIni(`\ufeff${lines.join(lineBreak)}${lineBreak}`))).toEqual(entries);
  });
});

describe('sections', () => {
  test('keep repeated names in one scope, in file order', () => {
    const document = parseIni(
      '[Ocpp]\nHeartbeatInterval=1\n[Other]\nx=y\n[Ocpp]\nHeartbeatInterval=2\nWebSocketPingInterval=3',
    );

    expect(document.scopes.map(({ label, keysAre }) => [label, keysAre])).toEqual([
      ['[Ocpp]', 'ocpp'],
      ['[Other]', 'other'],
    ]);
    expect(entriesOf(document)).toEqual([
      '[Ocpp] HeartbeatInterval → 1',
      '[Ocpp] HeartbeatInterval → 2',
      '[Ocpp] WebSocketPingInterval → 3',
      '[Other] x → y',
    ]);
  });

  test('that are profiles describe one station together', () => {
    const { scopes } = parseIni('[Core]\nHeartbeatInterval=1\n[SmartCharging]\nChargeProfileMaxStackLevel=2');

    expect(scopes.map(({ label }) => label)).toEqual(['[Core] and 1 more']);
  });

  test('that repeat each other’s keys describe a station each', () => {
    const { scopes } = parseIni(
      [
        ...['[DC]', 'PowerType=DC', 'HeartbeatInterval=1', 'WebSocketPingInterval=1'],
        ...['[AC]', 'PowerType=AC', 'HeartbeatInterval=2', 'MeterValueSampleInterval=2'],
      ].join('\n'),
    );

    expect(scopes.map(({ label, keysAre, station }) => [label, keysAre, station.current?.text])).toEqual([
      ['[DC]', 'ocpp', 'DC'],
      ['[AC]', 'ocpp', 'AC'],
    ]);
  });

  test.each<[header: string, name: string]>([
    ['[Ocpp]', 'Ocpp'],
    ['  [ Ocpp ]  ', 'Ocpp'],
    ['[Ocpp] # a', 'Ocpp'],
    ['[Ocpp]\t; a', 'Ocpp'],
  ])('%j has the name %j', (header, name) => {
    const document = parseIni(`${header}\nHeartbeatInterval=1\nWebSocketPingInterval=2`);

    expect(document.scopes[0]?.entries[0]?.address.section).toBe(name);
    expect(problemsOf(document)).toEqual([]);
  });
});

describe('a line that is nothing of these is reported', () => {
  test.each<[what: string, line: string, place: string, message: RegExp]>([
    ['a word', 'Heart', 'Heart', /^This is no key=value/],
    ['a word with a comment', 'Heart # a=b', 'Heart', /^This is no key=value/],
    ['an indented continuation', '   second line', 'second line', /^This is no key=value/],
    ['a colon', 'HeartbeatInterval: 900', 'HeartbeatInterval: 900', /^A colon stands/],
    ['no key', '  = 900', '= 900', /^There is no key/],
    ['a header without end', '[Ocpp', '[Ocpp', /no closing \]/],
    ['text behind a header', '[Ocpp] x', '[Ocpp]', /^Something stands behind/],
    ['a header without name', '[ ]', '[ ]', /^The section has no name/],
    ['a quote that is never closed', 'Key="a', '"', /never closed/],
  ])('%s', (_, line, place, message) => {
    const document = parseForced(`A=1\n${line}\nB=2`);

    expect(problemsOf(document)).toEqual([[place, expect.stringMatching(message)]]);
    expect(document.scopes.flatMap(({ entries }) => entries.map(({ address }) => address.name))).toContain(
      'B',
    );
  });

  test('once for neighbours with the same fault', () => {
    const document = parseForced('A=1\n{\n  "a"\n}\nB=2\nword');

    expect(problemsOf(document).map(([text]) => text)).toEqual(['{\n  "a"\n}', 'word']);
  });

  test('and the message has no full stop at its end', () => {
    const messages = problemsOf(parseForced('x\ny: 1\n=\n[a\n[b] c\n[]\nk="')).map(([, message]) => message);

    expect(messages).toHaveLength(7);
    expect(messages.filter((message) => message.endsWith('.'))).toEqual([]);
  });
});

describe('.properties', () => {
  const read = (text: string) => parseForced(text, { path: 'station.properties' });

  test.each<[what: string, text: string, entries: string[]]>([
    ['a colon splits', 'Key: v', ['Key → v']],
    ['an = before a colon splits', 'Key=ws://host', ['Key → ws://host']],
    ['an escaped colon does not', 'Key\\:a=ws\\://h', ['Key:a → ws://h']],
    ['escapes', 'Key=a\\tb\\u00e9\\\\', ['Key → a\tbé\\']],
    ['an escaped blank at the end', 'Key=a\\  ', ['Key → a ']],
    ['a line goes on', 'Key=a,\\\n    b,\\\r\n\tc\nNext=1', ['Key → a,b,c', 'Next → 1']],
    ['an even number of backslashes ends it', 'Key=a\\\\\nNext=1', ['Key → a\\', 'Next → 1']],
    ['a backslash at the very end', 'Key=a\\', ['Key → a']],
    ['a comment does not go on', 'Key=a # c\\\nNext=1', ['Key → a', 'Next → 1']],
    ['! begins a comment', '! c\nKey=a', ['Key → a']],
  ])('%s', (_, text, entries) => {
    const document = read(text);

    expect(entriesOf(document)).toEqual(entries);
    expect(problemsOf(document)).toEqual([]);
  });

  test('a place in a value that goes on is found on its line', () => {
    const document = read('Key=ab,\\\n    c\\u00e9d');
    const value = entryNamed(document, 'Key').value;
    if (value === undefined) throw new Error('no value');

    expect(value.text).toBe('ab,céd');
    const places = [...`${value.text}`].map(
      (_, index) => document.text[offsetInValue(document.text, value, index)],
    );
    expect(places.join('')).toBe('ab,c\\d');
  });
});

describe('.env', () => {
  test.each<[what: string, text: string, entries: string[]]>([
    ['export', 'export Key=v', ['Key → v']],
    ['a variable of that name', 'export = v', ['export → v']],
    ['an escaped quote', 'Key="a \\" # b"', ['Key → a \\" # b']],
  ])('%s', (_, text, entries) => {
    expect(entriesOf(parseForced(text, { path: '/etc/charger/.env' }))).toEqual(entries);
  });
});
