import { describe, expect, test } from 'vitest';
import { planRecommended, type RecommendedPlan } from '../../server/src/features/apply-recommended.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, NOTATIONS, understoodText, written } from '../helpers/features.ts';
import { knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { type CheckOptions, withDefaults } from '../helpers/problems.ts';

/** All that the operator asks for, for any station that is not known better. */
const AS_RECOMMENDED = {
  WebSocketPingInterval: '180',
  MeterValuesSampledData:
    'Energy.Active.Import.Register,Current.Import,Current.Offered,Power.Active.Import,Power.Offered',
  MeterValueSampleInterval: '300',
  HeartbeatInterval: '900',
  ConnectionTimeOut: '60',
  AllowOfflineTxForUnknownId: 'true',
  LocalAuthorizeOffline: 'true',
};

describe.each(NOTATIONS)('in $name', ({ name, options }) => {
  const check = (
    before: Readonly<Record<string, string>>,
    after: Readonly<Record<string, string>>,
    more: CheckOptions = {},
  ) => expect(applied(written(name, before), { ...options, ...more })).toBe(written(name, after));

  test('nothing to do where all is as recommended', () => {
    expect(plan(written(name, AS_RECOMMENDED), options)).toBeUndefined();
    expect(plan(written(name, { ...AS_RECOMMENDED, WebSocketPingInterval: '90' }), options)).toBeUndefined();
  });

  test('values that are there become as recommended', () => {
    check(
      {
        ...AS_RECOMMENDED,
        WebSocketPingInterval: '10',
        HeartbeatInterval: '30',
        LocalAuthorizeOffline: 'false',
      },
      { ...AS_RECOMMENDED, WebSocketPingInterval: '60' },
    );
    check({ ...AS_RECOMMENDED, WebSocketPingInterval: '0' }, AS_RECOMMENDED);
    check({ ...AS_RECOMMENDED, HeartbeatInterval: '' }, AS_RECOMMENDED);
  });

  test('a list keeps its items and its style', () => {
    check(
      { ...AS_RECOMMENDED, MeterValuesSampledData: 'Voltage, Power.Offered' },
      {
        ...AS_RECOMMENDED,
        MeterValuesSampledData:
          'Voltage, Power.Offered, Energy.Active.Import.Register, Current.Import, Current.Offered, Power.Active.Import',
      },
    );
  });

  test('a list is not made longer than the station takes', () => {
    const limited = { ...AS_RECOMMENDED, MeterValuesSampledDataMaxLength: '3' };
    check(
      { ...limited, MeterValuesSampledData: 'Voltage,SoC' },
      { ...limited, MeterValuesSampledData: 'Voltage,SoC,Energy.Active.Import.Register' },
    );
  });

  test('what is right for one kind of station stays while the kind is not known', () => {
    expect(
      plan(written(name, { ...AS_RECOMMENDED, MeterValueSampleInterval: '900' }), options),
    ).toBeUndefined();
    check({ ...AS_RECOMMENDED, MeterValueSampleInterval: '77' }, AS_RECOMMENDED);
    const station = { current: 'DC', smartCharging: true } as const;
    check(AS_RECOMMENDED, { ...AS_RECOMMENDED, MeterValueSampleInterval: '30' }, { station });
  });

  test('what a tool fills in stays', () => {
    expect(
      plan(written(name, { ...AS_RECOMMENDED, HeartbeatInterval: '{{HEARTBEAT}}' }), options),
    ).toBeUndefined();
  });

  test('missing keys of features that the file knows are added at the end', () => {
    const { HeartbeatInterval: _, LocalAuthorizeOffline: __, ...some } = AS_RECOMMENDED;
    check(some, { ...some, HeartbeatInterval: '900', LocalAuthorizeOffline: 'true' });
    check(
      { ...AS_RECOMMENDED, LocalAuthListMaxLength: '10' },
      { ...AS_RECOMMENDED, LocalAuthListMaxLength: '10', LocalAuthListEnabled: 'false' },
    );
  });

  test('a missing key of which a slip is there already is not added beside it', () => {
    for (const [key, slip] of [
      ['HeartbeatInterval', 'HeartbeatIntreval'],
      ['HeartbeatInterval', 'HeartbeatInterval1'],
      ['ConnectionTimeOut', 'ConnectionTimeOutt'],
      ['LocalAuthorizeOffline', 'LocalPreAuthorizeOffline'],
      ['AllowOfflineTxForUnknownId', 'AllowOfflineTxForUnkownId'],
    ] as const) {
      const { [key]: value, ...others } = AS_RECOMMENDED;
      const before = { ...others, [slip]: value };
      expect(plan(written(name, before), options)).toBeUndefined();
      const { MeterValueSampleInterval: __, ...some } = before;
      check(some, { ...some, MeterValueSampleInterval: '300' });
    }
  });

  test('each change says from what to what and why', () => {
    const text = written(name, { ...AS_RECOMMENDED, HeartbeatInterval: '30' });
    expect(plan(text, options)).toMatchObject({
      operator: 'GreenFlux',
      scopes: [
        {
          scope: 0,
          changes: [
            {
              kind: 'set',
              key: 'HeartbeatInterval',
              from: '30',
              to: '900',
              reason: 'GreenFlux sets it to 900 itself, each time the station announces that it has booted.',
              rule: 'greenflux/heartbeat-interval',
            },
          ],
        },
      ],
    });
  });

  test('doing it twice is doing it once', () => {
    const once = applied(
      written(name, { LocalPreAuthorize: 'true', ResetRetries: '3', WebSocketPingInterval: '10' }),
      options,
    );
    expect(plan(once, options)).toBeUndefined();
  });

  test('without an operator there is no plan', () => {
    const without = { ...options, knowledge: knowledgeWithoutOperator };
    expect(
      plan(
        written(name, { WebSocketPingInterval: '10', ResetRetries: '3', LocalPreAuthorize: 'true' }),
        without,
      ),
    ).toBeUndefined();
  });
});

test('nothing is added to what a station has reported', () => {
  const dump = `{ "configurationKey": [ { "key": "WebSocketPingInterval", "readonly": false, "value": "10" }, { "key": "HeartbeatInterval", "readonly": true, "value": "60" } ], "unknownKey": [] }`;
  expect(plan(dump)?.scopes[0]?.changes.map(({ key, to }) => [key, to])).toEqual([
    ['WebSocketPingInterval', '60'],
  ]);
});

test('an empty configuration gets everything in the order of the advice', () => {
  const [scope] = understoodText(applied('{ "configurationKey": [] }')).resolved.scopes;
  const entries = scope?.entries.map(({ entry }) => [entry.address.name, entry.value?.text]);
  expect(entries).toEqual(Object.entries(AS_RECOMMENDED));
});

test('a variant that replaces a few values is not filled up', () => {
  const keys = Object.entries(AS_RECOMMENDED).map(([key, value]) => `"${key}": "${value}"`);
  const text = `{ "applies_to": {}, "keys": { ${keys.join(', ')} }, "variants": { "fast": { "HeartbeatInterval": "60" } } }`;
  expect(applied(text)).toBe(text.replace('"60" }', '"900" }'));
});

test("neither is one of several files of a station's settings", () => {
  const text = `{"head":{"content-type":"ocpp_config_file","version":"2.0"},"configurations":[{"type":"int","key":"WebSocketPingInterval","value":5}]}`;
  expect(applied(text)).toBe(text.replace('5}]', '60}]'));
});

test('EVerest gets each key in the section of its profile, natively typed', () => {
  const text = `{
  "LocalAuthListManagement": {
    "LocalAuthListMaxLength": 10
  },
  "Core": {
    "ConnectionTimeOut": 60,
    "HeartbeatInterval": 900,
    "LocalAuthorizeOffline": true,
    "MeterValueSampleInterval": 300,
    "MeterValuesSampledData": "${AS_RECOMMENDED.MeterValuesSampledData}",
    "WebSocketPingInterval": 180
  }
}
`;
  expect(applied(text)).toBe(
    text
      .replace('"LocalAuthListMaxLength": 10', '$&,\n    "LocalAuthListEnabled": false')
      .replace('"WebSocketPingInterval": 180', '$&,\n    "AllowOfflineTxForUnknownId": true'),
  );
});

test("another program's section stays as it is", () => {
  const text = `[ChargePoint]\nConnectionTimeout=2000\nHeartbeatInterval=5\n${written('INI', AS_RECOMMENDED)}`;
  expect(plan(text, INI)).toBeUndefined();
});

test('comments, line ends and blanks stay', () => {
  const before = '# Head\r\n[Ocpp]\r\nHeartbeatInterval = 30\r\n# Foot\r\nConnectionTimeOut = 60\r\n';
  expect(applied(before, INI)).toContain(
    '# Head\r\n[Ocpp]\r\nHeartbeatInterval = 900\r\n# Foot\r\nConnectionTimeOut = 60\r\n',
  );
});

function plan(text: string, options: CheckOptions = {}): RecommendedPlan | undefined {
  return planRecommended(understoodText(text, options), withDefaults(options));
}

function applied(text: string, options: CheckOptions = {}): string {
  return applyEdits(text, plan(text, options)?.edits ?? []);
}

test("on a vendor's stations keys and booleans are written as they take them", () => {
  const text = `// ocpp-config: vendor=bender\n[\n  { "key": "LocalPreAuthorize", "value": "1" },\n  { "key": "BlinkRepeat", "value": "1" }\n]`;
  const after = applied(text, { path: 'template.jsonc' });
  expect(after).toContain('"HeartBeatInterval"');
  expect(after).toMatch(/"LocalAuthorizeOffline",\s*"value": "1"/);
  expect(after).not.toContain('"true"');
});
