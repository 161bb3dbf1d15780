/** What `SECURITY.md` promises of the program as a whole, and that what it says is so. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json';
import { LARGEST_FILE as LARGEST_READ } from '../server/src/cli/node/read-file.ts';
import { LONGEST_TEXT } from '../server/src/lsp/snapshot.ts';
import { LARGEST_FILE, MOST_PACKS, MOST_PROFILES } from '../server/src/project/knowledge-reader.ts';
import { Folder } from './cli/support/folder.ts';
import { run } from './cli/support/run.ts';
import { WITH_ERROR, WITH_WARNING } from './cli/support/samples.ts';
import { RawClient } from './protocol/support/raw-client.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

describe('SECURITY.md', () => {
  test('names all production dependencies, each with why, and no others', () => {
    const section = page.slice(page.indexOf('## Dependencies'));
    const rows = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];

    expect(rows.map(([, name]) => name)).toEqual(Object.keys(manifest.dependencies).sort());
    for (const [, , why = ''] of rows) expect(why.length).toBeGreaterThan(10);
  });

  test('names tests that there are', () => {
    const tests = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);

    expect(tests.length).toBeGreaterThan(10);
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('has the figures of the code', () => {
    const mebi = (bytes: number) => `${bytes / 1024 / 1024} MiB`;

    expect(page).toContain(`| a text that is open in an editor | ${LONGEST_TEXT / 1_000_000} MB |`);
    expect(page).toContain(`| a file that the command line reads | ${mebi(LARGEST_READ)} |`);
    expect(page).toContain(`${mebi(LARGEST_FILE)} each, ${MOST_PACKS} packs, ${MOST_PROFILES} profiles`);
  });

  test('is found from where people look', () => {
    for (const name of ['README.md', 'CONTRIBUTING.md'])
      expect(readFileSync(join(root, name), 'utf8')).toContain('(SECURITY.md)');
  });
});

/** Ends the program with this code as soon as it reaches for a network or another program, or makes code of text. */
const FORBIDDEN = 99;
const WATCHMAN = `
  const forbidden = (what) => () => { require('node:fs').writeSync(2, what + '\\n'); process.exit(${FORBIDDEN}); };
  const take = (module, names) => { for (const name of names) module[name] = forbidden(name); };
  take(require('node:net').Socket.prototype, ['connect']);
  take(require('node:dns'), ['lookup', 'resolve']);
  take(require('node:dgram'), ['createSocket']);
  take(require('node:http'), ['request', 'get']);
  take(require('node:https'), ['request', 'get']);
  take(require('node:http2'), ['connect']);
  take(require('node:child_process'), ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']);
  take(require('node:vm'), ['runInThisContext', 'runInNewContext']);
  take(globalThis, ['fetch', 'WebSocket', 'eval', 'Function']);`;

function watchman(): string {
  return new Folder().with({ 'watchman.cjs': WATCHMAN }).at('watchman.cjs');
}

describe('offline, and nothing is executed', () => {
  test('the watchman sees what he is there for', async () => {
    const reaching = new Folder().with({
      'reach.cjs': `require(${JSON.stringify(watchman())}); fetch('https://example.org');`,
    });
    const { code, stderr } = await run(['--version'], { before: reaching.at('reach.cjs') });

    expect({ code, stderr }).toEqual({ code: FORBIDDEN, stderr: 'fetch\n' });
  });

  test.each([
    [['check', '--format', 'text']],
    [['check', '--format', 'sarif']],
    [['check', '--summary', '--format', 'html']],
    [['check', '--fix', '--jobs', '2']],
    [['explain', 'HeartbeatInterval']],
    [['init', '--dry-run']],
  ])('%j', async (words) => {
    const folder = new Folder().with({ 'a.json': WITH_ERROR, 'b.json': WITH_WARNING });
    const { code, stderr } = await run(words, { cwd: folder.path, before: watchman() });

    expect([0, 1], stderr).toContain(code);
  });

  test('the server', async () => {
    const client = await RawClient.ready({}, ['--require', watchman()]);
    client.open('file:///stations/a.json', WITH_WARNING);
    const textDocument = { uri: 'file:///stations/a.json' };
    const position = { line: 2, character: 16 };

    const hover = await client.answerTo(client.request('textDocument/hover', { textDocument, position }));

    expect(hover.result).not.toBeNull();
    expect(client.isRunning).toBe(true);
  });

  test('no module of ours has the means', () => {
    const files = globSync('{client,server}/src/**/*.ts', { cwd: root });
    const means =
      /from 'node:(?:https?2?|net|tls|dgram|dns|child_process|vm|cluster)(?:\/\w+)?'|\b(?:fetch|eval|importScripts|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(|new (?:Function|WebSocket|XMLHttpRequest|EventSource)\b/;

    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => means.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
