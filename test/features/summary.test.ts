import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../server/src/features/summary/summarise.ts';
import type { ConfigurationSummary, Summary } from '../../server/src/features/summary/summary.ts';
import { summaryFix } from '../../server/src/features/summary/summary-fix.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, NOTATIONS, written } from '../helpers/features.ts';
import { knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { analysisOf, type CheckOptions, withDefaults } from '../helpers/problems.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');

/** Two right values of five: billing, connection and smart charging suffer. */
const PAIRS = {
  WebSocketPingInterval: '0',
  MeterValuesSampledData: 'Voltage',
  HeartbeatInterval: '900',
  LocalPreAuthorize: 'maybe',
  AllowOfflineTxForUnknownId: 'true',
};

describe.each(NOTATIONS)('in $name', ({ name, options }) => {
  const text = written(name, PAIRS);

  test('what is dangerous is grouped by what it breaks', () => {
    expect(dangersOf(only(text, options))).toEqual({
      charging: ['error value-type'],
      billing: ['error greenflux/cdr-measurands'],
      'smart-charging': ['warning greenflux/smart-charging-measurands'],
      connection: ['error greenflux/websocket-ping-interval'],
    });
  });

  test('each recommendation stands beside the value that is there', () => {
    expect(valuesOf(only(text, options)).slice(0, 5)).toEqual([
      'WebSocketPingInterval: 0 → 60 to 180 s: differs error',
      'MeterValuesSampledData: Voltage → a list with Energy.Active.Import.Register: differs error',
      'MeterValuesSampledData: Voltage → a list with Current.Import, Current.Offered, Power.Active.Import and Power.Offered: differs warning',
      'MeterValueSampleInterval: none → 300 s (5 min) for AC with smart charging, DC without smart charging; 900 s (15 min) for AC without smart charging; 30 s for DC with smart charging; 300 s (5 min) as long as that is not known: missing',
      'HeartbeatInterval: 900 s (15 min) → 900 s (15 min): as recommended'.replace(
        'as recommended',
        'followed',
      ),
    ]);
  });

  test('every fix that it offers does what its title says, and nothing else', () => {
    const summary = summaryOf(text, options);
    const { missing, dangers, slight, values } = onlyOf(summary);
    const lines = [...missing, ...dangers.flatMap((group) => group.lines), ...slight.lines, ...values];
    const fixes = new Map(lines.flatMap((line) => line.fixes).map((fix) => [fix.id, fix]));
    expect(fixes.size).toBeGreaterThan(4);
    for (const { id, title } of fixes.values()) {
      const fix = summaryFix(analysisOf(text, options), withDefaults(options), id);
      expect(fix?.title, id).toBe(title);
      const fixed = applyEdits(text, fix?.edits ?? []);
      expect(fixed, title).not.toBe(text);
      expect(() => analysisOf(fixed, options)).not.toThrow();
    }
  });

  test('a key that the operator asks for and that is not there can be added', () => {
    const { missing } = only(text, options);
    const line = missing.find(({ name: key }) => key === 'MeterValueSampleInterval');
    expect(line?.text).toMatch(/^GreenFlux asks for 300\. .+/);
    const [fix] = line?.fixes ?? [];
    expect(fix?.title).toBe('Add MeterValueSampleInterval with 300');
    const edits = summaryFix(analysisOf(text, options), withDefaults(options), fix?.id ?? '')?.edits ?? [];
    const fixed = applyEdits(text, edits);
    expect(valuesOf(only(fixed, options)).join('\n')).toContain('MeterValueSampleInterval: 300 s');
    expect(fixed.split('\n').length).toBe(text.split('\n').length + 1);
  });
});

test('a fix of another text, of another station or of nobody is none', () => {
  const text = written('JSON', PAIRS);
  const [id = ''] = dangerFixes(summaryOf(text));
  const fixOf = (other: string, wanted: string, options: CheckOptions = {}) =>
    summaryFix(analysisOf(other, options), withDefaults(options), wanted);
  expect(fixOf(text, id)).toBeDefined();
  expect(fixOf(`\n${text}`, id)).toBeUndefined();
  expect(fixOf(text.replace('"0"', '"1"'), 'problem:0-1:0:value-type:Set it')).toBeUndefined();
  const change = 'value:0:MeterValueSampleInterval:300';
  expect(fixOf(text, change)).toBeDefined();
  expect(fixOf(text, change, { station: { current: 'DC', smartCharging: true } })).toBeUndefined();
  for (const nonsense of [
    '',
    'value:',
    'value:9:X:1',
    'value:0:__proto__:1',
    'problem:',
    'x'.repeat(10_000),
  ]) {
    expect(fixOf(text, nonsense), nonsense).toBeUndefined();
  }
});

test('what is not known of the station is missing where advice depends on it', () => {
  const unknown = only(written('INI', PAIRS), INI).missing.filter(({ kind }) => kind === 'fact');
  expect(unknown.map(({ name }) => name)).toEqual(['AC or DC', 'Smart charging']);
  const known = only(written('INI', PAIRS), { ...INI, station: { current: 'AC', smartCharging: true } });
  expect(known.missing.filter(({ kind }) => kind === 'fact')).toEqual([]);
  expect(known.facts.slice(0, 2).map(({ value }) => value)).toEqual(['AC', 'on']);
});

test('a whole answer of a station says what it lacks; a part of one does not', () => {
  const whole = readFileSync(join(EXAMPLES, 'with-mistakes', 'ac-getconfiguration.json'), 'utf8');
  const keys = only(whole).missing.filter(({ kind }) => kind === 'key');
  expect(keys.map(({ name }) => name)).toEqual(['UnlockConnectorOnEVSideDisconnect']);
  expect(keys[0]?.text).toContain('The standard requires it');
  // The same is not told twice.
  expect(only(whole).slight.lines.map(({ rule }) => rule)).not.toContain('missing-required-key');

  const part = written('JSON', { HeartbeatInterval: '900' });
  expect(only(part).missing.filter(({ kind }) => kind === 'key')).toEqual([]);
});

test('without an operator there are no recommendations, and all else is there', () => {
  const summary = summaryOf(written('INI', PAIRS), { ...INI, knowledge: knowledgeWithoutOperator });
  expect(summary.operator).toBeUndefined();
  expect(summary.recommendedChanges).toBe(0);
  const { values, missing, dangers } = onlyOf(summary);
  expect({ values, missing }).toEqual({ values: [], missing: [] });
  // What no operator says of pings and the meter total, the rules on several keys say.
  expect(dangers.map(({ area }) => area)).toEqual(['charging', 'billing', 'connection']);
});

test('a file as it should be has nothing dangerous', () => {
  const text = readFileSync(join(EXAMPLES, 'as-it-should-be', 'dc-chargepoint.ini'), 'utf8');
  const summary = summaryOf(text, INI);
  expect(summary.configurations.flatMap(({ dangers }) => dangers)).toEqual([]);
  expect(summary.elsewhere).toEqual([]);
  expect(new Set(summary.configurations.flatMap(({ values }) => values.map(({ state }) => state)))).toEqual(
    new Set(['followed']),
  );
});

test('several configurations in a file are told apart', () => {
  const text = readFileSync(join(EXAMPLES, 'with-mistakes', 'ac-template.json'), 'utf8');
  const { configurations } = summaryOf(text);
  expect(configurations.map(({ title }) => title)).toEqual(['keys', 'variants.smart_charging']);
  expect(dangersOf(configurations[1])).toEqual({ connection: ['error greenflux/websocket-ping-interval'] });
  expect(configurations[1]?.untouched).toBeGreaterThan(3);
});

test('problems of the text as such are told as well, and hidden ones are counted', () => {
  const text = `[Ocpp]\nHeartbeatInterval=900\n# ocpp-config-ignore greenflux/websocket-ping-interval: a test\nWebSocketPingInterval=10\nMeterValueSampleInterval=300\nthis is no line of INI\n`;
  const summary = summaryOf(text, INI);
  const areas = [...onlyOf(summary).dangers, ...summary.elsewhere].map(({ area }) => area);
  expect(areas).toEqual(['file']);
  expect(summary.suppressed).toBe(1);
  expect(valuesOf(onlyOf(summary))).toContain('WebSocketPingInterval: 10 s → 60 to 180 s: ignored');
});

test('secrets are not told', () => {
  const text = written('INI', {
    ...PAIRS,
    AuthorizationKey: 'hunter2hunter2hunter2',
    BackendPassword: 'topsecret',
    CentralSystem: 'wss://user:pazzword@example.com/',
  });
  const told = JSON.stringify(summaryOf(text, INI));
  for (const secret of ['hunter2', 'topsecret', 'pazzword']) expect(told).not.toContain(secret);
});

test('a long list is cut, and says so', () => {
  const entries = Array(250).fill('{ "key": "HeartbeatInterval", "readonly": false, "value": "often" }');
  const summary = summaryOf(`{ "configurationKey": [${entries.join(',\n')}] }`);
  const cut = onlyOf(summary).dangers.filter(({ further }) => further > 0);
  expect(cut.length).toBeGreaterThan(0);
  for (const { lines } of cut) expect(lines).toHaveLength(100);
  const total = onlyOf(summary).dangers.reduce((sum, { lines, further }) => sum + lines.length + further, 0);
  expect(total).toBe(summary.counts.error + summary.counts.warning);
});

test('vendor settings that play a role are beside their recommendation', () => {
  const text = `{ "chargePointVendor": "KEBA", ${written('JSON', {
    ...PAIRS,
    FreeChargingMode: 'true',
    DefaultTokenID: '',
  }).slice(1)}`;
  const values = valuesOf(only(text));
  expect(values.some((value) => value.startsWith('DefaultTokenID:'))).toBe(true);
});

function summaryOf(text: string, options: CheckOptions = {}): Summary {
  return summarise(analysisOf(text, options), withDefaults(options));
}

function only(text: string, options: CheckOptions = {}): ConfigurationSummary {
  return onlyOf(summaryOf(text, options));
}

function onlyOf({ configurations }: Summary): ConfigurationSummary {
  const [first, ...others] = configurations;
  if (first === undefined || others.length > 0) throw new Error(`${configurations.length} configurations`);
  return first;
}

function dangersOf(configuration: ConfigurationSummary | undefined): Record<string, readonly string[]> {
  return Object.fromEntries(
    (configuration?.dangers ?? []).map(({ area, lines }) => [
      area,
      lines.map(({ severity, rule }) => `${severity} ${rule}`),
    ]),
  );
}

function valuesOf({ values }: ConfigurationSummary): readonly string[] {
  return values.map(({ key, present, recommended, state, severity }) =>
    [`${key}: ${present ?? 'none'} → ${recommended.join('; ')}: ${state}`, severity]
      .filter(Boolean)
      .join(' '),
  );
}

function dangerFixes(summary: Summary): readonly string[] {
  return onlyOf(summary).dangers.flatMap(({ lines }) =>
    lines.flatMap(({ fixes }) => fixes.map(({ id }) => id)),
  );
}
