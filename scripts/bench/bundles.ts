/** Bundles made for the measurements, with the options of a production build, so that like is compared with like. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { knowledgeForEsbuild } from '../knowledge-plugin.ts';
import { projectFolder } from '../lib/project.ts';

export interface BundledFile {
  readonly path: string;
  readonly metafile: esbuild.Metafile;
}

/** Bundles a module, named by its path in the project, into a folder. */
export async function bundleInto(
  folder: string,
  entry: string,
  { plugins = [knowledgeForEsbuild()] }: { readonly plugins?: esbuild.Plugin[] } = {},
): Promise<BundledFile> {
  const path = join(folder, `${entry.replaceAll(/[^a-z0-9]+/gi, '-')}.cjs`);
  const { metafile } = await esbuild.build({
    // What `optionsFor` in `scripts/build.ts` says for production; keep the two the same.
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: false,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
    plugins,
  });
  return { path, metafile };
}

/** In the place of `knowledgeForEsbuild`: the same modules with their data, which is in their strings, cut out. */
export function emptyKnowledge(): esbuild.Plugin {
  const { name, setup } = knowledgeForEsbuild();
  return {
    name,
    setup: (build) =>
      setup({
        ...build,
        onLoad: (filter, load) =>
          build.onLoad(filter, async (file) => {
            const loaded = await load(file);
            return typeof loaded?.contents === 'string'
              ? { ...loaded, contents: loaded.contents.replaceAll(SINGLE_QUOTED, "''") }
              : loaded;
          }),
      }),
  };
}

const SINGLE_QUOTED = /'(?:[^'\\]|\\.)*'/gs;

/** Bytes of a file, as it is and compressed as it is inside a package. */
export interface FileSize {
  readonly bytes: number;
  readonly gzipBytes: number;
}

export function sizeOf(path: string): FileSize {
  const contents = readFileSync(path);
  return { bytes: contents.length, gzipBytes: gzipSync(contents, { level: 9 }).length };
}
