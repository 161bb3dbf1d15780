import { describe, expect, test } from 'vitest';
import type { StationOverride } from '../../server/src/model/station.ts';
import { analysisOf } from '../helpers/problems.ts';

function stationOf(text: string, station?: StationOverride) {
  const context = analysisOf(text, { path: 'template.jsonc', station }).resolved.scopes[0]?.station;
  if (context === undefined) throw new Error('no configuration in the text');
  return context;
}

function template(...entries: readonly (readonly [string, string])[]): string {
  const rows = entries.map(([key, value]) => `{ "key": "${key}", "value": "${value}" }`);
  return `[${[...rows, '{ "key": "HeartbeatInterval", "value": "900" }'].join(',')}]`;
}

describe('what is known of a station', () => {
  test('nothing, when nothing tells', () => {
    const station = stationOf(template());
    expect(station.current).toEqual({ value: undefined, because: '' });
    expect(station.smartCharging).toEqual({ value: undefined, because: '' });
  });

  test('the profiles that it supports tell of smart charging', () => {
    expect(stationOf(template(['SupportedFeatureProfiles', 'Core,SmartCharging'])).smartCharging.value).toBe(
      true,
    );
    expect(
      stationOf(template(['SupportedFeatureProfiles', 'Core, Smart Charging'])).smartCharging.value,
    ).toBe(true);
    expect(stationOf(template(['SupportedFeatureProfiles', 'Core,RemoteTrigger'])).smartCharging.value).toBe(
      false,
    );
  });

  test('the state of charge is a sign of DC', () => {
    const { current } = stationOf(template(['MeterValuesSampledData', 'SoC,Voltage']));
    expect(current.value).toBe('DC');
    expect(current.because).toContain('SoC');
  });

  test('a comment wins over a setting, and a setting over the values', () => {
    const text = template(['SupportedFeatureProfiles', 'Core'], ['MeterValuesSampledData', 'SoC']);
    expect(stationOf(text, { current: 'AC', smartCharging: true })).toMatchObject({
      current: { value: 'AC', because: 'a setting says so' },
      smartCharging: { value: true, because: 'a setting says so' },
    });
    expect(
      stationOf(`// ocpp-config: current=DC\n${text}`, { current: 'AC', smartCharging: true }),
    ).toMatchObject({
      current: { value: 'DC', because: 'a comment in the file says so' },
      smartCharging: { value: true, because: 'a setting says so' },
    });
  });

  test('a value with blanks stands in quotes', () => {
    const station = stationOf(
      `// ocpp-config: vendor="Schneider Electric" model="EVlink Pro" current=AC\n${template()}`,
    );
    expect(station.vendorId).toBe('schneider-electric');
    expect(station.model.value).toBe('EVlink Pro');
    expect(station.current.because).toBe('a comment in the file says so');
  });

  test("a model is known by the vendor's name for it as well", () => {
    const station = stationOf(template(), { vendor: 'keba', model: 'KeContact P40' });
    expect(station.current).toMatchObject({ value: 'AC', because: 'KEBA KeContact P40 is an AC station' });
  });

  test('how many phases it has, by the file or by its model', () => {
    const phases = (fields: string) => stationOf(`{ ${fields}, "configurationKey": ${template()} }`).phases;
    expect(phases('"numberOfPhases": 1')).toEqual({ value: 1, because: 'numberOfPhases is 1' });
    expect(phases('"currentOutType": "AC_3_PHASE"').value).toBe(3);
    expect(phases('"numberOfPhases": 2').value).toBeUndefined();
    expect(phases('"powerType": "AC_1_PHASE|AC_3_PHASE"').value).toBeUndefined();
    const known = stationOf(template(), { vendor: 'Huawei', model: 'SCharger-7KS-S0' }).phases;
    expect(known.value).toBe(1);
    expect(known.because).toContain('SCharger-7KS-S0');
  });

  test('words in a comment that mean nothing are passed over', () => {
    const station = stationOf(
      `// ocpp-config: current=XY smart-charging=maybe colour=red vendor=abb\n${template()}`,
    );
    expect(station.current.value).toBeUndefined();
    expect(station.smartCharging.value).toBeUndefined();
    expect(station.vendor.value).toBe('ABB');
  });
});
