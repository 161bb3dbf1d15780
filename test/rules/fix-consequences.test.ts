/** A fix must not put another problem, as grave as its own, in the place of what it mends. */

import { describe, expect, test } from 'vitest';
import type { Severity } from '../../server/src/model/problem.ts';
import { checkFixes } from '../helpers/fixing.ts';
import { catalog, knowledge, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { problemsOf } from '../helpers/problems.ts';

const OFFLINE_ONLY_BY_LIST = {
  LocalAuthorizeOffline: 'true',
  LocalAuthListEnabled: 'true',
  AuthorizationCacheEnabled: 'false',
};

describe('what an operator advises', () => {
  test('is not fixed where that alone would break what works, and the message says what', () => {
    const text = template({ ...OFFLINE_ONLY_BY_LIST, AllowOfflineTxForUnknownId: 'false' });

    const list = problemsOf(text).find(({ key }) => key === 'LocalAuthListEnabled');

    expect(list?.fixes).toEqual([]);
    expect(list?.message).toContain(
      'Setting it to false alone brings another problem: LocalAuthorizeOffline is true, but neither',
    );
  });

  test('is fixed where nothing else breaks', () => {
    const text = template({ ...OFFLINE_ONLY_BY_LIST, AllowOfflineTxForUnknownId: 'true' });

    const list = problemsOf(text).find(({ key }) => key === 'LocalAuthListEnabled');

    expect(list?.fixes).toMatchObject([{ safe: true }]);
    expect(list?.message).not.toContain('another problem');
  });

  test('is fixed where what follows is slighter', () => {
    const text = template({
      WebSocketPingInterval: '10',
      TransactionMessageAttempts: '1',
      TransactionMessageRetryInterval: '10',
    });

    const ping = problemsOf(text).find(({ key }) => key === 'WebSocketPingInterval');

    expect(ping).toMatchObject({ severity: 'warning', fixes: [{ safe: true }] });
  });

  test('is never offered as the next problem: a number out of range goes to what is advised', () => {
    const [ping] = problemsOf(template({ WebSocketPingInterval: '-5' }));

    expect(ping?.fixes.map(({ title }) => title)).toEqual(['Set WebSocketPingInterval to 180 s']);
  });
});

describe('fixes of settings that do not work together', () => {
  test.each<[string, Record<string, string>]>([
    [
      'pings that were off come no more often than all attempts last',
      {
        WebSocketPingInterval: '0',
        HeartbeatInterval: '900',
        TransactionMessageAttempts: '1',
        TransactionMessageRetryInterval: '10',
      },
    ],
    [
      'unlocking and the end of the session are two questions',
      { UnlockConnectorOnEVSideDisconnect: 'true', StopTransactionOnEVSideDisconnect: 'false' },
    ],
    [
      'both contract settings have no effect',
      {
        ISO15118PnCEnabled: 'false',
        ContractValidationOffline: 'true',
        CentralContractValidationAllowed: 'true',
      },
    ],
    [
      'an agreed number of attempts is over before a ping',
      {
        WebSocketPingInterval: '180',
        TransactionMessageAttempts: '0',
        TransactionMessageRetryInterval: '30',
      },
    ],
  ])('%s', (_what, values) => {
    for (const known of [knowledge, knowledgeWithoutOperator]) {
      checkFixes(template(values), { knowledge: known });
    }
  });

  test.each<[string, Record<string, string>]>([
    [
      'clock-aligned readings that are turned on are the same as the others',
      {
        ClockAlignedDataInterval: '0',
        MeterValuesAlignedData: 'Energy.Active.Import.Register,Voltage',
        MeterValueSampleInterval: '300',
        MeterValuesSampledData: 'Energy.Active.Import.Register,Voltage',
      },
    ],
    [
      'a station says of no list how long it may be',
      {
        SupportedFeatureProfiles: 'Core,SmartCharging',
        ChargeProfileMaxStackLevel: '5',
        MeterValueSampleInterval: '300',
        MeterValuesSampledData: 'Energy.Active.Import.Register',
      },
    ],
  ])('in a dump: %s', (_what, values) => {
    for (const known of [knowledge, knowledgeWithoutOperator]) {
      expect(checkFixes(dump(values), { knowledge: known })).toBeGreaterThan(0);
    }
  });
});

test('a station without a cache and with its list off is told so once', () => {
  const text = dump({ LocalAuthorizeOffline: 'true', LocalAuthListEnabled: 'false' });

  expect(about(text, 'LocalAuthorizeOffline')).toEqual([
    ['warning', 'offline-authorization-without-list-or-cache'],
  ]);
});

describe('a change that must be the last', () => {
  const one = '{ "keys": { "SecurityProfile": "2", "CpoName": "EXAMPLE", "HeartbeatInterval": "900" } }';
  const two = `{
  "id": "acme", "applies_to": { "vendor": "Acme", "model": "*", "power_type": "AC_3_PHASE" },
  "keys": { "SecurityProfile": "2", "HeartbeatInterval": "900", "ConnectionTimeOut": "60" },
  "security_keys": { "CpoName": "EXAMPLE" }
}`;

  test.each([
    ['is moved behind the others', one, 1],
    ['is not moved to the end of one of several lists, which is before the others', two, 0],
  ])('%s', (_what, text, fixes) => {
    const early = problemsOf(text).find(({ rule }) => rule === 'early-change-of-connection');

    expect(early?.fixes).toHaveLength(fixes);
    checkFixes(text, {});
  });
});

function about(text: string, key: string): readonly (readonly [Severity, string])[] {
  return problemsOf(text, { knowledge: knowledgeWithoutOperator })
    .filter((problem) => problem.key === key)
    .map(({ severity, rule }) => [severity, rule]);
}

function template(values: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(values).map(([key, value]) => ({ key, value })));
}

/** A whole answer of a station. */
function dump(values: Readonly<Record<string, string>>): string {
  const required = catalog.requiredKeys.map(({ name }) => [name, '']);
  return JSON.stringify({
    configurationKey: Object.entries({ ...Object.fromEntries(required), ...values }).map(([key, value]) => ({
      key,
      readonly: false,
      value,
    })),
    unknownKey: [],
  });
}
