import type { KeyReference } from '../model/document.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { copyOf } from '../text/copy.ts';
import { LineIndex, type Span } from '../text/line-index.ts';
import { shortened } from './markdown.ts';
import { shownText } from './shown-value.ts';
import { isDeprecated, type OutlineSymbol, symbolKind } from './symbols.ts';
import type { Understood } from './understood.ts';

/** A key's place in a file. Plain data without any of the file's text, so that it can be kept for a whole folder. */
export interface IndexedKey {
  /** Places with the same identity are about the same setting, however it is spelt. */
  readonly identity: string;
  /** As it is written. */
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
  /** The value, shortened; never a secret. Undefined where the file only names the key. */
  readonly value: string | undefined;
  readonly kind: OutlineSymbol['kind'];
  readonly deprecated: boolean;
  /** The part of the file that it is in, where the file has several. */
  readonly scope: string | undefined;
}

/** A key's place, and the file. */
export interface PlacedKey extends IndexedKey {
  readonly file: string;
}

/** Longest piece of a value that is kept. */
const LONGEST_VALUE = 40;

/** All keys of a file, in the order of the text within each of its parts. */
export function keysOf({ document, resolved }: Understood): readonly IndexedKey[] {
  const lines = new LineIndex(document.text);
  const kept = new Map<string, string>();
  const keep = (text: string): string => {
    const known = kept.get(text) ?? copyOf(text);
    kept.set(text, known);
    return known;
  };
  const several = resolved.scopes.length > 1;
  return resolved.scopes.flatMap((scope) => {
    const label = several ? keep(scope.scope.label) : undefined;
    const entries = scope.entries.map((resolvedEntry): IndexedKey => {
      const text = shownText(resolvedEntry);
      return {
        identity: keep(identityOfEntry(resolvedEntry, scope)),
        name: keep(resolvedEntry.entry.address.name),
        span: lines.spanOf(resolvedEntry.entry.keyRange),
        value: text === undefined ? '' : keep(shortened(text.replace(/\s+/g, ' '), LONGEST_VALUE)),
        kind: symbolKind(resolvedEntry),
        deprecated: isDeprecated(resolvedEntry),
        scope: label,
      };
    });
    const references = scope.scope.references.map(
      (reference): IndexedKey => ({
        identity: keep(identityOfReference(reference, scope)),
        name: keep(reference.name),
        span: lines.spanOf(reference.range),
        value: undefined,
        kind: 'unknown',
        deprecated: false,
        scope: label,
      }),
    );
    return [...entries, ...references];
  });
}

/**
 * What an entry's key is called whatever its spelling. OCPP 1.6 ignores case; members of a family differ by their index,
 * settings of a program by their section, variables of OCPP 2.x by their component.
 */
export function identityOfEntry({ entry: { address }, facts }: ResolvedEntry, scope: ResolvedScope): string {
  const name = facts === undefined || facts.family !== undefined ? address.name : facts.name;
  const { component, section } = address;
  const owner = component ?? (scope.scope.keysAre === 'other' ? `[${section ?? ''}]` : undefined);
  return identity(owner, name);
}

/** The identity of the key that is meant where a file only names one. */
export function identityOfReference({ name }: KeyReference, { catalog }: ResolvedScope): string {
  const match = catalog.match(name);
  const facts = 'facts' in match ? match.facts : undefined;
  return identity(undefined, facts === undefined || facts.family !== undefined ? name : facts.name);
}

function identity(owner: string | undefined, name: string): string {
  return `${owner === undefined ? '' : `${owner}\n`}${name}`.toLowerCase();
}

/** The keys of many files, by what they are and by file. Each change costs what it changes. */
export class KeyIndex {
  readonly #byFile = new Map<string, readonly IndexedKey[]>();
  readonly #byIdentity = new Map<string, Set<string>>();
  #size = 0;

  /** How many places are known. */
  get size(): number {
    return this.#size;
  }

  /** Takes down what is in a file now. */
  set(file: string, keys: readonly IndexedKey[]): void {
    this.delete(file);
    this.#byFile.set(file, keys);
    this.#size += keys.length;
    for (const { identity } of keys) {
      const files = this.#byIdentity.get(identity) ?? new Set();
      this.#byIdentity.set(identity, files.add(file));
    }
  }

  delete(file: string): void {
    const keys = this.#byFile.get(file);
    if (keys === undefined) return;
    this.#byFile.delete(file);
    this.#size -= keys.length;
    for (const { identity } of keys) {
      const files = this.#byIdentity.get(identity);
      files?.delete(file);
      if (files?.size === 0) this.#byIdentity.delete(identity);
    }
  }

  /** The places of a key in all files, by file and then in its order. */
  placesOf(identity: string): readonly PlacedKey[] {
    const files = [...(this.#byIdentity.get(identity) ?? [])].sort();
    return files.flatMap((file) =>
      (this.#byFile.get(file) ?? [])
        .filter((key) => key.identity === identity)
        .map((key) => ({ ...key, file })),
    );
  }

  /**
   * The entries whose names have the letters of a query in their order, the nearest names first, then by file: at most
   * so many. Names without a value are no entries.
   */
  search(query: string, limit: number): readonly PlacedKey[] {
    const wanted = query.toLowerCase().replace(/\s+/g, '');
    const ranks = new Map<string, number>();
    const found: { readonly key: IndexedKey; readonly file: string; readonly rank: number }[] = [];
    for (const [file, keys] of this.#byFile) {
      for (const key of keys) {
        if (key.value === undefined) continue;
        const rank = ranks.get(key.name) ?? rankOf(key.name, wanted);
        ranks.set(key.name, rank);
        if (rank < NO_MATCH) found.push({ key, file, rank });
      }
    }
    return found
      .sort((a, b) => a.rank - b.rank || compare(a.key.name, b.key.name) || compare(a.file, b.file))
      .slice(0, limit)
      .map(({ key, file }) => ({ ...key, file }));
  }
}

const NO_MATCH = 5;

/** How near a name is to what was typed, which is in lower case. */
function rankOf(written: string, wanted: string): number {
  const name = written.toLowerCase();
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (initialsOf(written).startsWith(wanted)) return 2;
  if (name.includes(wanted)) return 3;
  let at = 0;
  for (let index = 0; index < name.length && at < wanted.length; index++)
    if (name[index] === wanted[at]) at++;
  return at === wanted.length ? 4 : NO_MATCH;
}

/** `ConnectionTimeOut` has `cto`. */
function initialsOf(name: string): string {
  return name.replace(/[^A-Z]/g, '').toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
