import { describe, expect, test } from 'vitest';
import {
  accept,
  checkCompletion,
  checkPlace,
  completionsIn,
  documentationOf,
  INI,
  NOTATIONS,
  written,
} from '../helpers/features.ts';
import { catalog, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { atCursor, CURSOR } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** What the operator asks for and a new template lacks, in the operator's order. */
const WISHES = [
  'WebSocketPingInterval',
  'MeterValuesSampledData',
  'MeterValueSampleInterval',
  'HeartbeatInterval',
  'ConnectionTimeOut',
  'AllowOfflineTxForUnknownId',
  'LocalAuthorizeOffline',
  'LocalAuthListEnabled',
];

/** Enough keys to be recognised by, and none that the tests complete. */
const OTHERS = { LocalPreAuthorize: 'true', ResetRetries: '3', NumberOfConnectors: '2' };

describe.each(NOTATIONS)('values in $name', ({ name, options }) => {
  const at = (key: string, value: string) => written(name, { ...OTHERS, [key]: value });
  const check = (key: string, value: string, expected: readonly string[], more: CheckOptions = {}) =>
    checkCompletion(at(key, value), expected, { ...options, ...more });
  const descriptions = (key: string, value: string, more: CheckOptions = {}) =>
    completionsIn(at(key, value), { ...options, ...more }).map(
      ({ label, detail, description }) => `${label}${detail ?? ''} | ${description ?? ''}`,
    );

  test('a number: recommended first, then the other end, then what has a meaning', () => {
    expect(descriptions('WebSocketPingInterval', CURSOR)).toEqual([
      '180 s = 3 min | recommended by GreenFlux',
      '60 s = 1 min | least that GreenFlux asks for',
      '0 | advised against: The station sends no pings; onl…',
    ]);
    check('WebSocketPingInterval', `1${CURSOR}0`, ['180 s', '60 s', '0']);
    expect(accept(at('WebSocketPingInterval', `1${CURSOR}0`), '180 s', options)).toBe(
      written(name, { ...OTHERS, WebSocketPingInterval: '180' }),
    );
  });

  test('a number that depends on the station', () => {
    expect(descriptions('MeterValueSampleInterval', CURSOR).slice(0, 3)).toEqual([
      '300 s = 5 min | recommended by GreenFlux',
      '900 s = 15 min | for AC without smart charging',
      '30 s | for DC with smart charging',
    ]);
    const station = { current: 'DC', smartCharging: true } as const;
    expect(descriptions('MeterValueSampleInterval', CURSOR, { station })[0]).toBe(
      '30 s | recommended by GreenFlux',
    );
  });

  test('true and false, the recommended one first', () => {
    check('LocalAuthorizeOffline', CURSOR, ['true', 'false']);
    check('LocalAuthListEnabled', `tr${CURSOR}`, ['false', 'true']);
    check('StopTransactionOnInvalidId', CURSOR, ['true', 'false']);
  });

  test('words with their meanings', () => {
    expect(descriptions('PublicKeyWithSignedMeterValue', CURSOR)[0]).toBe(
      'Never | The receiver must know the key already.',
    );
    expect(descriptions('SecurityProfile', CURSOR)[2]).toBe('2 | Password over TLS (wss).');
  });

  test('no proposal for a secret, and for a key that nobody knows', () => {
    check('AuthorizationKey', CURSOR, []);
    expect(completionsIn(at('AuthorizationKey', CURSOR), options)).toEqual([]);
    expect(completionsIn(at('AcmeMode', CURSOR), options)).toEqual([]);
  });

  test('items of a list: all that is missing, then each', () => {
    const missing = 'Current.Import,Current.Offered,Power.Active.Import,Power.Offered';
    check('MeterValuesSampledData', CURSOR, [
      'all 5 recommended items',
      'Energy.Active.Import.Register',
      'Current.Import',
    ]);
    check('MeterValuesSampledData', `Energy.Active.Import.Register,${CURSOR}`, [
      'all 4 recommended items',
      ...missing.split(','),
      'Voltage',
    ]);
    expect(
      accept(
        at('MeterValuesSampledData', `Energy.Active.Import.Register,${CURSOR}`),
        'all 4 recommended items',
        options,
      ),
    ).toBe(written(name, { ...OTHERS, MeterValuesSampledData: `Energy.Active.Import.Register,${missing}` }));
  });

  test('an item in the middle replaces only itself', () => {
    const marked = at('MeterValuesSampledData', `Voltage, Curr${CURSOR}ent.Off , Power.Offered`);
    expect(accept(marked, 'Current.Import', options)).toBe(
      written(name, { ...OTHERS, MeterValuesSampledData: 'Voltage, Current.Import , Power.Offered' }),
    );
    const labels = completionsIn(marked, options).map(({ label }) => label);
    expect(labels).not.toContain('Voltage');
    expect(labels).not.toContain('Power.Offered');
  });

  test('phases where the station may have some', () => {
    const labels = (more: CheckOptions) =>
      completionsIn(at('MeterValuesSampledData', CURSOR), { ...options, ...more }).map(({ label }) => label);
    expect(labels({ station: { current: 'AC' } })).toContain('Power.Active.Import.L1');
    expect(labels({ station: { current: 'AC' } })).not.toContain('SoC.L1');
    expect(labels({ station: { current: 'DC' } }).filter((label) => /\.L\d/.test(label))).toEqual([]);
    expect(labels({})).toContain('Current.Import.L1');
    expect(labels({})).not.toContain('Power.Active.Import.L1');
  });

  test('rotations for the connectors that have none yet', () => {
    const labels = completionsIn(at('ConnectorPhaseRotation', `1.RST,${CURSOR}`), options).map(
      (one) => one.label,
    );
    expect(labels[0]).toBe('2.RST');
    expect(labels.every((label) => label.startsWith('2.'))).toBe(true);
    check('ConnectorPhaseRotation', `${CURSOR}`, ['1.RST', '1.RTS']);
  });

  test('names of feature profiles', () => {
    check('SupportedFeatureProfiles', `Core,${CURSOR}`, ['FirmwareManagement', 'LocalAuthListManagement']);
  });

  test('a misspelt key has the values of the right one', () => {
    check('MeterValueSampledData', `Energy.Active.Import.Register,${CURSOR}`, ['all 4 recommended items']);
  });

  test('without an operator the standard and experience remain', () => {
    const labels = descriptions('WebSocketPingInterval', CURSOR, { knowledge: knowledgeWithoutOperator });
    expect(labels).toEqual([
      '60 s = 1 min | example',
      '0 | The station sends no pings; only those of the ba…',
    ]);
  });

  test('documentation comes when asked for', () => {
    const marked = at('MeterValuesSampledData', `Energy.Active.Import.Register,${CURSOR}`);
    expect(documentationOf(marked, 'Current.Offered', options)).toMatch(
      /^\*\*Current\.Offered\*\* · A · a limit/,
    );
    expect(documentationOf(at('SecurityProfile', CURSOR), '2', options)).toMatch(
      /^\*\*2\*\*: Password over TLS \(wss\)\./,
    );
  });

  test('every proposal for every key stays on its line and round the cursor', () => {
    for (const facts of catalog.keys) {
      const marked = at(facts.name, CURSOR);
      const { text, offset } = atCursor(marked);
      for (const completion of completionsIn(marked, options)) checkPlace(completion, text, offset);
    }
  });
});

describe('entries in INI', () => {
  const template = written('INI', OTHERS);

  test('missing and recommended first, then required, present ones left out', () => {
    checkCompletion(`${template}${CURSOR}`, [...WISHES, 'AuthorizeRemoteTxRequests'], INI);
    const labels = completionsIn(`${template}${CURSOR}`, INI).map(({ label }) => label);
    expect(labels).not.toContain('LocalPreAuthorize');
    // A template cannot set what is read-only.
    expect(labels).not.toContain('GetConfigurationMaxKeys');
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('on a blank line and on a word that is being typed', () => {
    const after = `${template}HeartbeatInterval=900\n`;
    expect(accept(`${template}Hear${CURSOR}`, 'HeartbeatInterval', INI)).toBe(
      `${template}HeartbeatInterval=900`,
    );
    expect(accept(`${template}${CURSOR}\n`, 'HeartbeatInterval', INI)).toBe(after);
    expect(accept(`${CURSOR}\n${template.replace('[Ocpp]\n', '')}`, 'HeartbeatInterval', INI)).toContain(
      'HeartbeatInterval=900\n',
    );
  });

  test('in the style of the others', () => {
    const spaced = '[Ocpp]\r\nLocalPreAuthorize = true\r\nResetRetries = 3\r\n';
    expect(accept(`${spaced}${CURSOR}`, 'HeartbeatInterval', INI)).toBe(`${spaced}HeartbeatInterval = 900`);
  });

  test('another name for a key keeps its value', () => {
    const marked = written('INI', { ...OTHERS, [`Heart${CURSOR}beatIntervall`]: '77' });
    expect(accept(marked, 'HeartbeatInterval', INI)).toBe(
      written('INI', { ...OTHERS, HeartbeatInterval: '77' }),
    );
  });

  test('nothing in comments, in headers, and where another program has its settings', () => {
    expect(completionsIn(`${template}# Heart${CURSOR}`, INI)).toEqual([]);
    expect(completionsIn(`${template}[Oc${CURSOR}]\n`, INI)).toEqual([]);
    expect(completionsIn(`[ChargePoint]\nConnectionTimeout=2000\n${CURSOR}\n${template}`, INI)).toEqual([]);
  });

  test('a secret has nothing filled in', () => {
    expect(accept(`${template}${CURSOR}`, 'AuthorizationKey', INI)).toBe(`${template}AuthorizationKey=`);
  });
});

test('names in a list of keys', () => {
  const answer = `{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "900" } ], "unknownKey": [ "Foo", "Res${CURSOR}" ] }`;
  expect(accept(answer, 'ResetRetries')).toBe(answer.replace(`Res${CURSOR}`, 'ResetRetries'));
});
