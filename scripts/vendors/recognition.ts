/** How well vendors are recognised by what real files say: the folder that a file lies in names its vendor. */

/// <reference path="../../server/src/platform/knowledge-modules.d.ts" />

import { understand } from '../../server/src/analysis.ts';
import { bundledKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { KnowledgeShelf } from '../../server/src/resolve/knowledge-shelf.ts';

/** A real file and what it is said to be. */
export interface NamedFile {
  /** `keba/kc-p30.json`: the vendor's folder, then the file. */
  readonly path: string;
  readonly text: string;
}

/** What became of one file. */
export interface RecognisedFile {
  readonly path: string;
  /** The id of the folder's pack; undefined where no pack has this id. */
  readonly expected: string | undefined;
  /** The id of the recognised pack. */
  readonly found: string | undefined;
  readonly because: string;
  /** `not ours`: no charger configuration that we read. */
  readonly verdict: 'right' | 'none' | 'wrong' | 'not ours';
}

/** Recognises each file's vendor as the product does, from nothing but the file itself. */
export function recogniseAll(files: readonly NamedFile[]): readonly RecognisedFile[] {
  const shelf = new KnowledgeShelf(bundledKnowledge);
  const ids = new Set(shelf.vendors.entries.map(({ id }) => id));
  return files.map(({ path, text }) => {
    const folder = path.split('/')[0] ?? '';
    const expected = ids.has(folder) ? folder : undefined;
    const scopes = understand(text, { knowledge: shelf.knowledge('greenflux'), path })?.resolved.scopes;
    if (scopes === undefined) return { path, expected, found: undefined, because: '', verdict: 'not ours' };
    // A file may hold a program's own sections, which need not tell what the station's section tells.
    const station = (scopes.find(({ station }) => station.vendorId !== undefined) ?? scopes[0])?.station;
    const found = station?.vendorId;
    const verdict = found === expected ? (found === undefined ? 'none' : 'right') : wrongOrNone(found);
    return { path, expected, found, because: station?.vendor.because ?? '', verdict };
  });
}

function wrongOrNone(found: string | undefined): 'wrong' | 'none' {
  return found === undefined ? 'none' : 'wrong';
}
