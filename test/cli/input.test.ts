/** Standard input, and files that are no text. */

import { describe, expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import {
  CLEAN,
  INI_WITH_WARNING,
  NOT_OURS,
  WARNING_FIXED,
  WITH_ERROR,
  WITH_WARNING,
} from './support/samples.ts';

describe('standard input', () => {
  test('is checked', async () => {
    const { code, stdout } = await run(['check', '-'], { input: WITH_ERROR });

    expect(code).toBe(1);
    expect(stdout).toContain('<stdin>:3:62  error  value-type');
  });

  test('goes by the name that --stdin-path gives it', async () => {
    const { stdout } = await run(['check', '-', '--stdin-path', 'station.ini'], { input: INI_WITH_WARNING });

    expect(stdout).toContain('station.ini:4:23  warning  greenflux/websocket-ping-interval');
  });

  test('is recognised without a name', async () => {
    const { stdout } = await run(['check', '-'], { input: INI_WITH_WARNING });

    expect(stdout).toContain('<stdin>:4:23  warning');
  });

  test('with --fix comes out fixed, the report beside it', async () => {
    const { code, stdout, stderr } = await run(['check', '-', '--fix'], { input: WITH_WARNING });

    expect({ code, stdout }).toEqual({ code: 0, stdout: WARNING_FIXED });
    expect(stderr).toBe('1 file, 1 charger configuration: 1 problem fixed in 1 file, none left\n');
  });

  test.each<[what: string, input: string | Uint8Array]>([
    ['a clean file', CLEAN],
    ['a file that is none of ours', NOT_OURS],
    ['nothing', ''],
  ])('with --fix passes on %s unchanged', async (_, input) => {
    expect(await run(['check', '-', '--fix'], { input })).toMatchObject({ code: 0, stdout: input });
  });

  test('with --dry-run gives a diff', async () => {
    const { stdout } = await run(['check', '-', '--dry-run', '--stdin-path', 'a.json'], {
      input: WITH_WARNING,
    });

    expect(stdout).toMatch(/^--- a\/a\.json\n\+\+\+ b\/a\.json\n@@ /);
  });

  test('that is no UTF-8 is an error', async () => {
    const { code, stderr } = await run(['check', '-'], { input: new Uint8Array([0x7b, 0xe4, 0x7d]) });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: <stdin>: it is not UTF-8 text; save it as UTF-8 first\n',
    });
  });
});

describe('files that cannot be read as text', () => {
  const utf16 = new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WITH_ERROR, 'utf16le')]),
  );
  const unsuitable: readonly (readonly [name: string, contents: Uint8Array, says: string])[] = [
    ['utf16.json', utf16, 'it is UTF-16 text; save it as UTF-8 first'],
    [
      'latin1.ini',
      new Uint8Array(Buffer.from('[Ocpp]\nHeartbeatInterval=90\xe4\n', 'latin1')),
      'it is not UTF-8 text; save it as UTF-8 first',
    ],
    ['binary.json', new Uint8Array(Buffer.from(`${WITH_ERROR}\0`)), 'it is binary: it holds NUL bytes'],
  ];

  test.each(unsuitable)('%s: named, it is an error', async (name, contents, says) => {
    const folder = new Folder().with({ [name]: contents });

    expect(await run(['check', name], { cwd: folder.path })).toMatchObject({
      code: 2,
      stderr: `error: ${name}: ${says}\n`,
    });
  });

  test.each(unsuitable)('%s: --fix leaves it alone', async (name, contents) => {
    const folder = new Folder().with({ [name]: contents });
    await run(['check', '--fix', name], { cwd: folder.path });

    expect(folder.bytes(name)).toEqual(contents);
  });

  test('found in a folder they are only counted', async () => {
    const folder = new Folder().with({
      ...Object.fromEntries(unsuitable.map(([name, contents]) => [name, contents])),
      'clean.json': CLEAN,
    });

    expect(await run(['check', '.'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: '4 files, 1 charger configuration: no problems; 3 files skipped, not UTF-8 text or too large\n',
      stderr: '',
    });
  });
});

describe('odd files', () => {
  test.each<[what: string, contents: string]>([
    ['nothing', ''],
    ['only a byte order mark', '\ufeff'],
    ['only blanks', ' \n\t\n'],
    ['100,000 brackets', '['.repeat(100_000)],
    ['a key of a megabyte', `{"${'k'.repeat(1_000_000)}": 1}`],
    ['keys that JavaScript knows', '{"__proto__": {"constructor": 1}, "toString": "x", "hasOwnProperty": 2}'],
  ])('%s is no charger configuration, and no crash', async (_, contents) => {
    const folder = new Folder().with({ 'a.json': contents, 'a.ini': contents });

    for (const name of ['a.json', 'a.ini']) {
      expect(await run(['check', name], { cwd: folder.path })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`not recognised as a charger configuration: ${name}`),
        stderr: '',
      });
    }
  });

  test('our files with such things in them are no crash either', async () => {
    const folder = new Folder().with({
      'a.json': JSON.stringify([
        { key: 'HeartbeatInterval', value: '\ud800' },
        { key: '__proto__', value: 'x' },
        { key: 'constructor', value: 'y' },
        { key: 'LocalPreAuthorize', value: 'v'.repeat(1_000_000) },
        { key: 'k'.repeat(1_000_000), value: 'true' },
      ]),
      'b.json': `{"configurationKey":[{"key":"HeartbeatInterval","value":"900"},${'['.repeat(100_000)}`,
    });
    for (const format of ['text', 'json']) {
      const { code, signal, stderr } = await run(['check', '--format', format], { cwd: folder.path });
      expect({ code, signal, stderr }).toEqual({ code: 1, signal: null, stderr: '' });
    }
  });
});
