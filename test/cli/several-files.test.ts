/** `check` over a folder: what is wrong in two files at once. */

import { expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { runInside } from './support/run-inside.ts';

const SECRET = '00112233445566778899AABBCCDDEEFF00112233';

function template(heartbeat: string): string {
  const entries = { AuthorizationKey: SECRET, HeartbeatInterval: heartbeat };
  return JSON.stringify(Object.entries(entries).map(([key, value]) => ({ key, value })));
}

test('names the place in the other file, and shows no secret', async () => {
  const folder = new Folder().with({ 'cp1.json': template('900'), 'site/cp2.json': template('899') });

  const { stdout } = await runInside(['check', '.', '--rule', 'greenflux/*=off'], { cwd: folder.path });

  expect(stdout).toContain('cp1.json:1:');
  expect(stdout).toContain('AuthorizationKey is the same as in cp2.json.');
  expect(stdout).toContain('= note: the same secret (site/cp2.json:1:37)');
  expect(stdout).not.toContain(SECRET);
});

test('is reported for programs with both places', async () => {
  const folder = new Folder().with({ 'cp1.json': template('900'), 'site/cp2.json': template('899') });

  const { stdout } = await runInside(['check', '.', '--format', 'json'], { cwd: folder.path });

  const { files } = JSON.parse(stdout) as {
    files: { path: string; problems: { rule: string; related?: unknown }[] }[];
  };
  const related = files.map(({ path, problems }) => [
    path,
    problems.find(({ rule }) => rule === 'shared-authorization-key')?.related,
  ]);
  const place = (path: string) => [
    {
      path,
      range: { start: { line: 0, character: 36 }, end: { line: 0, character: 76 } },
      message: 'the same secret',
    },
  ];
  expect(related).toEqual([
    ['cp1.json', place('site/cp2.json')],
    ['site/cp2.json', place('cp1.json')],
  ]);
});

test('is looked for in no file but those of the run, and in none that is left alone', async () => {
  const folder = new Folder().with({ 'cp1.json': template('900'), 'site/cp2.json': template('899') });
  const rules = async (...words: string[]) =>
    (await runInside(['check', ...words], { cwd: folder.path })).stdout;

  expect(await rules('cp1.json')).not.toContain('shared-authorization-key');
  expect(await rules('.', '--shape', 'cp2.json=off')).not.toContain('shared-authorization-key');
});

test('a project file hides it, and its ignore counts as used', async () => {
  const ignore = { path: '**', rule: 'shared-authorization-key', reason: 'test stations' };
  const folder = new Folder().with({
    'cp1.json': template('900'),
    'cp2.json': template('899'),
    '.ocpp-config.json': JSON.stringify({ ignores: [ignore] }),
  });

  const { stdout } = await runInside(['check', '.'], { cwd: folder.path });

  expect(stdout).not.toContain('shared-authorization-key');
  expect(stdout).not.toContain('unused-ignore');
});

test('says once, and not in the report, that files of a shard are not compared', async () => {
  const folder = new Folder().with({ 'cp1.json': template('900'), 'site/cp2.json': template('899') });
  const words = ['check', '.', '--shard', '1/1', '--format', 'json'];
  const { stdout, stderr } = await runInside(words, { cwd: folder.path });

  expect(stdout).not.toContain('shared-authorization-key');
  expect(() => JSON.parse(stdout)).not.toThrow();
  expect(stderr).toBe(
    'With --shard, files are not compared with each other: one password at two stations and the like are not found. ' +
      'Check the folder of a site without --shard to find them.\n',
  );
  expect((await runInside([...words, '--quiet'], { cwd: folder.path })).stderr).toBe('');
  expect((await runInside(['check', '.'], { cwd: folder.path })).stderr).toBe('');
});

test('says so where there are too many files', async () => {
  const names = Array.from({ length: 5_120 }, (_, index) => `${index % 20}/${index}.json`);
  const folder = new Folder().with(Object.fromEntries(names.map((name) => [name, '{}'])));
  const { stderr } = await runInside(['check', '.'], { cwd: folder.path });

  expect(stderr).toBe(
    '5\u202f120 files or more are not compared with each other: one password at two stations and the like are not found. ' +
      'Check the folder of a site by itself to find them.\n',
  );
});
