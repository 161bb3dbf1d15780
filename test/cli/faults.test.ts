/** What is left of files when the world fails in the middle: the old ones or the new ones, and never a half. */

import { writeFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DiskSpool } from '../../server/src/cli/node/disk-spool.ts';
import { REPORTER_NAMES } from '../../server/src/cli/reporters/names.ts';
import { UsageError } from '../../server/src/cli/usage-error.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import { WARNING_FIXED, WITH_WARNING } from './support/samples.ts';
import { smallDisk } from './support/small-disk.ts';

const BASELINE = '{ "version": 1, "files": {} }\n';

/** Everything of ours that writes a file, and what it says when it could not. */
const WRITERS: readonly (readonly [what: string, words: string[], says: RegExp])[] = [
  ['--fix', ['check', '--fix'], /^error: a\.json: not fixed: /],
  ['a new baseline', ['check', '--baseline', 'new', '--update-baseline'], /^error: new: not written: /],
  ['an old baseline', ['check', '--baseline', 'old', '--update-baseline'], /^error: old: not written: /],
  ['init', ['init'], /^error: \.ocpp-config\.json is not written: /],
];

describe('a full disk', () => {
  test.each(WRITERS)('%s leaves everything as it was, and says why', async (_what, words, says) => {
    const { folder, before } = smallDisk({ 'a.json': WITH_WARNING, old: BASELINE });
    const { code, stderr } = await run(words, { cwd: folder.path, before });

    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/: no space left on the disk\n$/);
    expect(folder.names()).toEqual(['a.json', 'filler', 'old']);
    expect(folder.read('a.json')).toBe(WITH_WARNING);
    expect(folder.read('old')).toBe(BASELINE);
  });

  test('for what waits until the report begins is no mistake of ours, and the place is named', () => {
    const nowhere = new Folder().at('nowhere');
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, nowhere);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const spool = new DiskSpool();

    const tooMuch = () => spool.add('a.json', ' '.repeat(9_000_000));

    expect(tooMuch).toThrow(UsageError);
    expect(tooMuch).toThrow(`cannot be written to ${nowhere}: no such file or folder`);
  });
});

describe('kill -9', () => {
  const [fix, newBaseline, oldBaseline, init] = WRITERS;
  test.each([
    ['before', 'writeSync', [fix, init]],
    ['after', 'writeSync', [fix, newBaseline]],
    ['before', 'renameSync', [fix, oldBaseline]],
    ['after', 'renameSync', [fix, oldBaseline]],
    ['before', 'linkSync', [init, newBaseline]],
    ['after', 'linkSync', [init, newBaseline]],
  ] as const)('%s %s: old or new, and the next run is as always', async (when, call, writers) => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING, old: BASELINE });
    const kill = `process.kill(process.pid, 'SIGKILL')`;
    const script = new Folder().with({
      'before.cjs': `
        const fs = require('node:fs');
        const { ${call} } = fs;
        fs.${call} = (...words) => {
          ${when === 'before' ? kill : ''};
          const result = ${call}(...words);
          ${when === 'after' ? kill : ''};
          return result;
        };`,
    });
    for (const writer of writers) {
      const { signal } = await run(writer?.[1] ?? [], { cwd: folder.path, before: script.at('before.cjs') });
      expect(signal).toBe('SIGKILL');
    }

    expect([WITH_WARNING, WARNING_FIXED]).toContain(folder.read('a.json'));
    for (const name of ['old', 'new', '.ocpp-config.json']) {
      if (folder.names().includes(name)) expect(JSON.parse(stripped(folder.read(name)))).toBeTypeOf('object');
    }
    const next = await run(['check', '--fix', '--baseline', 'old'], { cwd: folder.path });
    expect(next).toMatchObject({ code: 0, stderr: '' });
    expect(next.stdout).toContain('1 charger configuration');
    expect(next.stdout).not.toContain('.tmp');
  });

  /** A project file may have comments. */
  function stripped(text: string): string {
    return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/,(\s*[}\]])/g, '$1');
  }
});

test('two --fix at once: each file is fixed once, and nothing is left over', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `${index}.json`);
  const folder = new Folder().with(Object.fromEntries(names.map((name) => [name, WITH_WARNING])));

  const both = await Promise.all([1, 2].map(() => run(['check', '--fix'], { cwd: folder.path })));

  for (const name of names) expect(folder.read(name)).toBe(WARNING_FIXED);
  expect(folder.names()).toEqual([...names].sort());
  // Where they met, one of them was too late and says so; a second look would find nothing left to do.
  for (const { stderr } of both)
    for (const line of stderr.split('\n').filter((text) => text !== ''))
      expect(line).toMatch(/^error: \d+\.json: not fixed: (it has changed since it was read)$/);
});

test('where a disk knows one name only for each file, a new file is made all the same', async () => {
  const script = `const fs = require('node:fs');
    fs.linkSync = () => { throw Object.assign(new Error('no'), { code: 'EPERM' }); };`;
  const before = new Folder().with({ 'before.cjs': script }).at('before.cjs');
  const folder = new Folder().with({ 'a.json': WITH_WARNING });

  expect(await run(['init'], { cwd: folder.path, before })).toMatchObject({ code: 0, stderr: '' });
  expect(folder.names()).toEqual(['.ocpp-config.json', 'a.json']);
  expect(await run(['init'], { cwd: folder.path, before })).toMatchObject({ code: 2 });
});

describe('names that nobody should give a file', () => {
  const names = [
    'a b.json',
    `it's "q".json`,
    'new\nline\r.json',
    'esc\u001b[31m\u001b]0;title\u0007.json',
    'csi\u009b31m.json',
    'turned\u202e.json',
    '%0A::error::x.json',
    ',title=x:y.json',
    '$(touch made).json',
    '-dash.json',
    '<b onload=x>&amp;.json',
    'back\\slash.json',
  ];
  const files = () => new Folder().with(Object.fromEntries(names.map((name) => [name, WITH_WARNING])));

  test('are checked and fixed like others', async () => {
    const folder = files();
    const { code, stderr } = await run(['check', '--fix'], { cwd: folder.path });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of names) expect(folder.read(name)).toBe(WARNING_FIXED);
    expect(folder.names()).toHaveLength(names.length);
  });

  test.each(REPORTER_NAMES)('are data and nothing else in %s', async (format) => {
    const { stdout, stderr } = await run(['check', '--format', format], { cwd: files().path });

    expect(stderr).toBe('');
    // Nothing acts on a terminal, or begins a line of its own.
    expect([...stdout].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
    expect(stdout).not.toMatch(/^(::error|line|title)/m);
    if (format === 'ndjson') for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
    else if (['json', 'sarif', 'gitlab'].includes(format)) JSON.parse(stdout);
    else if (['junit', 'checkstyle'].includes(format)) new SaxesParser().write(stdout).close();
    else for (const sign of ['\u009b', '\u202e']) expect(stdout).not.toContain(sign);
  });

  test('of bytes that are no UTF-8 are said to be so', async () => {
    const folder = files();
    const name = Buffer.concat([
      Buffer.from(`${folder.path}/`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.json'),
    ]);
    try {
      writeFileSync(name, WITH_WARNING);
    } catch {
      // Disks of a Mac or of Windows have no such names.
      return;
    }
    const { code, stderr } = await run(['check'], { cwd: folder.path });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: \ufffd\ufffd.json: its name is not UTF-8 text; rename it first\n',
    });
  });
});
