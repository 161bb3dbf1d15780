/** What `--fix` writes, and what it leaves alone. The rest of the world is played by scripts that Node runs first. */

import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { asOrdinaryUser } from './support/ordinary-user.ts';
import { run } from './support/run.ts';
import {
  CLEAN,
  INI_WITH_WARNING,
  NOT_OURS,
  WARNING_FIXED,
  WITH_ERROR,
  WITH_WARNING,
} from './support/samples.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('what is written', () => {
  test('is the safe fixes and nothing else', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING, 'b.json': WITH_ERROR, 'c.json': NOT_OURS });
    const { code, stdout } = await run(['check', '--fix'], { cwd: folder.path });

    expect(code).toBe(1);
    expect(stdout).toMatch(/\n3 files, 2 charger configurations: 1 problem fixed in 1 file, 1 error left\n$/);
    expect(folder.read('a.json')).toBe(WARNING_FIXED);
    expect(folder.read('b.json')).toBe(WITH_ERROR);
    expect(folder.read('c.json')).toBe(NOT_OURS);
    expect(folder.names()).toEqual(['a.json', 'b.json', 'c.json']);
  });

  test('does not change a second time', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    await run(['check', '--fix'], { cwd: folder.path });
    utimesSync(folder.at('a.json'), 1000, 1000);
    const { stdout } = await run(['check', '--fix'], { cwd: folder.path });

    expect(stdout).toBe('1 file, 1 charger configuration: no problems\n');
    expect(statSync(folder.at('a.json')).mtimeMs).toBe(1_000_000);
  });

  test.each<[what: string, before: string, after: string]>([
    ['line ends, and a missing one at the end', INI_WITH_WARNING, INI_WITH_WARNING.replace('=10', '=60')],
    ['a byte order mark', `\ufeff${WITH_WARNING}`, `\ufeff${WARNING_FIXED}`],
    [
      'a mark that stands twice',
      `\ufeff\ufeff${INI_WITH_WARNING}`,
      `\ufeff\ufeff${INI_WITH_WARNING.replace('=10', '=60')}`,
    ],
    [
      'letters of all kinds',
      `# 日本 😀 é\n${INI_WITH_WARNING}`,
      `# 日本 😀 é\n${INI_WITH_WARNING.replace('=10', '=60')}`,
    ],
  ])('keeps %s', async (_, before, after) => {
    const folder = new Folder().with({ 'a.json': before, 'a.ini': before });
    await run(['check', '--fix', before.includes('{') ? 'a.json' : 'a.ini'], { cwd: folder.path });

    expect(folder.bytes(before.includes('{') ? 'a.json' : 'a.ini')).toEqual(bytesOf(after));
  });

  test('--dry-run writes nothing and prints a diff that can be applied', async () => {
    const folder = new Folder().with({ 'in/a.json': WITH_WARNING, 'b.ini': INI_WITH_WARNING });
    const before = folder.names();
    const { code, stdout, stderr } = await run(['check', '--dry-run'], { cwd: folder.path });

    expect(code).toBe(0);
    expect(stderr).toBe(
      '2 files, 2 charger configurations: 2 problems would be fixed in 2 files, none left\n',
    );
    expect(stdout).toBe(
      [
        '--- a/b.ini',
        '+++ b/b.ini',
        '@@ -1,4 +1,4 @@',
        ' # ours\r',
        ' [Ocpp]\r',
        ' HeartbeatInterval=900\r',
        '-WebSocketPingInterval=10',
        '\\ No newline at end of file',
        '+WebSocketPingInterval=60',
        '\\ No newline at end of file',
        '--- a/in/a.json',
        '+++ b/in/a.json',
        '@@ -1,4 +1,4 @@',
        ' { "configurationKey": [',
        '   { "key": "HeartbeatInterval", "readonly": false, "value": "900" },',
        '-  { "key": "WebSocketPingInterval", "readonly": false, "value": "10" }',
        '+  { "key": "WebSocketPingInterval", "readonly": false, "value": "60" }',
        ' ] }',
        '',
      ].join('\n'),
    );
    expect(folder.names()).toEqual(before);
    expect(folder.read('in/a.json')).toBe(WITH_WARNING);
  });
});

describe('the file itself', () => {
  test('keeps its mode', async () => {
    for (const mode of [0o600, 0o640, 0o755, 0o666]) {
      const folder = new Folder().with({ 'a.json': WITH_WARNING });
      chmodSync(folder.at('a.json'), mode);
      await run(['check', '--fix'], { cwd: folder.path });

      expect(folder.read('a.json')).toBe(WARNING_FIXED);
      expect(statSync(folder.at('a.json')).mode & 0o7777).toBe(mode);
    }
  });

  test('keeps its owner where the system allows it', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const root = process.getuid?.() === 0;
    if (root) {
      const { chownSync } = await import('node:fs');
      chownSync(folder.at('a.json'), 1234, 2345);
    }
    const { uid, gid } = statSync(folder.at('a.json'));
    await run(['check', '--fix'], { cwd: folder.path });

    expect(folder.read('a.json')).toBe(WARNING_FIXED);
    expect(statSync(folder.at('a.json'))).toMatchObject(root ? { uid: 1234, gid: 2345 } : { uid, gid });
  });

  test('that is named by a symbolic link is replaced, and the link stays', async () => {
    const folder = new Folder().with({ 'real/a.json': WITH_WARNING });
    mkdirSync(folder.at('links'));
    symlinkSync('../real/a.json', folder.at('links/first.json'));
    symlinkSync('first.json', folder.at('links/second.json'));
    await run(['check', '--fix', 'links/second.json'], { cwd: folder.path });

    expect(lstatSync(folder.at('links/second.json')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(folder.at('links/first.json'))).toBe('../real/a.json');
    expect(folder.read('real/a.json')).toBe(WARNING_FIXED);
    expect(folder.names()).toEqual(['links', 'links/first.json', 'links/second.json', 'real', 'real/a.json']);
  });

  test('with several hard links becomes a file of its own, as the help says', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    linkSync(folder.at('a.json'), folder.at('b'));
    await run(['check', '--fix', 'a.json'], { cwd: folder.path });

    expect(folder.read('a.json')).toBe(WARNING_FIXED);
    expect(folder.read('b')).toBe(WITH_WARNING);
  });
});

test('a trailing comma that no strict reader is known to refuse is no reason to leave a file alone', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING.replace('\n] }', ',\n] }') });
  const { code } = await run(['check', '--fix'], { cwd: folder.path });

  expect(code).toBe(0);
  expect(folder.read('a.json')).toBe(WARNING_FIXED.replace('\n] }', ',\n] }'));
});

describe('a file is left alone and that is said', () => {
  test('when nobody may write it', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    chmodSync(folder.at('a.json'), 0o444);
    const { code, stdout, stderr } = await run(['check', '--fix'], { cwd: folder.path });

    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: a.json: not fixed: it is read-only\n' });
    expect(stdout).toContain('a.json:3:66  warning');
    expect(folder.read('a.json')).toBe(WITH_WARNING);
    expect(folder.names()).toEqual(['a.json']);
  });

  test('when it belongs to somebody else', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    chmodSync(folder.at('a.json'), 0o400);
    const { code, stderr } = await asOrdinaryUser(['check', '--fix'], folder);

    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: a.json: not fixed: it is read-only\n' });
    expect(folder.read('a.json')).toBe(WITH_WARNING);
  });

  test('when its folder may not be written', async () => {
    const folder = new Folder().with({ 'in/a.json': WITH_WARNING });
    chmodSync(folder.at('in'), 0o555);
    const { code, stderr } = await asOrdinaryUser(['check', '--fix'], folder);
    chmodSync(folder.at('in'), 0o755);

    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: in/a.json: not fixed: permission denied\n' });
    expect(folder.read('in/a.json')).toBe(WITH_WARNING);
    expect(folder.names()).toEqual(['in', 'in/a.json']);
  });

  test('when it has syntax errors', async () => {
    const broken = WITH_WARNING.replace('"900" },', '"900" ');
    const folder = new Folder().with({ 'a.json': broken });
    const { code, stdout, stderr } = await run(['check', '--fix'], { cwd: folder.path });

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('  Not fixed: it has syntax errors. Put these right first.\n');
    expect(stdout).toContain('error  syntax');
    expect(stdout).not.toContain('can be fixed');
    expect(folder.read('a.json')).toBe(broken);
  });

  // Each is what somebody else does just before the new file takes the old one's place.
  test.each<[what: string, deed: string, left: string]>([
    ['is written to', `fs.writeFileSync('a.json', ${JSON.stringify(CLEAN)})`, CLEAN],
    [
      'is written to, with the same length and time',
      `const { atime, mtime } = fs.statSync('a.json');
       fs.writeFileSync('a.json', ${JSON.stringify(WITH_WARNING.replace('"10"', '"11"'))});
       fs.utimesSync('a.json', atime, mtime)`,
      WITH_WARNING.replace('"10"', '"11"'),
    ],
    [
      'is replaced by another file of the same contents',
      `fs.copyFileSync('a.json', 'b'); fs.renameSync('b', 'a.json')`,
      WITH_WARNING,
    ],
    [
      'becomes a link to another file',
      `fs.renameSync('a.json', 'b'); fs.symlinkSync('b', 'a.json')`,
      WITH_WARNING,
    ],
  ])('when it %s meanwhile', async (_, deed, left) => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const before = playedBy(`
      const { fsyncSync } = fs;
      let done = false;
      fs.fsyncSync = (descriptor) => {
        fsyncSync(descriptor);
        if (done) return;
        done = true;
        ${deed};
      };`);
    const { code, stderr } = await run(['check', '--fix', 'a.json'], { cwd: folder.path, before });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: a.json: not fixed: it has changed since it was read\n',
    });
    expect(folder.read('a.json')).toBe(left);
    expect(folder.names().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('when it goes away meanwhile', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const before = playedBy(`
      const { fsyncSync } = fs;
      fs.fsyncSync = (descriptor) => { fsyncSync(descriptor); fs.rmSync('a.json', { force: true }); };`);
    const { code, stderr } = await run(['check', '--fix', 'a.json'], { cwd: folder.path, before });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: a.json: not fixed: no such file or folder\n',
    });
    expect(folder.names()).toEqual([]);
  });

  test.each<[call: string, code: string, says: string]>([
    ['writeSync', 'ENOSPC', 'no space left on the disk'],
    ['fsyncSync', 'EIO', 'the disk reports an error'],
    ['renameSync', 'EBUSY', 'another program uses it'],
  ])('when %s fails with %s', async (call, code, says) => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const before = playedBy(
      `fs.${call} = () => { throw Object.assign(new Error('no'), { code: '${code}' }); };`,
    );
    const { stderr, ...finished } = await run(['check', '--fix', 'a.json'], { cwd: folder.path, before });

    expect(finished.code).toBe(2);
    expect(stderr).toBe(`error: a.json: not fixed: ${says}\n`);
    expect(folder.read('a.json')).toBe(WITH_WARNING);
    expect(folder.names()).toEqual(['a.json']);
  });
});

describe('an interruption', () => {
  test.each<[signal: NodeJS.Signals, call: string]>([
    ['SIGINT', 'writeSync'],
    ['SIGINT', 'fsyncSync'],
    ['SIGINT', 'renameSync'],
    ['SIGTERM', 'fsyncSync'],
    ['SIGHUP', 'fsyncSync'],
  ])('by %s during %s leaves whole files and nothing else', async (signal, call) => {
    const names = ['a.json', 'b.json', 'c.json'];
    const folder = new Folder().with(Object.fromEntries(names.map((name) => [name, WITH_WARNING])));
    const before = playedBy(`
      const { ${call} } = fs;
      fs.${call} = (...words) => { process.kill(process.pid, '${signal}'); return ${call}(...words); };`);
    const finished = await run(['check', '--fix'], { cwd: folder.path, before });

    expect(finished.signal).toBe(signal);
    expect(folder.names()).toEqual(names);
    expect(names.map((name) => folder.read(name))).toEqual([WARNING_FIXED, WITH_WARNING, WITH_WARNING]);
  });
});

/** A script that Node runs before the program, with `fs` at hand. */
function playedBy(script: string): string {
  const folder = new Folder().with({ 'before.cjs': `const fs = require('node:fs');\n${script}\n` });
  return folder.at('before.cjs');
}
