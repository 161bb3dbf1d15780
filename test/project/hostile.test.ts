import { describe, expect, test } from 'vitest';
import { bundledKnowledge, fileSchemas } from '../../server/src/platform/bundled-knowledge.ts';
import { IgnoredPaths } from '../../server/src/project/ignored-paths.ts';
import { loadProject } from '../../server/src/project/load-project.ts';
import { projectView } from '../../server/src/project/project.ts';
import {
  MemoryFiles,
  packKey,
  packWith,
  problemsIn,
  profileWith,
  projectWith,
} from './support/memory-files.ts';

describe('a hostile project file does no harm', () => {
  test('one that is nested without end', async () => {
    const project = await projectWith(`{ "overrides": ${'['.repeat(200_000)}`);
    expect(problemsIn(project)).toEqual([
      '[: This is nested deeper than 40 levels, so the file is not read.',
    ]);
  });

  test('names of the prototype', async () => {
    const text =
      '{ "__proto__": { "operator": "none" }, "rules": { "__proto__": "off", "constructor": "off" }, "shapes": { "__proto__": "off" }, "station": { "__proto__": { "current": "DC" } } }';
    const project = await projectWith(text);
    expect(({} as Record<string, unknown>).operator).toBeUndefined();
    const view = projectView(project, '/fleet/a.json');
    expect(view).toMatchObject({ operator: undefined, shape: undefined });
    expect(view.sayings.map(({ says }) => says.current)).toEqual([undefined]);
    expect(problemsIn(project)).toHaveLength(4);
  });

  test('keys of packs with names of the prototype', async () => {
    const pack = packWith({ keys: ['__proto__', 'constructor', 'toString'].map((name) => packKey(name)) });
    const project = await projectWith({ packs: ['a.json'] }, { 'a.json': pack });
    const { vendors } = project.shelf;
    expect(vendors.byKeys(['constructor', 'toString'])?.entry.id).toBe('acme');
    expect(vendors.byKeys(['hasOwnProperty', 'valueOf'])).toBeUndefined();
  });

  test('more packs and profiles than anybody has', async () => {
    const packs = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `p/${String(index).padStart(3, '0')}.ocpp-pack.json`,
        packWith({ id: `v${index}`, name: `V${index}`, names: [`V${index}`] }),
      ]),
    );
    const profiles = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`q/${index}.ocpp-profile.json`, profileWith(`o${index}`, 1)]),
    );
    const project = await projectWith({ packs: ['p'], profiles: ['q'] }, { ...packs, ...profiles });
    expect(problemsIn(project)).toEqual([
      '"p": These are more than 100 packs; this one and all after it do not count.',
      '"q": These are more than 20 profiles; this one and all after it do not count.',
    ]);
    expect(project.files).toHaveLength(121);
  });

  test('a pack that is too large', async () => {
    const project = await projectWith({ packs: ['a.json'] }, { 'a.json': ' '.repeat(1_100_000) });
    expect(problemsIn(project)).toEqual(['"a.json": "a.json" is larger than 1 MB, so it is not read.']);
  });

  test('a pack of one megabyte of mistakes is read in time', async () => {
    const text = JSON.stringify(packWith({ keys: Array(30_000).fill({ name: 'x', what: 1 }) }));
    const project = await projectWith({ packs: ['a.json'] }, { 'a.json': text });
    expect(project.files[1]?.problems.length).toBeLessThanOrEqual(200);
  });

  test('a chain of profiles that ends in itself', async () => {
    const profiles = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `q/${index}.ocpp-profile.json`,
        profileWith(`o${index}`, 1, { extends: `o${(index + 1) % 20}` }),
      ]),
    );
    const project = await projectWith({ profiles: ['q'] }, profiles);
    expect(project.shelf.operators).toEqual(['greenflux']);
    expect(project.files.flatMap(({ problems }) => problems)).toHaveLength(1);
  });

  test.each([
    '../secrets.json',
    'packs/../../secrets.json',
    '/etc/passwd',
    'C:\\secrets.json',
    '\\\\server\\share\\a.json',
    '//server/share/a.json',
    'file:///etc/passwd',
    'https://example.org/a.json',
    'vscode-remote://host/a.json',
    'a\0.json',
  ])('nothing outside of its folder is read, as %j would be', async (name) => {
    const text = JSON.stringify({ packs: [name], profiles: [name] });
    const files = new MemoryFiles({ '/fleet/.ocpp-config.json': text });
    const environment = { files, schemas: fileSchemas, base: bundledKnowledge };

    const project = await loadProject('/fleet/.ocpp-config.json', text, environment);

    expect(files.reads).toEqual([]);
    expect(project.files[0]?.problems).toHaveLength(2);
    expect(project.files[0]?.problems[0]?.message).toContain('leads out of this folder');
  });

  test('rules of a .gitignore by which a deep folder would be looked at for ever', () => {
    const deep = `/fleet/${'a/'.repeat(200)}c.json`;
    const text = ['a/**/'.repeat(30), '**/a/'.repeat(30), '*a'.repeat(60), '*?'.repeat(60), '[a]*'.repeat(60)]
      .map((rule) => `${rule}b`)
      .join('\n');

    const ignored = IgnoredPaths.in('/fleet', [{ folder: '/fleet', text: `${text}\n*.log` }], 'differs');

    expect(ignored.ignores(deep, 'file')).toBe(false);
    expect(ignored.ignores(`/fleet/${'a'.repeat(250)}.json`, 'file')).toBe(false);
    expect(ignored.ignores('/fleet/a/b.log', 'file')).toBe(true);
  });

  test('line breaks in a name stay out of the message', async () => {
    const project = await projectWith('{ "a\\n::error::b\\u001b[31m": 1 }');
    expect(project.files[0]?.problems[0]?.message).not.toMatch(/\p{Cc}/u);
  });
});
