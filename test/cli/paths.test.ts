/** Which files a check looks at. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../server/src/cli/node/find-files.ts';
import { Folder } from './support/folder.ts';
import { asOrdinaryUser } from './support/ordinary-user.ts';
import { run } from './support/run.ts';
import { runInside } from './support/run-inside.ts';
import { CLEAN, NOT_OURS, WITH_ERROR } from './support/samples.ts';

/** Paths of the charger configurations that a check reports, in its order. */
function checked(folder: Folder, ...words: string[]): Promise<string[]> {
  return checkedBy(run, folder, words);
}

async function checkedBy(
  program: typeof run | typeof runInside,
  folder: Folder,
  words: readonly string[],
): Promise<string[]> {
  const { stdout, stderr } = await program(['check', '--format', 'json', ...words], { cwd: folder.path });
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout) as { files: { path: string; shape: string | null }[] };
  return files.filter(({ shape }) => shape !== null).map(({ path }) => path);
}

describe('a folder', () => {
  test('is searched for endings that we read, in sorted order', async () => {
    const ours = ['a.json', 'B.JSON', 'c/d.jsonc', 'c/e.jsn', 'c-f.log', 'g.txt', '.hidden/h.json'];
    const ini = ['i.ini', 'j.cfg', 'k.conf', 'l.properties', '.env', '.env.production', 'm.env'];
    const folder = new Folder().with({
      ...Object.fromEntries(ours.map((name) => [name, CLEAN])),
      ...Object.fromEntries(
        ini.map((name) => [name, '[Ocpp]\nHeartbeatInterval=900\nLocalPreAuthorize=true\n']),
      ),
      'n.md': CLEAN,
      'o.yaml': CLEAN,
      p: CLEAN,
      'q.json': NOT_OURS,
      'node_modules/r.json': CLEAN,
      'c/node_modules/s/t.json': CLEAN,
      '.git/u.json': CLEAN,
    });

    expect(await checked(folder)).toEqual([...ours, ...ini].sort());
    expect(await checked(folder, 'c', './a.json')).toEqual(['a.json', 'c/d.jsonc', 'c/e.jsn']);
  });

  test('gives the same files for the same folder, however it is named', async () => {
    const folder = new Folder().with({ 'in/a.json': CLEAN, 'in/b.json': CLEAN });

    for (const name of ['in', './in', 'in/', 'in/../in', folder.at('in')]) {
      expect(await checked(folder, name)).toEqual(['in/a.json', 'in/b.json']);
    }
    expect(await checked(folder, 'in', 'in/b.json', '.', 'in/b.json')).toEqual(['in/a.json', 'in/b.json']);
  });

  test('outside the current one keeps the name that it was given', async () => {
    const folder = new Folder().with({ 'in/a.json': CLEAN, 'out/x': '' });
    const find = (name: string) => [...findFiles([name], folder.at('out'))].map(({ path }) => path);

    expect(find('../in')).toEqual(['../in/a.json']);
    expect(find(folder.at('in'))).toEqual([`${folder.path.replaceAll('\\', '/')}/in/a.json`]);
  });

  test('that is empty is no failure', async () => {
    expect(await run(['check'], { cwd: new Folder().path })).toMatchObject({
      code: 0,
      stdout: '0 files, no charger configuration\n',
    });
  });

  test('that may not be read is one', async () => {
    const folder = new Folder().with({ 'open/a.json': CLEAN, 'closed/b.json': CLEAN });
    chmodSync(folder.at('closed'), 0);
    const { code, stdout, stderr } = await asOrdinaryUser(['check', '--format', 'json'], folder);
    chmodSync(folder.at('closed'), 0o700);

    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: closed: permission denied\n' });
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'open/a.json' }] });
  });
});

describe('a named file', () => {
  test('is read whatever it is called and whoever ignores it', async () => {
    const folder = new Folder().with({
      'dump.bak': CLEAN,
      'node_modules/a.json': CLEAN,
      '.gitignore': '*\n',
    });

    expect(await checked(folder, 'dump.bak', 'node_modules/a.json')).toEqual([
      'dump.bak',
      'node_modules/a.json',
    ]);
  });

  test('may have a name that looks like a glob', async () => {
    const folder = new Folder().with({ 'a[1].json': CLEAN, 'a1.json': CLEAN });

    expect(await checked(folder, 'a[1].json')).toEqual(['a[1].json']);
  });

  test('may be a pipe', async () => {
    const folder = new Folder();
    execFileSync('mkfifo', [folder.at('pipe')]);
    const writer = import('node:fs/promises').then((fs) => fs.writeFile(folder.at('pipe'), CLEAN));
    const reported = await checked(folder, 'pipe');
    await writer;

    expect(reported).toEqual(['pipe']);
  });
});

describe('a glob', () => {
  const files = {
    'a.json': CLEAN,
    'b.dump': CLEAN,
    'fleet/c.json': CLEAN,
    'fleet/north/d.json': CLEAN,
    'fleet/north/e.ini': NOT_OURS,
    'fleet/node_modules/f.json': CLEAN,
    'fleet/ignored/g.json': CLEAN,
    'fleet/.gitignore': 'ignored/\n',
  };

  test.each<[glob: string, found: string[]]>([
    ['*.json', ['a.json']],
    ['*.{json,dump}', ['a.json', 'b.dump']],
    ['**/*.json', ['a.json', 'fleet/c.json', 'fleet/north/d.json']],
    ['fleet/*/*.json', ['fleet/north/d.json']],
    ['fleet/**', ['fleet/c.json', 'fleet/north/d.json']],
    ['./fleet/[c-d].json', ['fleet/c.json']],
    ['fl?et/*.json', ['fleet/c.json']],
  ])('%s', async (glob, found) => {
    expect(await checked(new Folder().with(files), glob)).toEqual(found);
  });

  test('that matches nothing is a failure', async () => {
    expect(await run(['check', '*.nothing'], { cwd: new Folder().with(files).path })).toMatchObject({
      code: 2,
      stderr: 'error: *.nothing: no file matches\n',
    });
  });
});

describe('.gitignore', () => {
  const patterns = {
    '.gitignore': '*.log\n/build/\nsecret.json\n!keep.log\n\\#odd.json\ndoc/**/x.json\n# a comment\n*.d/\n',
    'sub/.gitignore': '!a.log\nlocal.json\n/top.json\n!in.d/\n',
    'sub/deep/.gitignore': '*\n!deep.json\n',
  };
  const names = [
    'a.json',
    'a.log',
    'keep.log',
    'build/b.json',
    'sub/build/b.json',
    'secret.json',
    'sub/secret.json',
    '#odd.json',
    'doc/x.json',
    'doc/y/z/x.json',
    'doc/y/w.json',
    'sub/a.log',
    'sub/b.log',
    'sub/local.json',
    'local.json',
    'sub/top.json',
    'sub/in/top.json',
    'out.d/a.json',
    'sub/in.d/a.json',
    'sub/in.d/secret.json',
    'sub/deep/deep.json',
    'sub/deep/other.json',
    'sub/deep/more/deep.json',
  ];
  const files = { ...patterns, ...Object.fromEntries(names.map((name) => [name, CLEAN])) };

  /** What git itself would take, of the files that are configurations. */
  function askGit(folder: Folder, below = ''): string[] {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder.path, encoding: 'utf8' });
    git('init', '--quiet');
    const listed = git('ls-files', '--others', '--exclude-standard', '-z', '--', `./${below}`);
    return listed
      .split('\0')
      .filter((name) => names.includes(name))
      .sort();
  }

  test('is obeyed as git does, nested ones too', async () => {
    const folder = new Folder().with(files);
    const taken = askGit(folder);

    expect(taken).toContain('keep.log');
    expect(taken).not.toContain('sub/deep/more/deep.json');
    expect(await checked(folder)).toEqual(taken);
    expect(await checked(folder, '.git/..')).toEqual(taken);
  });

  test('above the folder counts, up to the root of the repository', async () => {
    const folder = new Folder().with(files);

    expect(await checked(folder, 'sub')).toEqual(askGit(folder, 'sub'));
    const { stdout } = await run(['check', '--format', 'json'], { cwd: folder.at('sub') });
    const found = (JSON.parse(stdout) as { files: { path: string }[] }).files.map(
      ({ path }) => `sub/${path}`,
    );
    expect(found).toEqual(askGit(folder, 'sub'));
  });

  test('counts without a repository too', async () => {
    const folder = new Folder().with(files);
    const found = await checked(folder);
    const below = await checked(folder, 'sub');

    expect(found).toEqual(askGit(folder));
    expect(below).toEqual(askGit(folder, 'sub'));
  });

  test("the repository's own exclude file counts", async () => {
    const folder = new Folder().with({ 'a.json': CLEAN, 'b.json': CLEAN });
    askGit(folder);
    folder.with({ '.git/info/exclude': 'b.json\n' });

    expect(await checked(folder)).toEqual(['a.json']);
  });

  test('does not keep away from a folder that is named', async () => {
    const folder = new Folder().with({
      '.gitignore': 'out/\n*.log\n',
      'out/a.json': CLEAN,
      'out/b.log': CLEAN,
    });

    expect(await checked(folder)).toEqual([]);
    expect(await checked(folder, 'out')).toContain('out/a.json');
  });
});

describe('symbolic links', () => {
  test('that lead in circles do no harm', async () => {
    const folder = new Folder().with({ 'a.json': CLEAN, 'sub/b.json': CLEAN });
    symlinkSync('..', folder.at('sub/up'));
    symlinkSync('loop', folder.at('loop'));
    symlinkSync('loop.json', folder.at('loop.json'));
    symlinkSync('nowhere.json', folder.at('dangling.json'));

    expect(await checked(folder)).toEqual(['a.json', 'sub/b.json']);
  });

  test('to a file are read once: by its own name where the search meets it', async () => {
    const folder = new Folder().with({ 'in/a.json': CLEAN, 'out/b.json': CLEAN });
    symlinkSync('a.json', folder.at('in/current.json'));
    symlinkSync(join('..', 'out', 'b.json'), folder.at('in/linked.json'));

    expect(await checked(folder, 'in')).toEqual(['in/a.json', 'in/linked.json']);
  });

  test('that are named are followed', async () => {
    const folder = new Folder().with({ 'real/a.json': WITH_ERROR });
    symlinkSync('real', folder.at('folder'));
    symlinkSync(join('real', 'a.json'), folder.at('file'));

    expect(await checked(folder, 'folder', 'file')).toEqual(['file', 'folder/a.json']);
    expect((await run(['check', 'loop'], { cwd: folder.path })).code).toBe(2);
  });

  test('that lead in circles are an error when they are named', async () => {
    const folder = new Folder();
    symlinkSync('loop', folder.at('loop'));

    expect(await run(['check', 'loop'], { cwd: folder.path })).toMatchObject({
      code: 2,
      stderr: 'error: loop: its symbolic links lead in a circle\n',
    });
  });
});

describe('--shape', () => {
  const checkedInside = (folder: Folder, ...words: string[]) => checkedBy(runInside, folder, words);

  test.each<[glob: string, leftAlone: string[]]>([
    ['*.json', ['a.json', 'fleet/b.json', 'fleet/north/c.json']],
    ['b.json', ['fleet/b.json']],
    ['fleet/*.json', ['fleet/b.json']],
    ['fleet/**', ['fleet/b.json', 'fleet/north/c.json']],
    ['north/c.json', ['fleet/north/c.json']],
    ['**/north/**', ['fleet/north/c.json']],
    ['{a,b}.json', ['a.json', 'fleet/b.json']],
  ])('%s', async (glob, leftAlone) => {
    const names = ['a.json', 'fleet/b.json', 'fleet/north/c.json'];
    const folder = new Folder().with(Object.fromEntries(names.map((name) => [name, CLEAN])));
    const others = names.filter((name) => !leftAlone.includes(name));

    expect(await checkedInside(folder, '--shape', `${glob}=off`)).toEqual(others);
    expect(await checkedInside(folder, '--shape', `${folder.path}/**/${glob}=off`)).toEqual(others);
    // The last one that matches counts.
    expect(
      await checkedInside(folder, '--shape', `${glob}=off`, '--shape', '*.json=get-configuration'),
    ).toEqual(names);
  });

  test('makes a file ours that would not be recognised', async () => {
    const folder = new Folder().with({
      'a.json': '{"configurationKey":[{"key":"Foo","value":"1"}]}',
      'b.json': '{}',
    });

    expect(await checkedInside(folder, '--shape', 'b.json=get-configuration')).toContain('b.json');
  });

  test('off is said of a file that is named', async () => {
    const folder = new Folder().with({ 'a.json': WITH_ERROR });
    const { stdout } = await runInside(['check', 'a.json', '--shape', 'a.json=off'], { cwd: folder.path });

    expect(stdout).toMatch(/^left alone, as --shape says: a\.json\n/);
  });
});

test('names of files are compared letter by letter, so that the order is the same everywhere', async () => {
  const folder = new Folder();
  mkdirSync(folder.at('a'));
  folder.with({ 'a/z.json': CLEAN, 'a-b.json': CLEAN, 'a.json': CLEAN, 'B.json': CLEAN, 'ä.json': CLEAN });

  expect(await checked(folder)).toEqual(['B.json', 'a-b.json', 'a.json', 'a/z.json', 'ä.json']);
});
