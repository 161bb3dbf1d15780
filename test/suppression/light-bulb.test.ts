/** What the light bulb writes to ignore a problem: over all sample files, and in the cases that differ. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoreCommentsAt } from '../../server/src/features/ignore-comment.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { analysisOf, type CheckOptions } from '../helpers/problems.ts';

const FIXTURES = ['json', 'ini'].flatMap((folder) => {
  const path = join(import.meta.dirname, '..', 'formats', 'fixtures', folder);
  return readdirSync(path).map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
});

/** Values that make problems of many kinds in any sample. */
const SPOILT: readonly (readonly [RegExp, string])[] = [
  [/\b(\d{2,3})\b/g, '9x9'],
  [/\btrue\b/gi, 'maybe'],
  [/Energy\.Active\.Import\.Register/g, 'Energy.Active.Import.Registr'],
  [/$/, ''],
];

describe.each(FIXTURES)('$name', ({ name, text }) => {
  test.each(SPOILT.map(([what, by], index) => ({ index, what, by })))('spoilt $index', ({ what, by }) => {
    const spoilt = text.replace(what, by);
    // As comments make it: the sample may be strict JSON.
    for (const path of new Set([name, name.replace(/\.json$/, '.jsonc')])) checkEachIgnore(spoilt, { path });
  });
});

/** How many ignores were tried. */
let tried = 0;

test('the samples have something to ignore', () => {
  expect(tried).toBeGreaterThan(100);
});

function checkEachIgnore(text: string, options: CheckOptions): void {
  let before: ReturnType<typeof analysisOf>;
  try {
    before = analysisOf(text, options);
  } catch {
    // Spoilt so much that it is no longer ours.
    return;
  }
  const lines = new LineIndex(text);
  for (const problem of before.problems.slice(0, 40)) {
    for (const action of ignoreCommentsAt(before, problem.range)) {
      if (action.problems[0] !== problem) continue;
      tried++;
      const [edit] = action.edits;
      if (edit === undefined) throw new Error('an ignore without an edit');
      // Everything else stays byte for byte.
      expect(edit.range.start).toBe(edit.range.end);
      const ignored = applyEdits(text, action.edits);
      expect(ignored.slice(0, edit.range.start)).toBe(text.slice(0, edit.range.start));
      expect(ignored.slice(edit.range.start + edit.newText.length)).toBe(text.slice(edit.range.end));
      const after = analysisOf(ignored, options);
      const isHidden = (other: Problem) => other.rule === problem.rule && sameLine(other, problem, lines);
      const left = before.problems.filter((other) => !isHidden(other)).map((other) => said(other));
      expect(after.problems.map((other) => said(other)).sort(), ignored).toEqual(left.sort());
      expect(after.suppressed).toBe(before.suppressed + before.problems.filter(isHidden).length);
    }
  }
}

function sameLine(a: Problem, b: Problem, lines: LineIndex): boolean {
  return lines.lineAt(a.range.start) === lines.lineAt(b.range.start);
}

function said({ rule, message }: Problem): string {
  return `${rule}: ${message}`;
}

/** The text after the first ignore that is offered for a problem of a rule; undefined when none is offered. */
function ignore(text: string, rule: string, options: CheckOptions): string | undefined {
  const analysis = analysisOf(text, options);
  const problem = analysis.problems.find((candidate) => candidate.rule === rule);
  if (problem === undefined) throw new Error(`no ${rule} in:\n${text}`);
  const action = ignoreCommentsAt(analysis, problem.range).find(({ problems }) => problems[0]?.rule === rule);
  return action === undefined ? undefined : applyEdits(text, action.edits);
}

test.each([
  ['# where the file has no comment', '', '#'],
  ['; where the file has such', '; settings of the station\n', ';'],
  ['# where the file has such', '# settings of the station\n', '#'],
])('INI: %s', (_when, head, starter) => {
  const text = `${head}[Configuration]\n  ConnectionTimeOut=sixty\n  ResetRetries=3\n`;
  expect(ignore(text, 'value-type', { path: 'a.ini' })).toBe(
    text.replace('  Conn', `  ${starter} ocpp-config-ignore value-type: reason\n  Conn`),
  );
});

test('line ends and the byte order mark stay as the file has them', () => {
  const text = '\uFEFFConnectionTimeOut=sixty\r\nResetRetries=3\r\nHeartbeatInterval=900\r\n';
  expect(ignore(text, 'value-type', { path: 'a.ini' })).toBe(
    text.replace('Conn', '# ocpp-config-ignore value-type: reason\r\nConn'),
  );
});

test('open-ocpp gets it in the first column', () => {
  const text = '[ChargePoint]\nVendor=A\n[Ocpp]\n HeartbeatInterval=often\nConnectionTimeOut=60\n';
  const ignored = ignore(text, 'value-type', { path: 'a.ini' });
  expect(ignored).toContain('\n# ocpp-config-ignore value-type: reason\n HeartbeatInterval');
});

describe('JSON', () => {
  const entry = '  { "key": "ConnectionTimeOut", "value": "sixty" }';
  const text = `{ "configurationKey": [\n${entry}\n] }\n`;

  test('takes a comment when it is JSON with comments', () => {
    expect(ignore(text, 'value-type', { path: 'a.jsonc' })).toBe(
      text.replace(entry, `  // ocpp-config-ignore value-type: reason\n${entry}`),
    );
  });

  test('takes one when it has some', () => {
    const commented = `// ours\n${text}`;
    expect(ignore(commented, 'value-type', { path: 'a.json' })).toContain(
      '  // ocpp-config-ignore value-type',
    );
  });

  test('takes none when it is strict', () => {
    expect(ignore(text, 'value-type', { path: 'a.json' })).toBeUndefined();
  });

  test('gets none inside of another comment', () => {
    const inside = text.replace(entry, `  /* more\n  */${entry}`);
    expect(ignore(inside, 'value-type', { path: 'a.jsonc' })).toBeUndefined();
  });
});

describe('an ignore that is there already gets another id', () => {
  test.each([
    ['duplicate-key: both are read', 'duplicate-key, value-type: both are read'],
    ['duplicate-key', 'duplicate-key, value-type: reason'],
    ['duplicate-key:', 'duplicate-key, value-type: reason'],
    ['duplicate-key,', 'duplicate-key, value-type: reason'],
    ['duplicate-key, key-casing: both', 'duplicate-key, key-casing, value-type: both'],
  ])('%s', (words, expected) => {
    const around = (comment: string) =>
      `[Configuration]\n# ocpp-config-ignore ${comment}\nConnectionTimeOut=sixty\nResetRetries=3\n`;
    expect(ignore(around(words), 'value-type', { path: 'a.ini' })).toBe(around(expected));
  });

  test('also at the end of the line', () => {
    const text =
      '[Configuration]\nConnectionTimeOut=sixty ; ocpp-config-ignore key-casing: so\nResetRetries=3\n';
    expect(ignore(text, 'value-type', { path: 'a.ini' })).toBe(
      text.replace('key-casing', 'key-casing, value-type'),
    );
  });

  test('also in a block comment', () => {
    const text =
      '{ "configurationKey": [\n  /* ocpp-config-ignore key-casing */\n  { "key": "ConnectionTimeOut", "value": "sixty" } ] }';
    expect(ignore(text, 'value-type', { path: 'a.jsonc' })).toBe(
      text.replace('key-casing', 'key-casing, value-type: reason'),
    );
  });
});

test('is never offered for itself, nor twice for one line', () => {
  const text =
    '[Configuration]\nMeterValuesSampledData=Nonsense,Rubbish # ocpp-config-ignore value-type\nResetRetries=3\n';
  const analysis = analysisOf(text, { path: 'a.ini' });
  expect(analysis.problems.filter(({ rule }) => rule === 'list-item-unknown')).toHaveLength(2);
  const titles = ignoreCommentsAt(analysis, { start: 0, end: text.length }).map(({ title }) => title);
  expect(titles).toContain('Ignore list-item-unknown here (with a comment)');
  expect(titles).not.toContain('Ignore unused-ignore here (with a comment)');
  expect(new Set(titles).size).toBe(titles.length);
});
