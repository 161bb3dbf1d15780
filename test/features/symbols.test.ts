import { describe, expect, test } from 'vitest';
import { type OutlineSymbol, outline } from '../../server/src/features/symbols.ts';
import { INI, NOTATIONS, outlineOf, understoodText, written } from '../helpers/features.ts';

describe.each(NOTATIONS)('in $name', ({ name, options }) => {
  test('keys stand under their feature profile, unknown ones under a heading of their own', () => {
    const text = written(name, {
      HeartbeatInterval: '900',
      LocalAuthListEnabled: 'false',
      LocalPreAuthorize: 'true',
      MeterValuesSampledData: 'Energy.Active.Import.Register,Voltage',
    });
    expect(outlineOf(text, options)).toEqual([
      'Core: 3 keys',
      '  HeartbeatInterval = 900',
      '  LocalPreAuthorize = true',
      '  MeterValuesSampledData = Energy.Active.Import.Register,Voltage',
      'Local authorization list: 1 key',
      '  LocalAuthListEnabled = false',
    ]);
  });

  test('secrets are masked, in known and in unknown keys and in addresses', () => {
    const text = written(name, {
      HeartbeatInterval: '900',
      LocalPreAuthorize: 'true',
      AuthorizationKey: 'DEADBEEF00112233',
      WifiPassword: 'hunter2',
      BackOfficeUrl: 'wss://cp1:hunter2@example.org/ocpp',
    });
    const lines = outlineOf(text, options).join('\n');
    expect(lines).not.toMatch(/DEADBEEF|hunter2/);
    expect(lines).toContain('AuthorizationKey = ••••••');
    expect(lines).toContain('BackOfficeUrl = wss://••••••@example.org/ocpp');
  });

  test('ranges nest, and no name is empty', () => {
    const pairs = { HeartbeatInterval: '900', LocalPreAuthorize: 'true', AcmeMode: '1', ResetRetries: '3' };
    const check = (symbol: OutlineSymbol) => {
      expect(symbol.name).not.toBe('');
      expect(symbol.selection.start).toBeGreaterThanOrEqual(symbol.range.start);
      expect(symbol.selection.end).toBeLessThanOrEqual(symbol.range.end);
      for (const child of symbol.children) {
        expect(child.range.start).toBeGreaterThanOrEqual(symbol.range.start);
        expect(child.range.end).toBeLessThanOrEqual(symbol.range.end);
        check(child);
      }
    };
    const symbols = outline(understoodText(written(name, pairs), options));
    expect(symbols).not.toEqual([]);
    for (const symbol of symbols) check(symbol);
  });
});

test('several sections are scopes, and another program keeps its own', () => {
  const text =
    '[ChargePoint]\nConnectionTimeout=2000\nDatabase=db\n[Ocpp]\nConnectionTimeOut=60\nHeartbeatInterval=900\nAcmeMode=1\n';
  expect(outlineOf(text, INI)).toEqual([
    '[ChargePoint]: 2 keys',
    '  ConnectionTimeout = 2000',
    '  Database = db',
    '[Ocpp]: 3 keys',
    '  Core: 2 keys',
    '    ConnectionTimeOut = 60',
    '    HeartbeatInterval = 900',
    '  Ocpp: 1 key',
    '    AcmeMode = 1',
  ]);
});

test('long and strange names are shortened', () => {
  const long = 'X'.repeat(1_000_000);
  const text = `{ "configurationKey": [ { "key": "${long}", "value": "${long}" }, { "key": "", "value": "1" } ] }`;
  for (const line of outlineOf(text)) expect(line.length).toBeLessThan(200);
  expect(outlineOf(text)).toContain('  (no name) = 1');
});
