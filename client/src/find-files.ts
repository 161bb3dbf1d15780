import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';

/** Which files of a folder are wanted, at any depth. */
export interface WantedFiles {
  /** Endings without the dot. */
  readonly endings: readonly string[];
  /** Names of folders that are left alone with all that is in them. */
  readonly leftAlone: readonly string[];
  /** No more than so many. */
  readonly most: number;
}

/** Is told of files and folders that cannot be read. They are passed over, since nobody has asked for them by name. */
export type PassedOver = (uri: Uri, error: unknown) => void;

/** A folder with more folders than this in it is not looked through to its end. */
const MOST_FOLDERS = 1000;

/**
 * Finds files in a folder of any file system. VS Code's own search knows only those that some extension searches for
 * it; for any other it never answers.
 */
export async function findFiles(
  folder: Uri,
  wanted: WantedFiles,
  passedOver: PassedOver,
  token: CancellationToken,
): Promise<readonly Uri[]> {
  if (folder.scheme !== 'file') return walk(folder, wanted, passedOver, token);
  const pattern = new RelativePattern(folder, `**/*.{${wanted.endings.join(',')}}`);
  return workspace.findFiles(pattern, `**/{${wanted.leftAlone.join(',')}}/**`, wanted.most, token);
}

/** Upper folders first, each in the order of its names. Links are not followed: they may lead in a circle. */
async function walk(
  top: Uri,
  wanted: WantedFiles,
  passedOver: PassedOver,
  token: CancellationToken,
): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const folders = [top];
  for (const folder of folders) {
    for (const [name, type] of (await namesIn(folder, passedOver)).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (token.isCancellationRequested || found.length === wanted.most) return found;
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.File && wanted.endings.includes(endingOf(name))) found.push(uri);
      const isWanted = type === FileType.Directory && !wanted.leftAlone.includes(name);
      if (isWanted && folders.length < MOST_FOLDERS) folders.push(uri);
    }
  }
  return found;
}

async function namesIn(folder: Uri, passedOver: PassedOver): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch (error) {
    passedOver(folder, error);
    return [];
  }
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
