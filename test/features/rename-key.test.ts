/** Which keys can be renamed, and what that changes in a file. */

import { describe, expect, test } from 'vitest';
import { renameEdits, renameSubjectAt } from '../../server/src/features/rename-key.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, understoodText } from '../helpers/features.ts';
import { atCursor } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** The text after the key at the cursor was renamed, or why it was not. */
function renamed(marked: string, newName: string, options: CheckOptions = {}): string {
  const { text, offset } = atCursor(marked);
  const understood = understoodText(text, options);
  const subject = renameSubjectAt(understood, offset);
  if (subject === undefined) return 'no key here';
  if ('refusal' in subject) return subject.refusal;
  const edits = renameEdits(understood, subject, newName);
  return 'refusal' in edits ? edits.refusal : applyEdits(text, edits);
}

const OTHERS = 'HeartbeatInterval=900\nConnectionTimeOut=60\nLocalPreAuthorize=true\n';

describe('a key', () => {
  test('that nobody knows is renamed wherever it is written so', () => {
    expect(
      renamed(
        '[{ "key": "Acme<|>Lights", "value": "red" }, { "key": "HeartbeatInterval", "value": "900" }, { "key": "Other", "value": "AcmeLights" }]',
        'AcmeLamp',
      ),
    ).toBe(
      '[{ "key": "AcmeLamp", "value": "red" }, { "key": "HeartbeatInterval", "value": "900" }, { "key": "Other", "value": "AcmeLights" }]',
    );
    expect(renamed(`[Ocpp]\nAcme<|>Lights = red ; mine\n${OTHERS}`, 'AcmeLamp', INI)).toBe(
      `[Ocpp]\nAcmeLamp = red ; mine\n${OTHERS}`,
    );
  });

  test('is renamed where it is only named, too', () => {
    const text = (name: string) =>
      `{ "configurationKey": [{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }], "unknownKey": ["${name}"] }`;

    expect(renamed(text('Acme<|>Lights'), 'AcmeLamp')).toBe(text('AcmeLamp'));
  });

  test('that is misspelt or in another case can be put right', () => {
    expect(
      renamed(`[Ocpp]\nauthorize<|>RemoteTxRequests=true\n${OTHERS}`, 'AuthorizeRemoteTxRequests', INI),
    ).toBe(`[Ocpp]\nAuthorizeRemoteTxRequests=true\n${OTHERS}`);
  });

  test.each([
    ['a standard key', `[Ocpp]\nHeartbeat<|>Interval=900\n${OTHERS}`, 'X', 'is a key of OCPP 1.6'],
    [
      'a name that is taken',
      `[Ocpp]\nAcme<|>Lights=1\n${OTHERS}`,
      'connectiontimeout',
      'ConnectionTimeOut is in the file',
    ],
    [
      'a name that INI cannot hold',
      `[Ocpp]\nAcme<|>Lights=1\n${OTHERS}`,
      'a=b',
      'cannot be written as a key',
    ],
    [
      "a program's own setting",
      `[Ocpp]\n${OTHERS}[ChargePoint]\nConnexion<|>Url=x\n`,
      'X',
      'is a setting of the program',
    ],
    ['a value', `[Ocpp]\nAcmeLights=r<|>ed\n${OTHERS}`, 'X', 'no key here'],
  ])('is not renamed: %s', (_, marked, newName, reason) => {
    expect(renamed(marked, newName, INI)).toContain(reason);
  });
});
