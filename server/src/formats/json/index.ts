import type { ConfigDocument, ConfigEntry } from '../../model/document.ts';
import type { FileHint, Format } from '../format.ts';
import { completeEntry, completeValue } from './complete.ts';
import { cursorAt } from './cursor.ts';
import { type JsonDocument, JsonEntry } from './document.ts';
import { renameKey, setValue } from './edits.ts';
import { insertEntry } from './insert.ts';
import { parseJson } from './parse.ts';
import { removeEntries } from './remove.ts';
import { sortEntries } from './sort.ts';
import { formatWhiteSpace } from './white-space.ts';

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
  removeEntries: (document, entries) => removeEntries(own(document), entries.map(ownEntry)),
  insertEntry: (document, scope, entry) => {
    const ownDocument = own(document);
    const ownScope = ownDocument.scopes[scope.index];
    return ownScope === undefined ? [] : insertEntry(ownDocument, ownScope, entry);
  },
  containersOf: (document) => {
    const { tape, scopes } = own(document);
    const nodes = scopes.flatMap(({ parts }) =>
      parts.filter(({ layout }) => layout.kind !== 'listed').map(({ node }) => node),
    );
    return [...new Set(nodes)].map((node) => ({ start: tape.start(node), end: tape.end(node) }));
  },
  sortEntries: (document, scope, order) => {
    const ownDocument = own(document);
    const ownScope = ownDocument.scopes[scope.index];
    return ownScope === undefined ? [] : sortEntries(ownDocument, ownScope, order);
  },
  formatWhiteSpace: (document, layout, range) => formatWhiteSpace(own(document), layout, range),
  cursorAt: (document, offset) => cursorAt(own(document), offset),
  completeEntry: (document, cursor, entry) => completeEntry(own(document), cursor, entry),
  completeValue: (document, cursor, value) => completeValue(own(document), cursor, value),
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
