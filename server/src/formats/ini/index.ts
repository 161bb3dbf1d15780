import type { Format } from '../format.ts';
import { completeEntry, completeValue, cursorAt } from './cursor.ts';
import { sectionRanges } from './document.ts';
import { insertEntry, removeEntries, renameKey, setValue } from './edits.ts';
import { acceptsFile } from './flavour.ts';
import { parse } from './parse.ts';
import { sortEntries } from './sort.ts';
import { formatWhiteSpace } from './white-space.ts';

/** INI files and their relatives: `.ini`, `.cfg`, `.conf`, `.properties`, `.env`. */
export const iniFormat: Format = {
  id: 'ini',
  accepts: acceptsFile,
  parse,
  setValue,
  renameKey,
  removeEntries,
  insertEntry,
  containersOf: sectionRanges,
  sortEntries,
  formatWhiteSpace,
  cursorAt,
  completeEntry,
  completeValue,
};
