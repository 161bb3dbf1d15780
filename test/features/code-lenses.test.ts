import { describe, expect, test } from 'vitest';
import { type CodeLens, codeLensesOf, lensTitle } from '../../server/src/features/code-lenses.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { INI, NOTATIONS, understoodText, written } from '../helpers/features.ts';
import { analysisOf, type CheckOptions, withDefaults } from '../helpers/problems.ts';

const MISTAKES = {
  WebSocketPingInterval: '10',
  HeartbeatInterval: 'often',
  ConnectionTimeOut: '60',
  ResetRetries: '3',
};
const ALL = () => true;

/** The lenses as an editor shows them: the line above which they stand, and what they say. */
function lensesIn(text: string, options: CheckOptions = {}): readonly string[] {
  const analysis = analysisOf(text, options);
  const lines = new LineIndex(text);
  return codeLensesOf(analysis, ALL).map((lens) => {
    const { title, clickable } = lensTitle(analysis, lens, withDefaults(options));
    return `${lines.lineAt(lens.offset) + 1}: ${clickable ? title : `(${title})`}`;
  });
}

describe.each(NOTATIONS)('$name', ({ name, options }) => {
  test('a row at the top: context, problems, what can be applied, summary', () => {
    expect(lensesIn(written(name, MISTAKES), options)).toEqual([
      '1: AC or DC unknown · smart charging unknown · GreenFlux',
      '1: 1 error · 1 warning',
      '1: Apply 6 recommended values',
      '1: Show summary',
    ]);
  });
});

test('a file without mistakes has nothing to click there', () => {
  const text = '[Ocpp]\nHeartbeatInterval=900\nLocalPreAuthorize=false\n';
  const knowledge = { ...withDefaults({}).knowledge, operator: undefined };
  expect(lensesIn(text, { ...INI, knowledge })).toEqual([
    '1: AC or DC unknown · smart charging unknown · no operator',
    '1: (No problems)',
    '1: Show summary',
  ]);
});

test('a file that follows the advice says so', () => {
  const text =
    '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "900" } ] }';
  const analysis = analysisOf(text);
  const lens: CodeLens = { kind: 'recommended', offset: 0 };
  expect(lensTitle(analysis, lens, withDefaults({}))).toEqual({
    title: 'All values as GreenFlux recommends',
    clickable: false,
  });
});

test('one value is said in the singular', () => {
  const text =
    '{ "configurationKey": [ { "key": "HeartbeatInterval", "readonly": false, "value": "86400" } ] }';
  const lens: CodeLens = { kind: 'recommended', offset: 0 };
  expect(lensTitle(analysisOf(text), lens, withDefaults({})).title).toBe('Apply 1 recommended value');
});

test('several stations have their own context each', () => {
  const station = (current: string) => `  {
    "chargePointModel": "X",
    "currentOutType": "${current}",
    "Configuration": {
      "configurationKey": [
        { "key": "HeartbeatInterval", "readonly": false, "value": "900" },
        { "key": "ConnectionTimeOut", "readonly": false, "value": "60" },
        { "key": "ResetRetries", "readonly": false, "value": "3" },
        { "key": "LocalPreAuthorize", "readonly": false, "value": "false" },
        { "key": "WebSocketPingInterval", "readonly": false, "value": "60" }
      ]
    }
  }`;
  const lenses = lensesIn(`[\n${station('AC')},\n${station('DC')}\n]\n`);
  expect(lenses.filter((lens) => lens.startsWith('1: ')).map((lens) => lens.slice(3))).toEqual([
    '(No problems)',
    expect.any(String),
    'Show summary',
  ]);
  expect(lenses.slice(3).map((lens) => lens.slice(lens.indexOf(' ') + 1))).toEqual([
    'X · AC · smart charging unknown · GreenFlux',
    'X · DC · smart charging unknown · GreenFlux',
  ]);
});

test('messages about single keys are no stations', () => {
  const message = (key: string) => `[2,"1","ChangeConfiguration",{"key":"${key}","value":"60"}]`;
  const text = `[\n${['HeartbeatInterval', 'ConnectionTimeOut', 'ResetRetries'].map(message).join(',\n')}\n]\n`;
  expect(codeLensesOf(understoodText(text), ALL).map(({ offset }) => offset)).toEqual([0, 0, 0, 0]);
});

test('only what the editor can run is offered', () => {
  const understood = understoodText(written('INI', MISTAKES), INI);
  expect(codeLensesOf(understood, (kind) => kind === 'recommended')).toEqual([
    { kind: 'recommended', offset: 0 },
  ]);
});
