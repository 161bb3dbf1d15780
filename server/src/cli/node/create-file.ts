import { writeFileSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { errorCode, errorWords } from './words.ts';

/** Makes a file that is not there yet. Undefined when it is done, otherwise why it is not. */
export function createFile(location: string, contents: Uint8Array): string | undefined {
  try {
    // The system refuses when there is one, also one that has come since we looked.
    writeFileSync(location, contents, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? l10n.t('it is there already') : errorWords(error);
  }
}
