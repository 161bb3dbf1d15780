import type { Catalog } from '../catalog/catalog.ts';
import type { ConfigEntry, EntryValue } from '../model/document.ts';
import type { Change, PlainValue } from '../model/problem.ts';
import type { ResolvedEntry } from './resolve.ts';
import { resolveEntry } from './resolve-entries.ts';

/** The entries by the canonical names of their keys, as they would be after changes. */
export function supposed(
  byKey: ReadonlyMap<string, ResolvedEntry>,
  changes: readonly Change[],
  catalog: Catalog,
): Map<string, ResolvedEntry> {
  // Of known keys only, so it is small however large the file is.
  const entries = new Map(byKey);
  for (const change of changes) suppose(entries, change, catalog);
  return entries;
}

function suppose(entries: Map<string, ResolvedEntry>, change: Change, catalog: Catalog): void {
  if (change.kind === 'insert-entry') {
    const added = resolveEntry(newEntry(change), catalog.match(change.name), catalog);
    const name = added.facts?.name;
    if (name !== undefined && !entries.has(name)) entries.set(name, added);
    return;
  }
  if (change.kind !== 'set-value' && change.kind !== 'remove-entry') return;
  // What is not the entry for its key changes nothing for whoever asks by keys.
  const [name, present] = [...entries].find(([, { entry }]) => entry === change.entry) ?? [];
  if (name === undefined || present === undefined) return;
  if (change.kind === 'remove-entry') entries.delete(name);
  else entries.set(name, resolveEntry(withValue(change.entry, change.value), present.match, catalog));
}

function withValue(entry: ConfigEntry, value: PlainValue): ConfigEntry {
  const { range, keyRange } = entry;
  const present: EntryValue = entry.value ?? { kind: 'plain', text: '', range: keyRange, fullRange: range };
  return { ...entry, value: { ...present, text: String(value) } };
}

/** An entry that is not in the file: nothing can be shown at its place. */
function newEntry({ scope, name, value }: Extract<Change, { kind: 'insert-entry' }>): ConfigEntry {
  const nowhere = { start: scope.range.end, end: scope.range.end };
  const entry: ConfigEntry = {
    index: scope.entries.length,
    scope: scope.index,
    address: { name },
    range: nowhere,
    keyRange: nowhere,
    value: undefined,
    readOnly: undefined,
    rebootRequired: undefined,
  };
  return withValue(entry, value);
}
