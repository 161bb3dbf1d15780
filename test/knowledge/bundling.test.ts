import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { knowledgeForEsbuild } from '../../scripts/knowledge-plugin.ts';
import {
  operatorProfiles,
  rulePages,
  standardKnowledge,
  vendorIndex,
  vendorPack,
} from '../../server/src/platform/bundled-knowledge.ts';
import { dataFiles } from './data-files.ts';

test('the modules hold what the files hold, except for the schema', () => {
  const standard = standardKnowledge();
  const bundled = [
    ...standard.keyFiles,
    standard.measurands,
    standard.lookalikes,
    standard.sources,
    standard.signals,
    standard.roleNames,
    standard.areas,
    ...standard.crossKeyRules,
    ...operatorProfiles(),
    ...vendorIndex().packs.map(({ id }) => vendorPack(id)),
  ].map((file) => JSON.stringify(file));
  const onDisk = dataFiles().map(({ data: { $schema: _, ...rest } }) => JSON.stringify(rest));
  expect(bundled.sort()).toEqual(onDisk.sort());
});

test('each is read once', () => {
  expect(standardKnowledge()).toBe(standardKnowledge());
  expect(operatorProfiles()).toBe(operatorProfiles());
  expect(rulePages()).toBe(rulePages());
  expect(vendorIndex()).toBe(vendorIndex());
  for (const { id } of vendorIndex().packs) expect(vendorPack(id)).toBe(vendorPack(id));
});

test('a vendor that nobody knows has no pack', () => {
  for (const id of ['nobody', '', 'toString', '__proto__']) expect(vendorPack(id)).toBeUndefined();
});

test('the index tells which packs know a key', () => {
  const { packs, keys, families } = vendorIndex();
  const names = packs.flatMap(({ id }) => vendorPack(id)?.keys.map((key) => ({ id, name: key.name })) ?? []);
  for (const { id, name } of names) {
    const known = families[name] ?? keys[name.replaceAll('[[', '[')];
    expect(known, name).toContain(id);
  }
  const indexed = [...Object.values(keys), ...Object.values(families)].flat();
  expect(indexed).toHaveLength(names.length);
});

test('a page is found by the id of its rule', () => {
  expect(rulePages()['value-range']).toContain('value-range');
});

test('a minified bundle holds the same as the tests see', async () => {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `
        import standard from 'knowledge:standard';
        import operators from 'knowledge:operators';
        import pages from 'knowledge:rule-pages';
        import { vendorIndex, vendorPack } from 'knowledge:vendors';
        const index = vendorIndex();
        const packs = index.packs.map(({ id }) => vendorPack(id));
        export default { standard: standard(), operators: operators(), pages: pages(), index, packs };`,
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    plugins: [knowledgeForEsbuild()],
  });
  const address = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
  const bundle = (await import(/* @vite-ignore */ address)) as { default: unknown };
  expect(bundle.default).toEqual({
    standard: standardKnowledge(),
    operators: operatorProfiles(),
    pages: rulePages(),
    index: vendorIndex(),
    packs: vendorIndex().packs.map(({ id }) => vendorPack(id)),
  });
});

test('data beside a bundle is not in it, and is read from there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocpp-config-bundling-'));
  const outfile = join(folder, 'bundle.cjs');
  await esbuild.build({
    stdin: {
      contents: `
        import standard from 'knowledge:standard';
        import { vendorIndex, vendorPack } from 'knowledge:vendors';
        module.exports = { standard: standard(), pack: vendorPack(vendorIndex().packs[0].id) };`,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    plugins: [knowledgeForEsbuild({ data: 'beside' })],
  });
  try {
    expect(statSync(outfile).size).toBeLessThan(50_000);
    expect(createRequire(import.meta.url)(outfile)).toEqual({
      standard: standardKnowledge(),
      pack: vendorPack(vendorIndex().packs[0]?.id ?? ''),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a module that does not exist is refused with the names of those that do', async () => {
  const build = esbuild.build({
    stdin: { contents: `import 'knowledge:vendors-of-mars';` },
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [knowledgeForEsbuild()],
  });
  await expect(build).rejects.toThrow(/no module knowledge:vendors-of-mars; there are knowledge:standard/);
});
