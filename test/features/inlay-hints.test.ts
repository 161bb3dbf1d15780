import { describe, expect, test } from 'vitest';
import { type HintKind, hintDetails, inlayHintsIn } from '../../server/src/features/inlay-hints.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, NOTATIONS, understoodText, written } from '../helpers/features.ts';
import { type CheckOptions, withDefaults } from '../helpers/problems.ts';

const ALL: readonly HintKind[] = ['quantity', 'recommendation'];

/** The text with each hint in angle brackets where an editor shows it. */
function withHints(text: string, options: CheckOptions = {}, kinds = ALL): string {
  return applyEdits(
    text,
    hintsOf(text, options, kinds).map(({ offset, label }) => ({
      range: { start: offset, end: offset },
      newText: ` ‹${label}›`,
    })),
  );
}

function hintsOf(text: string, options: CheckOptions = {}, kinds = ALL) {
  const range = { start: 0, end: text.length };
  return inlayHintsIn(understoodText(text, options), range, kinds, withDefaults(options));
}

test('INI: quantities behind the values', () => {
  const text = `[Ocpp]
HeartbeatInterval=900
ConnectionTimeOut=60
MinimumStatusDuration=90061
ResetRetries=3
StopTransactionOnInvalidId=true
ClockAlignedDataInterval=0
`;
  expect(withHints(text, INI, ['quantity'])).toBe(`[Ocpp]
HeartbeatInterval=900 ‹= 15 min›
ConnectionTimeOut=60 ‹= 1 min›
MinimumStatusDuration=90061 ‹≈ 1 d 1 h›
ResetRetries=3
StopTransactionOnInvalidId=true
ClockAlignedDataInterval=0
`);
});

test('JSON: behind the closing quote', () => {
  const text =
    '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "900" } ] }';
  expect(withHints(text)).toBe(text.replace('"900"', '"900" ‹= 15 min›'));
});

test('energy', () => {
  const text = `[Ocpp]
MaxEnergyOnInvalidId=4500
HeartbeatInterval=900
ConnectionTimeOut=60
`;
  expect(withHints(text, INI)).toContain('MaxEnergyOnInvalidId=4500 ‹= 4.5 kWh›');
});

describe('nothing where a comment says it already', () => {
  test.each([
    ['behind the value', 'HeartbeatInterval=900 # every 15 min'],
    ['on the line above', '# 15 Minuten\nHeartbeatInterval=900'],
  ])('%s', (_where, line) => {
    expect(withHints(`[Ocpp]\n${line}\nResetRetries=3\n`, INI)).not.toContain('‹');
  });

  test.each([
    ['says something else', 'HeartbeatInterval=900 # 10 min'],
    ['belongs to another line', 'HeartbeatInterval=900\nResetRetries=3 # 15 min'],
    ['is further away', '# 15 min\n\nHeartbeatInterval=900'],
    ['stands behind the value above', 'ResetRetries=3 # 15 min\nHeartbeatInterval=900'],
  ])('but a hint where it %s', (_what, lines) => {
    expect(withHints(`[Ocpp]\n${lines}\nConnectionTimeOut=59\n`, INI)).toContain('=900 ‹= 15 min›');
  });
});

describe.each(NOTATIONS)('recommendations in $name', ({ name, options }) => {
  const text = written(name, {
    WebSocketPingInterval: '10',
    HeartbeatInterval: '86400',
    ConnectionTimeOut: '60',
    MeterValuesSampledData: 'Energy.Active.Import.Register,Voltage',
  });

  test('stand where the value is another one', () => {
    const labels = hintsOf(text, options, ['recommendation']).map(({ label }) => label);
    expect(labels).toEqual([
      'recommended: 60 s (1 min)',
      'recommended: 900 s (15 min)',
      'recommended: + Current.Import, Current.Offered and 2 more',
    ]);
  });

  test('are not said where the text says the same with a unit', () => {
    const labels = (value: string) =>
      hintsOf(
        written(name, { ResetRetries: '3', HeartbeatInterval: '900', ConnectionTimeOut: value }),
        options,
        ['recommendation'],
      ).map(({ label }) => label);
    expect(labels('60 s')).toEqual([]);
    expect(labels('1 min')).toEqual([]);
    expect(labels('5 min')).toEqual(['recommended: 60 s (1 min)']);
  });

  test('say why, and can be taken', () => {
    const [ping] = hintsOf(text, options, ['recommendation']);
    const details = ping && hintDetails(understoodText(text, options), ping.subject);

    expect(details?.tooltip).toMatch(/^GreenFlux recommends 60 s \(1 min\)\. \w/);
    expect(applyEdits(text, details?.edits ?? [])).toBe(text.replace(/\b10\b/, '60'));
  });

  test('follow a quantity, in the order of the text', () => {
    expect(hintsOf(text, options).map(({ label }) => label)).toEqual([
      'recommended: 60 s (1 min)',
      '= 1 d',
      'recommended: 900 s (15 min)',
      '= 1 min',
      'recommended: + Current.Import, Current.Offered and 2 more',
    ]);
  });

  test('are not made without an operator', () => {
    const knowledge = { ...withDefaults(options).knowledge, operator: undefined };
    expect(hintsOf(text, { ...options, knowledge }, ['recommendation'])).toEqual([]);
  });

  test.each([
    ['rule', 'greenflux/heartbeat-interval'],
    ['group', 'greenflux/*'],
  ])('are not made where the %s is off', (_what, id) => {
    const hints = hintsOf(text, { ...options, severities: { [id]: 'off' } }, ['recommendation']);
    expect(hints.map(({ label }) => label)).not.toContain('recommended: 900 s (15 min)');
  });

  test('are not made where the project file hides the problem', () => {
    const range = { start: 0, end: 0 };
    const ignores = [{ rule: 'greenflux/heartbeat-interval', key: 'HeartbeatInterval', range }];
    const labels = hintsOf(text, { ...options, ignores }, ['recommendation']).map(({ label }) => label);
    expect(labels).not.toContain('recommended: 900 s (15 min)');
    expect(labels).toContain('recommended: 60 s (1 min)');
  });
});

test('no recommendation where a comment hides the problem', () => {
  const text = `[Ocpp]
# ocpp-config-ignore greenflux/heartbeat-interval: the back office asks for it
HeartbeatInterval=86400
WebSocketPingInterval=10
`;
  expect(withHints(text, INI, ['recommendation'])).toBe(
    text.replace('=10', '=10 ‹recommended: 60 s (1 min)›'),
  );
});

test('no recommendation for what a station reports read-only', () => {
  const text =
    '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": true, "value": "86400" } ] }';
  expect(withHints(text)).toBe(text.replace('"86400"', '"86400" ‹= 1 d›'));
});

test('only what is on the screen is looked at', () => {
  const text = `[Ocpp]\n${'ConnectionTimeOut=120\n'.repeat(100)}HeartbeatInterval=900\nResetRetries=3\n`;
  const understood = understoodText(text, INI);
  const start = text.indexOf('Heartbeat');
  const hints = inlayHintsIn(understood, { start, end: text.length }, ['quantity'], withDefaults(INI));
  expect(hints.map(({ label }) => label)).toEqual(['= 15 min']);
  expect(inlayHintsIn(understood, { start: 0, end: 3 }, ALL, withDefaults(INI))).toEqual([]);
});

test('a kind that is turned off is not there', () => {
  const text = '[Ocpp]\nHeartbeatInterval=86400\nResetRetries=3\n';
  expect(withHints(text, INI, [])).toBe(text);
  expect(withHints(text, INI, ['quantity'])).not.toContain('recommended');
});
