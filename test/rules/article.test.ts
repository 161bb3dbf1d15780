/**
 * The operator's article, recommendation by recommendation, in JSON and in INI: a wrong value gives its problem, with a
 * message that says the numbers, and a fix that puts it right. Two rows are the article's own slips of the pen.
 */

import { describe, expect, test } from 'vitest';
import { applyFirstFix, problemsOf } from '../helpers/problems.ts';

interface Row {
  readonly key: string;
  readonly wrong: string;
  /** Part of the file, as a station directive: `current=DC smart-charging=on`. */
  readonly station?: string;
  readonly rule: string;
  readonly severity: string;
  /** What the message must say. */
  readonly says: readonly string[];
  readonly right: string;
}

const MEASURANDS = ['Current.Import', 'Current.Offered', 'Power.Active.Import', 'Power.Offered'];
const SAMPLING = { key: 'MeterValueSampleInterval', rule: 'greenflux/meter-value-sample-interval' };
const PING = { key: 'WebSocketPingInterval', rule: 'greenflux/websocket-ping-interval' };

const ROWS: readonly Row[] = [
  {
    ...PING,
    wrong: '0',
    severity: 'error',
    says: ['is 0', 'without pings', 'blacklist', '60 to 180 s'],
    right: '180',
  },
  { ...PING, wrong: '181', severity: 'error', says: ['above the 180 s', 'GreenFlux'], right: '180' },
  {
    ...PING,
    wrong: '10',
    severity: 'warning',
    says: ['10 s', 'below the 60 s', '6 pings a minute', 'mobile data', '60 to 180 s'],
    right: '60',
  },
  { ...PING, wrong: '1', severity: 'warning', says: ['60 pings a minute'], right: '60' },
  {
    key: 'MeterValuesSampledData',
    wrong: MEASURANDS.join(','),
    rule: 'greenflux/cdr-measurands',
    severity: 'error',
    says: ['lacks Energy.Active.Import.Register', 'CDR', 'never billed'],
    right: [...MEASURANDS, 'Energy.Active.Import.Register'].join(','),
  },
  {
    key: 'MeterValuesSampledData',
    wrong: 'Energy.Active.Import.Register',
    rule: 'greenflux/smart-charging-measurands',
    severity: 'warning',
    says: ['lacks Current.Import, Current.Offered, Power.Active.Import and Power.Offered', 'smart charging'],
    right: ['Energy.Active.Import.Register', ...MEASURANDS].join(','),
  },
  {
    ...SAMPLING,
    station: 'current=AC smart-charging=off',
    wrong: '60',
    severity: 'information',
    says: ['900 s (15 min)', 'AC without smart charging'],
    right: '900',
  },
  {
    ...SAMPLING,
    station: 'current=AC smart-charging=on',
    wrong: '900',
    severity: 'warning',
    says: ['300 s (5 min)', 'AC with smart charging'],
    right: '300',
  },
  {
    ...SAMPLING,
    station: 'current=DC smart-charging=off',
    wrong: '900',
    severity: 'information',
    says: ['300 s (5 min)', 'DC without smart charging'],
    right: '300',
  },
  {
    ...SAMPLING,
    station: 'current=DC smart-charging=on',
    wrong: '300',
    severity: 'warning',
    says: ['30 s', 'DC with smart charging'],
    right: '30',
  },
  {
    ...SAMPLING,
    station: 'current=DC smart-charging=on',
    wrong: '0',
    severity: 'error',
    says: ['blind'],
    right: '30',
  },
  {
    ...SAMPLING,
    wrong: '60',
    severity: 'information',
    says: ['900 s', '30 s', '300 s', 'not known'],
    right: '300',
  },
  {
    key: 'HeartbeatInterval',
    wrong: '60',
    rule: 'greenflux/heartbeat-interval',
    severity: 'information',
    says: ['900 s (15 min)', 'boots'],
    right: '900',
  },
  {
    key: 'ConnectionTimeOut',
    wrong: '600',
    rule: 'greenflux/connection-timeout',
    severity: 'information',
    says: ['60 s'],
    right: '60',
  },
  {
    key: 'AllowOfflineTxForUnknownId',
    wrong: 'false',
    rule: 'greenflux/offline-charging',
    severity: 'information',
    says: ['true', 'stranded'],
    right: 'true',
  },
  {
    key: 'LocalAuthorizeOffline',
    wrong: '0',
    rule: 'greenflux/offline-charging',
    severity: 'information',
    says: ['true', 'stranded'],
    right: 'true',
  },
  {
    key: 'LocalAuthListEnabled',
    wrong: 'true',
    rule: 'greenflux/local-whitelist',
    severity: 'information',
    says: ['false'],
    right: 'false',
  },
];

interface Notation {
  readonly name: string;
  readonly path: string;
  text(key: string, value: string, station: string | undefined): string;
}

const NOTATIONS: readonly Notation[] = [
  {
    name: 'JSON',
    path: 'template.jsonc',
    text: (key, value, station) =>
      `${station === undefined ? '' : `// ocpp-config: ${station}\n`}[\n  { "key": "${key}", "value": "${value}" },\n  { "key": "ResetRetries", "value": "3" }\n]\n`,
  },
  {
    name: 'INI',
    path: 'template.ini',
    text: (key, value, station) =>
      `${station === undefined ? '' : `# ocpp-config: ${station}\n`}[Ocpp]\n${key}=${value}\nResetRetries=3\nBlinkRepeat=1\n`,
  },
];

describe.each(NOTATIONS)('$name', ({ path, text }) => {
  test.each(ROWS)(
    '$key = $wrong ($station): $rule',
    ({ key, wrong, station, rule, severity, says, right }) => {
      const problem = problemsOf(text(key, wrong, station), { path }).find((found) => found.rule === rule);
      expect(problem?.severity).toBe(severity);
      for (const words of says) expect(problem?.message).toContain(words);

      const fixed = applyFirstFix(text(key, wrong, station), rule, { path });
      expect(fixed).toBe(text(key, right, station));
      expect(problemsOf(fixed, { path }).filter((found) => found.rule === rule)).toEqual([]);
    },
  );

  test.each([
    ['HeartBeatInterval', 'HeartbeatInterval', '900'],
    ['WebsocketPingInterval', 'WebSocketPingInterval', '120'],
    ['ConnectionTimeout', 'ConnectionTimeOut', '60'],
    [
      'MeterValueSampledData',
      'MeterValuesSampledData',
      ['Energy.Active.Import.Register', ...MEASURANDS].join(','),
    ],
    ['AllowOfflineTxForUnkownId', 'AllowOfflineTxForUnknownId', 'true'],
  ])("the article's own spelling %s becomes %s", (written, meant, value) => {
    const rule = problemsOf(text(written, value, undefined), { path })[0]?.rule ?? '';
    expect(['key-casing', 'misspelt-key']).toContain(rule);
    expect(applyFirstFix(text(written, value, undefined), rule, { path })).toBe(
      text(meant, value, undefined),
    );
  });
});
