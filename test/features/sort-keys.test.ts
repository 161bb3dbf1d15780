import { describe, expect, test } from 'vitest';
import { sortByProfile } from '../../server/src/features/sort-keys.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, understoodText } from '../helpers/features.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** The sorted text; fails where nothing is to be sorted. */
function sorted(text: string, options: CheckOptions = {}): string {
  const result = sortByProfile(understoodText(text, options));
  if (result.outcome !== 'edits') throw new Error(`${result.outcome}: nothing was sorted`);
  return applyEdits(text, result.edits);
}

const JSONC: CheckOptions = { path: 'charger.jsonc' };

describe('INI', () => {
  test('profiles in order, names within them, the unknown last and as they stand; groups set apart', () => {
    const text = `[Ocpp]
Zebra=1
ChargeProfileMaxStackLevel=3
ResetRetries=3
Acme=2
HeartbeatInterval=900
`;
    expect(sorted(text, INI)).toBe(`[Ocpp]
HeartbeatInterval=900
ResetRetries=3

ChargeProfileMaxStackLevel=3

Zebra=1
Acme=2
`);
  });

  test('comments stay with their keys', () => {
    const text = `[Ocpp]
# about the station

# how often
# it tries
ResetRetries=3 # three

; a sign of life
HeartbeatInterval=900
# the end
`;
    expect(sorted(text, INI)).toBe(`[Ocpp]
# about the station

; a sign of life
HeartbeatInterval=900
# how often
# it tries
ResetRetries=3 # three
# the end
`);
  });

  test('what a comment says of the station stays at the top', () => {
    const text = '# ocpp-config: current=DC\n# mine\nResetRetries=3\nHeartbeatInterval=900\nBlinkRepeat=1\n';
    expect(sorted(text, { path: 'station.properties' })).toBe(
      '# ocpp-config: current=DC\nBlinkRepeat=1\nHeartbeatInterval=900\n# mine\nResetRetries=3\n',
    );
  });

  test('each section for itself', () => {
    const text =
      '[Core]\nResetRetries=3\nHeartbeatInterval=900\n\n[SmartCharging]\nMaxChargingProfilesInstalled=3\nChargeProfileMaxStackLevel=3\n';
    expect(sorted(text, INI)).toBe(
      '[Core]\nHeartbeatInterval=900\nResetRetries=3\n\n[SmartCharging]\nChargeProfileMaxStackLevel=3\nMaxChargingProfilesInstalled=3\n',
    );
  });

  test('a missing last line break stays missing', () => {
    expect(sorted('[Ocpp]\r\nResetRetries=3\r\nHeartbeatInterval=900', INI)).toBe(
      '[Ocpp]\r\nHeartbeatInterval=900\r\nResetRetries=3',
    );
  });

  test('a byte order mark stays first', () => {
    expect(sorted('\ufeffResetRetries=3\nHeartbeatInterval=900\nConnectionTimeOut=60\n', INI)).toBe(
      '\ufeffConnectionTimeOut=60\nHeartbeatInterval=900\nResetRetries=3\n',
    );
  });

  test('of a key that is there twice the first stays the first', () => {
    expect(sorted('[Ocpp]\nResetRetries=1\nHeartbeatInterval=900\nResetRetries=2\n', INI)).toBe(
      '[Ocpp]\nHeartbeatInterval=900\nResetRetries=1\nResetRetries=2\n',
    );
  });

  test('values that go on in further lines go along', () => {
    const text = 'ResetRetries=3\nMeterValuesSampledData=Voltage,\\\n  SoC\nHeartbeatInterval=900\n';
    expect(sorted(text, { path: 'station.properties' })).toBe(
      'HeartbeatInterval=900\nMeterValuesSampledData=Voltage,\\\n  SoC\nResetRetries=3\n',
    );
  });
});

describe('JSON', () => {
  test('entries of a list, with their comments; commas and blank lines stay in place', () => {
    const text = `{ "configurationKey": [ // of the station
    // for all of them

    // three
    { "key": "ResetRetries", "value": "3" }, // at least

    { "key": "ChargeProfileMaxStackLevel", "value": "3" },
    /* a sign of life */ { "key": "HeartbeatInterval", "value": "900" } // seconds
    // the end
  ] }
`;
    expect(sorted(text, JSONC)).toBe(`{ "configurationKey": [ // of the station
    // for all of them

    /* a sign of life */ { "key": "HeartbeatInterval", "value": "900" }, // seconds

    // three
    { "key": "ResetRetries", "value": "3" }, // at least
    { "key": "ChargeProfileMaxStackLevel", "value": "3" }
    // the end
  ] }
`);
  });

  test('on one line', () => {
    expect(
      sorted(
        '{"configurationKey":[{"key":"ResetRetries","value":"3"},{"key":"HeartbeatInterval","value":"900"}]}',
      ),
    ).toBe(
      '{"configurationKey":[{"key":"HeartbeatInterval","value":"900"},{"key":"ResetRetries","value":"3"}]}',
    );
  });

  test('a comment never swallows what follows it', () => {
    const text = `{ "configurationKey": [
  { "key": "ResetRetries", "value": "3" // three
  }, { "key": "HeartbeatInterval", "value": "900" } // seconds
  , { "key": "BlinkRepeat", "value": "1" }
] }`;
    const result = sorted(text, JSONC);
    expect(
      understoodText(result, JSONC).document.scopes[0]?.entries.map(({ address }) => address.name),
    ).toEqual(['BlinkRepeat', 'HeartbeatInterval', 'ResetRetries']);
  });

  test('members that are no keys stay in their places', () => {
    const text =
      '{\n  "ResetRetries": "3",\n  "notes": { "by": "me" },\n  "HeartbeatInterval": "900",\n  "ConnectionTimeOut": "60"\n}\n';
    expect(sorted(text)).toBe(
      '{\n  "ConnectionTimeOut": "60",\n  "notes": { "by": "me" },\n  "HeartbeatInterval": "900",\n  "ResetRetries": "3"\n}\n',
    );
  });

  test('a comma behind the last one stays', () => {
    const text =
      '{ "configurationKey": [\n  { "key": "ResetRetries", "value": "3" },\n  { "key": "HeartbeatInterval", "value": "900" },\n] }';
    expect(sorted(text, { path: 'charger.json5' })).toBe(
      '{ "configurationKey": [\n  { "key": "HeartbeatInterval", "value": "900" },\n  { "key": "ResetRetries", "value": "3" },\n] }',
    );
  });
});

test('what is in order is left alone', () => {
  expect(sortByProfile(understoodText('[Ocpp]\nHeartbeatInterval=900\n\n\nResetRetries=3\n', INI))).toEqual({
    outcome: 'sorted',
  });
});

test.each([
  [
    'broken',
    '{ "configurationKey": [ { "key": "ResetRetries", "value": "3" } { "key": "HeartbeatInterval", "value": "9" } ] }',
  ],
  [
    'a sequence of requests',
    '[\n  { "key": "ResetRetries", "value": "3" },\n  { "key": "HeartbeatInterval", "value": "900" }\n]',
  ],
])('%s: not sorted, and the reason is said', (_what, text) => {
  const result = sortByProfile(
    understoodText(text, { shape: text.startsWith('[') ? 'change-configuration' : undefined }),
  );
  expect(result).toEqual({ outcome: 'refused', reason: expect.stringMatching(/\.$/) });
});
