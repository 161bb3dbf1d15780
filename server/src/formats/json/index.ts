import type { ConfigDocument, ConfigEntry } from '../../model/document.ts';
import type { FileHint, Format } from '../format.ts';
import { type JsonDocument, JsonEntry } from './document.ts';
import { renameKey, setValue } from './edits.ts';
import { parseJson } from './parse.ts';

/** JSON, with comments and without. */
export const jsonFormat: Format = {
  id: 'json',
  accepts: ({ languageId, path }: FileHint) =>
    languageId === 'json' ||
    languageId === 'jsonc' ||
    languageId === 'json5' ||
    /\.(json|jsonc|json5|jsn)$/i.test(path ?? ''),
  parse: parseJson,
  setValue: (document, entry, value) => setValue(own(document), ownEntry(entry), value),
  renameKey: (document, entry, name) => renameKey(own(document), ownEntry(entry), name),
  removeEntry: () => [],
  insertEntry: () => [],
  cursorAt: () => undefined,
  completeEntry: (_document, cursor) => ({ range: cursor.range, snippet: '', filterText: '' }),
  completeValue: () => '',
};

/** A document that this format has made; any other one is a mistake in the caller. */
function own(document: ConfigDocument): JsonDocument {
  if (!('tape' in document))
    throw new TypeError(`the JSON format cannot edit a document of format ${document.format}`);
  return document as JsonDocument;
}

function ownEntry(entry: ConfigEntry): JsonEntry {
  if (!(entry instanceof JsonEntry))
    throw new TypeError('the JSON format cannot edit an entry that it has not made');
  return entry;
}
