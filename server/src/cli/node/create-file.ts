import { constants, copyFileSync, linkSync } from 'node:fs';
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import { removeIfThere, syncFolder, temporaryBeside, writeNewFile } from './temporary-file.ts';
import { errorCode, errorWords } from './words.ts';

/**
 * Makes a file that is not there yet, as a whole or not at all: writes it under another name first. Undefined when it is
 * done, otherwise why it is not.
 */
export function createFile(location: string, contents: Uint8Array): string | undefined {
  const temporary = temporaryBeside(location);
  try {
    writeNewFile(temporary, contents, 0o666);
    nameAsWell(temporary, location);
    syncFolder(dirname(location));
    return undefined;
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? l10n.t('it is there already') : errorWords(error);
  } finally {
    removeIfThere(temporary);
  }
}

/** Gives a file a second name. Unlike a renaming, this fails when there is one, also one that has come since we looked. */
function nameAsWell(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch (error) {
    if (!WITHOUT_LINKS.includes(errorCode(error) ?? '')) throw error;
    copyFileSync(path, name, constants.COPYFILE_EXCL);
  }
}

/** What disks say that know only one name for each file, such as those of memory cards. */
const WITHOUT_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EISDIR'];
