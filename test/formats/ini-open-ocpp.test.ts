/** What open-ocpp's loader does to lines that other readers take; other files may have them. */

import { describe, expect, test } from 'vitest';
import { entriesOf, parseIni, problemsOf } from './ini-helpers.ts';

const HEAD = '[ChargePoint]\nVendor=A\n[Ocpp]\n';

describe('open-ocpp', () => {
  test.each<[what: string, text: string, place: string, message: RegExp]>([
    ['a ; comment', `${HEAD}; a\n`, '; a', /refuses the whole file/],
    ['a ; comment with =', `${HEAD}; a=b\n`, '; a=b', /takes this one for a key/],
    ['a // comment', `${HEAD}// a\n`, '// a', /refuses the whole file/],
    ['an indented # comment', `${HEAD}  # a\n`, '  # a', /refuses the whole file/],
    ['comments in a row', `${HEAD}; a\n; b\n\n`, '; a\n; b', /refuses the whole file/],
    ['a comment behind a value', `${HEAD}A=1 # b\n`, '# b', /a part of the value/],
    ['CRLF', `${HEAD}A=1\n`.replaceAll('\n', '\r\n'), '[ChargePoint]', /CRLF/],
    ['CR', `${HEAD}A=1\n`.replaceAll('\n', '\r'), '[ChargePoint]', /LF only/],
    ['a byte order mark', `\ufeff${HEAD}`, '\ufeff[ChargePoint]', /byte order mark/],
    ['a line of blanks', `${HEAD}A=1\n  \nB=2`, '  ', /nothing but blanks/],
    ['a blank behind a header', `${HEAD}[Other] \n`, '[Other] ', /not the end of its line/],
    ['a comment behind a header', `${HEAD}[Other] # a\n`, '[Other] # a', /not the end of its line/],
    ['an indented header', `${HEAD} [Other]\n`, ' [Other]', /first column/],
    ['blanks in a header', `${HEAD}[ Other ]\n`, '[ Other ]', /inside the brackets/],
    ['a header without end', `${HEAD}[Other\n`, '[Other', /does not end in \]/],
    ['a header without name', `${HEAD}[]\n`, '[]', /without a name/],
    ['a key before any section', `A=1\n${HEAD}`, 'A', /before the first section/],
    ['a blank before =', `${HEAD}A =1\n`, 'A ', /blanks round a key/],
    ['an indented key', `${HEAD} A=1\n`, 'A', /blanks round a key/],
    ['a blank behind =', `${HEAD}A= true\n`, ' true', /blanks round a value/],
    ['a blank behind a value', `${HEAD}A=true \n`, 'true ', /blanks round a value/],
    ['quotes', `${HEAD}A="1"\n`, '"1"', /takes quotes/],
    ['a word', `${HEAD}Heart\n`, 'Heart', /refuses the whole file/],
    ['no key', `${HEAD}=1\n`, '=1', /without a key/],
  ])('says what becomes of %s', (_, text, place, message) => {
    expect(problemsOf(parseIni(text))).toEqual([[place, expect.stringMatching(message)]]);
  });

  test.each<[what: string, text: string]>([
    ['# in the first column', `# a\n${HEAD}#b\nA=1\n`],
    ['blanks round a number, which it reads past', `${HEAD}PowerFactor= 0.9\nA=5 \n`],
    ['blanks, # and ; inside a value', `${HEAD}A=Open OCPP\nB=a#b;c\n`],
    ['empty lines and empty values', `${HEAD}\nA=\n\n`],
  ])('has nothing against %s', (_, text) => {
    expect(problemsOf(parseIni(text))).toEqual([]);
  });

  test('is still read as people mean it', () => {
    const document = parseIni(`${HEAD}HeartbeatInterval = "900" ; 15 min\n`);

    expect(entriesOf(document)).toContain('[Ocpp] HeartbeatInterval → 900');
  });

  test('reads the files of its OCPP 2.x branch the same way', () => {
    const document = parseIni('[ChargePoint]\n[TxCtrlr]\n; a\n');

    expect(problemsOf(document)).toHaveLength(1);
  });
});

test.each<[what: string, text: string]>([
  [
    'a stack’s section beside another name for OCPP keys',
    `[ChargePoint]\n[Configuration]\nA = 1 # a\n; b\r\n`,
  ],
  ['[Ocpp] without a stack’s section', `; a\r\n [Ocpp] \r\nA = "1" ; b\r\n`],
])('no other file has to keep to that: %s', (_, text) => {
  const keys = 'HeartbeatInterval=1\nWebSocketPingInterval=2\n';

  expect(problemsOf(parseIni(text + keys))).toEqual([]);
});
