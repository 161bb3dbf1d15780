/** How changes are written: text in, text out. */

import { describe, expect, test } from 'vitest';
import type { ParseOptions } from '../../server/src/formats/format.ts';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import type { ConfigDocument, ConfigScope } from '../../server/src/model/document.ts';
import type { PlainValue } from '../../server/src/model/problem.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { entryNamed, parseForced, parseIni } from './ini-helpers.ts';

const properties = { path: 'a.properties' };
const env = { path: 'a.env' };

describe('set', () => {
  test.each<[before: string, value: PlainValue, after: string, options?: Partial<ParseOptions>]>([
    ['Key=1', 900, 'Key=900'],
    ['Key=1', true, 'Key=true'],
    ['Key=1 # why', 900, 'Key=900 # why'],
    ['Key = 1   ; why', 900, 'Key = 900   ; why'],
    ['Key="1" # why', 900, 'Key="900" # why'],
    ["Key='a'", 'b # c', "Key='b # c'"],
    ['\tKey\t=\t1\t', 2, '\tKey\t=\t2\t'],
    ['Key=', 1, 'Key=1'],
    ['Key= ', 1, 'Key= 1'],
    ['Key =', 1, 'Key = 1'],
    ['Key = ', 1, 'Key = 1'],
    ['Key=   # why', 1, 'Key=1   # why'],
    ['Key= # why', 1, 'Key=1 # why'],
    ['Key = # why', 1, 'Key = 1 # why'],
    ['Key =   # why', 1, 'Key = 1  # why'],
    ['Key=""', 1, 'Key="1"'],
    ['Key=1', '', 'Key='],
    ['Key=1', 'a b', 'Key=a b'],
    ['Key=1', 'a#b', 'Key=a#b'],
    ['Key=1', 'a #b', 'Key="a #b"'],
    ['Key= 1', '#b', 'Key= "#b"'],
    ['Key=1', ' a ', 'Key=" a "'],
    ['Key=1', '"a"', 'Key=\'"a"\''],
    ['Key=1', '"', "Key='\"'"],
    ['Key="1"', 'say "a"', 'Key=\'say "a"\''],
    ['Key=1\r\nNext=1', 2, 'Key=2\r\nNext=1'],
    ['\ufeffKey=1', 2, '\ufeffKey=2'],
    ['Key=C:\\a', 'C:\\b\\', 'Key=C:\\b\\'],
    ['Key=a', 'a\\b ', 'Key=a\\\\b\\ ', properties],
    ['Key=a', 'a\nb', 'Key=a\\nb', properties],
    ['Key=A,\\\n    B', 'A,B,C', 'Key=A,\\\n    B,C', properties],
    ['Key=A,\\\n    B', 'A,C', 'Key=A,\\\n    C', properties],
    ['Key=A,\\\n    B # why', '', 'Key= # why', properties],
    ['export Key="1"', 2, 'export Key="2"', env],
  ])('%j to %j', (before, value, after, options) => {
    const document = parseForced(before, options);

    expect(edit(document, iniFormat.setValue(document, entryNamed(document, 'Key'), value))).toBe(after);
  });

  test.each<[what: string, text: string, value: PlainValue]>([
    ['the value that is there', 'Key=900', 900],
    ['the value that is there, in quotes', 'Key="900"', '900'],
    ['a line break, which nothing can stand for', 'Key=1', 'a\nb'],
    ['what needs both kinds of quotes', 'Key=1', `" ' # `],
  ])('changes nothing for %s', (_, text, value) => {
    const document = parseForced(text);

    expect(iniFormat.setValue(document, entryNamed(document, 'Key'), value)).toEqual([]);
  });

  test('takes the blanks of open-ocpp’s value with it', () => {
    const document = parseIni('[ChargePoint]\n[Ocpp]\nKey= 1\n');

    expect(edit(document, iniFormat.setValue(document, entryNamed(document, 'Key'), true))).toBe(
      '[ChargePoint]\n[Ocpp]\nKey=true\n',
    );
  });

  test('touches no more than what differs', () => {
    const document = parseForced('Key=Energy.Active.Import.Register');
    const value = 'Energy.Active.Import.Register,SoC';

    expect(iniFormat.setValue(document, entryNamed(document, 'Key'), value)).toEqual([
      { range: { start: 33, end: 33 }, newText: ',SoC' },
    ]);
  });
});

describe('rename', () => {
  test.each<[before: string, name: string, after: string, options?: Partial<ParseOptions>]>([
    ['  Key = 1 # a', 'Other', '  Other = 1 # a'],
    ['export Key=1', 'Other', 'export Other=1', env],
    ['Key=1', 'A:b=c', 'A\\:b\\=c=1', properties],
    ['Key=1', '__proto__', '__proto__=1'],
    ['Key=1', 'Key', 'Key=1'],
    ['Key=1', 'a=b', 'Key=1'],
    ['Key=1', '#a', 'Key=1'],
    ['Key=1', '', 'Key=1'],
    ['Key=1', '[a', 'Key=1'],
    ['Key=1', 'a\nb', 'Key=1'],
  ])('%j to %j', (before, name, after, options) => {
    const document = parseForced(before, options);

    expect(edit(document, iniFormat.renameKey(document, entryNamed(document, 'Key'), name))).toBe(after);
  });
});

describe('remove', () => {
  test.each<[before: string, after: string, options?: Partial<ParseOptions>]>([
    ['A=1\nKey=2\nB=3\n', 'A=1\nB=3\n'],
    ['A=1\r\n  Key = "2" # c\r\nB=3', 'A=1\r\nB=3'],
    ['Key=1\nB=2', 'B=2'],
    ['A=1\nKey=2\n', 'A=1\n'],
    ['A=1\nKey=2', 'A=1'],
    ['A=1\r\nKey=2', 'A=1'],
    ['A=1\rKey=2', 'A=1'],
    ['Key=1', ''],
    ['\ufeffKey=1\nB=2', '\ufeffB=2'],
    ['# c\n\nKey=1\n\nB=2', '# c\n\n\nB=2'],
    ['A=1\nKey=a,\\\n  b\nB=2', 'A=1\nB=2', properties],
  ])('%j', (before, after, options) => {
    const document = parseForced(before, options);

    expect(edit(document, iniFormat.removeEntries(document, [entryNamed(document, 'Key')]))).toBe(after);
  });
});

describe('remove several', () => {
  test.each([
    ['A=1\nB=2\nC=3\n', ['A', 'B'], 'C=3\n'],
    ['A=1\nB=2\nC=3', ['C', 'B'], 'A=1'],
    ['A=1\nB=2\nC=3', ['A', 'C'], 'B=2'],
    ['\ufeffA=1\r\nB=2', ['A', 'B'], '\ufeff'],
  ])('%j without %j', (before, names, after) => {
    const document = parseForced(before);
    const entries = names.map((name) => entryNamed(document, name));

    expect(edit(document, iniFormat.removeEntries(document, entries))).toBe(after);
  });
});

describe('insert', () => {
  test.each<[what: string, before: string, after: string, options?: Partial<ParseOptions>]>([
    ['behind the last entry', 'A=1\n\n# end\n', 'A=1\nKey=900\n\n# end\n'],
    ['without a final line break', 'A=1', 'A=1\nKey=900'],
    ['with CRLF', 'A=1\r\nB=2\r\n', 'A=1\r\nB=2\r\nKey=900\r\n'],
    ['with CR', 'A=1\rB=2', 'A=1\rB=2\rKey=900'],
    ['behind a comment on the last line', 'A=1 # c\n', 'A=1 # c\nKey=900\n'],
    ['with blanks round =', 'A = 1\n', 'A = 1\nKey = 900\n'],
    ['with a blank on one side', 'A= 1\n', 'A= 1\nKey= 900\n'],
    ['without the width of a column', 'A           = 1\n', 'A           = 1\nKey = 900\n'],
    ['indented as the others are', '\tA=1\n', '\tA=1\n\tKey=900\n'],
    ['in quotes where all are', 'A="1"\nB="2"\n', 'A="1"\nB="2"\nKey="900"\n'],
    ['without quotes where some are', 'A="1"\nB=2\nC="3"\n', 'A="1"\nB=2\nC="3"\nKey=900\n'],
    ['in the style of the last value there is', 'A = 1\nB=\n', 'A = 1\nB=\nKey = 900\n'],
    ['into nothing', '', 'Key=900\n'],
    ['into a byte order mark', '\ufeff', '\ufeffKey=900\n'],
    ['into comments', '# c\n', '# c\nKey=900\n'],
    ['into comments without a final line break', '# c', '# c\nKey=900'],
    ['with export', 'export A=1\n', 'export A=1\nexport Key=900\n', env],
    ['with a colon', 'A: 1\n', 'A: 1\nKey: 900\n', properties],
    ['behind a line that goes on', 'A=1,\\\n  2\n', 'A=1,\\\n  2\nKey=900\n', properties],
  ])('%s', (_, before, after, options) => {
    expect(inserted(parseForced(before, options), 900)).toBe(after);
  });

  test('puts a value into quotes that needs them', () => {
    expect(inserted(parseForced('A=1\n'), 'a # b')).toBe('A=1\nKey="a # b"\n');
  });

  test.each<[what: string, before: string, after: string]>([
    [
      'into the section, not behind the next one',
      '[Ocpp]\nHeartbeatInterval=1\nResetRetries=2\n\n[Log]\nlevel=3\n',
      '[Ocpp]\nHeartbeatInterval=1\nResetRetries=2\nKey=900\n\n[Log]\nlevel=3\n',
    ],
    [
      'into the section with most entries',
      '[Core]\nHeartbeatInterval=1\nResetRetries=2\n[Security]\nAuthorizationKey=\n',
      '[Core]\nHeartbeatInterval=1\nResetRetries=2\nKey=900\n[Security]\nAuthorizationKey=\n',
    ],
    [
      'at the end of a section that is repeated',
      '[Ocpp]\nHeartbeatInterval=1\n[Log]\n[Ocpp]\nResetRetries=2\n',
      '[Ocpp]\nHeartbeatInterval=1\n[Log]\n[Ocpp]\nResetRetries=2\nKey=900\n',
    ],
    [
      'behind the header of an empty section',
      '[ChargePoint]\nVendor=A\n[Ocpp]\n\n[Log]\n',
      '[ChargePoint]\nVendor=A\n[Ocpp]\nKey=900\n\n[Log]\n',
    ],
  ])('%s', (_, before, after) => {
    const document = parseIni(before);
    const scope = document.scopes.find(({ keysAre }) => keysAre === 'ocpp');

    expect(inserted(document, 900, scope)).toBe(after);
  });

  test.each([
    ['Security', '[Core]\nHeartbeatInterval=1\nResetRetries=2\n[Security]\nAuthorizationKey=\nKey=900\n'],
    ['Reservation', '[Core]\nHeartbeatInterval=1\nResetRetries=2\nKey=900\n[Security]\nAuthorizationKey=\n'],
  ])('into the section that it names, if there is one: %s', (section, after) => {
    const document = parseIni('[Core]\nHeartbeatInterval=1\nResetRetries=2\n[Security]\nAuthorizationKey=\n');
    const scope = document.scopes[0];
    if (scope === undefined) throw new Error('no scope');

    expect(edit(document, iniFormat.insertEntry(document, scope, { name: 'Key', value: 900, section }))).toBe(
      after,
    );
  });

  test('copies no blanks that open-ocpp would not take', () => {
    const document = parseIni('[ChargePoint]\n[Ocpp]\n A = "1"\n');

    expect(inserted(document, 900, document.scopes[1])).toBe('[ChargePoint]\n[Ocpp]\n A = "1"\nKey=900\n');
  });
});

function inserted(document: ConfigDocument, value: PlainValue, scope?: ConfigScope): string {
  const into = scope ?? document.scopes[0];
  if (into === undefined) throw new Error('no scope');
  return edit(document, iniFormat.insertEntry(document, into, { name: 'Key', value }));
}

function edit(document: ConfigDocument, edits: Parameters<typeof applyEdits>[1]): string {
  return applyEdits(document.text, edits);
}
