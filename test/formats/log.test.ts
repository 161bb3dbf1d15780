/** OCPP-J messages inside the lines of a log. */

import { describe, expect, test } from 'vitest';
import { formatOf, parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { catalog } from '../helpers/knowledge.ts';

function read(text: string, path = 'a.log'): ConfigDocument | undefined {
  return parseDocument(text, { path, isKeyName: catalog.isKeyName });
}

function lines(document: ConfigDocument | undefined): string[] | undefined {
  return document?.scopes.map(({ purpose, entries, references }) =>
    [
      purpose,
      ...entries.map(({ address, value }) => `${address.name}=${value?.text}`),
      ...references.map(({ name, role }) => `${role}:${name}`),
    ].join(' '),
  );
}

const LOG = `2026-02-16 18:06:55.472 INFO CP1: send [2,"a","GetConfiguration",{"key":["HeartbeatInterval"]}]
2026-02-16 18:06:55.543 INFO CP1: receive message [3,"a",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"3600"}],"unknownKey":[]}]
2026-02-16 18:06:55.900 INFO CP1: receive message [3,"b",{"configurationKey":[{"key":"Connec...
2026-02-16 18:06:56.000 INFO CP1: send [2, "c", "ChangeConfiguration", {"key":"ConnectionTimeOut","value":"60"}] (retry)
2026-02-16 18:06:57.000 INFO CP1: Connection [closed]
`;

test('each message about keys is a configuration', () => {
  const document = read(LOG);
  expect(document).toMatchObject({ format: 'log', shape: 'ocpp-frames' });
  expect(lines(document)).toEqual([
    'template request:HeartbeatInterval',
    'dump HeartbeatInterval=3600',
    'template ConnectionTimeOut=60',
  ]);
});

test('a message that was shortened is no mistake', () => {
  expect(read(LOG)?.syntaxProblems).toEqual([]);
});

test('payloads below headings are read', () => {
  const text = `[2025-11-06 00:36:22.847] REQUEST: GetConfiguration
----
{
  "key": [
    "AuthorizeRemoteTxRequests"
  ]
}
[2025-11-06 00:36:22.998] RESPONSE: GetConfiguration
{
  "configurationKey": [
    {
      "key": "AuthorizeRemoteTxRequests",
      "readonly": false,
      "value": "false"
    }
  ]
}
[2025-11-06 00:36:24.293] REQUEST: RemoteStartTransaction
{
  "idTag": "50600020100021"
}
`;
  expect(lines(read(text))).toEqual([
    'template request:AuthorizeRemoteTxRequests',
    'dump AuthorizeRemoteTxRequests=false',
  ]);
});

test('the station is the one that has booted before', () => {
  const boot = '09:00 [2,"1","BootNotification",{"chargePointVendor":"ACME","chargePointModel":"WB-22"}]\n';
  expect(read(boot + LOG)?.scopes[0]?.station).toMatchObject({
    vendor: { text: 'ACME' },
    model: { text: 'WB-22' },
  });
});

test('a value in a log can be changed like any other', () => {
  const document = read(LOG);
  const entry = document?.scopes[1]?.entries[0];
  if (document === undefined || entry === undefined) throw new Error('not recognised');
  const changed = applyEdits(LOG, formatOf(document).setValue(document, entry, 900));
  expect(changed).toBe(LOG.replace('"3600"', '"900"'));
});

describe('is no log of ours', () => {
  test.each([
    ['prose', 'The ChangeConfiguration message has a key and a value.\n'],
    ['other messages', '10:00 [2,"1","Heartbeat",{}]\n10:00 [3,"1",{"currentTime":"x"}]\n'],
    ['a payload about something else', '10:00 { "key": "colour", "value": "red" }\n'],
  ])('%s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });

  test('a table of messages', () => {
    expect(read(LOG, 'messages.csv')).toBeUndefined();
  });
});
