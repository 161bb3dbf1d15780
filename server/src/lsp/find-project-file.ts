import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import type { Session } from './session.ts';

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

/**
 * The nearest project file upwards from a document. Where there is none: the place for it, at the top of the document's
 * workspace folder, otherwise beside the document. Undefined for documents that are no files of this computer, and
 * where a project file cannot be read.
 */
export async function findProjectFile(session: Session, uri: string): Promise<FoundProjectFile | undefined> {
  const parts = partsOf(uri);
  if (parts === undefined) return undefined;
  const lowest = Math.max(parts.first, parts.names.length - MOST_FOLDERS);
  for (let depth = parts.names.length - 1; depth >= lowest; depth--) {
    const place = placeAt(parts, depth);
    const open = session.documents.get(place.uri);
    if (open !== undefined) return { ...place, text: open.text, version: open.version };
    const contents = await session.platform.files.read(place.path, LARGEST);
    if (contents.kind === 'text') return { ...place, text: contents.text, version: null };
    if (contents.kind !== 'missing' && contents.kind !== 'folder') return undefined;
  }
  const depth = await depthOfWorkspace(session, parts);
  return { ...placeAt(parts, depth), text: undefined, version: null };
}

/** An address cut at its slashes, so that what is put together again is written as the editor writes it. */
interface AddressParts {
  readonly names: readonly string[];
  readonly decoded: readonly string[];
  /** How many of the parts come before the first folder. */
  readonly first: number;
}

function partsOf(uri: string): AddressParts | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  const names = uri.split('/');
  try {
    return { names, decoded: names.map((name) => decodeURIComponent(name)), first: 3 };
  } catch {
    // An address that is none: there is nothing to find beside it.
    return undefined;
  }
}

/** The project file in the folder that so many parts of the address name. */
function placeAt({ names, decoded, first }: AddressParts, depth: number) {
  return {
    uri: [...names.slice(0, depth), PROJECT_FILE_NAME].join('/'),
    path: `/${[...decoded.slice(first, depth), PROJECT_FILE_NAME].join('/')}`,
    relativePath: decoded.slice(depth).join('/'),
  };
}

async function depthOfWorkspace(session: Session, { names }: AddressParts): Promise<number> {
  const beside = names.length - 1;
  if (!session.abilities.workspaceFolders) return beside;
  const folders = (await session.connection.workspace.getWorkspaceFolders()) ?? [];
  const depths = folders
    .map(({ uri }) => uri.replace(/\/+$/, '').split('/'))
    .filter((folder) => folder.length <= beside && folder.every((name, index) => name === names[index]))
    .map((folder) => folder.length);
  return depths.length === 0 ? beside : Math.max(...depths);
}
