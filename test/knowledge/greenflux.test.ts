import { describe, expect, test } from 'vitest';
import type {
  Breach,
  OperatorProfile,
  Recommendation,
  RecommendationCase,
} from '../../server/src/catalog/operator-profile.ts';
import { chooseCase } from '../../server/src/catalog/recommendations.ts';
import type { CurrentType, StationContext } from '../../server/src/model/station.ts';
import { operatorProfiles } from '../../server/src/platform/bundled-knowledge.ts';
import { catalog } from '../helpers/knowledge.ts';

const profiles = operatorProfiles();

describe.each(profiles.map((profile) => [profile.id, profile] as const))('operator %s', (_, profile) => {
  test('has each recommendation once', () => {
    const ids = profile.recommendations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(profile.recommendations.map((recommendation) => [recommendation.id, recommendation] as const))(
    '%s is about known keys and says what happens',
    (_id, recommendation) => {
      for (const key of recommendation.keys) expect(catalog.key(key)?.name).toBe(key);
      expect(recommendation.reason).toMatch(/^[A-Z].*[.]$/s);
      for (const one of recommendation.cases) {
        expectSuitable(one, recommendation);
        for (const breach of one.breaches) expectClause(breach);
      }
    },
  );

  test.each(profile.recommendations.map((recommendation) => [recommendation.id, recommendation] as const))(
    '%s has a case for a station of which nothing is known, and it comes last',
    (_id, { cases }) => {
      const without = cases.filter(({ when }) => when === undefined);
      expect(without).toEqual([cases.at(-1)]);
    },
  );

  test('gives advice on known keys, in sentences', () => {
    for (const { keys, text } of profile.advice ?? []) {
      for (const key of keys) expect(catalog.key(key)?.name).toBe(key);
      expect(text).toMatch(/^[A-Z].*[.]$/s);
    }
  });
});

describe('GreenFlux', () => {
  const greenflux = profiles.find(({ id }) => id === 'greenflux');
  const recommendation = (id: string) => recommendationOf(greenflux, id);

  test('has the recommendations that settings and suppressions name', () => {
    expect(greenflux?.recommendations.map(({ id }) => id)).toEqual([
      'websocket-ping-interval',
      'cdr-measurands',
      'smart-charging-measurands',
      'meter-value-sample-interval',
      'heartbeat-interval',
      'connection-timeout',
      'offline-charging',
      'free-vend-token',
      'payment-terminal-token',
      'local-load-balancing',
      'local-whitelist',
    ]);
  });

  test.each<[CurrentType | undefined, boolean | undefined, number]>([
    ['AC', false, 900],
    ['AC', true, 300],
    ['DC', false, 300],
    ['DC', true, 30],
    ['AC', undefined, 300],
    ['DC', undefined, 300],
    [undefined, true, 300],
    [undefined, false, 300],
    [undefined, undefined, 300],
  ])('wants meter values on %s, smart charging %s, every %i s', (current, smartCharging, seconds) => {
    const station = stationWith(current, smartCharging);
    const chosen = chooseCase(recommendation('meter-value-sample-interval'), station);
    expect(chosen?.case.expect).toEqual({ value: seconds });
  });

  test.each<[boolean, string[]]>([
    [true, ['error', 'warning', 'information']],
    [false, ['warning', 'information', 'information']],
  ])('with smart charging %s, weighs 0, too long and too short', (smartCharging, severities) => {
    for (const current of ['AC', 'DC'] as const) {
      const station = stationWith(current, smartCharging);
      const chosen = chooseCase(recommendation('meter-value-sample-interval'), station);
      expect(chosen?.case.breaches.map(({ severity }) => severity)).toEqual(severities);
    }
  });

  test('refuses pings that are off or rarer than every 180 s', () => {
    const [only] = recommendation('websocket-ping-interval').cases;
    expect(only?.expect).toEqual({ minimum: 60, maximum: 180 });
    expect(only?.breaches.map((breach) => [breach.if, breach.severity, breach.set])).toEqual([
      ['equals', 'error', 180],
      ['above', 'error', undefined],
      ['below', 'warning', undefined],
    ]);
  });

  test('has the five measurands of the article, the one for the bill apart', () => {
    const items = ['cdr-measurands', 'smart-charging-measurands'].flatMap((id) =>
      recommendation(id).cases.flatMap(({ expect: wanted }) => ('includes' in wanted ? wanted.includes : [])),
    );
    expect([...new Set(items)]).toEqual([
      'Energy.Active.Import.Register',
      'Current.Import',
      'Current.Offered',
      'Power.Active.Import',
      'Power.Offered',
    ]);
  });
});

/** What is expected must be a value that the keys can have. */
function expectSuitable({ expect: wanted, breaches }: RecommendationCase, { keys }: Recommendation): void {
  const values = [
    'value' in wanted ? wanted.value : undefined,
    'maximum' in wanted ? wanted.maximum : undefined,
    'minimum' in wanted ? wanted.minimum : undefined,
    ...breaches.map(({ set }) => set),
  ].filter((value) => value !== undefined);
  for (const key of keys) {
    const facts = catalog.key(key);
    const type = facts?.type === 'integer' ? 'number' : facts?.type;
    for (const value of values) expect(typeof value, key).toBe(type);
    if ('includes' in wanted) {
      expect(facts?.type).toBe('list');
      for (const item of wanted.includes) expect(catalog.measurand(item)?.facts.name).toBe(item);
    }
  }
  if ('replaced' in wanted) expect(breaches.map((breach) => breach.if)).toEqual(['unchanged']);
}

function expectClause({ because }: Breach): void {
  expect(because).not.toMatch(/[.]$/);
  for (const [placeholder] of because.matchAll(/\{[^}]*\}/g)) {
    expect(['{perMinute}', '{perHour}', '{perDay}', '{items}']).toContain(placeholder);
  }
}

function recommendationOf(profile: OperatorProfile | undefined, id: string): Recommendation {
  const found = profile?.recommendations.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no recommendation '${id}'`);
  return found;
}

function stationWith(current: CurrentType | undefined, smartCharging: boolean | undefined): StationContext {
  const unknown = { value: undefined, because: '' };
  return {
    protocol: unknown,
    vendor: unknown,
    vendorId: undefined,
    model: unknown,
    current: { value: current, because: '' },
    phases: unknown,
    smartCharging: { value: smartCharging, because: '' },
  };
}
