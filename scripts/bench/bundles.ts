/** Bundles made for the measurements, with the options of a production build, so that like is compared with like. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { optionsFor } from '../build.ts';

export interface BundledFile {
  readonly path: string;
  readonly metafile: esbuild.Metafile;
}

/** Bundles a module, named by its path in the project, into a folder, with its data beside it. */
export async function bundleInto(folder: string, entry: string): Promise<BundledFile> {
  const output = `${entry.replaceAll(/[^a-z0-9]+/gi, '-')}.cjs`;
  const path = join(folder, output);
  const { metafile } = await esbuild.build({
    ...optionsFor({ output, entry }, { production: true }),
    outfile: path,
    metafile: true,
  });
  return { path, metafile };
}

/** Bytes of a file, as it is and compressed as it is inside a package. */
export interface FileSize {
  readonly bytes: number;
  readonly gzipBytes: number;
}

export function sizeOf(path: string): FileSize {
  const contents = readFileSync(path);
  return { bytes: contents.length, gzipBytes: gzipSync(contents, { level: 9 }).length };
}
