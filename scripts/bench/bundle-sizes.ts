/** The sizes of the bundles of a production build, and what the server's is made of. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { distFolder } from '../lib/project.ts';
import { bundleInto, emptyKnowledge, type FileSize, sizeOf } from './bundles.ts';
import { type Cell, kibibytes, printHeading, printNote, printTable } from './table.ts';

const SERVER = { bundle: 'server.node.js', entry: 'server/src/main.node.ts' };

export interface BundleSize extends FileSize {
  readonly name: string;
}

export interface BundleSizes {
  readonly bundles: readonly BundleSize[];
  readonly serverData: { readonly bytes: number };
  readonly serverWithoutData: FileSize;
  readonly smallestServer: FileSize;
  /** Bytes of the server's code by where it is from, the most first. */
  readonly serverParts: readonly { readonly from: string; readonly bytes: number }[];
}

/** Measures the bundles that were built last, which must be a production build. */
export async function measureBundleSizes(
  names: Iterable<string>,
  smallestServer: string,
  temporaryFolder: string,
): Promise<BundleSizes> {
  const metafile = JSON.parse(
    readFileSync(join(distFolder, 'meta', `${SERVER.bundle}.json`), 'utf8'),
  ) as Metafile;
  const parts = partsOf(metafile);
  const bare = await bundleInto(temporaryFolder, SERVER.entry, { plugins: [emptyKnowledge()] });
  return {
    bundles: [...names].map((name) => ({ name, ...sizeOf(join(distFolder, name)) })),
    serverData: { bytes: parts.get(DATA) ?? 0 },
    serverWithoutData: sizeOf(bare.path),
    smallestServer: sizeOf(smallestServer),
    serverParts: [...parts]
      .filter(([from]) => from !== DATA)
      .map(([from, bytes]) => ({ from, bytes }))
      .sort((a, b) => b.bytes - a.bytes),
  };
}

const DATA = 'data';

/** Bytes in a bundle by package, our own layers, and the data. */
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
  if (path.startsWith('knowledge:')) return DATA;
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (inPackage?.[1] !== undefined) return inPackage[1];
  return /^(server\/src\/[^/]+)\//.exec(path)?.[1] ?? path;
}

export function printBundleSizes(sizes: BundleSizes): void {
  const { bundles, serverData, serverWithoutData, smallestServer, serverParts } = sizes;
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
      row(`${SERVER.bundle} without the data`, serverWithoutData),
      row('smallest vscode-languageserver program', smallestServer),
    ],
  );
  printNote(`Data in ${SERVER.bundle}: ${kibibytes(serverData.bytes)} KiB. Its code, by where it is from:`);
  printNote(
    serverParts
      .slice(0, 8)
      .map(({ from, bytes }) => `${from} ${kibibytes(bytes)}`)
      .join(', '),
  );
}
