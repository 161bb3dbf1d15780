import { describe, expect, test } from 'vitest';
import { secretPlaces } from '../../server/src/features/secret-places.ts';
import { secretsInAddress } from '../../server/src/features/shown-value.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import type { OffsetRange } from '../../server/src/text/range.ts';
import { analysisOf } from '../helpers/problems.ts';

/** The text as it is shown: with dots in the place of what is secret. */
function shown(text: string, places: readonly OffsetRange[]): string {
  return applyEdits(
    text,
    places.map((range) => ({ range, newText: '…' })),
  );
}

/** A comment as it is shown. */
function comment(text: string): string {
  const before = '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "900" } ] } // ';
  const all = `${before}${text}\n`;
  return shown(all, secretPlaces(analysisOf(all, { path: 'a.jsonc' }))).slice(before.length, -1);
}

describe('in a comment', () => {
  test.each([
    ['AuthorizationKey=horse, battery', 'AuthorizationKey=…'],
    ['"AuthorizationKey": "horse", "Other": 1', '"AuthorizationKey": "…", "Other": 1'],
    [
      '{ "key": "AuthorizationKey", "readonly": false, "value": "horse" },',
      '{ "key": "AuthorizationKey", "readonly": false, "value": "…" },',
    ],
    ['["Vendor.Token", "horse"]', '["Vendor.Token", "…"]'],
    ["wifi.password: 'horse'", "wifi.password: '…'"],
    ['api_key: horse, next', 'api_key: …, next'],
    ['see wss://user:ho@rse@example.org/a', 'see wss://…@example.org/a'],
    // What only speaks of secrets is no secret.
    ['the password is set by the fitter', 'the password is set by the fitter'],
    ['"AuthorizationKey", "HeartbeatInterval": "900"', '"AuthorizationKey", "HeartbeatInterval": "900"'],
    ['HeartbeatInterval=900', 'HeartbeatInterval=900'],
  ])('%s', (text, expected) => {
    expect(comment(text)).toBe(expected);
  });
});

test.each([
  ['wss://user:horse@example.org/ocpp', 'wss://…@example.org/ocpp'],
  ['wss://example.org/ocpp?id=7&token=horse&x=1', 'wss://example.org/ocpp?id=7&token=…&x=1'],
  ['ftp://a@one.example;ftp://b:horse@two.example', 'ftp://…@one.example;ftp://…@two.example'],
  ['http://a;token=b@host/c', 'http://…'],
  ['https://example.org/mail?to=a@b', 'https://example.org/mail?to=a@b'],
  ['user@example.org', 'user@example.org'],
])('in an address: %s', (text, expected) => {
  expect(shown(text, secretsInAddress(text))).toBe(expected);
});

/** Each would take for ever if any part of it were looked at again for each name in it. */
test.each(['token=', 'token,', 'auth', 'pass', 'psk="', '://', '://a@', '://h?token', '&token=', '"token" '])(
  'of a hundred thousand times %j, as of any other text',
  (piece) => {
    const text = piece.repeat(100_000);

    expect(comment(text).length).toBeGreaterThan(0);
    const value = {
      configurationKey: [
        { key: 'HeartbeatInterval', value: '1' },
        { key: 'Foo', value: text },
      ],
    };
    expect(secretPlaces(analysisOf(JSON.stringify(value)))).toBeInstanceOf(Array);
  },
);
