import { expect, test } from 'vitest';
import { semanticTokensIn } from '../../server/src/features/semantic-tokens.ts';
import { slice } from '../../server/src/text/range.ts';
import { INI, understoodText } from '../helpers/features.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** Each token as `text: type modifiers`. */
function tokensIn(
  text: string,
  options: CheckOptions = {},
  range = { start: 0, end: text.length },
): readonly string[] {
  return semanticTokensIn(understoodText(text, options), range).map(({ range: at, type, modifiers }) =>
    [`${slice(text, at)}:`, type, ...modifiers].join(' '),
  );
}

test('INI: names by what they are, values that are special', () => {
  const text = `[Ocpp]
HeartbeatInterval=900
NumberOfConnectors=2
AuthorizationKey=0123456789abcdef
Unheard=1
HeartBeatInterval=900
`;
  expect(tokensIn(text, INI)).toEqual([
    'HeartbeatInterval: ocppKey',
    'NumberOfConnectors: ocppKey readonly',
    '2: ocppValue readonly',
    'AuthorizationKey: ocppKey secret',
    '0123456789abcdef: ocppValue secret',
    'Unheard: ocppKey unknown',
    'HeartBeatInterval: ocppKey',
  ]);
});

test('JSON: what the file says of a key wins', () => {
  const text = `{ "configurationKey": [
    { "key": "HeartbeatInterval", "readonly": true, "value": "900" },
    { "key": "NumberOfConnectors", "readonly": false, "value": "2" }
  ] }`;
  expect(tokensIn(text)).toEqual([
    'HeartbeatInterval: ocppKey readonly',
    '900: ocppValue readonly',
    'NumberOfConnectors: ocppKey',
  ]);
});

test('a key of another edition is deprecated', () => {
  expect(
    tokensIn('[Ocpp]\nHeartbeatInterval=900\nProximityContactRetries=3\nResetRetries=1\n', INI),
  ).toContain('ProximityContactRetries: ocppKey deprecated');
});

test('the value may stand before the key', () => {
  const text = `{ "configurationKey": [
    { "value": "0123456789abcdef", "key": "AuthorizationKey", "readonly": false },
    { "value": "900", "key": "HeartbeatInterval", "readonly": false }
  ] }`;
  expect(tokensIn(text)).toEqual([
    '0123456789abcdef: ocppValue secret',
    'AuthorizationKey: ocppKey secret',
    'HeartbeatInterval: ocppKey',
  ]);
});

test('only what is in the range', () => {
  const text = '[Ocpp]\nHeartbeatInterval=900\nConnectionTimeOut=60\nResetRetries=3\n';
  const start = text.indexOf('Connection');
  expect(tokensIn(text, INI, { start, end: start + 4 })).toEqual(['ConnectionTimeOut: ocppKey']);
});

test("nothing of a program's own section", () => {
  const text = '[Ocpp]\nHeartbeatInterval=900\nResetRetries=3\n[Acme]\nMode=1\n';
  expect(tokensIn(text, INI).join()).not.toContain('Mode');
});
