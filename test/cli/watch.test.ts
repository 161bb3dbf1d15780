/** `check --watch`: checks again when something changes. */

import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';
import type { ExitCode } from '../../server/src/cli/check.ts';
import type { Changes, Host } from '../../server/src/cli/host.ts';
import { watchAndCheck } from '../../server/src/cli/watch.ts';
import { Folder } from './support/folder.ts';
import { finished, run, start } from './support/run.ts';
import { CLEAN, WITH_ERROR, WITH_WARNING } from './support/samples.ts';

/** Waits until a program has said something for the n-th time. */
function said(
  child: ChildProcess,
  stream: 'stdout' | 'stderr',
): (text: string, times: number) => Promise<void> {
  let all = '';
  let look: () => void = () => {};
  child[stream]?.on('data', (chunk: Buffer) => {
    all += chunk.toString();
    look();
  });
  return (text, times) =>
    new Promise((resolve) => {
      look = () => {
        if (all.split(text).length > times) resolve();
      };
      look();
    });
}

test('checks again when a file, a new file or the project file changes, and ends by Ctrl-C', async () => {
  const folder = new Folder().with({ 'fleet/a.json': CLEAN });
  const child = start(['check', '--watch', 'fleet'], { cwd: folder.path });
  child.stdin?.end();
  const output = said(child, 'stdout');
  const errors = said(child, 'stderr');
  const end = finished(child);
  await output('no problems', 1);
  await errors('Watching for changes; Ctrl-C ends.', 1);

  folder.with({ 'fleet/a.json': WITH_ERROR });
  await output('a.json:3:62  error  value-type', 1);
  await errors('Watching', 2);

  folder.with({ 'fleet/deep/b.json': WITH_WARNING });
  await output('b.json:3:66  warning', 1);
  await errors('Watching', 3);

  folder.with({ 'fleet/.ocpp-config.json': '{ "rules": { "value-type": "off" }, "operator": "none" }' });
  await output('3 files, 2 charger configurations: no problems', 1);
  await errors('Watching', 4);

  child.kill('SIGINT');
  expect((await end).signal).toBe('SIGINT');
});

test('says once what the system does not watch, and goes on', async () => {
  const written: string[] = [];
  const host = {
    output: { closed: false, isTerminal: false },
    errors: { write: (text: string) => written.push(text) },
    watch: async (_names: readonly string[], onTrouble: (message: string) => void): Promise<Changes> => {
      onTrouble('limit of watched files reached');
      onTrouble('limit of watched files reached');
      return { next: async () => {}, close: async () => {} };
    },
    interruption: () => ({ exitCode: undefined, asked: new Promise<void>(() => {}), release: () => {} }),
  } as unknown as Host;
  const results: ExitCode[] = [0, 130];

  expect(await watchAndCheck(['fleet'], async () => results.shift() ?? 130, host)).toBe(130);

  expect(written).toEqual([
    'Not all changes can be seen: limit of watched files reached\n',
    'Watching for changes; Ctrl-C ends.\n',
  ]);
});

test.each([
  [['-']],
  [['--ndjson', 'a.ndjson']],
  [['--format', 'json']],
  [['--baseline', 'b.json', '--update-baseline']],
])('is refused with %j', async (options) => {
  const { code, stderr } = await run(['check', '--watch', ...options], { input: '' });

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'error: --watch is for a person: it takes files, and prints text\n',
  });
});
