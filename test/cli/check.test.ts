/** Exit codes, options and output of `check`. */

import { describe, expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { finished, run, start } from './support/run.ts';
import { CLEAN, NOT_OURS, WITH_ERROR, WITH_WARNING } from './support/samples.ts';

describe('exit code', () => {
  const files = { clean: CLEAN, warning: WITH_WARNING, error: WITH_ERROR };

  test.each<[found: keyof typeof files, options: string, code: number]>([
    ['clean', '', 0],
    ['clean', '--max-severity hint', 0],
    ['warning', '', 0],
    ['warning', '--max-severity warning', 1],
    ['warning', '--max-severity hint', 1],
    ['warning', '--rule greenflux/websocket-ping-interval=error', 1],
    ['warning', '--rule greenflux/websocket-ping-interval=hint --max-severity warning', 0],
    ['warning', '--rule greenflux/*=off --max-severity hint', 0],
    ['warning', '--operator none --max-severity hint', 0],
    ['warning', '--fix --max-severity warning', 0],
    ['warning', '--dry-run --max-severity warning', 0],
    ['error', '', 1],
    ['error', '--rule value-type=warning', 0],
    ['error', '--shape *.json=off', 0],
    ['error', '--fix', 1],
    ['error', '--dry-run', 1],
  ])('%s %s → %i', async (found, options, code) => {
    const folder = new Folder().with({ 'a.json': files[found] });
    const words = ['check', ...options.split(' ').filter((word) => word !== ''), 'a.json'];
    const finished = await run(words, { cwd: folder.path });

    expect(finished.code).toBe(code);
    expect(finished.stderr).not.toContain('error:');
  });

  test('is 2 when one of several files cannot be read, and the others are checked', async () => {
    const folder = new Folder().with({ 'a.json': WITH_ERROR });
    const { code, stdout, stderr } = await run(['check', 'gone.json', 'a.json'], { cwd: folder.path });

    expect(code).toBe(2);
    expect(stderr).toBe('error: gone.json: no such file or folder\n');
    expect(stdout).toContain('a.json:3:62  error  value-type');
  });
});

describe('text output', () => {
  test('shows each problem with its place, its line and what can be done', async () => {
    const folder = new Folder().with({ 'fleet/a.json': WITH_WARNING });

    expect((await run(['check'], { cwd: folder.path })).stdout).toBe(`\
fleet/a.json  get-configuration, GreenFlux

fleet/a.json:3:66  warning  greenflux/websocket-ping-interval
  WebSocketPingInterval is 10 s, below the 60 s that GreenFlux asks for: 6 pings a minute burn
  mobile data. Use 60 to 180 s.

    3 |   { "key": "WebSocketPingInterval", "readonly": false, "value": "10" }
      |                                                                  ^^
      = fix: Set WebSocketPingInterval to 60 s (safe)

1 file, 1 charger configuration: 1 warning; 1 can be fixed with --fix
`);
  });

  test('keeps to the width of the terminal', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const environment = { COLUMNS: '50' };
    const { stdout } = await run(['check'], { cwd: folder.path, environment });

    expect(stdout).toContain('\n  WebSocketPingInterval is 10 s, below the 60 s\n');
    expect(stdout).toContain('\n    3 | ...al", "readonly": false, "value": "10" }\n');
    expect(stdout.split('\n').filter((line) => line.length > 50 && line.startsWith(' '))).toEqual([]);
  });

  test('says nothing about clean files but how many there are', async () => {
    const folder = new Folder().with({ 'a.json': CLEAN, 'b.json': NOT_OURS });

    expect(await run(['check'], { cwd: folder.path })).toEqual({
      code: 0,
      signal: null,
      stdout: '2 files, 1 charger configuration: no problems\n',
      stderr: '',
    });
  });

  test('says that a named file is none of ours, without failing', async () => {
    const folder = new Folder().with({ 'package.json': NOT_OURS });

    expect(await run(['check', 'package.json'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: 'not recognised as a charger configuration: package.json\n\n1 file, no charger configuration\n',
    });
  });

  test('--quiet prints only what makes the check fail', async () => {
    const folder = new Folder().with({ 'error.json': WITH_ERROR, 'warning.json': WITH_WARNING });

    const { stdout } = await run(['check', '--quiet'], { cwd: folder.path });
    expect(stdout).toContain('error.json:3:62  error  value-type');
    expect(stdout).not.toContain('warning');
    expect(stdout).not.toContain('files');

    expect(await run(['check', '--quiet', 'warning.json'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('never shows a secret, in no format and no diff', async () => {
    const secret = 'correct-horse-battery-staple';
    const folder = new Folder().with({
      'a.json': `[{ "key": "AuthorizationKey", "value": "${secret}" }, { "key": "WebSocketPingInterval", "value": "10" }]`,
      'b.ini': `[Ocpp]\nAuthorizationKey=${secret}\nWebSocketPingInterval=10\nHeartbeatInterval=900\n`,
    });
    for (const options of [[], ['--format', 'json'], ['--dry-run'], ['--fix']]) {
      const { stdout, stderr } = await run(['check', ...options], { cwd: folder.path });
      expect(stdout + stderr).toContain('AuthorizationKey');
      expect(stdout + stderr).not.toContain(secret);
    }
    expect(folder.read('b.ini')).toContain(`AuthorizationKey=${secret}\nWebSocketPingInterval=60`);
  });

  test('control characters of a file or its name do not reach the terminal', async () => {
    const folder = new Folder().with({
      'a\u001b[31m.json':
        '[{"key":"HeartbeatInterval","value":"9\u001b]0;x\u00070"},{"key":"LocalPreAuthorize","value":"true"}]',
    });
    const { stdout } = await run(['check', 'a\u001b[31m.json', '--rule', 'value-type=error'], {
      cwd: folder.path,
    });

    expect(stdout).toContain('a\u241b[31m.json:1:');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('colours', () => {
  const escapeSequence = '\u001b[';

  test.each<[options: string[], environment: Record<string, string>, coloured: boolean]>([
    [[], {}, false],
    [['--color'], {}, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [['--color'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('%j with %j: %s', async (options, environment, coloured) => {
    const folder = new Folder().with({ 'a.json': WITH_ERROR });
    const { stdout } = await run(['check', ...options], { cwd: folder.path, environment });

    expect(stdout.includes(escapeSequence)).toBe(coloured);
  });
});

test('output that cannot be written is a failure', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING });
  const before = new Folder().with({
    'full-disk.cjs': `process.stdout._write = (chunk, encoding, done) =>
      done(Object.assign(new Error('no'), { code: 'ENOSPC' }));`,
  });
  const options = { cwd: folder.path, before: before.at('full-disk.cjs') };

  expect(await run(['check'], options)).toMatchObject({
    code: 2,
    stderr: 'error: cannot write the output: no space left on the disk\n',
  });
});

describe('the reader goes away', () => {
  /** More than a pipe holds, in many files. */
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`${String(index).padStart(3, '0')}.json`, WITH_ERROR]),
  );

  test('quietly: the check stops', async () => {
    const folder = new Folder().with(many);
    const child = start(['check'], { cwd: folder.path });
    child.stdin?.end();
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { signal, stderr, code } = await finished(child);

    expect({ signal, stderr }).toEqual({ signal: null, stderr: '' });
    expect(code).toBe(1);
  });

  test('fixes are made all the same', async () => {
    const folder = new Folder().with(
      Object.fromEntries(Object.keys(many).map((name) => [name, WITH_WARNING.replace('900', 'x')])),
    );
    const child = start(['check', '--fix'], { cwd: folder.path });
    child.stdin?.end();
    child.stdout?.once('data', () => child.stdout?.destroy());
    await finished(child);

    expect(Object.keys(many).filter((name) => folder.read(name).includes('"10"'))).toEqual([]);
  });
});
