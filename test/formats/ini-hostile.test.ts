/** Texts that nobody writes: none may stop the work, and none may take more time than its length explains. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { parseForced, parseIni, recogniseIni } from './ini-helpers.ts';

const PATHS = ['a.ini', 'a.properties', 'a.env'];

describe('any text is read', () => {
  const anyLine = fc.array(
    fc.constantFrom(
      '=',
      ':',
      '[',
      ']',
      '#',
      ';',
      '/',
      '"',
      "'",
      '\\',
      ' ',
      '\t',
      '\r',
      '\n',
      'a',
      'é',
      '\0',
      '\ud83d',
      '\ufeff',
      '=1',
    ),
    { maxLength: 40 },
  );

  test('by its characters', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...PATHS), fc.nat(), (letters, path, place) => {
        const text = letters.join('');
        const document = parseForced(text, { path });
        for (let offset = 0; offset <= text.length; offset++) iniFormat.cursorAt(document, offset);
        const scope = document.scopes[place % Math.max(1, document.scopes.length)];
        if (scope !== undefined) {
          applyEdits(text, iniFormat.insertEntry(document, scope, { name: 'Key', value: 1 }));
        }
        for (const entry of document.scopes.flatMap(({ entries }) => entries)) {
          applyEdits(text, iniFormat.setValue(document, entry, 'x y'));
          applyEdits(text, iniFormat.renameKey(document, entry, 'Key'));
          applyEdits(text, iniFormat.removeEntries(document, [entry]));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('every line is an entry, a comment, a header, blank or a problem', () => {
    fc.assert(
      fc.property(anyLine, (letters) => {
        const line = letters.join('').replace(/[\r\n\ufeff]/g, '');
        const { scopes, comments, syntaxProblems } = parseForced(`A=1\n${line}\nB=2`);
        const entries = scopes.flatMap((scope) => scope.entries).length - 2;
        const headers = scopes.some(({ label }) => label.includes('[')) ? 1 : 0;

        const isBlank = /^[ \t]*$/.test(line);
        expect(entries + headers + comments.length + syntaxProblems.length > 0).toBe(!isBlank);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a big text takes no longer than its length explains', () => {
  const LENGTH = 200_000;

  test.each<[what: string, text: string]>([
    ['one line', 'a'.repeat(LENGTH)],
    ['one key', `${'a'.repeat(LENGTH)}=1`],
    ['one value', `Key=${'a'.repeat(LENGTH)}`],
    ['one value of commas and blanks', `Key=${'a , '.repeat(LENGTH / 4)}`],
    ['blanks', ' '.repeat(LENGTH)],
    ['blanks in front of a word', `Key=${' '.repeat(LENGTH)}x`],
    ['quotes', `Key=${'"'.repeat(LENGTH)}`],
    ['quotes with blanks', `Key=${'" # '.repeat(LENGTH / 4)}`],
    ['backslashes', `Key=${'\\'.repeat(LENGTH)}`],
    ['backslashes with quotes', `Key="${'\\"'.repeat(LENGTH / 2)}`],
    ['brackets', '['.repeat(LENGTH)],
    ['closing brackets', `[${']'.repeat(LENGTH)} x`],
    ['equals signs', '='.repeat(LENGTH)],
    ['line feeds', '\n'.repeat(LENGTH)],
    ['carriage returns', '\r'.repeat(LENGTH)],
    ['continued lines', `Key=${'\\\n'.repeat(LENGTH / 2)}`],
    ['short lines', 'a=1\n'.repeat(LENGTH / 4)],
    ['short broken lines', 'a\n\n'.repeat(LENGTH / 3)],
    ['sections', Array.from({ length: LENGTH / 10 }, (_, index) => `[s${index}]\n`).join('')],
    ['controllers', Array.from({ length: LENGTH / 20 }, (_, index) => `[s${index}Ctrlr]\nA=1\n`).join('')],
    ['zeros', '\0'.repeat(LENGTH)],
    ['halves of characters', '\ud83d'.repeat(LENGTH)],
  ])('%s', (_, text) => {
    for (const path of PATHS) {
      const document = parseForced(text, { path });
      const scope = document.scopes[0];
      if (scope !== undefined) iniFormat.insertEntry(document, scope, { name: 'Key', value: 1 });
      const entry = scope?.entries[0];
      if (entry !== undefined) iniFormat.setValue(document, entry, 2);
      iniFormat.cursorAt(document, text.length);
      iniFormat.cursorAt(document, text.length >> 1);

      // Linear work takes some tens of milliseconds; quadratic work takes minutes, and the test's time is up.
    }
  });

  test('10 MB of keys', () => {
    const text = `[Ocpp]\n${'HeartbeatInterval=900\nWebSocketPingInterval=60\n'.repeat(220_000)}`;
    const count = parseIni(text).scopes[0]?.entries.length;

    expect(count).toBe(440_000);
  });

  test('10 MB of another program', () => {
    expect(recogniseIni('2024-01-01 10:00:00 GET /index.html=1 [200]\n'.repeat(230_000))).toBeUndefined();
  });
});
