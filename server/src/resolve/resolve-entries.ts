import { type Catalog, type KeyMatch, unknownKey } from '../catalog/catalog.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { ConfigEntry, ConfigScope } from '../model/document.ts';
import type { ProtocolVersion } from '../model/station.ts';
import type { Steps } from '../model/steps.ts';
import type { ResolvedEntry } from './resolve.ts';
import { type ParsedValue, parseValue, UNTYPED } from './values.ts';

/** How many names are looked up, or values read, in one step. */
const STEP = 5_000;

/** What the name of each entry of a scope means, in the order of the entries. */
export function* matchEntries(
  scope: ConfigScope,
  catalog: Catalog,
  protocol: ProtocolVersion | undefined,
): Steps<readonly KeyMatch[]> {
  const matchOf = matcher(scope, catalog, protocol);
  return yield* inSteps(scope.entries, matchOf);
}

/** Joins entries with what their names mean. */
export function* resolveEntries(
  entries: readonly ConfigEntry[],
  matches: readonly KeyMatch[],
  catalog: Catalog,
): Steps<readonly ResolvedEntry[]> {
  return yield* inSteps(entries, (entry, index) =>
    resolveEntry(entry, matches[index] ?? unknownKey(entry.address.name), catalog),
  );
}

function* inSteps<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result,
): Steps<readonly Result[]> {
  if (items.length <= STEP) return items.map(map);
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STEP === STEP - 1) yield;
    results.push(map(item, index));
  }
  return results;
}

/** Keys that are not of the catalog's protocol (a program's own section, OCPP 2.x variables) match nothing. */
function matcher(
  scope: ConfigScope,
  catalog: Catalog,
  protocol: ProtocolVersion | undefined,
): (entry: ConfigEntry) => KeyMatch {
  if (scope.keysAre === 'other') {
    return ({ address }) => catalog.matchInSection(address.name, address.section);
  }
  if (protocol !== undefined && protocol !== catalog.protocol) {
    return ({ address }) => unknownKey(address.name);
  }
  return ({ address }) =>
    address.component === undefined ? catalog.match(address.name) : unknownKey(address.name);
}

/** Joins one entry with what its name means. */
export function resolveEntry(entry: ConfigEntry, match: KeyMatch, catalog: Catalog): ResolvedEntry {
  const facts = 'facts' in match ? match.facts : undefined;
  const secret = match.kind === 'lookalike' ? match.lookalike.secret === true : facts?.secret === true;
  const name = facts === undefined || facts.family !== undefined ? entry.address.name : facts.name;
  return { entry, name, match, facts, value: typedValue(entry, facts, catalog), secret };
}

/**
 * A value by its key's type. What a vendor takes although it is nothing of that type, has no type that could be
 * checked; a number that a vendor takes beyond the limits stays one, since an operator may advise against it.
 */
function typedValue(entry: ConfigEntry, facts: KeyFacts | undefined, catalog: Catalog): ParsedValue {
  // Half of a real dump are keys that nobody knows: their values are not even looked at.
  if (facts === undefined) return UNTYPED;
  const value = parseValue(entry.value, facts);
  if (value.kind === 'number' || value.kind === 'boolean') return value;
  const alsoValid = catalog.vendorNotes(facts)?.alsoValid;
  if (alsoValid === undefined || alsoValid.length === 0) return value;
  const text = entry.value?.text.trim().toLowerCase() ?? '';
  return alsoValid.some((valid) => valid.toLowerCase() === text) ? { kind: 'untyped' } : value;
}
