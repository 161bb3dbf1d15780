import { below, folderOf, relativeTo } from '../project/paths.ts';
import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import { type Place, placeOf, THIS_COMPUTER } from './place.ts';
import type { Session } from './session.ts';
import { CancellationToken } from './vscode-languageserver.ts';

/** The project file that counts for a document, or the place for one. */
export interface FoundProjectFile {
  readonly uri: string;
  /** As the editor shows it, saved or not; undefined where there is none yet. */
  readonly text: string | undefined;
  /** Null when the editor has not opened it. */
  readonly version: number | null;
  /** The document as seen from the project file's folder. */
  readonly relativePath: string;
}

/** Larger files are not read; see `schemas/project.schema.json` for what belongs in one. */
const LARGEST = 1_000_000;

/** Nobody's files lie deeper. */
const MOST_FOLDERS = 100;

/** Whether a project file can hold for a document: it is a file, and what lies beside it can be read. */
export function canHaveProjectFile({ folders, platform, options }: Session, uri: string): boolean {
  const place = placeOf(uri);
  if (place === undefined) return false;
  if (place.tree === THIS_COMPUTER && platform.files !== undefined) return true;
  return options.readsFiles && folders.of(place) !== undefined;
}

/**
 * The nearest project file upwards from a document. Where there is none: the place for it, at the top of the document's
 * workspace folder, otherwise beside the document. Undefined where there can be none, and where a project file cannot be
 * read.
 */
export async function findProjectFile(session: Session, uri: string): Promise<FoundProjectFile | undefined> {
  const place = placeOf(uri);
  if (place === undefined || !canHaveProjectFile(session, uri)) return undefined;
  const files = session.filesIn(place.tree, CancellationToken.None);
  let folder = folderOf(place.path);
  for (let left = MOST_FOLDERS; folder !== undefined && left > 0; left--) {
    const found = inFolder(uri, place, folder);
    const open = session.documents.get(found.uri);
    if (open !== undefined) return { ...found, text: open.text, version: open.version };
    const contents = await files?.read(found.path, LARGEST);
    if (contents?.kind === 'text') return { ...found, text: contents.text, version: null };
    if (contents?.kind !== 'missing' && contents?.kind !== 'folder') return undefined;
    folder = folderOf(folder);
  }
  const top = session.folders.of(place)?.path ?? folderOf(place.path) ?? '/';
  return { ...inFolder(uri, place, top), text: undefined, version: null };
}

/** The project file in a folder above a document. Its address begins as the editor writes the document's. */
function inFolder(uri: string, { path }: Place, folder: string) {
  const relativePath = relativeTo(folder, path);
  const names = uri.split('/');
  const depth = names.length - relativePath.split('/').length;
  return {
    uri: [...names.slice(0, depth), PROJECT_FILE_NAME].join('/'),
    path: below(folder, PROJECT_FILE_NAME),
    relativePath,
  };
}
