import { describe, expect, test } from 'vitest';
import { applyFirstFix, problemsOf } from '../helpers/problems.ts';

const RULE = 'early-change-of-connection';

function rulesIn(text: string, path = 'charger.json'): readonly string[] {
  return problemsOf(text, { path }).map(({ rule }) => rule);
}

describe('the change that cuts the connection', () => {
  test('is moved behind the others, with the value it has', () => {
    const text = `[
  { "key": "SecurityProfile", "value": "2" },
  { "key": "CpoName", "value": "Example Charging BV" }
]`;
    const fixed = applyFirstFix(text, RULE);
    expect(JSON.parse(fixed)).toEqual([
      { key: 'CpoName', value: 'Example Charging BV' },
      { key: 'SecurityProfile', value: '2' },
    ]);
  });

  test('in an INI file as well', () => {
    const text = '[Configuration]\nHeartbeatInterval=900\nSecurityProfile=2\nCpoName=Example\n';
    expect(applyFirstFix(text, RULE, { path: 'charger.ini' })).toBe(
      '[Configuration]\nHeartbeatInterval=900\nCpoName=Example\nSecurityProfile=2\n',
    );
  });

  test('is left alone in a dump and in a station’s own settings, which have no order', () => {
    const dump =
      '{ "configurationKey": [{ "key": "SecurityProfile", "readonly": true, "value": "2" }, { "key": "CpoName", "readonly": false, "value": "Example" }] }';
    expect(rulesIn(dump)).not.toContain(RULE);
    const store = '[ChargePoint]\nDatabasePath=./a.db\n\n[Ocpp]\nSecurityProfile=2\nCpoName=Example\n';
    expect(rulesIn(store, 'charger.ini')).not.toContain(RULE);
  });

  test('templates of several stations are not one row of changes', () => {
    const one = (key: string, value: string) =>
      `{ "chargePointModel": "A", "parameters": { "HeartbeatInterval": "900", "${key}": "${value}" } }`;
    expect(rulesIn(`[${one('SecurityProfile', '2')}, ${one('CpoName', 'Example')}]`)).not.toContain(RULE);
  });
});
