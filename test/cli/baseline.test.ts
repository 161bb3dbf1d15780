/** A baseline: an old fleet can start today. */

import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SECRET, stationFiles, stationLines } from './support/fleet.ts';
import { Folder } from './support/folder.ts';
import { asOrdinaryUser } from './support/ordinary-user.ts';
import { run } from './support/run.ts';
import { CLEAN, WITH_ERROR, WITH_WARNING } from './support/samples.ts';

const OPTIONS = ['--baseline', 'baseline.json'];

async function checked(folder: Folder, ...words: string[]) {
  return run(['check', '--max-severity', 'hint', ...OPTIONS, ...words], { cwd: folder.path });
}

test('what it lists is accepted, and what comes later is reported', async () => {
  const folder = new Folder().with({ 'a.json': WITH_ERROR, 'b.json': WITH_WARNING });

  expect(await checked(folder, '--update-baseline', '.')).toMatchObject({
    code: 0,
    stdout: 'baseline.json now accepts 2 problems in 2 files\n',
    stderr: '',
  });
  expect(await checked(folder)).toMatchObject({
    code: 0,
    stdout: '3 files, 2 charger configurations: no problems; 2 accepted by the baseline\n',
  });

  folder.with({ 'c.json': WITH_WARNING, 'a.json': WITH_ERROR.replace('"900"', '"x"') });
  const later = await checked(folder, '--format', 'json');
  const report = JSON.parse(later.stdout) as {
    summary: { accepted: number };
    files: { path: string; problems: { key: string }[] }[];
  };
  expect(later.code).toBe(1);
  expect(report.summary.accepted).toBe(2);
  expect(report.files.map(({ path, problems }) => [path, problems.map(({ key }) => key)])).toEqual([
    ['a.json', ['HeartbeatInterval']],
    ['b.json', []],
    ['c.json', ['WebSocketPingInterval']],
  ]);
});

test('is no configuration itself, though it lists keys with numbers', async () => {
  const folder = new Folder().with({
    'a.json': '{ "LocalPreAuthorize": "x", "LocalAuthorizeOffline": "x", "HeartbeatInterval": "x" }',
  });
  await checked(folder, '--update-baseline', '.');
  const baseline = folder.read('baseline.json');
  expect(JSON.parse(baseline)).toMatchObject({
    files: { 'a.json': { 'value-type': { LocalPreAuthorize: 1, LocalAuthorizeOffline: 1 } } },
  });

  expect(await checked(folder)).toMatchObject({
    code: 0,
    stdout: '2 files, 1 charger configuration: no problems; 3 accepted by the baseline\n',
  });
  expect(await run(['check', '--fix', '.'], { cwd: folder.path })).toMatchObject({ code: 1 });
  expect(folder.read('baseline.json')).toBe(baseline);
});

test('is written so that it can be read and compared', async () => {
  const folder = new Folder().with({ 'b.json': WITH_WARNING, 'a.json': WITH_ERROR, 'c.json': CLEAN });
  await checked(folder, '--update-baseline', '.');

  expect(folder.read('baseline.json')).toBe(`{
  "version": 1,
  "files": {
    "a.json": {
      "value-type": {
        "LocalPreAuthorize": 1
      }
    },
    "b.json": {
      "greenflux/websocket-ping-interval": {
        "WebSocketPingInterval": 1
      }
    }
  }
}
`);
});

test('does not mind when lines move, values change or entries change places', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING });
  await checked(folder, '--update-baseline', '.');
  const [first, heartbeat, ping, ...rest] = WITH_WARNING.split('\n');
  folder.with({
    'a.json': [
      '',
      '',
      first,
      `${ping?.replace('"10"', '"20"')},`,
      heartbeat?.replace(/,$/, ''),
      ...rest,
    ].join('\n'),
  });

  expect(await checked(folder)).toMatchObject({ code: 0 });
});

test('of several problems of one kind it accepts as many as there were', async () => {
  const twice = '[Ocpp]\nLocalPreAuthorize=true\nHeartbeatInterval=900\nHeartbeatInterval=900\n';
  const folder = new Folder().with({ 'a.ini': twice });
  await checked(folder, '--update-baseline', '.');
  folder.with({ 'a.ini': `${twice}HeartbeatInterval=900\n` });
  const { code, stdout } = await checked(folder);

  expect(code).toBe(1);
  expect(stdout.match(/ duplicate-key$/gm)).toHaveLength(1);
});

test('says when it accepts what is gone, and forgets it when it is written anew', async () => {
  const folder = new Folder().with({ 'a.json': WITH_ERROR, 'b.json': WITH_WARNING });
  await checked(folder, '--update-baseline', '.');
  folder.with({ 'a.json': CLEAN });

  expect((await checked(folder)).stdout).toContain(
    '1 accepted by the baseline; 1 more in the baseline are gone: --update-baseline forgets them',
  );
  await checked(folder, '--update-baseline', '.');
  expect(folder.read('baseline.json')).not.toContain('a.json');
});

test('names of files and keys may be anything', async () => {
  const odd =
    '[{"key":"__proto__","value":"900 s"},{"key":"constructor","value":"x"},{"key":"HeartbeatInterval","value":"x"}]';
  const folder = new Folder().with({ '__proto__.json': odd, 'constructor.json': odd });
  await checked(folder, '--update-baseline', '.');

  expect(await checked(folder)).toMatchObject({ code: 0 });
});

test('holds for stations on lines too, by their ids', async () => {
  const folder = new Folder().with({ 'night.ndjson': stationLines(30) });
  const words = ['--ndjson', 'night.ndjson'];
  await checked(folder, '--update-baseline', ...words);
  const lines = stationLines(31).trimEnd().split('\n');
  folder.with({ 'night.ndjson': lines.reverse().join('\n') });
  const { stdout } = await checked(folder, ...words);
  const withProblems = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; problems: object[] })
    .filter(({ problems }) => problems.length > 0);

  expect(withProblems.map(({ id }) => id)).toEqual(['CP-30']);
});

test('is the same for any number of threads, and holds no secret', async () => {
  const folder = new Folder().with(stationFiles(100));
  await checked(folder, '--update-baseline', '--jobs', '1', 'fleet');
  const one = folder.read('baseline.json');
  await checked(folder, '--update-baseline', '--jobs', '3', 'fleet');

  expect(folder.read('baseline.json')).toBe(one);
  expect(one).not.toContain(SECRET);
  expect(await checked(folder, '--jobs', '3', 'fleet')).toMatchObject({ code: 0 });
});

describe('is refused where it cannot be what is meant:', () => {
  test.each([
    [undefined, OPTIONS, 'no such file or folder. Write it with --update-baseline first'],
    ['{', OPTIONS, 'it is not JSON'],
    ['[]', OPTIONS, 'it is no baseline of ocpp-config'],
    ['{"version":2,"files":{}}', OPTIONS, 'it was written by another version'],
    ['{"version":1,"files":{"a.json":{"x":{"y":-1}}}}', OPTIONS, 'what it says of a.json cannot be read'],
    ['{"version":1,"files":{"a.json":[]}}', OPTIONS, 'what it says of a.json cannot be read'],
    ['{}', ['--update-baseline'], '--update-baseline needs the file: add --baseline <file>'],
    ['{}', [...OPTIONS, '--update-baseline', '--summary'], 'cannot be combined'],
  ])('%j with %j', async (contents, options, says) => {
    const folder = new Folder().with({
      'a.json': CLEAN,
      ...(contents === undefined ? {} : { 'baseline.json': contents }),
    });
    const { code, stdout, stderr } = await run(['check', ...options, 'a.json'], { cwd: folder.path });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^error: .*\n$/);
  });
});

test('that cannot be written is a failure', async () => {
  const folder = new Folder().with({ 'a.json': WITH_ERROR });
  const { code, stderr } = await run(
    ['check', '--baseline', 'gone/baseline.json', '--update-baseline', 'a.json'],
    { cwd: folder.path },
  );

  expect(code).toBe(2);
  expect(stderr).toBe('error: gone/baseline.json: not written: no such file or folder\n');
});

const hasPermissions = process.platform !== 'win32';

test.each([
  [['--update-baseline'], 'not written: permission denied'],
  [[], 'permission denied'],
])(
  hasPermissions ? 'that cannot be read is no missing one, with %j' : 'needs permissions, with %j',
  async (options, says) => {
    if (!hasPermissions) return;
    const folder = new Folder().with({ 'a.json': CLEAN, 'baseline.json': '{"version":1,"files":{}}' });
    chmodSync(folder.at('baseline.json'), 0);
    const { code, stderr } = await asOrdinaryUser(['check', ...OPTIONS, ...options, 'a.json'], folder);

    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/already|--update-baseline/);
  },
);

test('that is a folder is said to be one', async () => {
  const folder = new Folder().with({ 'a.json': CLEAN });
  mkdirSync(folder.at('baseline.json'));

  expect(await checked(folder, '--update-baseline', 'a.json')).toMatchObject({
    code: 2,
    stderr: 'error: baseline.json: not written: it is a folder\n',
  });
});
