import { describe, expect, test } from 'vitest';
import { operatorProfiles, standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { problemIds } from '../../server/src/rules/index.ts';
import { catalog } from '../helpers/knowledge.ts';

const knowledge = standardKnowledge();

test('all keys of OCPP 1.6 and its extensions are there', () => {
  const counts = knowledge.keyFiles.map(({ profile, keys }) => [profile, keys.length]);
  expect(counts).toEqual([
    ['Core', 36],
    ['LocalAuthListManagement', 3],
    ['Reservation', 1],
    ['SmartCharging', 5],
    ['FirmwareManagement', 1],
    ['Security', 6],
    ['ISO15118PnC', 5],
    ['CostAndPrice', 10],
    ['SignedMeterValues', 8],
  ]);
  expect(catalog.keys).toHaveLength(75);
});

test('only Core is in every station, and it comes first', () => {
  expect(
    knowledge.keyFiles.filter(({ mandatory }) => mandatory === true).map(({ profile }) => profile),
  ).toEqual(['Core']);
  expect(knowledge.keyFiles.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

/** The table of keys in the operator's article, row by row. */
const ARTICLE_ROWS = [
  'AllowOfflineTxForUnknownId',
  'AuthorizationCacheEnabled',
  'AuthorizeRemoteTxRequests',
  'BlinkRepeat',
  'ClockAlignedDataInterval',
  'ConnectionTimeOut',
  'GetConfigurationMaxKeys',
  'HeartbeatInterval',
  'LightIntensity',
  'LocalAuthorizeOffline',
  'LocalPreAuthorize',
  'MaxEnergyOnInvalidId',
  'MeterValuesAlignedData',
  'MeterValuesAlignedDataMaxLength',
  'MeterValuesSampledData',
  'MeterValuesSampledDataMaxLength',
  'MeterValueSampleInterval',
  'MinimumStatusDuration',
  'NumberOfConnectors',
  'ResetRetries',
  'ConnectorPhaseRotation',
  'ConnectorPhaseRotationMaxLength',
  'StopTransactionOnEVSideDisconnect',
  'StopTransactionOnInvalidId',
  'StopTxnAlignedData',
  'StopTxnAlignedDataMaxLength',
  'StopTxnSampledData',
  'StopTxnSampledDataMaxLength',
  'SupportedFeatureProfiles',
  'SupportedFeatureProfilesMaxLength',
  'TransactionMessageAttempts',
  'TransactionMessageRetryInterval',
  'UnlockConnectorOnEVSideDisconnect',
  'WebSocketPingInterval',
];

test.each(ARTICLE_ROWS)("the article's row %s is a key with something to say", (name) => {
  const match = catalog.match(name);
  expect(match.kind).toBe('exact');
  const facts = catalog.key(name);
  expect(facts?.summary).not.toBe('');
  expect(facts?.pitfalls).not.toEqual([]);
});

test.each([
  ['ConnectionTimeout', 'ConnectionTimeOut'],
  ['HeartBeatInterval', 'HeartbeatInterval'],
  ['WebsocketPingInterval', 'WebSocketPingInterval'],
  ['MeterValueSampledData', 'MeterValuesSampledData'],
  ['AllowOfflineTxForUnkownId', 'AllowOfflineTxForUnknownId'],
])("the article's slip %s is understood as %s", (slip, name) => {
  const match = catalog.match(slip);
  expect('facts' in match ? match.facts.name : undefined).toBe(name);
});

test.each([
  'AmountConnectors',
  'AuthorizeRemoteStart',
  'BasicAuthPassword',
  'CertificateSignedMaxChain',
  'ChargePointId',
  'EVConnectionTimeOut',
  'LocalPreAuthorizeOffline',
  'OcppSecurityProfile',
  'OrganizationName',
  'ProximityContactRetries',
  'ProximityLockRetries',
  'StopTxOnEVSideDisconnect',
  'StopTxOnInvalidId',
  'UnlockOnEVSideDisconnect',
  'com_AuthTimeOut',
])('%s is known as no key of 1.6', (name) => {
  expect(catalog.match(name).kind).toBe('lookalike');
});

describe('measurands', () => {
  const { measurands, notMeasurands, phases, phaseRotation } = knowledge.measurands;
  /** Plain numbers: the standard has no unit for a ratio, for turns per minute and for hertz. */
  const WITHOUT_UNIT = ['Frequency', 'Power.Factor', 'RPM'];

  test('all 22 are there, once', () => {
    expect(new Set(measurands.map(({ name }) => name.toLowerCase())).size).toBe(22);
  });

  test.each(measurands.map((measurand) => [measurand.name, measurand] as const))('%s', (name, measurand) => {
    expect(measurand.summary).toMatch(/^[A-Z].*[.]$/);
    expect(measurand.units.length === 0).toBe(WITHOUT_UNIT.includes(name));
    const known = phases.map(({ value }) => value);
    for (const phase of measurand.phases) expect(known).toContain(phase);
    expect(measurand.phases.slice(0, measurand.usualPhases.length)).toEqual(measurand.usualPhases);
    for (const phase of measurand.phases) {
      const match = catalog.measurand(`${name}.${phase}`);
      expect(match).toEqual({ facts: measurand, phase });
    }
  });

  test('what cannot have a phase has none', () => {
    for (const name of ['SoC', 'Temperature', 'RPM']) {
      expect(catalog.measurand(name)?.facts.phases, name).toEqual([]);
    }
  });

  test.each(notMeasurands.map((other) => [other.name, other] as const))('%s is none', (name, other) => {
    expect(catalog.measurand(name)).toBeUndefined();
    expect(other.note).toMatch(/[.]$/);
    if (other.useInstead !== undefined) expect(catalog.measurand(other.useInstead)).toBeDefined();
  });

  test('phases and rotations mean something', () => {
    for (const named of [...phases, ...phaseRotation]) expect(named.meaning).toBeTruthy();
    expect(phases).toHaveLength(10);
    expect(phaseRotation).toHaveLength(8);
  });

  test('all names together fit into a value, as the hover of the list says', () => {
    expect(measurands.map(({ name }) => name).join(',')).toHaveLength(442);
  });
});

describe('signals', () => {
  test.each(knowledge.signals.signals.map((signal) => [signal.because, signal] as const))(
    '%s',
    (_, signal) => {
      const facts = catalog.key(signal.key);
      expect(facts).toBeDefined();
      const item = signal.contains ?? signal.lacks ?? '';
      const known =
        facts?.type === 'boolean'
          ? ['true', 'false'].includes(item)
          : facts?.items?.of === 'measurands'
            ? catalog.measurand(item) !== undefined
            : facts?.items?.values?.some(({ value }) => value === item);
      expect(known).toBe(true);
      expect(signal.because).toContain(signal.key);
      expect(signal.because).not.toMatch(/[.]$/);
    },
  );
});

describe('areas', () => {
  test('name only keys, feature profiles and rules that there are', () => {
    const { keys, profiles, rules } = knowledge.areas;
    expect(Object.keys(keys).filter((name) => catalog.key(name) === undefined)).toEqual([]);
    const known = knowledge.keyFiles.map(({ profile }) => profile);
    expect(Object.keys(profiles).filter((profile) => !known.includes(profile))).toEqual([]);
    const ids = problemIds(catalog.crossKeyRules, []);
    expect(Object.keys(rules).filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  test('a key wins over its profile, and what nobody says belongs to none', () => {
    const areaOf = (name: string) => {
      const facts = catalog.key(name);
      return facts === undefined ? 'no such key' : catalog.areaOf(facts);
    };
    expect(areaOf('WebSocketPingInterval')).toBe('connection');
    expect(areaOf('AuthorizationKey')).toBe('security');
    expect(areaOf('BlinkRepeat')).toBeUndefined();
  });

  test.each(operatorProfiles().map((profile) => [profile.name, profile] as const))(
    'every recommendation of %s says what it affects',
    (_, { recommendations }) => {
      expect(recommendations.filter(({ affects }) => affects === undefined).map(({ id }) => id)).toEqual([]);
    },
  );
});

describe('cross-key rules', () => {
  const rules = catalog.crossKeyRules.map((rule) => [rule.id, rule] as const);

  test('have ids of their own', () => {
    const ids = problemIds(catalog.crossKeyRules, operatorProfiles());
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(rules)('%s names only keys and sources that there are', (_, rule) => {
    expect(rule.sources.filter((id) => catalog.source(id) === undefined)).toEqual([]);
    expect(keyNamesIn(rule).filter((name) => catalog.key(name) === undefined)).toEqual([]);
  });

  test.each(rules)('%s gives way only to rules that there are, and none of them to it', (id, rule) => {
    for (const other of rule.unlessFound ?? []) {
      const found = catalog.crossKeyRules.find((one) => one.id === other);
      expect(found, other).toBeDefined();
      expect(found?.unlessFound ?? []).not.toContain(id);
    }
  });

  test.each(rules)('%s fills every placeholder of its texts', (_, rule) => {
    for (const found of rule.cases) {
      const compared = JSON.stringify(found.when).matchAll(/"name":"([a-z]+)"/g);
      const names = [found.key, ...keyNamesIn(found), ...[...compared].map((match) => match[1])];
      const { fixes, when: _when, ...texts } = found;
      const used = [...JSON.stringify(texts).matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1]);
      expect(used.filter((name) => !names.includes(name))).toEqual([]);
      for (const { title = '', set, add, drop } of fixes ?? []) {
        const changed = Object.keys({ ...set, ...add, ...drop });
        const inTitle = [...title.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1] ?? '');
        expect(inTitle.filter((name) => !changed.includes(name))).toEqual([]);
      }
    }
  });
});

/** Every key that a rule, or a part of one, speaks of: as a member's name, a limit, a factor or where it is shown. */
function keyNamesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(keyNamesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([member, value]) => {
    switch (member) {
      case 'keys':
      case 'related':
      case 'set':
      case 'add':
      case 'drop':
        return [...Object.keys(value as object), ...keyNamesIn(value)];
      case 'remove':
      case 'unlessAdvised':
        return value as string[];
      case 'empty':
        // In a fix the lists to empty; in a condition whether a list is.
        return Array.isArray(value) ? (value as string[]) : [];
      case 'key':
      case 'sameAs':
      case 'above':
      case 'atLeast':
      case 'below':
      case 'atMost':
        return typeof value === 'string' ? [value] : [];
      case 'product':
        return (value as unknown[]).flatMap((factor) =>
          typeof factor === 'string' ? [factor] : keyNamesIn(factor),
        );
      default:
        return keyNamesIn(value);
    }
  });
}
