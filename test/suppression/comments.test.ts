/** Comments that hide problems: where they count, what they may look like, and what is said about useless ones. */

import { describe, expect, test } from 'vitest';
import type { ProjectIgnore } from '../../server/src/model/project-ignore.ts';
import { analysisOf, applyFirstFix, checkFix, checkNoFix, problemsOf } from '../helpers/problems.ts';

const INI = { path: 'charger.ini' };

/** The rules of the problems that are left, and how many are hidden. */
function outcome(text: string, path = 'charger.ini'): readonly [rules: readonly string[], hidden: number] {
  const { problems, suppressed } = analysisOf(text, { path });
  return [problems.map(({ rule }) => rule), suppressed];
}

describe('in INI', () => {
  test.each([
    ['on the line above', '# ocpp-config-ignore value-type: words\nConnectionTimeOut=sixty'],
    ['with a semicolon', '; ocpp-config-ignore value-type: words\nConnectionTimeOut=sixty'],
    ['at the end of the line', 'ConnectionTimeOut=sixty ; ocpp-config-ignore value-type: words'],
    ['without a reason', '# ocpp-config-ignore value-type\nConnectionTimeOut=sixty'],
    ['with a colon and no reason yet', '# ocpp-config-ignore value-type:\nConnectionTimeOut=sixty'],
    [
      'with a reason and no colon',
      '# ocpp-config-ignore value-type they read words\nConnectionTimeOut=sixty',
    ],
    ['without a blank', '#ocpp-config-ignore value-type:words\nConnectionTimeOut=sixty'],
    ['with more starters for looks', '### ocpp-config-ignore value-type\nConnectionTimeOut=sixty'],
    ['indented', '   # ocpp-config-ignore value-type\n   ConnectionTimeOut=sixty'],
    [
      'with another comment between',
      '# ocpp-config-ignore value-type: see\n# the manual\nConnectionTimeOut=sixty',
    ],
  ])('%s', (_where, text) => {
    expect(outcome(`[Configuration]\n${text}\nResetRetries=3\n`)).toEqual([[], 1]);
  });

  test.each([
    ['of another line', '# ocpp-config-ignore value-type: words\n\nConnectionTimeOut=sixty'],
    ['below', 'ConnectionTimeOut=sixty\n# ocpp-config-ignore value-type: words'],
    [
      'at the end of the line above',
      'ResetRetries=3 # ocpp-config-ignore value-type\nConnectionTimeOut=sixty',
    ],
  ])('not %s', (_where, text) => {
    const [rules, hidden] = outcome(`[Configuration]\n${text}\nHeartbeatInterval=900\n`);
    expect([[...rules].sort(), hidden]).toEqual([['unused-ignore', 'value-type'], 0]);
  });

  test('with CRLF line ends', () => {
    const text =
      '[Configuration]\r\n# ocpp-config-ignore value-type: words\r\nConnectionTimeOut=sixty\r\nResetRetries=3\r\n';
    expect(outcome(text)).toEqual([[], 1]);
  });

  test('several ids', () => {
    const text = [
      '[Configuration]',
      '# ocpp-config-ignore value-type, greenflux/heartbeat-interval : words',
      'ConnectionTimeOut=sixty',
      'ResetRetries=3',
    ].join('\n');
    const { problems, suppressed } = analysisOf(text, INI);
    expect(suppressed).toBe(1);
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
      ['unused-ignore', expect.stringContaining('greenflux/heartbeat-interval is ignored here')],
    ]);
    expect(applyFirstFix(text, 'unused-ignore', INI)).toBe(
      text.replace(', greenflux/heartbeat-interval', ''),
    );
  });

  test('all of a group', () => {
    const text =
      '[Ocpp]\n# ocpp-config-ignore greenflux/*: a test bench\nWebSocketPingInterval=10\nResetRetries=3\n';
    expect(outcome(text)).toEqual([[], 1]);
  });

  test('two stand above each other', () => {
    const text = [
      '[Configuration]',
      '# ocpp-config-ignore duplicate-key: both are read',
      '# ocpp-config-ignore value-type: words',
      'ConnectionTimeOut=sixty',
      'ResetRetries=3',
    ].join('\n');
    expect(outcome(text)).toEqual([['unused-ignore'], 1]);
  });

  test('a value that goes on in further lines', () => {
    const text = [
      '# ocpp-config-ignore list-item-unknown: of this maker',
      'MeterValuesSampledData=Energy.Active.Import.Register,\\',
      '  Power.Active.Import,\\',
      '  Power.Active.Nonsense',
      'ConnectionTimeOut=60',
      'ResetRetries=3',
    ].join('\n');
    const plain = problemsOf(text.replace('-ignore', ''), { path: 'a.properties' });
    expect(plain.map(({ rule }) => rule)).toContain('list-item-unknown');
    const { problems, suppressed } = analysisOf(text, { path: 'a.properties' });
    expect(problems.map(({ rule }) => rule)).not.toContain('list-item-unknown');
    expect(suppressed).toBe(1);
  });
});

describe('in JSON with comments', () => {
  const entry = '{ "key": "ConnectionTimeOut", "value": "sixty" }';

  test.each([
    ['on the line above', `// ocpp-config-ignore value-type: words\n    ${entry}`],
    ['at the end of the line', `${entry} // ocpp-config-ignore value-type: words`],
    ['in a block comment above', `/* ocpp-config-ignore value-type: words */\n    ${entry}`],
    ['in a block comment before it', `/*ocpp-config-ignore value-type*/ ${entry}`],
    ['in a block comment of several lines', `/*\n ocpp-config-ignore value-type: words\n */\n    ${entry}`],
    [
      'between the lines of an entry',
      '{ "key": "ConnectionTimeOut",\n // ocpp-config-ignore value-type: words\n "value": "sixty" }',
    ],
  ])('%s', (_where, text) => {
    const file = `{\n  "configurationKey": [\n    ${text}\n  ]\n}\n`;
    expect(outcome(file, 'charger.jsonc')).toEqual([[], 1]);
    expect(outcome(file.replaceAll('\n', '\r\n'), 'charger.jsonc')).toEqual([[], 1]);
    // Also by another name: a file that has comments takes them.
    expect(outcome(file, 'charger.json')).toEqual([[], 1]);
  });

  test('a useless one is removed with its line and nothing else', () => {
    const before = '{\n  "configurationKey": [\n';
    const after = '    { "key": "ConnectionTimeOut", "value": "60" }\n  ]\n}\n';
    checkFix(`${before}    // ocpp-config-ignore value-type: words\n${after}`, before + after);
    checkFix(
      `${before}${after}`.replace('"60" }', '"60" } // ocpp-config-ignore value-type'),
      before + after,
    );
    checkFix(
      `${before}${after}`.replace('{ "key"', '/* ocpp-config-ignore value-type */ { "key"'),
      before + after,
    );
    checkFix(
      `${before}${after}`.replace('"value"', '/* ocpp-config-ignore value-type */ "value"'),
      before + after,
    );
  });
});

test('a log has no comments', () => {
  const text = [
    '12:00 [2,"1","ChangeConfiguration",{"key":"ConnectionTimeOut","value":"sixty"}] # ocpp-config-ignore value-type',
    '// ocpp-config-ignore value-type: words',
    '12:01 [2,"2","ChangeConfiguration",{"key":"ConnectionTimeOut","value":"sixty"}]',
  ].join('\n');
  const [rules, hidden] = outcome(text, 'station.log');
  expect([rules.filter((rule) => rule === 'value-type').length, hidden]).toEqual([2, 0]);
  expect(rules).not.toContain('unused-ignore');
});

describe('a useless one', () => {
  const around = (comment: string) => `[Configuration]\nHeartbeatInterval=900\n${comment}\nResetRetries=3\n`;

  test.each([
    ['', 'names no rule'],
    [' ', 'names no rule'],
    [':', 'names no rule'],
    [': value-type', 'names no rule'],
    [' *', 'names no rule'],
    [' value-tpye', 'Did you mean value-type?'],
    [' Value-Type', 'Did you mean value-type?'],
    [' heartbeat-interval', 'Did you mean greenflux/heartbeat-interval?'],
    [' grenflux/*', 'Did you mean greenflux/*?'],
    [' nonsense-of-any-kind: x', 'Write the id of a problem'],
  ])('%j: %s, and nothing is changed unasked', (words, said) => {
    const text = around(`# ocpp-config-ignore${words}`);
    expect(problemsOf(text, INI).map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['unused-ignore', 'information', expect.stringContaining(said)],
    ]);
    checkNoFix(text, INI);
  });

  test('goes with all its ids', () => {
    checkFix(
      around('# ocpp-config-ignore value-type, value-range: words'),
      '[Configuration]\nHeartbeatInterval=900\nResetRetries=3\n',
      INI,
    );
  });

  test('goes from the end of a file without a line end, and from CRLF', () => {
    checkFix(
      '[Configuration]\r\nHeartbeatInterval=900\r\nResetRetries=3\r\n# ocpp-config-ignore value-type',
      '[Configuration]\r\nHeartbeatInterval=900\r\nResetRetries=3',
      INI,
    );
  });

  test.each([
    ['of a rule that is off', 'value-type', { severities: { 'value-type': 'off' } as const }],
    ['of another operator', 'someone/ping', {}],
  ])('%s stays', (_what, id, options) => {
    const text = around(`# ocpp-config-ignore ${id}: reason`);
    expect(problemsOf(text, { ...INI, ...options })).toEqual([]);
  });

  test('stays while the file cannot be read', () => {
    const text =
      '[Configuration]\n# ocpp-config-ignore value-type\nHeartbeatInterval\nResetRetries=3\nConnectionTimeOut=60\n';
    expect(outcome(text)[0]).toEqual(['syntax']);
  });

  test('can have another severity, or none', () => {
    const text = around('# ocpp-config-ignore value-type');
    const severities = (severity: 'error' | 'off') => ({ ...INI, severities: { 'unused-ignore': severity } });
    expect(problemsOf(text, severities('error')).map(({ severity }) => severity)).toEqual(['error']);
    expect(problemsOf(text, severities('off'))).toEqual([]);
  });

  test('another word that begins alike is none of ours', () => {
    expect(problemsOf(around('# ocpp-config-ignored: nothing'), INI)).toEqual([]);
    expect(problemsOf(around('# ocpp-config-ignore-next value-type'), INI)).toEqual([]);
  });
});

test.each([
  ['many comments', '# ocpp-config-ignore value-type, nonsense-id\n'.repeat(100_000)],
  ['many ids', `# ocpp-config-ignore ${'value-type, nonsense-id, '.repeat(100_000)}\n`],
  ['many block comments in one line', ''],
])('%s take no time', (_what, comments) => {
  const text =
    comments === ''
      ? `{ "configurationKey": [ ${'/* ocpp-config-ignore value-range */ { "key": "ResetRetries", "value": "x" },'.repeat(10_000)} ] }`
      : `[Configuration]\n${comments}ConnectionTimeOut=sixty\nResetRetries=3\n`;
  expect(analysisOf(text, comments === '' ? { path: 'a.jsonc' } : INI).problems.length).toBeGreaterThan(0);
});

describe('the project file', () => {
  const text =
    '{ "configurationKey": [ { "key": "connectionTimeOut", "value": "sixty" }, { "key": "HeartbeatInterval", "value": "often" } ] }';
  const range = { start: 0, end: 1 };
  const rulesWith = (...ignores: readonly ProjectIgnore[]) => {
    const analysis = analysisOf(text, { ignores });
    const hidden = ignores.map((ignore) => analysis.usedIgnores.has(ignore));
    return { left: analysis.problems.map(({ rule }) => rule), suppressed: analysis.suppressed, hidden };
  };

  test('hides problems of one key, in any case', () => {
    expect(rulesWith({ rule: 'value-type', key: 'CONNECTIONTIMEOUT', range })).toMatchObject({
      left: ['key-casing', 'value-type'],
      suppressed: 1,
      hidden: [true],
    });
  });

  test('hides problems of all keys', () => {
    expect(rulesWith({ rule: 'value-type', range })).toMatchObject({ left: ['key-casing'], suppressed: 2 });
  });

  test('says what was of no use', () => {
    const result = rulesWith(
      { rule: 'value-type', key: 'ResetRetries', range },
      { rule: 'value-type', range },
      { rule: 'value-type', range },
    );
    expect(result.hidden).toEqual([false, true, false]);
  });

  test('everything is shown on request', () => {
    const analysis = analysisOf(text, { ignores: [{ rule: 'value-type', range }], suppression: 'off' });
    expect([analysis.problems.length, analysis.suppressed]).toEqual([3, 0]);
    const ini =
      '[Configuration]\n# ocpp-config-ignore value-type\nConnectionTimeOut=sixty\n# ocpp-config-ignore\nResetRetries=3\n';
    expect(problemsOf(ini, { ...INI, suppression: 'off' }).map(({ rule }) => rule)).toEqual(['value-type']);
  });
});
