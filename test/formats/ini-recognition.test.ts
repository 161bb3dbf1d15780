/** Which INI files are a charger's, and what their sections hold. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import { corpusFolder } from '../corpus/corpus.ts';
import { entriesOf, entryNamed, parseIni, recogniseIni } from './ini-helpers.ts';

const KEYS = 'HeartbeatInterval=900\nWebSocketPingInterval=60';
const MORE_KEYS = `${KEYS}\nMeterValueSampleInterval=300`;

describe('a file is ours', () => {
  test.each<[why: string, text: string, shape: string]>([
    ['two keys in [Ocpp]', `[Ocpp]\n${KEYS}`, 'ini-sections'],
    ['two keys in [OCPP]', `[OCPP]\n${KEYS}`, 'ini-sections'],
    ['two keys in [Configuration]', `[Configuration]\n${KEYS}`, 'ini-sections'],
    [
      'a key in each of two profiles',
      '[Core]\nHeartbeatInterval=1\n[Security]\nAuthorizationKey=',
      'ini-sections',
    ],
    ['two keys and no section', KEYS, 'properties'],
    ['two keys before other sections', `${KEYS}\n[Log]\nlevel=3`, 'ini-sections'],
    ['three keys in a section of any name', `[Depot 7]\n${MORE_KEYS}`, 'ini-sections'],
    ['a stack’s section beside [Ocpp] without keys', '[ChargePoint]\n[Ocpp]\n', 'ini-sections'],
    ['the older name of that section', '[Stack]\nConnectionTimeout=1\n[Ocpp]\nHeart', 'ini-sections'],
    ['two controllers of OCPP 2.x', '[TxCtrlr]\nTxStopPoint=\n[ClockCtrlr]\n', 'ini-sections'],
    ['a controller with two keys', `[OCPPCommCtrlr]\n${KEYS}`, 'ini-sections'],
    [
      'keys beside the address of a back end',
      `[CentralSystem]\nURL=x\n[Configuration]\n${KEYS}`,
      'ini-sections',
    ],
    ['a stack’s section that holds the keys itself', `[ChargePoint]\n${MORE_KEYS}`, 'ini-sections'],
  ])('%s', (_, text, shape) => {
    expect(recogniseIni(text)?.shape).toBe(shape);
  });
});

describe('a file is not ours', () => {
  test.each<[why: string, text: string]>([
    ['nothing in it', ''],
    ['a byte order mark alone', '\ufeff'],
    ['one key', 'HeartbeatInterval=900'],
    ['the same key twice', 'HeartbeatInterval=900\nHeartbeatInterval=800'],
    ['keys in another case', 'heartbeatInterval=1\nwebsocketPingInterval=2\nHEARTBEAT_INTERVAL=3'],
    ['keys in comments', `# ${KEYS.replace('\n', '\n# ')}`],
    ['[Ocpp] alone', '[Ocpp]\nHeart'],
    ['[Core] of another program', '[Core]\nDisableLogging=false\n[Sinks]\nFormat="%a"'],
    ['two keys in a section of any name', `[server]\n${KEYS}`],
    ['a back end', `[CentralSystem]\n${MORE_KEYS}`],
    ['a local controller', `[LocalController]\n${MORE_KEYS}`],
    ['PHP', `[PHP]\nengine=On\n[Ocpp]\n${MORE_KEYS}`],
    ['MySQL', `[mysqld]\nport=3306\n[Ocpp]\n${MORE_KEYS}`],
    ['FIX', `[DEFAULT]\nHeartBtInt=30\n[SESSION]\n${MORE_KEYS}`],
    ['Python tools', `[tool:pytest]\n[Ocpp]\n${MORE_KEYS}`],
    ['PlatformIO', `[env:esp32]\n[Ocpp]\n${MORE_KEYS}`],
  ])('%s', (_, text) => {
    expect(recogniseIni(text)).toBeUndefined();
  });

  test('where another format’s shape is forced', () => {
    expect(recogniseIni(`[Ocpp]\n${KEYS}`, { shape: 'get-configuration' })).toBeUndefined();
  });
});

describe('a forced shape needs no proof', () => {
  test.each<[what: string, text: string, scopes: string[]]>([
    ['no text', '', ['the top of the file']],
    ['half a key', 'Heart', ['the top of the file']],
    ['an empty section', '[Depot]\n', ['[Depot]']],
    ['a file of another program', `[PHP]\n${KEYS}`, ['[PHP]']],
  ])('%s', (_, text, scopes) => {
    const document = parseIni(text, { shape: 'ini-sections' });

    expect(document.shape).toBe('ini-sections');
    expect(document.scopes.map(({ label, keysAre }) => [label, keysAre])).toEqual(
      scopes.map((label) => [label, 'ocpp']),
    );
  });
});

test('a stack’s own keys are no OCPP keys', () => {
  const document = parseIni(
    '[ChargePoint]\nConnectionTimeout=2000\nWebSocketPingInterval=1\n[Ocpp]\nConnectionTimeOut=60',
  );

  expect(document.scopes.map(({ label, keysAre, purpose }) => [label, keysAre, purpose])).toEqual([
    ['[ChargePoint]', 'other', 'store'],
    ['[Ocpp]', 'ocpp', 'store'],
  ]);
  expect(entriesOf(document)).toEqual([
    '[ChargePoint] ConnectionTimeout → 2000',
    '[ChargePoint] WebSocketPingInterval → 1',
    '[Ocpp] ConnectionTimeOut → 60',
  ]);
});

test('a namesake in another section is none either', () => {
  const { scopes } = parseIni(`[Network]\nWebSocketPingInterval=10\n[Ocpp]\n${KEYS}`);

  expect(scopes.map(({ label, keysAre }) => [label, keysAre])).toEqual([
    ['[Network]', 'other'],
    ['[Ocpp]', 'ocpp'],
  ]);
});

describe('the purpose and the dialect', () => {
  test('of a file with wanted values', () => {
    expect(parseIni(`[Configuration]\n${KEYS}`).scopes[0]).toMatchObject({
      purpose: 'template',
      dialect: { values: 'plain', keyCase: 'ignored', strict: false },
    });
  });

  test('of a station’s own file', () => {
    const { scopes } = parseIni(`[ChargePoint]\nVendor=A\n[Configuration]\n${KEYS}`);

    expect(scopes.map(({ purpose, dialect }) => [purpose, dialect.reader])).toEqual([
      ['store', undefined],
      ['store', undefined],
    ]);
  });

  test('of open-ocpp', () => {
    expect(parseIni(`[ChargePoint]\n[Ocpp]\n${KEYS}`).scopes[1]).toMatchObject({
      purpose: 'store',
      dialect: { keyCase: 'exact', comments: ['#'], reader: 'open-ocpp' },
    });
  });
});

describe('the station', () => {
  test('is what the stack’s section says', () => {
    const { scopes } = parseIni(
      '[ChargePoint]\nChargePointVendor=A\nChargePointModel="B 1"\nFirmwareVersion=\n[Ocpp]\n',
    );

    expect(scopes[1]?.station).toEqual({
      vendor: { text: 'A', field: 'ChargePointVendor', range: { start: 32, end: 33 } },
      model: { text: 'B 1', field: 'ChargePointModel', range: { start: 52, end: 55 } },
    });
  });

  test('is what short names say in a section about it', () => {
    const { scopes } = parseIni(
      `[Protocol]\nVersion=1.6\n[ChargePoint]\nVendor=A\nModel=B\n[Shop]\nModel=C\n[Ocpp]\n${KEYS}`,
    );

    const { vendor, model, protocol } = scopes.at(-1)?.station ?? {};
    expect([vendor?.text, model?.text, protocol?.text]).toEqual(['A', 'B', '1.6']);
  });

  test('is what a list without sections says', () => {
    const { scopes } = parseIni(`CHARGE_POINT_VENDOR=A\n${KEYS}`, { path: '.env' });

    expect(scopes[0]?.station.vendor).toMatchObject({ text: 'A', field: 'CHARGE_POINT_VENDOR' });
  });

  test('speaks 2.0.1 where there are controllers', () => {
    const { scopes } = parseIni('[ChargePoint]\nModel=A\n[TxCtrlr]\nTxStopPoint=\n');

    expect(scopes.map(({ station }) => station.protocol?.text)).toEqual(['2.0.1', '2.0.1']);
  });
});

describe('an address in OCPP 2.x', () => {
  test.each<[line: string, address: object]>([
    ['[TxCtrlr]\nTxStopPoint=', { component: 'TxCtrlr' }],
    ['[AlignedDataCtrlr.1]\nSendDuringIdle=', { component: 'AlignedDataCtrlr', evse: 1 }],
    ['[Connector.1.2]\nConnectorType=', { component: 'Connector', evse: 1, connector: 2 }],
    ['[EVSE.EVSE 1.1]\nPower=', { component: 'EVSE', componentInstance: 'EVSE 1', evse: 1 }],
    ['[ChargingStation]\nAvailable=', { component: 'ChargingStation' }],
    [
      '[DeviceDataCtrlr]\nItemsPerMessage.GetReport=',
      { component: 'DeviceDataCtrlr', variable: 'ItemsPerMessage', variableInstance: 'GetReport' },
    ],
  ])('%j', (text, address) => {
    const [header = '', line = ''] = text.split('\n');
    const document = parseIni(`[ChargePoint]\n[TxCtrlr]\n[ClockCtrlr]\n${text}`);
    const name = line.slice(0, -1);

    expect(entryNamed(document, name).address).toEqual({ name, section: header.slice(1, -1), ...address });
  });

  test('is not given to another program’s section', () => {
    const document = parseIni('[TxCtrlr]\nTxStopPoint=\n[ClockCtrlr]\n[Log]\nlevel=3');

    expect(entryNamed(document, 'level').address).toEqual({ name: 'level', section: 'Log' });
    expect(document.scopes.map(({ label, keysAre }) => [label, keysAre])).toEqual([
      ['[TxCtrlr] and 1 more', 'ocpp'],
      ['[Log]', 'other'],
    ]);
  });
});

describe('a file name or language', () => {
  test.each<[accepted: boolean, hint: { path?: string; languageId?: string }]>([
    [true, { path: '/a/b.ini' }],
    [true, { path: 'C:\\a\\B.INI' }],
    [true, { path: 'file:///a/b.cfg' }],
    [true, { path: 'b.conf' }],
    [true, { path: 'b.properties' }],
    [true, { path: '/a/.env' }],
    [true, { path: '/a/.env.production' }],
    [true, { path: 'settings.env' }],
    [true, { languageId: 'ini', path: 'untitled:Untitled-1' }],
    [true, { languageId: 'properties' }],
    [true, { languageId: 'dotenv' }],
    [true, { languageId: 'plaintext', path: 'b.ini' }],
    [false, { languageId: 'json', path: 'b.ini' }],
    [false, { path: '/a.ini/b.json' }],
    [false, { path: 'b.yaml' }],
    [false, {}],
  ])('accepted: %j, %j', (accepted, hint) => {
    expect(iniFormat.accepts(hint)).toBe(accepted);
  });
});

test('real files are told apart', () => {
  const files = globSync('**/*', { cwd: corpusFolder }).filter((path) => iniFormat.accepts({ path }));
  const isOurs = (path: string): boolean =>
    !path.startsWith('not-ours') && !/(centralsystem|localcontroller)\.ini$/.test(path);
  const wrong = files.filter((path) => {
    const document = recogniseIni(readFileSync(join(corpusFolder, path), 'utf8'), { path });
    return (document !== undefined) !== isOurs(path) || (document?.syntaxProblems.length ?? 0) > 0;
  });

  expect(wrong).toEqual([]);
});
