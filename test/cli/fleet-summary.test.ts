/** `check --summary`: what a whole fleet comes to. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { FleetSummaryFile } from '../../server/src/cli/fleet/fleet-json.ts';
import { FleetSummary, MOST_KEPT } from '../../server/src/cli/fleet/fleet-summary.ts';
import { SECRET, stationFiles, stationLines } from './support/fleet.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'fleet-summary.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: true }).compile<FleetSummaryFile>(schema);

async function summary(input: string, ...options: string[]): Promise<FleetSummaryFile> {
  const { stdout } = await run(['check', '--ndjson', '--summary', '--format', 'json', ...options], { input });
  const file: unknown = JSON.parse(stdout);
  if (!validate(file)) expect(validate.errors).toEqual([]);
  return file as FleetSummaryFile;
}

test('counts problems by rule, stations by kind, and the values of each key', async () => {
  const { stations, files, unreadable, rules, models, keys } = await summary(
    `${stationLines(60)}bad\n{"a":1}\n`,
  );

  expect({ stations, files, unreadable }).toEqual({ stations: 60, files: 62, unreadable: 1 });
  expect(rules.find(({ rule }) => rule === 'greenflux/websocket-ping-interval')).toEqual({
    rule: 'greenflux/websocket-ping-interval',
    severity: expect.any(String),
    // A quarter of them have 10 s, and for those of one vendor in three another rule says so.
    problems: 10,
    stations: 10,
  });
  expect(models.reduce((sum, model) => sum + model.stations, 0)).toBe(60);
  expect(
    models.find(({ vendor, model, firmware }) => `${vendor} ${model} ${firmware}` === 'KEBA M0 1.0')
      ?.stations,
  ).toBe(2);
  expect(keys.find(({ key }) => key === 'WebSocketPingInterval')).toEqual({
    key: 'WebSocketPingInterval',
    stations: 60,
    empty: 0,
    values: [
      { value: '60', stations: 30 },
      { value: '10', stations: 15 },
      { value: '180', stations: 15 },
    ],
    others: 0,
  });
});

test('a secret has no values, only whether there is one', async () => {
  const line = (key: string, value: string) =>
    `${JSON.stringify([
      { key, value, readonly: false },
      { key: 'HeartbeatInterval', value: '900' },
    ])}\n`;
  const input = [
    line('AuthorizationKey', SECRET),
    line('AuthorizationKey', ''),
    line('Vendor.WifiPassword', SECRET),
    line('Vendor.BackendUrl', `wss://user:${SECRET}@example.org/ocpp`),
  ].join('');
  const { keys } = await summary(input);
  const found = Object.fromEntries(keys.map((key) => [key.key, key]));

  expect(found.AuthorizationKey).toMatchObject({ stations: 2, empty: 1, values: null });
  expect(found['Vendor.WifiPassword']).toMatchObject({ stations: 1, values: null });
  expect(JSON.stringify(keys)).not.toContain(SECRET);
});

test('of files it is the same as of the same stations on lines', async () => {
  const folder = new Folder().with(stationFiles(40));
  const { stdout } = await run(['check', '--summary', '--format', 'json', '--shard', '1/1'], {
    cwd: folder.path,
  });

  expect(JSON.parse(stdout)).toEqual(await summary(stationLines(40)));
});

describe('a fleet with more values than fit', () => {
  test('keeps those that many stations have, and counts the rest', () => {
    const fleet = new FleetSummary();
    const portions = 50;
    for (let portion = 0; portion < portions; portion++) {
      const own = Array.from({ length: 200 }, (_, index) => [`serial ${portion} ${index}`, 1] as const);
      const key = {
        key: 'K',
        stations: 300,
        empty: 0,
        others: 0,
        values: [['common', 100] as const, ...own],
      };
      fleet.add({ stations: 300, rules: [], models: [], keys: [key] });
    }
    const [key] = fleet.result().keys;
    if (key === undefined || key.values === 'hidden') throw new Error('the key is there');
    const kept = key.values.reduce((sum, [, count]) => sum + count, 0);

    expect(key.values[0]).toEqual(['common', 100 * portions]);
    expect(key.values.length).toBeLessThanOrEqual(2 * MOST_KEPT + 200);
    expect(kept + key.others).toBe(300 * portions);
  });

  test('keeps the commonest keys and kinds of stations', () => {
    const fleet = new FleetSummary();
    const none = { error: 0, warning: 0, information: 0, hint: 0 };
    for (let portion = 0; portion < 30; portion++) {
      const names = ['common', ...Array.from({ length: 200 }, (_, index) => `${portion} ${index}`)];
      fleet.add({
        stations: names.length,
        rules: [],
        models: names.map((vendor) => ({
          vendor,
          model: '',
          firmware: '',
          stations: 1,
          withProblems: 0,
          problems: none,
        })),
        keys: names.map((key) => ({ key, stations: 1, empty: 0, others: 0, values: [] })),
      });
    }
    const { models, keys, unnamedModels } = fleet.result();

    expect([models[0]?.vendor, models[0]?.stations, keys[0]?.key, keys[0]?.stations]).toEqual([
      'common',
      30,
      'common',
      30,
    ]);
    expect(keys.length).toBe(MOST_KEPT);
    expect(models.reduce((sum, { stations }) => sum + stations, unnamedModels)).toBe(30 * 201);
  });
});

describe('the page', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>&'\u202e`;

  async function page(input: string): Promise<string> {
    const { stdout, stderr } = await run(['check', '--ndjson', '--summary', '--format', 'html'], { input });
    expect(stderr).toBe('');
    return stdout;
  }

  test('has charts and asks nobody for anything', async () => {
    const text = await page(stationLines(60));

    expect(text.match(/<svg /g)?.length).toBeGreaterThan(5);
    expect(text).toContain('greenflux/websocket-ping-interval');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|xlink:href|\son\w+=/);
    // The addresses of rules, which nobody follows but a person.
    for (const [, name, address] of text.matchAll(/(\w+)="(https?:[^"]*)"/g)) {
      expect([name, address]).toEqual([
        expect.stringMatching(/^(href|xmlns|xlink)$/),
        expect.stringMatching(/^https:\/\/github\.com\/ocpp-config\/|^http:\/\/www\.w3\.org\//),
      ]);
    }
  });

  test('shows the text of a file as text, wherever it comes from', async () => {
    const configuration = {
      chargePointVendor: hostile,
      chargePointModel: hostile,
      firmwareVersion: hostile,
      configurationKey: [
        { key: 'HeartbeatInterval', readonly: false, value: hostile },
        { key: hostile, readonly: false, value: hostile },
      ],
    };
    const text = await page(`${JSON.stringify({ id: hostile, configuration })}\n`);

    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toMatch(/<script|<img|\u202e/);
    // As a strict parser reads it, no element or attribute is there that we have not written.
    const names = new Set<string>();
    const parser = new SaxesParser({ fragment: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      names.add(name);
      for (const attribute of Object.keys(attributes)) names.add(`@${attribute}`);
    });
    parser.write(text.replace('<!doctype html>', '').replaceAll(/<meta ([^>]*)>/g, '<meta $1/>')).close();

    expect(names).toContain('svg');
    expect([...names].filter((name) => /^(script|img|iframe|object|@on.*|@src)$/.test(name))).toEqual([]);
  });

  test('says what language it is in, for screen readers and translators', async () => {
    expect(await page('')).toContain('<html lang="en">');
    const dutch = await run(['check', '--ndjson', '--summary', '--format', 'html', '--lang', 'nl'], {
      input: '',
    });
    expect(dutch.stdout).toContain('<html lang="nl">');
  });

  test('of nothing is a page all the same', async () => {
    expect(await page('')).toContain('</html>');
  });
});

test('in a terminal it keeps to the width and says what has most stations first', async () => {
  const { stdout, code } = await run(['check', '--ndjson', '--summary'], {
    input: stationLines(60),
    environment: { COLUMNS: '80' },
  });

  expect(code).toBe(1);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(stdout).toMatch(/^60 charger configurations\.\n\nProblems by rule\n/);
  expect(stdout).toMatch(/\n +60 {2}AuthorizationKey +secret\n/);
});

test.each([
  [['--summary', '--format', 'sarif'], '--summary comes as text, json or html and not as sarif'],
  [['--format', 'html'], '--format html is for --summary'],
  [['--summary', '--dry-run'], '--dry-run prints a diff and cannot be combined with --summary'],
])('%j is refused', async (options, says) => {
  expect(await run(['check', ...options])).toMatchObject({ code: 2, stderr: `error: ${says}\n` });
});
