import { describe, expect, test } from 'vitest';
import { catalog } from '../helpers/knowledge.ts';

describe('what a name turns out to be', () => {
  test.each([
    ['WebSocketPingInterval', 'exact', 'WebSocketPingInterval'],
    ['websocketpinginterval', 'casing', 'WebSocketPingInterval'],
    ['MeterValueSampledData', 'misspelling', 'MeterValuesSampledData'],
    ['Iso15118PnCEnabled', 'exact', 'ISO15118PnCEnabled'],
    ['MeterPublicKey1', 'exact', 'MeterPublicKey'],
    ['MeterPublicKey[2]', 'exact', 'MeterPublicKey'],
    ['DefaultPriceText,en', 'exact', 'DefaultPriceText'],
  ])('%s: %s of %s', (name, kind, key) => {
    const match = catalog.match(name);
    expect(match.kind).toBe(kind);
    expect('facts' in match && match.facts.name).toBe(key);
  });

  test('a name of another version is a look-alike', () => {
    expect(catalog.match('EVConnectionTimeOut')).toMatchObject({
      kind: 'lookalike',
      lookalike: { status: 'other-version', useInstead: 'ConnectionTimeOut' },
    });
  });

  test.each([
    'Com_ModemAPN',
    '',
    '__proto__',
    'constructor',
    'toString',
    'MeterPublicKeyX',
    'x'.repeat(100_000),
  ])('%.30s is unknown', (name) => {
    expect(catalog.match(name).kind).toBe('unknown');
    expect(catalog.isKeyName(name)).toBe(false);
  });
});

describe('the key that was probably meant', () => {
  test.each([
    ['HeartbeatIntreval', 'HeartbeatInterval'],
    ['HeartbeatInterva', 'HeartbeatInterval'],
    ['LocalAuthorizeOfline', 'LocalAuthorizeOffline'],
    ['WebSocketPingInterval2', 'WebSocketPingInterval'],
  ])('%s: %s', (written, meant) => {
    expect(catalog.nearest(written)?.name).toBe(meant);
  });

  test.each(['Heartbeat', 'HeartbeatTimeout', 'Com_HeartbeatInterval', 'CpName', 'x'.repeat(1_000_000)])(
    '%.30s is near to none',
    (written) => {
      expect(catalog.nearest(written)).toBeUndefined();
    },
  );
});

describe('measurands', () => {
  test.each([
    ['Energy.Active.Import.Register', 'Energy.Active.Import.Register', undefined],
    ['voltage', 'Voltage', undefined],
    ['Current.Import.L1', 'Current.Import', 'L1'],
    ['Voltage.L1-N', 'Voltage', 'L1-N'],
  ])('%s is %s, phase %s', (item, name, phase) => {
    expect(catalog.measurand(item)?.facts.name).toBe(name);
    expect(catalog.measurand(item)?.phase).toBe(phase);
  });

  test.each(['', '.', 'L1', 'Current', 'Current.Import.L9', 'Current.Import.L1.L1'])('%j is none', (item) => {
    expect(catalog.measurand(item)).toBeUndefined();
  });
});
