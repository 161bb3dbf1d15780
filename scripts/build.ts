/**
 * Bundles the extension, the language server and the command line with esbuild.
 *
 *     npm run build [-- --production] [-- --suite]
 *     npm run watch
 *
 * `--production` minifies and leaves source maps out. `--suite` bundles the in-editor tests too.
 * `dist/meta/<name>.json` tells what is in each bundle.
 */

import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { knowledgeForEsbuild } from './knowledge-plugin.ts';
import { distFolder, isMain, projectFolder } from './lib/project.ts';
import { bundleSuites } from './lib/suite-bundle.ts';

export interface Bundle {
  /** Name of the file in `dist/`. */
  readonly output: string;
  readonly entry: string;
  readonly options?: esbuild.BuildOptions;
}

/**
 * For browsers, where VS Code brings the newest features with it. No module of Node is replaced by anything: a bundle
 * that needs one is not built.
 */
const forBrowsers: esbuild.BuildOptions = { platform: 'browser', target: 'es2023' };

/** Every bundle. All of them are built, and a missing entry fails the build. */
const bundles: readonly Bundle[] = [
  { output: 'client.node.js', entry: 'client/src/main.node.ts', options: { external: ['vscode'] } },
  {
    output: 'server.node.js',
    entry: 'server/src/main.node.ts',
    options: { external: ['./server.main.js'] },
  },
  // Runs in the page of a summary, which is always a browser's.
  {
    output: 'summary.page.js',
    entry: 'client/src/page/main.ts',
    options: { platform: 'browser', format: 'iife', target: 'es2022' },
  },
  { output: 'server.main.js', entry: 'server/src/main.server.ts' },
  {
    output: 'cli.js',
    entry: 'server/src/main.cli.ts',
    options: { banner: { js: '#!/usr/bin/env node' }, external: ['./cli.charts.js'] },
  },
  // As large as the command line itself, and loaded only by the page of a summary.
  { output: 'cli.charts.js', entry: 'server/src/main.charts.ts' },
  {
    output: 'client.web.js',
    entry: 'client/src/main.web.ts',
    options: { ...forBrowsers, external: ['vscode'] },
  },
  {
    output: 'server.web.js',
    entry: 'server/src/main.web.ts',
    // A worker, which reads no file beside it: what is known is inside.
    options: { ...forBrowsers, format: 'iife', plugins: [knowledgeForEsbuild({ data: 'inside' })] },
  },
];

/** Node 20 is the oldest that runs our code: the command line's minimum, and the extension host of VS Code 1.100. */
const nodeTarget = 'node20';

export interface BuildMode {
  readonly production: boolean;
}

/** Builds every bundle once and returns the size of each in bytes, by file name. */
export async function build(mode: BuildMode): Promise<Map<string, number>> {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(optionsFor(bundle, mode))));
  const sizes = new Map<string, number>();
  for (const [index, bundle] of bundles.entries()) {
    writeMetafile(bundle, results[index]?.metafile);
    sizes.set(bundle.output, statSync(join(distFolder, bundle.output)).size);
  }
  chmodSync(join(distFolder, 'cli.js'), 0o755);
  removeStaleFiles(mode);
  return sizes;
}

/** Rebuilds whatever changes until the process ends. */
async function watch(mode: BuildMode): Promise<void> {
  const announce = announceBuilds();
  for (const bundle of bundles) {
    const options = optionsFor(bundle, mode);
    const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announce] });
    await context.watch();
  }
}

/** Says when building starts and when nothing is being built any more: the editor's F5 waits for that. */
function announceBuilds(): esbuild.Plugin {
  let running = 0;
  return {
    name: 'announce',
    setup(context) {
      context.onStart(() => {
        running++;
        if (running === 1) {
          console.log('[watch] build started');
        }
      });
      context.onEnd(() => {
        running--;
        if (running === 0) {
          console.log('[watch] build finished');
        }
      });
    },
  };
}

/** How a bundle is built; the benchmark builds its own with the same options. */
export function optionsFor(bundle: Bundle, mode: BuildMode): esbuild.BuildOptions {
  return {
    absWorkingDir: projectFolder,
    entryPoints: [bundle.entry],
    outfile: join('dist', bundle.output),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: nodeTarget,
    // Some dependencies ship a UMD `main` whose inner `require` esbuild cannot follow: take their ES module.
    mainFields: ['module', 'main'],
    sourcemap: mode.production ? false : 'linked',
    minify: mode.production,
    legalComments: 'none',
    // With one character beyond Latin-1 the engine keeps and reads the whole text at two bytes a character.
    charset: 'ascii',
    metafile: true,
    logLevel: 'warning',
    plugins: [knowledgeForEsbuild({ data: 'beside' })],
    ...bundle.options,
  };
}

/**
 * Removes what an earlier build left, so that a bundle that was renamed does not live on in the package.
 * Only afterwards, and only that: an editor that runs on these files must not lose them during a build.
 */
function removeStaleFiles(mode: BuildMode): void {
  const suffixes = mode.production ? [''] : ['', '.map'];
  const expected = new Set(bundles.flatMap(({ output }) => suffixes.map((suffix) => output + suffix)));
  for (const entry of readdirSync(distFolder, { withFileTypes: true })) {
    if (entry.isFile() && !expected.has(entry.name)) {
      rmSync(join(distFolder, entry.name));
    }
  }
}

function writeMetafile(bundle: Bundle, metafile: esbuild.Metafile | undefined): void {
  mkdirSync(join(distFolder, 'meta'), { recursive: true });
  writeFileSync(join(distFolder, 'meta', `${bundle.output}.json`), JSON.stringify(metafile));
}

function printSizes(sizes: ReadonlyMap<string, number>): void {
  for (const [file, bytes] of sizes) {
    const path = relative(projectFolder, join(distFolder, file));
    console.log(`${path.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`);
  }
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      production: { type: 'boolean', default: false },
      suite: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  if (values.watch) {
    await watch({ production: values.production });
  } else {
    printSizes(await build({ production: values.production }));
  }
  if (values.suite) {
    await bundleSuites();
  }
}
