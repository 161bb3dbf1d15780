/** The sizes of the bundles of a production build, and what the server's is made of. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { distFolder } from '../lib/project.ts';
import { type FileSize, sizeOf } from './bundles.ts';
import { type Cell, kibibytes, printHeading, printNote, printTable } from './table.ts';

const SERVER = 'server.main.js';

export interface BundleSize extends FileSize {
  readonly name: string;
}

export interface BundleSizes {
  readonly bundles: readonly BundleSize[];
  /** Bytes of the data beside the bundles. */
  readonly dataBytes: number;
  readonly server: FileSize;
  readonly smallestServer: FileSize;
  /** Bytes of the server's code by where it is from, the most first. */
  readonly serverParts: readonly { readonly from: string; readonly bytes: number }[];
}

/** Measures the bundles that were built last, which must be a production build. */
export function measureBundleSizes(names: Iterable<string>, smallestServer: string): BundleSizes {
  const metafile = JSON.parse(readFileSync(join(distFolder, 'meta', `${SERVER}.json`), 'utf8')) as Metafile;
  const parts = partsOf(metafile);
  return {
    bundles: [...names].map((name) => ({ name, ...sizeOf(join(distFolder, name)) })),
    dataBytes: filesBelow(join(distFolder, 'knowledge')).reduce((sum, file) => sum + statSync(file).size, 0),
    server: sizeOf(join(distFolder, SERVER)),
    smallestServer: sizeOf(smallestServer),
    serverParts: [...parts].map(([from, bytes]) => ({ from, bytes })).sort((a, b) => b.bytes - a.bytes),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Bytes in a bundle by package and our own layers. */
function partsOf(metafile: Metafile): Map<string, number> {
  const parts = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const from = originOf(path);
      parts.set(from, (parts.get(from) ?? 0) + bytesInOutput);
    }
  }
  return parts;
}

function originOf(path: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (inPackage?.[1] !== undefined) return inPackage[1];
  return /^(server\/src\/[^/]+)\//.exec(path)?.[1] ?? path;
}

export function printBundleSizes(sizes: BundleSizes): void {
  const { bundles, dataBytes, smallestServer, serverParts } = sizes;
  printHeading('Bundles of a production build (KiB)');
  const row = (name: string, { bytes, gzipBytes }: FileSize): Cell[] => [
    name,
    { right: kibibytes(bytes) },
    { right: kibibytes(gzipBytes) },
  ];
  printTable(
    ['', 'minified', 'gzip'],
    [
      ...bundles.map((bundle) => row(bundle.name, bundle)),
      row('smallest vscode-languageserver program', smallestServer),
    ],
  );
  printNote(
    `Data beside the bundles: ${kibibytes(dataBytes)} KiB. The code of ${SERVER}, by where it is from:`,
  );
  printNote(
    serverParts
      .slice(0, 8)
      .map(({ from, bytes }) => `${from} ${kibibytes(bytes)}`)
      .join(', '),
  );
}
