import type { Catalog } from '../catalog/catalog.ts';
import type { ConfigEntry, EntryValue } from '../model/document.ts';
import type { Change, PlainValue } from '../model/problem.ts';
import type { ResolvedEntry } from './resolve.ts';
import { resolveEntry } from './resolve-entries.ts';

/**
 * The entries that would be other ones after changes, by the canonical names of their keys; undefined for those that would
 * be gone.
 * @param byKey the entries as they are
 */
export function supposed(
  byKey: ReadonlyMap<string, ResolvedEntry>,
  changes: readonly Change[],
  catalog: Catalog,
): ReadonlyMap<string, ResolvedEntry | undefined> {
  const changed = new Map<string, ResolvedEntry | undefined>();
  for (const change of changes) {
    if (change.kind === 'insert-entry') {
      const added = resolveEntry(newEntry(change), catalog.match(change.name), catalog);
      const name = added.facts?.name;
      if (name !== undefined && !byKey.has(name)) changed.set(name, added);
    } else if (change.kind === 'set-value' || change.kind === 'remove-entry') {
      const name = keyOf(change.entry, byKey);
      const present = name === undefined ? undefined : byKey.get(name);
      // What is not the entry for its key changes nothing for whoever asks by keys.
      if (name === undefined || present === undefined) continue;
      const entry =
        change.kind === 'set-value'
          ? resolveEntry(withValue(change.entry, change.value), present.match, catalog)
          : undefined;
      changed.set(name, entry);
    }
  }
  return changed;
}

/** The key that an entry is looked at for. There are as many as known keys, however large the file is. */
function keyOf(entry: ConfigEntry, byKey: ReadonlyMap<string, ResolvedEntry>): string | undefined {
  for (const [name, resolved] of byKey) if (resolved.entry === entry) return name;
  return undefined;
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
