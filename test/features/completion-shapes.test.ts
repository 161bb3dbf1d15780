import { describe, expect, test } from 'vitest';
import { accept, completionsIn, understoodText } from '../helpers/features.ts';
import { CURSOR } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

const KEY = 'HeartbeatInterval';

interface ShapeSample {
  readonly shape: string;
  readonly marked: string;
  /** What stands where the cursor was, once the key was chosen. */
  readonly written: string;
  readonly path?: string;
}

/** One text for each shape in which a whole entry can be typed. */
const SAMPLES: readonly ShapeSample[] = [
  {
    shape: 'get-configuration',
    marked: `{ "configurationKey": [ { "key": "ResetRetries", "readonly": false, "value": "3" }, ${CURSOR} ] }`,
    written: '{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }',
  },
  {
    shape: 'station-template',
    marked: `{
  "chargePointModel": "M",
  "chargePointVendor": "V",
  "Configuration": {
    "configurationKey": [
      { "key": "ResetRetries", "readonly": false, "value": "3" },
      ${CURSOR}
    ]
  }
}`,
    written: '{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }',
  },
  {
    shape: 'microocpp-store',
    marked: `{"head":{"content-type":"ocpp_config_file","version":"2.0"},"configurations":[{"type":"int","key":"ResetRetries","value":3},${CURSOR}]}`,
    written: '{"type":"int","key":"HeartbeatInterval","value":900}',
  },
  {
    shape: 'everest-16',
    marked: `{
  "Core": {
    "ResetRetries": 3,
    ${CURSOR}
  },
  "SmartCharging": {
    "ChargeProfileMaxStackLevel": 3
  }
}`,
    written: '"HeartbeatInterval": 900',
  },
  {
    shape: 'key-list',
    marked: `{ "version": 1, "keys": [ { "key": "ResetRetries", "readOnly": false, "value": "3" }, ${CURSOR} ] }`,
    written: '{ "key": "HeartbeatInterval", "readOnly": false, "value": "900" }',
  },
  {
    shape: 'key-map',
    marked: `{ "ConfigurationKeys": { "ResetRetries": { "value": "3", "readonly": false }, "LocalPreAuthorize": { "value": "true", "readonly": false }, ${CURSOR} } }`,
    written: '"HeartbeatInterval": { "value": "900", "readonly": false }',
  },
  {
    shape: 'commissioning-template',
    marked: `{ "id": "t", "applies_to": { "vendor": "*" }, "keys": { "ResetRetries": "3", ${CURSOR} } }`,
    written: '"HeartbeatInterval": "900"',
  },
  {
    shape: 'key-tuples',
    marked: `{ "default_ocpp_configs": [ ["ResetRetries", "3"], ["LocalPreAuthorize", "true"], ${CURSOR} ] }`,
    written: '["HeartbeatInterval", "900"]',
  },
  {
    shape: 'flat-map',
    marked: `{ "ResetRetries": 3, "LocalPreAuthorize": true, "ConnectionTimeOut": 60, ${CURSOR} }`,
    written: '"HeartbeatInterval": 900',
  },
  {
    shape: 'ocpp-frames',
    marked: `[3, "id", { "configurationKey": [ { "key": "ResetRetries", "readonly": false, "value": "3" }, ${CURSOR} ] }]`,
    written: '{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }',
  },
  {
    shape: 'ini-sections',
    marked: `[Ocpp]\nResetRetries=3\nLocalPreAuthorize=true\n${CURSOR}\n`,
    written: 'HeartbeatInterval=900',
    path: 'charger.ini',
  },
  {
    shape: 'properties',
    marked: `ResetRetries = 3\nLocalPreAuthorize = true\nConnectionTimeOut = 60\n${CURSOR}\n`,
    written: 'HeartbeatInterval = 900',
    path: 'charger.properties',
  },
];

describe.each(SAMPLES)('$shape', ({ shape, marked, written, path }) => {
  const options: CheckOptions = path === undefined ? {} : { path };

  test('a key becomes a whole entry', () => {
    const after = accept(marked, KEY, options);
    expect(after).toBe(marked.replace(CURSOR, written));
    const { document, resolved } = understoodText(after, options);
    expect(document.shape).toBe(shape);
    expect(document.syntaxProblems).toEqual([]);
    const added = resolved.scopes
      .flatMap(({ entries }) => entries)
      .filter(({ facts }) => facts?.name === KEY);
    expect(added.map(({ value }) => value)).toEqual([{ kind: 'number', value: 900, canonical: true }]);
  });

  test('a list of measurands, a boolean and a key with an odd value are read back', () => {
    const completions = completionsIn(marked, options);
    expect(completions).not.toEqual([]);
    for (const { label } of completions) {
      const { document, resolved } = understoodText(accept(marked, label, options), options);
      expect(document.syntaxProblems, label).toEqual([]);
      const names = resolved.scopes.flatMap(({ entries }) => entries.map(({ entry }) => entry.address.name));
      expect(names, label).toContain(label);
    }
  });

  test('a key that is there is not offered', () => {
    const labels = completionsIn(marked, options).map(({ label }) => label);
    expect(labels).not.toContain('ResetRetries');
  });
});

describe('EVerest keeps keys in the section of their profile', () => {
  const labelsIn = (marked: string) => completionsIn(marked).map(({ label }) => label);

  test('a section offers the keys of its profile', () => {
    const text = (core: string, smart: string) =>
      `{ "Core": { "ResetRetries": 3${core} }, "SmartCharging": { "ChargeProfileMaxStackLevel": 3${smart} } }`;
    expect(labelsIn(text(`, ${CURSOR}`, ''))).toContain('ConnectionTimeOut');
    expect(labelsIn(text(`, ${CURSOR}`, ''))).not.toContain('ChargingScheduleMaxPeriods');
    expect(labelsIn(text('', `, ${CURSOR}`))).toContain('ChargingScheduleMaxPeriods');
    expect(labelsIn(text('', `, ${CURSOR}`))).not.toContain('ConnectionTimeOut');
  });

  test('so does one that is empty', () => {
    const text = `{ "Core": { "ResetRetries": 3 }, "LocalAuthListManagement": { ${CURSOR} } }`;
    expect(labelsIn(text)).toContain('LocalAuthListEnabled');
    expect(labelsIn(text)).not.toContain('ConnectionTimeOut');
  });
});

test('a message about one key: its name and its value', () => {
  const change = (key: string, value: string) =>
    `[2, "1", "ChangeConfiguration", { "key": "${key}", "value": "${value}" }]`;
  expect(accept(change(`Heart${CURSOR}`, '77'), KEY)).toBe(change(KEY, '77'));
  expect(accept(change(KEY, CURSOR), '900 s')).toBe(change(KEY, '900'));
});

test('a variable of OCPP 2.x has no proposals of 1.6', () => {
  const text = `[ { "name": "OCPPCommCtrlr", "variables": { "a": { "variable_name": "HeartbeatInterval", "attributes": { "Actual": ${CURSOR}60 } } } } ]`;
  expect(completionsIn(text)).toEqual([]);
});
