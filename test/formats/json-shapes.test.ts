/** Where entries live in the kinds of JSON files, and what each kind says of them. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument, SHAPE_IDS } from '../../server/src/formats/index.ts';
import type { ConfigDocument, ConfigScope } from '../../server/src/model/document.ts';
import { catalog } from '../helpers/knowledge.ts';

const fixtures = join(import.meta.dirname, 'fixtures/json');

function read(text: string, path = 'a.json'): ConfigDocument | undefined {
  return parseDocument(text, { path, isKeyName: catalog.isKeyName });
}

function readFixture(name: string): ConfigDocument {
  const document = read(readFileSync(join(fixtures, name), 'utf8'), name);
  if (document === undefined) throw new Error(`${name} is not recognised`);
  return document;
}

/** A scope in one line: `Core: store native HeartbeatInterval=300`. */
function line({ label, purpose, dialect, keysAre, entries }: ConfigScope): string {
  const texts = entries.map(({ address, value }) => `${address.name}=${value?.text ?? '?'}`);
  return [`${label}:`, purpose, dialect.values, ...(keysAre === 'other' ? ['other'] : []), ...texts].join(
    ' ',
  );
}

function lines(name: string): string[] {
  return readFixture(name).scopes.map(line);
}

test.each(globSync('*.json*', { cwd: fixtures }).sort())('%s has the shape that begins its name', (name) => {
  const candidates = SHAPE_IDS.filter((id) => name.startsWith(id));
  const expected = candidates.sort((a, b) => b.length - a.length)[0];
  expect(readFixture(name).shape).toBe(expected);
});

describe('scopes and entries', () => {
  test.each<[string, string[]]>([
    [
      'get-configuration-snake-case.json',
      ['configuration_key: dump strings HeartbeatInterval=300 NumberOfConnectors=1'],
    ],
    [
      'everest-16.json',
      [
        'OCPP 1.6: store native AuthorizeRemoteTxRequests=true HeartbeatInterval=900 ' +
          'MeterValuesSampledData=Energy.Active.Import.Register ChargeProfileMaxStackLevel=42',
        'Internal: store native other ChargePointId=cp001 ChargePointVendor=ACME ChargePointModel=WB-22 ' +
          'LogMessagesFormat=["log", "html"]',
        'Custom: store native other ExampleConfigurationKey=example',
      ],
    ],
    [
      'ocpp-frames-list.json',
      [
        'ChangeConfiguration: template strings HeartbeatInterval=900',
        'GetConfiguration: template strings',
        'GetConfiguration: template strings',
      ],
    ],
    [
      'ocpp-frames-steps.json',
      [
        'ChangeConfiguration: template strings HeartbeatInterval=300',
        'GetConfiguration: dump strings HeartbeatInterval=300',
      ],
    ],
    [
      'commissioning-template.json',
      [
        'keys: template strings HeartbeatInterval=300 ConnectionTimeOut=120 SecurityProfile=2 CpoName=EXAMPLE',
        'variants.dc_fast: template strings MeterValueSampleInterval=15',
      ],
    ],
    [
      'commissioning-template-stations.json',
      [
        'ocppStandardParameters 1.0: template strings HeartbeatInterval=180 ConnectionTimeOut=60',
        'ocppVendorParameters 1.0: template strings acmeled=1',
      ],
    ],
    [
      'flat-map.json',
      [
        'keys: template either HeartbeatInterval=300 LocalPreAuthorize=true ' +
          'MeterValuesSampledData=Energy.Active.Import.Register',
      ],
    ],
    [
      'flat-map-nested.json',
      ['default_ocpp_configs: store either HeartbeatInterval=10 ConnectionTimeOut=60'],
    ],
    [
      'microocpp-store.json',
      ['configurations: store native Cst_PreBootTransactions=false HeartbeatInterval=60 AuthorizationKey='],
    ],
    [
      'station-template-native.json',
      [
        'configurationKey: store either NumberOfConnectors=2 LocalAuthListEnabled=false SupportedFeatureProfiles=Core',
      ],
    ],
    ['device-model-description.json', ['AlignedDataCtrlr: store native Enabled=? Interval=?']],
  ])('%s', (name, expected) => {
    expect(lines(name)).toEqual(expected);
  });

  test('marks are read as true and false, also from strings and numbers', () => {
    const marks = (name: string) => readFixture(name).scopes[0]?.entries.map(({ readOnly }) => readOnly);
    expect(marks('get-configuration.json')).toEqual([true, false, false, false, true]);
    expect(marks('key-catalogue.json')).toEqual([false, true, false]);
    expect(marks('key-list.json')).toEqual([false, false]);
    expect(marks('device-model-component.json')).toEqual([false, true]);
    const reboots = readFixture('station-template.json').scopes[0]?.entries.map((e) => e.rebootRequired);
    expect(reboots).toEqual([true, undefined]);
  });

  test('a key without a value member has no value, and null is one', () => {
    const entries = readFixture('get-configuration.json').scopes[0]?.entries;
    expect(entries?.[3]?.value).toBeUndefined();
    expect(entries?.[4]?.value).toMatchObject({ kind: 'null', text: 'null' });
  });

  test('names without values are references', () => {
    const references = (name: string) =>
      readFixture(name).scopes.flatMap((scope) =>
        scope.references.map(({ name: key, role }) => `${role} ${key}`),
      );
    expect(references('get-configuration.json')).toEqual(['unknown WebSocketPingIntervall']);
    expect(references('ocpp-frames-list.json')).toEqual([
      'request HeartbeatInterval',
      'request ConnectionTimeOut',
    ]);
    expect(references('commissioning-template.json')).toEqual([
      'listed ClockAlignedDataInterval',
      'listed MinimumStatusDuration',
      'listed NumberOfConnectors',
    ]);
  });
});

describe('addresses', () => {
  const addresses = (name: string) =>
    readFixture(name).scopes.flatMap(({ entries }) => entries.map(({ address }) => address));

  test('keys belong to their section', () => {
    expect(addresses('everest-16-one-section.json')[0]).toEqual({
      name: 'HeartbeatInterval',
      section: 'Core',
    });
  });

  test('a component of a 1.6 station is a section', () => {
    expect(addresses('component-list.json')[0]).toEqual({
      name: 'HeartbeatInterval',
      section: 'OCPPCommCtrlr',
    });
  });

  test('dotted keys of a 2.x station name component, variable and instance', () => {
    expect(addresses('get-configuration-dotted-2x.json')).toEqual([
      {
        name: 'OCPPCommCtrlr.WebSocketPingInterval',
        component: 'OCPPCommCtrlr',
        variable: 'WebSocketPingInterval',
      },
      {
        name: 'OCPPCommCtrlr.MessageAttempts.TransactionEvent',
        component: 'OCPPCommCtrlr',
        variable: 'MessageAttempts',
        variableInstance: 'TransactionEvent',
      },
    ]);
  });

  test('variables of OCPP 2.x say where they live', () => {
    expect(addresses('device-model-components.json')).toEqual([
      { name: 'AllowReset', component: 'EVSE', evse: 1, attribute: 'Actual' },
      {
        name: 'MessageAttempts',
        component: 'OCPPCommCtrlr',
        variableInstance: 'TransactionEvent',
        attribute: 'Actual',
      },
    ]);
    expect(addresses('ocpp-frames-named.json').slice(1)).toEqual([
      { name: 'TxUpdatedInterval', component: 'SampledDataCtrlr', evse: 1 },
      {
        name: 'MessageAttempts',
        component: 'OCPPCommCtrlr',
        variableInstance: 'TransactionEvent',
        attribute: 'Actual',
      },
    ]);
  });

  test('files of OCPP 2.x say so', () => {
    for (const name of [
      'device-model-tree.json',
      'device-model-component.json',
      'device-model-description.json',
    ]) {
      expect(readFixture(name).scopes[0]?.station.protocol?.text).toBe('OCPP 2.0.1');
    }
  });
});

describe('what a file says of its station', () => {
  const stationOf = (name: string, scope = 0) => {
    const { station } = readFixture(name).scopes[scope] ?? {};
    return Object.fromEntries(Object.entries(station ?? {}).map(([fact, field]) => [fact, field?.text]));
  };

  test.each([
    ['station-template.json', { model: 'WB-22', vendor: 'ACME', firmware: '1.2.3', current: 'AC' }],
    ['station-template-generated.json', { model: 'WB-22', vendor: 'ACME', protocol: '1.6' }],
    ['everest-16.json', { vendor: 'ACME', model: 'WB-22', identity: 'cp001' }],
    ['commissioning-template.json', { vendor: 'ACME', model: '*', current: 'AC_3_PHASE' }],
    [
      'commissioning-template-stations.json',
      { vendor: 'ACME', model: 'WB-22', firmware: '1.0', protocol: '1.6', current: 'AC' },
    ],
    ['key-tuples.json', { vendor: 'ACME', model: 'SIM-1' }],
    ['flat-map-nested.json', { vendor: 'ACME' }],
    ['key-map.json', { vendor: 'ACME', protocol: '1.6' }],
    ['ocpp-frames-list.json', { vendor: 'ACME', model: 'WB-22', firmware: '1.0' }],
  ])('%s', (name, expected) => {
    expect(stationOf(name)).toEqual(expected);
  });

  test('the field is named and its range gives back its text', () => {
    const document = readFixture('station-template.json');
    const field = document.scopes[0]?.station.current;
    expect(field?.field).toBe('currentOutType');
    expect(document.text.slice(field?.range.start, field?.range.end)).toBe('AC');
  });
});

describe('wanted or reported', () => {
  const purposeOf = (text: string, path?: string) => read(text, path)?.scopes[0]?.purpose;
  const list = (readonly: string, rest = '') =>
    `{ "configurationKey": [{ "key": "HeartbeatInterval"${readonly}, "value": "1" }]${rest} }`;

  test.each([
    [list(''), 'a.json', 'template'],
    [list(', "readonly": false'), 'a.json', 'template'],
    [list(', "readonly": true'), 'a.json', 'dump'],
    [list(', "readonly": "true"'), 'a.json', 'dump'],
    [list('', ', "unknownKey": []'), 'a.json', 'dump'],
    [list('', ', "unknownKey": []'), 'acme-template.json', 'template'],
    [list(', "readonly": true'), 'acme-template.json', 'dump'],
    [list(', "readonly": false'), 'acme-getconfiguration.json', 'dump'],
    [`[3, "1", ${list('')}]`, 'a.json', 'dump'],
  ])('%s in %s is a %s', (text, path, expected) => {
    expect(purposeOf(text, path)).toBe(expected);
  });
});

describe('a file that somebody has just begun', () => {
  test.each([
    ['{ "configurationKey": [] }', 'get-configuration'],
    ['{ "configurationKey": [', 'get-configuration'],
    ['{ "configurationKey": [{ "key": "', 'get-configuration'],
    ['{ "chargePointModel": "M", "Configuration": { "configurationKey": [', 'station-template'],
    ['{ "Core": {} }', 'everest-16'],
    ['{ "Core": {', 'everest-16'],
    ['{ "Core": { "Heart', 'everest-16'],
    ['{ "head": { "content-type": "ocpp_config_file" }, "configurations": [', 'microocpp-store'],
    ['{ "applies_to": {}, "keys": {', 'commissioning-template'],
    ['{ "ConfigurationKeys": {', 'key-map'],
    ['[2, "1", "ChangeConfiguration", { "key": "', 'ocpp-frames'],
    ['[2, "1", "GetConfiguration", {', 'ocpp-frames'],
    ['{ "changeConfiguration": [', 'change-configuration'],
  ])('%s is %s', (text, shape) => {
    expect(read(text)?.shape).toBe(shape);
  });
});

describe('names of configurations', () => {
  const labels = (text: string, path?: string) => read(text, path)?.scopes.map(({ label }) => label);

  test('several lists are told apart by what is around them', () => {
    const list = '{ "configurationKey": [{ "key": "A" }] }';
    expect(labels(`{ "cp1": ${list}, "cp2": ${list} }`)).toEqual([
      'cp1.configurationKey',
      'cp2.configurationKey',
    ]);
  });

  test('several templates are told apart by their names', () => {
    const template = (id: string) => `{ "id": "${id}", "applies_to": {}, "keys": { "A": "1" } }`;
    expect(labels(`[${template('ac')}, ${template('dc')}]`)).toEqual(['ac: keys', 'dc: keys']);
  });
});

test('several documents are right in a file of lines', () => {
  const text = '{"configurationKey":[{"key":"A"}]}\n{"configurationKey":[{"key":"B"}]}\n';
  expect(read(text, 'a.ndjson')).toMatchObject({ scopes: [{}, {}], syntaxProblems: [] });
  expect(read(text, 'a.json')?.syntaxProblems).toHaveLength(1);
});

describe('files of other programs', () => {
  test.each([
    [
      'a JSON Schema',
      '{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"HeartbeatInterval":{"value":1},"ConnectionTimeOut":{"value":1}}}',
    ],
    [
      'a schema that does not say so',
      '{"type":"object","properties":{"configurationKey":[{"key":"HeartbeatInterval"}]}}',
    ],
    [
      'an API description',
      '{"openapi":"3.1.0","x":{"configurationKey":[{"key":"HeartbeatInterval","value":"1"}]}}',
    ],
    [
      'a table of recommendations',
      '[{"id":1,"key":"HeartbeatInterval","value":900,"unit":"s","reason":"x","where":"T"}]',
    ],
    ['key bindings', '[{"key":"ctrl+x","command":"cut"}]'],
    ['translations', '[{"key":"hello","value":"Hallo"},{"key":"bye","value":"Tschüss"}]'],
    ['names in another case', '{"heartbeatInterval":300,"connectionTimeout":60,"websocketPingInterval":10}'],
    [
      'the environment of a container',
      '[{"name":"HEARTBEAT_INTERVAL","value":"300"},{"name":"PORT","value":"80"}]',
    ],
    ['one name that may be a coincidence', '{"HeartbeatInterval":300,"port":80}'],
    ['a section that may be anything', '{"Core":{"LogLevel":"debug"}}'],
    ['sections beside others', '{"Core":{"HeartbeatInterval":300},"Logging":{"level":1}}'],
    ['a list of versions', '{"version":1,"keys":[{"key":"a","readOnly":true}]}'],
    ['a message of another kind', '[2,"1","Heartbeat",{}]'],
    ['an array of numbers and names', '[2,"ab",3]'],
  ])('%s is left alone', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });
});
