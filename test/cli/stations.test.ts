/** `check --ndjson`: a station on each line in, a result on each line out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../server/src/cli/engine.ts';
import { stationBatches } from '../../server/src/cli/stations/station-batches.ts';
import type { StationResult } from '../../server/src/cli/stations/station-reader.ts';
import { SECRET, station, stationLines } from './support/fleet.ts';
import { Folder } from './support/folder.ts';
import { finished, run, start } from './support/run.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'station-line.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<StationResult>(
  schema,
);

/** The results, each of which is as the schema says. */
function parsed(stdout: string): StationResult[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const result: unknown = JSON.parse(line);
      if (!validate(result)) expect(validate.errors).toEqual([]);
      return result as StationResult;
    });
}

async function results(input: string | Uint8Array, ...options: string[]): Promise<StationResult[]> {
  const { stdout, stderr } = await run(['check', '--ndjson', ...options], { input });
  expect(stderr).toBe('');
  return parsed(stdout);
}

const KEYS = [
  { key: 'HeartbeatInterval', readonly: false, value: '900' },
  { key: 'WebSocketPingInterval', readonly: false, value: '10' },
];

describe('a station may be', () => {
  test.each<[what: string, line: unknown, shape: string]>([
    ['a GetConfiguration answer', { configurationKey: KEYS }, 'get-configuration'],
    ['a frame', [3, '17', { configurationKey: KEYS, unknownKey: [] }], 'ocpp-frames'],
    [
      'an answer under a name',
      { id: 'CP-1', configuration: { configurationKey: KEYS } },
      'get-configuration',
    ],
    ['a list under a name', { id: 7, configuration: KEYS }, 'get-configuration'],
    [
      'a frame under a name',
      { id: 'CP-1', configuration: [3, '17', { configurationKey: KEYS }] },
      'ocpp-frames',
    ],
    [
      'a map under a name',
      {
        id: 'CP-1',
        configuration: { HeartbeatInterval: '900', WebSocketPingInterval: '10', LocalPreAuthorize: 'true' },
      },
      'flat-map',
    ],
  ])('%s', async (_, line, shape) => {
    const text = JSON.stringify(line);
    const [result] = await results(`${text}\n`);
    if (result === undefined || 'error' in result) throw new Error(JSON.stringify(result));
    const ping = result.problems.find(({ rule }) => rule === 'greenflux/websocket-ping-interval');
    const at = text.indexOf('"10"') + 1;

    expect(result.line).toBe(1);
    expect(result.id).toBe(typeof line === 'object' && line !== null && 'id' in line ? line.id : null);
    expect(result.shape).toBe(shape);
    expect(ping?.range).toEqual({ start: { line: 0, character: at }, end: { line: 0, character: at + 2 } });
  });
});

test('vendor, model and firmware are those of the line', async () => {
  const outside = {
    id: 'a',
    vendor: 'KEBA',
    model: 'KC-P30',
    firmware: '1.2',
    configuration: [2, 'x', 'GetConfiguration', {}],
  };
  const [inside, besides] = await results(
    `${JSON.stringify({ id: 'b', configuration: station(0) })}\n${JSON.stringify(outside)}\n`,
  );

  expect(inside).toMatchObject({ vendor: 'KEBA', model: 'M0', firmware: '1.0' });
  expect(besides).toMatchObject({ vendor: 'KEBA', model: 'KC-P30', firmware: '1.2' });
});

test('a bad line is a result with its number, says no word of the line, and the rest goes on', async () => {
  const lines = [
    JSON.stringify({ id: 1, configuration: station(1) }),
    `{"id":2,"password":"${SECRET}x`,
    '',
    '{"id":3} trailing',
    '"text"',
    JSON.stringify({ name: 'something else' }),
    JSON.stringify({ id: 4, configuration: station(4) }),
  ];
  const { code, stdout } = await run(['check', '--ndjson'], { input: lines.join('\r\n') });
  const found = parsed(stdout);

  expect(found.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6, 7]);
  expect(found[1]).toEqual({
    version: 1,
    line: 2,
    id: null,
    error: expect.stringMatching(/^it is not JSON, from character \d+ on$/),
  });
  expect(found[2]).toMatchObject({ line: 4, error: 'it is not JSON, from character 10 on' });
  expect(found[3]).toMatchObject({ line: 5, shape: null, problems: [] });
  expect(found[5]).toMatchObject({ line: 7, id: 4, vendor: 'Alfen' });
  expect(code).toBe(2);
  expect(stdout).not.toContain(SECRET);
});

test('bytes that are no text make a bad line and no more', async () => {
  const good = new TextEncoder().encode(stationLines(1));
  const input = new Uint8Array([...good, 0xff, 0xfe, 0x0a, ...good]);
  const found = await results(input);

  expect(found.map((result) => 'error' in result)).toEqual([false, true, false]);
});

test('a byte order mark before the first line is none of it', async () => {
  expect(await results(`\ufeff${stationLines(1)}`)).toMatchObject([
    { id: 'CP-0', shape: 'get-configuration' },
  ]);
});

test.each<[options: string[], input: string, code: number]>([
  [[], `${JSON.stringify({ id: 1, configuration: { configurationKey: [KEYS[0]] } })}\n`, 0],
  [[], stationLines(1), 1],
  [[], 'bad\n', 2],
  [['--exit-zero'], stationLines(1), 0],
  [['--exit-zero'], 'bad\n', 0],
  [['--exit-zero', 'gone.ndjson'], '', 2],
  [[], '', 0],
])('exit code with %j', async (options, input, code) => {
  const { code: found } = await run(['check', '--ndjson', '--rule', 'greenflux/*=off', ...options], {
    input,
  });

  expect(found).toBe(code);
});

test('files are read one after the other, each with line numbers of its own', async () => {
  const folder = new Folder().with({ 'b.ndjson': stationLines(1), 'a.ndjson': stationLines(2) });
  const { stdout } = await run(['check', '--ndjson', 'b.ndjson', 'a.ndjson'], { cwd: folder.path });

  expect(parsed(stdout).map(({ line, id }) => [line, id])).toEqual([
    [1, 'CP-0'],
    [2, 'CP-1'],
    [1, 'CP-0'],
  ]);
});

test('a project file above the input holds for its stations', async () => {
  const folder = new Folder().with({
    'night.ndjson': stationLines(1),
    '.ocpp-config.json': '{ "operator": "none", "rules": { "value-type": "off" } }',
  });
  const { stdout } = await run(['check', '--ndjson', 'night.ndjson'], { cwd: folder.path });

  expect(stdout).not.toMatch(/greenflux|value-type/);
});

test('every line is in exactly one shard, under its own number', async () => {
  const input = stationLines(20);
  const all = await results(input);
  const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => results(input, '--shard', shard)));

  expect(shards.map(({ length }) => length)).toEqual([7, 7, 6]);
  expect(shards.flat().sort((a, b) => a.line - b.line)).toEqual(all);
});

test('pieces of an input have the numbers of its lines, where they are told where they begin', async () => {
  const lines = ['[', ...stationLines(1500).trimEnd().split('\n'), '}'];
  const options = ['check', '--ndjson', '--exit-zero'];
  const whole = await run(options, { input: lines.join('\n') });
  const pieces = await Promise.all(
    [0, 700, 1400].map((start) =>
      run([...options, '--first-line', String(start + 1)], {
        input: lines.slice(start, start + 700).join('\n'),
      }),
    ),
  );

  expect(pieces.map(({ stdout }) => stdout).join('')).toBe(whole.stdout);
  expect(whole.stdout).toContain('"line":1502,"id":null,"error"');
});

test('parts of an input give the parts of its result', async () => {
  const lines = stationLines(30).trimEnd().split('\n');
  const whole = await results(lines.join('\n'));
  const parts = await Promise.all(
    [lines.slice(0, 11), lines.slice(11)].map((part) => results(part.join('\n'))),
  );
  const numberless = (found: StationResult[]) =>
    found.map((result) => JSON.stringify(result).replaceAll(/"line":\d+/g, ''));

  expect(numberless(parts.flat())).toEqual(numberless(whole));
});

describe('cutting an input into batches', () => {
  const line = (length: number) => new Uint8Array([...new Uint8Array(length).fill(0x61), 0x0a]);

  async function cut(chunks: Iterable<Uint8Array>): Promise<[first: number, bytes: string | 'too-long'][]> {
    async function* stream() {
      yield* chunks;
    }
    const file = { path: 'a', location: 'a', named: true };
    const batches: [number, string][] = [];
    for await (const batch of stationBatches(file, stream(), 1) as AsyncIterable<
      Extract<Batch, { kind: 'stations' }>
    >) {
      const { first, bytes } = batch.lines;
      batches.push([first, bytes === 'too-long' ? bytes : Buffer.from(bytes).toString()]);
    }
    return batches;
  }

  test('depends on the bytes alone, and loses none', async () => {
    const text = stationLines(1_500);
    const bytes = new TextEncoder().encode(`${text}last without an end`);
    const whole = await cut([bytes]);
    for (const size of [1, 7, 65_536, 1_000_003]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.slice(index * size, (index + 1) * size),
      );
      expect((await cut(chunks)).map(([first, part]) => [first, part.length])).toEqual(
        whole.map(([first, part]) => [first, part.length]),
      );
    }

    expect(whole.length).toBeGreaterThan(1);
    expect(whole.map(([, part]) => part).join('')).toBe(`${text}last without an end`);
    for (const [first, part] of whole)
      expect(text.split('\n')[first - 1]).toBe(first > 1_500 ? '' : part.split('\n')[0]);
  });

  test('passes over a line that is too long without keeping it, and counts it', async () => {
    const megabyte = new Uint8Array(1024 * 1024).fill(0x61);
    function* chunks() {
      yield line(3);
      for (let count = 0; count < 40; count++) yield megabyte;
      yield line(2);
      yield line(4);
    }

    expect(await cut(chunks())).toEqual([
      [1, 'aaa\n'],
      [2, 'too-long'],
      [3, 'aaaa\n'],
    ]);
  });

  test('reads no further than it is asked for', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read++;
        yield line(65_535);
      }
    }
    const batches = stationBatches({ path: 'a', location: 'a', named: true }, endless(), 1);
    for (let count = 1; count <= 20; count++) {
      await batches.next();
      expect(read).toBe(8 * count);
    }
    await batches.return();
  });
});

test('an endless input is read no faster than its results are taken', async () => {
  const child = start(['check', '--ndjson', '--jobs', '2']);
  const lines = Buffer.from(stationLines(400));
  let written = 0;
  const feed = () => {
    while (child.stdin?.writable && written < 64 * 1024 * 1024) {
      written += lines.length;
      if (!child.stdin.write(lines)) {
        child.stdin.once('drain', feed);
        return;
      }
    }
  };
  child.stdin?.on('error', () => {
    // It is ended while we are writing.
  });
  feed();
  // Nobody reads the results: after some time nothing goes in any more.
  let before = -1;
  while (before !== written) {
    before = written;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  expect(written).toBeLessThan(48 * 1024 * 1024);

  child.stdout?.destroy();
  const { signal } = await finished(child);
  expect(signal).toBeNull();
});

test.each([
  [['--fix'], '--fix changes files and cannot be combined with --ndjson'],
  [['--dry-run'], '--dry-run changes files and cannot be combined with --ndjson'],
  [
    ['--format', 'sarif'],
    '--ndjson writes a result for each line and cannot be combined with --format sarif',
  ],
  [['--shard', '0/3'], '--shard 0/3: write <i>/<n>, with i from 1 to n'],
  [['--shard', '4/3'], '--shard 4/3: write <i>/<n>, with i from 1 to n'],
  [['--jobs', '0'], 'Give a number from 1 to 256.'],
  [['--first-line', '0'], 'Give the number of a line, from 1 on.'],
  [['--first-line', '7', 'night.ndjson'], '--first-line is for a piece on standard input'],
])('%j is refused with --ndjson', async (options, says) => {
  const { code, stderr } = await run(['check', '--ndjson', ...options], { input: '' });

  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
