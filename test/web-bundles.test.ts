/** What the bundles for browsers are made of: `npm run build` says so in `dist/meta/`. */

import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';

const distFolder = join(import.meta.dirname, '..', 'dist');

/** Packages that stand in for modules of Node, besides those that have the very name of one. */
const STAND_INS =
  /^(@jspm\/core|browserify-.*|.*-browserify|crypto-js|node-libs?-.*|path-browserify|readable-stream)$/;

describe.each([
  { bundle: 'client.web.js', provided: ['vscode'] },
  { bundle: 'server.web.js', provided: [] },
])('$bundle', ({ bundle, provided }) => {
  const metafile = JSON.parse(readFileSync(join(distFolder, 'meta', `${bundle}.json`), 'utf8')) as Metafile;

  test('imports nothing but what its host provides', () => {
    expect(importedBy(metafile).filter((name) => !provided.includes(name))).toEqual([]);
  });

  test('holds no module of Node, and nothing that stands in for one', () => {
    expect(Object.keys(metafile.inputs)).not.toEqual([]);
    expect(nodeModulesIn(metafile)).toEqual([]);
  });

  test('asks for nothing of Node while it runs', () => {
    const text = readFileSync(join(distFolder, bundle), 'utf8');
    const required = [...text.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map(([, name]) => name);

    expect(required.filter((name) => !provided.includes(name ?? ''))).toEqual([]);
  });
});

describe('a module of Node is found', () => {
  test.each([
    {
      how: 'imported',
      contents: "import { readFileSync } from 'node:fs'; readFileSync('a');",
      external: ['node:*'],
    },
    {
      how: 'imported by its old name',
      contents: "import path from 'path'; path.join('a');",
      external: ['path'],
    },
  ])('$how', async ({ contents, external }) => {
    const metafile = await bundled({ stdin: { contents }, external });

    expect([...importedBy(metafile), ...nodeModulesIn(metafile)]).toHaveLength(1);
  });

  test.each([
    'node_modules/buffer/index.js',
    'node_modules/path-browserify/index.js',
    '(disabled):node_modules/debug/fs',
    '(disabled):fs',
  ])('bundled as %s', (input) => {
    expect(nodeModulesIn({ inputs: { [input]: { bytes: 1, imports: [] } }, outputs: {} })).toEqual([input]);
  });
});

function importedBy({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
}

/** Inputs that are Node's, were emptied because a browser has no such thing, or belong to a package that replaces it. */
function nodeModulesIn({ inputs }: Metafile): string[] {
  return Object.keys(inputs).filter((input) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    return (
      input.startsWith('(disabled)') ||
      input.startsWith('node:') ||
      (name !== undefined && (builtinModules.includes(name) || STAND_INS.test(name)))
    );
  });
}

async function bundled(options: esbuild.BuildOptions): Promise<Metafile> {
  const { metafile } = await esbuild.build({
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    ...options,
  });
  return metafile as Metafile;
}
