import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { knowledgeForEsbuild } from '../../scripts/knowledge-plugin.ts';
import {
  operatorProfiles,
  rulePages,
  standardKnowledge,
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
    ...operatorProfiles(),
  ].map((file) => JSON.stringify(file));
  const onDisk = dataFiles().map(({ data: { $schema: _, ...rest } }) => JSON.stringify(rest));
  expect(bundled.sort()).toEqual(onDisk.sort());
});

test('each is read once', () => {
  expect(standardKnowledge()).toBe(standardKnowledge());
  expect(operatorProfiles()).toBe(operatorProfiles());
  expect(rulePages()).toBe(rulePages());
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
        export default { standard: standard(), operators: operators(), pages: pages() };`,
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
  });
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
