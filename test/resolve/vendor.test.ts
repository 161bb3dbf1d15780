import { describe, expect, test } from 'vitest';
import { Catalog } from '../../server/src/catalog/catalog.ts';
import type { VendorIndex, VendorPack, VendorQuirk } from '../../server/src/catalog/vendor-pack.ts';
import { Vendors } from '../../server/src/catalog/vendors.ts';
import { standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { adviceOf } from '../helpers/knowledge.ts';
import { analysisOf, problemsOf } from '../helpers/problems.ts';

const ACME: VendorPack = {
  id: 'acme',
  name: 'Acme',
  names: ['Acme Charging B.V.'],
  models: [
    { name: 'Box', patterns: ['AB-*'], current: 'AC' },
    { name: 'Tower', patterns: ['AT-*-DC'], current: 'DC' },
  ],
  keys: [
    key('AcmeFreeVend', 'boolean'),
    key('AcmeToken', 'string'),
    key('Limit[connector]', 'integer'),
    key('Shared_Key', 'string'),
  ],
  quirks: [
    quirk({ key: 'LightIntensity', maximum: 4 }),
    quirk({ key: 'WebSocketPingInterval', minimum: 30, alsoValid: ['0'] }),
    quirk({ key: 'ConnectorPhaseRotation', alsoValid: ['1.Rxx'] }),
    quirk({ key: 'BlinkRepeat', maximum: 9, models: ['Tower'] }),
  ],
  roles: [],
  sources: { manual: { title: 'A manual' } },
};
const OTHER: VendorPack = {
  ...ACME,
  id: 'other',
  name: 'Other',
  names: ['Other'],
  models: [],
  keys: [key('Shared_Key', 'string')],
  quirks: [quirk({ key: 'WebSocketPingInterval', unit: 'min' })],
};

function key(name: string, type: 'boolean' | 'string' | 'integer') {
  return { name, type, access: 'read-write', summary: 'A key.', basis: 'seen', sources: ['manual'] } as const;
}

function quirk(what: Partial<VendorQuirk>): VendorQuirk {
  return { note: 'It differs.', basis: 'seen', sources: ['manual'], ...what };
}

const PACKS = [ACME, OTHER];
const INDEX: VendorIndex = {
  packs: PACKS,
  keys: { AcmeFreeVend: ['acme'], AcmeToken: ['acme'], Shared_Key: ['acme', 'other'] },
  families: { 'Limit[connector]': ['acme'] },
};

const standard = standardKnowledge();
const knowledge = {
  catalog: new Catalog(standard),
  operator: undefined,
  vendors: new Vendors(standard, {
    index: () => INDEX,
    pack: (id) => PACKS.find((pack) => pack.id === id),
  }),
};

function scopeOf(text: string) {
  const scope = analysisOf(text, { knowledge, path: 'dump.json' }).resolved.scopes[0];
  if (scope === undefined) throw new Error('no configuration in the text');
  return scope;
}

function dump(names: readonly string[], fields = ''): string {
  const rows = names.map((name) => `{ "key": "${name}", "readonly": true, "value": "1" }`);
  return `{ ${fields} "configurationKey": [${rows.join(',')}] }`;
}

describe('the vendor of a station', () => {
  test.each(['acme', 'ACME', 'Acme Charging BV', 'acme-charging b.v.'])('is found by the name %s', (name) => {
    const { station } = scopeOf(dump(['HeartbeatInterval'], `"chargePointVendor": "${name}",`));
    expect(station.vendor.value).toBe('Acme');
    expect(station.vendorId).toBe('acme');
    expect(station.vendor.because).toContain(name);
  });

  test('is found by two keys that nobody else has', () => {
    const { station } = scopeOf(dump(['HeartbeatInterval', 'AcmeFreeVend', 'Limit2']));
    expect(station.vendorId).toBe('acme');
    expect(station.vendor.because).toBe('only its stations have keys such as AcmeFreeVend, Limit2');
  });

  test.each([
    ['one key is not enough', ['AcmeToken']],
    ['keys of several vendors count less', ['AcmeToken', 'Shared_Key']],
    ['the standard’s keys say nothing', ['HeartbeatInterval', 'ConnectionTimeOut']],
  ])('%s', (_, names) => {
    expect(scopeOf(dump(['ResetRetries', ...names])).station.vendorId).toBeUndefined();
  });

  test('keys of several vendors are said to be no proof of their own', () => {
    const { station } = scopeOf(dump(['AcmeFreeVend', 'AcmeToken', 'Shared_Key']));
    expect(station.vendor.because).toBe('only its stations have keys such as AcmeFreeVend, AcmeToken');
  });

  test('variables of OCPP 2.x are nobody’s', () => {
    const text = `{
      "AlignedDataCtrlr": { "Interval": { "value": 50 }, "Measurands": { "value": [] } },
      "AuthCtrlr": { "AcmeFreeVend": { "value": true }, "AcmeToken": { "value": "1" } }
    }`;
    expect(scopeOf(text).station.vendorId).toBeUndefined();
  });

  test('that no pack knows stays as the file writes it', () => {
    const { station } = scopeOf(
      dump(['AcmeFreeVend', 'AcmeToken', 'Limit1'], '"chargePointVendor": "Nobody",'),
    );
    expect(station.vendor.value).toBe('Nobody');
    expect(station.vendorId).toBeUndefined();
  });

  test('a comment wins', () => {
    const { station } = scopeOf(`// ocpp-config: vendor=other\n${dump(['AcmeFreeVend', 'AcmeToken'])}`);
    expect(station.vendorId).toBe('other');
  });
});

describe('what a pack adds', () => {
  test('the model tells AC from DC', () => {
    const { station } = scopeOf(
      dump(['ResetRetries'], '"chargePointVendor": "Acme", "chargePointModel": "at-150-dc",'),
    );
    expect(station.current).toEqual({
      value: 'DC',
      because: 'Acme at-150-dc is a DC station',
      concluded: true,
    });
  });

  test('a vendor whose models are all AC makes AC stations, also of a model that is not known', () => {
    const keba = problemsOf(
      '// ocpp-config: vendor=keba smart-charging=on\n[{ "key": "MeterValueSampleInterval", "value": "900" }, { "key": "MeterValuesAlignedData", "value": "SoC" }]',
      {
        path: 'template.jsonc',
      },
    );
    expect(keba.map(({ message }) => message).join()).toContain('300 s (5 min) for AC with smart charging');
    const { station } = scopeOf(dump(['ResetRetries'], '"chargePointVendor": "Acme",'));
    expect(station.current.value, 'Acme makes both').toBeUndefined();
  });

  test('its own keys have facts, typed values and a profile of their own', () => {
    const scope = scopeOf(dump(['AcmeFreeVend', 'Limit2'], '"chargePointVendor": "Acme",'));
    expect(scope.entries.map(({ facts }) => facts?.name)).toEqual(['AcmeFreeVend', 'Limit[connector]']);
    expect(scope.entries[0]?.value).toMatchObject({ kind: 'boolean', value: true });
    const facts = scope.entries[0]?.facts;
    expect(facts && scope.catalog.profileOf(facts).title).toBe('Acme');
    expect(facts && scope.catalog.source(facts.definedIn.source)?.title).toBe('A manual');
  });

  test('a quirk holds for all stations, or for the models that it names', () => {
    const limitOf = (key: string, model: string) =>
      scopeOf(
        dump(['ResetRetries'], `"chargePointVendor": "Acme", "chargePointModel": "${model}",`),
      ).catalog.key(key)?.maximum;
    expect([limitOf('LightIntensity', 'AB-1'), limitOf('LightIntensity', '?')]).toEqual([4, 4]);
    expect([
      limitOf('BlinkRepeat', 'AT-9-DC'),
      limitOf('BlinkRepeat', 'AB-1'),
      limitOf('BlinkRepeat', '?'),
    ]).toEqual([9, undefined, undefined]);
  });

  test('a value that the vendor takes is right, but an operator may advise against it', () => {
    const rulesOf = (key: string, value: string) =>
      problemsOf(
        `// ocpp-config: vendor=acme\n[{ "key": "${key}", "value": "${value}" }, { "key": "ResetRetries", "value": "3" }]`,
        {
          knowledge: { ...knowledge, operator: adviceOf('greenflux') },
          path: 'template.jsonc',
        },
      ).map(({ rule }) => rule);
    expect(rulesOf('WebSocketPingInterval', '10')).toEqual(['value-range']);
    expect(rulesOf('WebSocketPingInterval', '0')).toEqual(['greenflux/websocket-ping-interval']);
    expect(rulesOf('ConnectorPhaseRotation', '1.Rxx')).toEqual([]);
    expect(rulesOf('ConnectorPhaseRotation', '1.Rxy')).toEqual(['phase-rotation']);
  });

  test('a number out of range is mended in the unit of the vendor', () => {
    const [problem] = problemsOf(
      '// ocpp-config: vendor=other\n[{ "key": "WebSocketPingInterval", "value": "-5" }]',
      { knowledge: { ...knowledge, operator: adviceOf('greenflux') }, path: 'template.jsonc' },
    );

    expect(problem?.fixes.map(({ title }) => title)).toEqual(['Set WebSocketPingInterval to 3 min']);
  });

  test('a member of a family is called by its own name', () => {
    const problems = problemsOf(
      '// ocpp-config: vendor=acme\n[{ "key": "Limit2", "value": "x" }, { "key": "ResetRetries", "value": "3" }]',
      {
        knowledge,
        path: 'template.jsonc',
      },
    );
    expect(problems.map(({ key, message }) => [key, message.split(',')[0]])).toEqual([
      ['Limit2', 'Limit2 needs a whole number'],
    ]);
  });

  test('another vendor’s station knows nothing of them', () => {
    const scope = scopeOf(dump(['AcmeFreeVend'], '"chargePointVendor": "Other",'));
    expect(scope.entries[0]?.facts).toBeUndefined();
  });
});
