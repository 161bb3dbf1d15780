/** What is proposed on stations of a known vendor. */

import { describe, expect, test } from 'vitest';
import { accept, completionsIn, documentationOf } from '../helpers/features.ts';
import { CURSOR } from '../helpers/marked-text.ts';

const OPTIONS = { path: 'template.jsonc' };

function station(words: string, rows: readonly string[]): string {
  const all = ['{ "key": "ResetRetries", "value": "3" }', '{ "key": "BlinkRepeat", "value": "1" }', ...rows];
  return `// ocpp-config: ${words}\n[\n${all.map((row) => `  ${row}`).join(',\n')}\n]`;
}

const newKey = (words: string) => station(words, [`{ "key": "${CURSOR}", "value": "" }`]);
const newValue = (words: string, key: string, value = '') =>
  station(words, [`{ "key": "${key}", "value": "${value}${CURSOR}" }`]);

const labels = (text: string) => completionsIn(text, OPTIONS).map(({ label }) => label);

describe('keys', () => {
  test("the vendor's own come after those of the standard", () => {
    const keys = completionsIn(newKey('vendor=keba'), OPTIONS);
    const own = keys.findIndex(({ label }) => label === 'MaxAvailableCurrent');
    const standard = keys.findIndex(({ label }) => label === 'MinimumStatusDuration');
    expect(standard).toBeGreaterThanOrEqual(0);
    expect(own).toBeGreaterThan(standard);
    expect(keys[own]?.description).toBe('KEBA');
    expect(labels(newKey('current=AC'))).not.toContain('MaxAvailableCurrent');
  });

  test('a standard key is written as the vendor spells it', () => {
    const names = labels(newKey('vendor=keba'));
    expect(names).toContain('HeartBeatInterval');
    expect(names).not.toContain('HeartbeatInterval');
    expect(accept(newKey('vendor=keba'), 'HeartBeatInterval', OPTIONS)).toContain('"HeartBeatInterval"');
    expect(documentationOf(newKey('vendor=keba'), 'HeartBeatInterval', OPTIONS)).toContain(
      'On KEBA stations',
    );
  });

  test('one that is there under either name is not proposed again', () => {
    const text = station('vendor=keba', [
      '{ "key": "HeartbeatInterval", "value": "900" }',
      `{ "key": "${CURSOR}", "value": "" }`,
    ]);
    expect(labels(text)).not.toContain('HeartBeatInterval');
  });

  test("booleans begin in the vendor's words, switches of risky features off, tokens empty", () => {
    const details = new Map(
      completionsIn(newKey('vendor=bender'), OPTIONS).map(({ label, detail }) => [label, detail]),
    );
    expect(details.get('LocalPreAuthorize')).toBe(' = 1');
    expect(details.get('FreeCharging')).toBe(' = 0');
    expect(details.get('RfidTagFreeCharging')).toBeUndefined();
  });
});

describe('values', () => {
  test("booleans in the vendor's words", () => {
    expect(labels(newValue('vendor=bender', 'LocalPreAuthorize'))).toEqual(['1', '0']);
    expect(labels(newValue('vendor=vestel', 'FreeModeActive'))).toEqual(['TRUE', 'FALSE']);
    expect(labels(newValue('current=AC', 'LocalPreAuthorize'))).toEqual(['true', 'false']);
  });

  test('words with their meanings', () => {
    const values = completionsIn(newValue('vendor=vestel', 'CurrentLimiterPhase'), OPTIONS);
    expect(values.map(({ label, description }) => [label, description])).toEqual([
      ['onePhase', 'One phase.'],
      ['threePhase', 'Three phases.'],
    ]);
  });

  test('numbers of a key with a scale in words', () => {
    const values = completionsIn(newValue('vendor=givenergy', 'ChargingStateBCPVoltageLowerLimit'), OPTIONS);
    expect(values.map(({ label, detail }) => `${label}${detail}`)).toEqual(['80 = 8 V']);
  });

  test('no token, least of all that of the factory', () => {
    expect(labels(newValue('vendor=keba', 'DefaultTokenID'))).toEqual([]);
  });

  test('measurands that the station refuses are left out, also those that the operator asks for', () => {
    const items = labels(newValue('vendor=evbox', 'MeterValuesSampledData', 'Voltage,'));
    expect(items).toContain('Current.Import');
    expect(items.filter((item) => /Power\.Offered|SoC/.test(item))).toEqual([]);
    expect(labels(newValue('current=AC', 'MeterValuesSampledData', 'Voltage,'))).toContain('Power.Offered');
  });
});
