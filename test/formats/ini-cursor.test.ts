/** What a place in a text is part of, and what is written there. */

import { describe, expect, test } from 'vitest';
import type { ParseOptions } from '../../server/src/formats/format.ts';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import type { PlainValue } from '../../server/src/model/problem.ts';
import { atCursor } from '../helpers/marked-text.ts';
import { parseForced, parseIni } from './ini-helpers.ts';

const env = { path: 'a.env' };
const properties = { path: 'a.properties' };
const HEAD = '[ChargePoint]\n';

describe('a cursor', () => {
  test.each<[marked: string, found: string, options?: Partial<ParseOptions>]>([
    ['<|>', 'gap ""'],
    ['Heart<|>', 'gap "Heart"'],
    ['  He<|>art', 'gap "Heart"'],
    ['Heart <|>', 'nothing'],
    ['Heart<|> # c', 'gap "Heart"'],
    ['two words<|>', 'nothing'],
    ['export Heart<|>', 'gap "Heart"', env],
    ['A=1\n<|>\nB=2', 'gap ""'],
    ['A=1\n  <|>  \nB=2', 'gap ""'],
    ['A=1\n<|>', 'gap ""'],
    ['A=1\r\n<|>\r\n', 'gap ""'],
    ['A=1\nHeart<|>\nB=2', 'gap "Heart"'],
    ['<|>Key=1', 'key "Key"'],
    ['K<|>ey=1', 'key "Key"'],
    ['Key<|>=1', 'key "Key"'],
    ['Key<|> = 1', 'key "Key"'],
    ['Key  <|>= 1', 'nothing'],
    ['  <|>Key = 1', 'key "Key"'],
    [' <|> Key = 1', 'nothing'],
    ['Key=<|>', 'value ""'],
    ['Key=<|>\nB=1', 'value ""'],
    ['Key = <|>', 'value ""'],
    ['Key =<|> ', 'value ""'],
    ['Key=<|>  # c', 'value ""'],
    ['Key= <|> # c', 'value ""'],
    ['Key=  <|># c', 'nothing'],
    ['Key = 9<|>00 # c', 'value "900"'],
    ['Key = <|>900 # c', 'value "900"'],
    ['Key = 900<|> # c', 'value "900"'],
    ['Key =<|>  900', 'nothing'],
    ['Key = 900 <|># c', 'nothing'],
    ['Key = 900 # <|>c', 'nothing'],
    ['Key="9<|>00"', 'value "900"'],
    ['Key="<|>"', 'value ""'],
    ['Key=<|>"900"', 'value "\\"900\\""'],
    ['Key="900"<|>', 'value "\\"900\\""'],
    ['# <|>c', 'nothing'],
    ['Key: <|>', 'nothing'],
    ['Key: 9<|>', 'value "9"', properties],
    ['Key=a,\\\n  b<|>', 'value "a,\\\\\\n  b"', properties],
    ['Key=a,\\\n <|> b', 'value "a,\\\\\\n  b"', properties],
    ['<|>\ufeffKey=1', 'nothing'],
    ['\ufeff<|>Key=1', 'key "Key"'],
    ['\ufeff<|>', 'gap ""'],
  ])('%j is on: %s', (marked, found, options) => {
    const { text, offset } = atCursor(marked);
    const cursor = iniFormat.cursorAt(parseForced(text, options), offset);

    const place = cursor === undefined ? '' : text.slice(cursor.range.start, cursor.range.end);
    expect(cursor === undefined ? 'nothing' : `${cursor.kind} ${JSON.stringify(place)}`).toBe(found);
    expect(cursor === undefined || (cursor.range.start <= offset && offset <= cursor.range.end)).toBe(true);
  });

  test.each<[marked: string, found: string]>([
    [`${HEAD}[Ocpp]\n<|>`, 'gap in [Ocpp]'],
    [`${HEAD}[Ocpp]\nA=1\n\n<|>\n[Log]\nlevel=1`, 'gap in [Ocpp]'],
    [`${HEAD}[Ocpp]\nHeart<|>`, 'gap in [Ocpp]'],
    [`${HEAD}A=<|>\n[Ocpp]\n`, 'value in [ChargePoint]'],
    [`${HEAD}<|>\n[Ocpp]\n`, 'nothing'],
    [`${HEAD}Heart<|>\n[Ocpp]\n`, 'nothing'],
    [`<|>\n${HEAD}[Ocpp]\n`, 'nothing'],
    [`${HEAD}[Oc<|>pp]\n`, 'nothing'],
  ])('%j is %s', (marked, found) => {
    const { text, offset } = atCursor(marked.includes('[Ocpp]') ? marked : `${marked}[Ocpp]\n`);
    const cursor = iniFormat.cursorAt(parseIni(text), offset);

    expect(cursor === undefined ? 'nothing' : `${cursor.kind} in ${cursor.scope.label}`).toBe(found);
  });
});

test.each<[marked: string, section: string | undefined]>([
  ['[Core]\nHeartbeatInterval=1\n<|>\n[SmartCharging]\nChargeProfileMaxStackLevel=1', 'Core'],
  ['[Core]\nHeartbeatInterval=1\nResetRetries=1\n<|>', undefined],
  ['[Ocpp]\nHeartbeatInterval=1\nResetRetries=1\n<|>\n[Security]\n', undefined],
])('a gap says its section only where each profile has one: %j', (marked, section) => {
  const { text, offset } = atCursor(marked);

  expect(iniFormat.cursorAt(parseIni(text), offset)).toMatchObject({ kind: 'gap', section });
});

/** In the snippets « » stand round the tab stop. */
describe('a whole entry is completed', () => {
  test.each<
    [marked: string, value: PlainValue, replaced: string, snippet: string, options?: Partial<ParseOptions>]
  >([
    ['<|>', 900, '', 'Key=«900»'],
    ['Heart<|>', 900, 'Heart', 'Key=«900»'],
    ['A = 1\nHe<|>', 900, 'He', 'Key = «900»'],
    ['\tA=1\n<|>', 900, '', '\tKey=«900»'],
    ['\tA=1\n\t<|>', 900, '', 'Key=«900»'],
    ['A="1"\n<|>', 900, '', 'Key="«900»"'],
    ['<|>', '', '', 'Key=«»'],
    ['<|>', 'a # b', '', 'Key="«a # b»"'],
    ['<|>', '$x}\\', '', 'Key=«\\$x\\}\\\\»'],
    ['export A=1\n<|>', 900, '', 'export Key=«900»', env],
    ['export A=1\nexport He<|>', 900, 'He', 'Key=«900»', env],
    ['He<|>=', 900, 'He=', 'Key=«900»'],
    ['He<|> = ', 900, 'He = ', 'Key = «900»'],
    ['He<|>=5', 900, 'He', 'Key'],
    ['He<|> = "5" # c', 900, 'He', 'Key'],
  ])('%j with %j', (marked, value, replaced, snippet, options) => {
    const { text, offset } = atCursor(marked);
    const document = parseForced(text, options);
    const cursor = iniFormat.cursorAt(document, offset);
    if (cursor === undefined || cursor.kind === 'value') throw new Error('no place for an entry');

    const completion = iniFormat.completeEntry(document, cursor, { name: 'Key', value });
    expect(text.slice(completion.range.start, completion.range.end)).toBe(replaced);
    expect(completion.snippet.replace(/\$\{1:(.*)\}/, '«$1»')).toBe(snippet);
    expect(completion.filterText).toBe('Key');
  });
});

describe('a value is completed', () => {
  test.each<[marked: string, value: PlainValue, written: string]>([
    ['Key=<|>', 900, '900'],
    ['Key =<|>', 900, ' 900'],
    ['Key = <|>', 900, '900'],
    ['Key=1<|>', true, 'true'],
    ['Key=<|>', 'a # b', '"a # b"'],
    ['Key="<|>"', 'a # b', 'a # b'],
    ["Key='1<|>'", 900, '900'],
    ["Key=<|>'1'", 900, "'900'"],
  ])('%j with %j', (marked, value, written) => {
    const { text, offset } = atCursor(marked);
    const document = parseForced(text);
    const cursor = iniFormat.cursorAt(document, offset);
    if (cursor?.kind !== 'value') throw new Error('no place for a value');

    expect(iniFormat.completeValue(document, cursor, value)).toBe(written);
  });
});
