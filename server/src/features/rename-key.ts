import * as l10n from '@vscode/l10n';
import { formatOf } from '../formats/index.ts';
import type { ConfigEntry } from '../model/document.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import type { TextEdit } from '../text/edits.ts';
import { type OffsetRange, slice } from '../text/range.ts';
import { identityOfEntry, identityOfReference } from './key-index.ts';
import { placeAt } from './locate.ts';
import { takesKeys, type Understood } from './understood.ts';

/** A key that may be renamed: what and where it is. */
export interface RenameSubject {
  readonly identity: string;
  readonly name: string;
  readonly range: OffsetRange;
}

/** Why a rename is not made, in whole sentences. */
export interface RenameRefusal {
  readonly refusal: string;
}

/** Longest name of a key in OCPP 1.6: a CiString50Type. */
const LONGEST_NAME = 50;

/**
 * The key at an offset, or why it keeps its name: what a standard calls so, stations know by no other name. A wrong
 * spelling, a maker's key and one that nobody knows can be renamed.
 */
export function renameSubjectAt(
  understood: Understood,
  offset: number,
): RenameSubject | RenameRefusal | undefined {
  const place = placeAt(understood, offset);
  if (place?.kind === 'reference') {
    const { name, range } = place.reference;
    const match = place.scope.catalog.match(name);
    if (match.kind === 'exact' && isStandard(match.facts, place.scope)) return standardKey(name);
    return { identity: identityOfReference(place.reference, place.scope), name, range };
  }
  if (place?.kind !== 'key') return undefined;
  const { entry, scope } = place;
  const { name } = entry.entry.address;
  if (scope.scope.keysAre === 'other') {
    return {
      refusal: l10n.t(
        '{0} is a setting of the program that reads this file, and the program knows it by no other name.',
        name,
      ),
    };
  }
  if (!takesKeys(scope) || entry.entry.address.component !== undefined) {
    return { refusal: l10n.t('{0} is a variable of OCPP 2.x, and stations know it by no other name.', name) };
  }
  const { match } = entry;
  // In another case it is a name that can be put right.
  if (match.kind === 'exact' && isStandard(match.facts, scope)) return standardKey(name);
  return { identity: identityOfEntry(entry, scope), name, range: entry.entry.keyRange };
}

/** Why a key cannot have a name; undefined when it can. */
export function nameProblem(newName: string): string | undefined {
  if (newName.trim() === '') return l10n.t('A key needs a name.');
  if (newName !== newName.trim() || /[\p{Cc}"]/u.test(newName)) {
    return l10n.t('A key cannot begin or end with a blank, nor hold quotes or line breaks.');
  }
  return newName.length > LONGEST_NAME
    ? l10n.t('A key of OCPP 1.6 has at most {0} characters.', LONGEST_NAME)
    : undefined;
}

/** The edits that rename a key in one text wherever it stands as written; empty where it does not. */
export function renameEdits(
  { document, resolved }: Understood,
  { identity, name }: Pick<RenameSubject, 'identity' | 'name'>,
  newName: string,
): readonly TextEdit[] | RenameRefusal {
  const edits: TextEdit[] = [];
  for (const scope of resolved.scopes) {
    const own = scope.entries.filter((entry) => isMeant(entry, scope, { identity, name }));
    const taken = own.length === 0 ? undefined : entryNamed(scope, newName, own);
    if (taken !== undefined) return { refusal: l10n.t('{0} is in the file already.', taken) };
    for (const { entry } of own) {
      const renamed = formatOf(document).renameKey(document, entry, newName);
      if (renamed.length === 0) {
        return { refusal: l10n.t('{0} cannot be written as a key in a file of this kind.', newName) };
      }
      edits.push(...renamed);
    }
    for (const reference of scope.scope.references) {
      // A name that is written with escapes is left alone.
      const isPlain = reference.name === name && slice(document.text, reference.range) === name;
      if (isPlain && identityOfReference(reference, scope) === identity) {
        edits.push({ range: reference.range, newText: newName });
      }
    }
  }
  return edits;
}

function isMeant(
  entry: ResolvedEntry,
  scope: ResolvedScope,
  { identity, name }: Pick<RenameSubject, 'identity' | 'name'>,
): boolean {
  return entry.entry.address.name === name && identityOfEntry(entry, scope) === identity;
}

/** The name of an entry that would mean the same setting afterwards. */
function entryNamed(
  scope: ResolvedScope,
  newName: string,
  own: readonly ResolvedEntry[],
): string | undefined {
  const renamed = new Set<ConfigEntry>(own.map(({ entry }) => entry));
  return scope.entries.find(
    ({ entry }) => !renamed.has(entry) && entry.address.name.toLowerCase() === newName.toLowerCase(),
  )?.entry.address.name;
}

/** A maker's own key is nobody else's. */
function isStandard(facts: NonNullable<ResolvedEntry['facts']>, { catalog }: ResolvedScope): boolean {
  return catalog.vendorNotes(facts)?.own === undefined;
}

function standardKey(name: string): RenameRefusal {
  return {
    refusal: l10n.t(
      '{0} is a key of OCPP 1.6: stations know it by no other name, and would refuse or ignore the value.',
      name,
    ),
  };
}
