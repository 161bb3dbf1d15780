import { expect, test } from 'vitest';
import { selectionsAt } from '../../server/src/features/selection-ranges.ts';
import { slice } from '../../server/src/text/range.ts';
import { INI, understoodText } from '../helpers/features.ts';
import { atCursor } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** What is selected at the cursor, step by step. */
function stepsIn(marked: string, options: CheckOptions = {}): readonly string[] {
  const { text, offset } = atCursor(marked);
  return selectionsAt(understoodText(text, options), offset).map((range) => slice(text, range));
}

test('INI: item, value, entry, section, scope, file', () => {
  const list = 'ChargingScheduleAllowedChargingRateUnit="Current,Power"';
  const section = `ChargeProfileMaxStackLevel=3\n${list}`;
  const text = `# mine\n[Core]\nHeartbeatInterval=900\n[SmartCharging]\n${section}\n`;
  expect(stepsIn(text.replace('Power', 'P<|>ower'), INI)).toEqual([
    'Power',
    'Current,Power',
    '"Current,Power"',
    list,
    section,
    text.slice(text.indexOf('[Core]')).trimEnd(),
    text,
  ]);
});

test('JSON: value, with its quotes, entry, list, file', () => {
  const marked = '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "9<|>00" } ] }\n';
  expect(stepsIn(marked)).toEqual([
    '900',
    '"900"',
    '{ "key": "HeartbeatInterval", "value": "900" }',
    '[ { "key": "HeartbeatInterval", "value": "900" } ]',
    marked.replace('<|>', ''),
  ]);
});

test('a key', () => {
  expect(stepsIn('[Ocpp]\nHeart<|>beatInterval=900\nResetRetries=3\n', INI).slice(0, 2)).toEqual([
    'HeartbeatInterval',
    'HeartbeatInterval=900',
  ]);
});

test('between entries and outside of them', () => {
  const text = '# mine\n\n[Ocpp]\nHeartbeatInterval=900\n\nResetRetries=3\n';
  const scope = text.slice(text.indexOf('[Ocpp]')).trimEnd();
  expect(stepsIn(text.replace('900\n\n', '900\n<|>\n'), INI)).toEqual([scope, text]);
  expect(stepsIn(text.replace('# mine', '# <|>mine'), INI)).toEqual([text]);
});
