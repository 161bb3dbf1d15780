import { type Catalog, type KeyMatch, unknownKey } from '../catalog/catalog.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { OperatorAdvice } from '../catalog/recommendations.ts';
import type { BooleanWords } from '../catalog/vendor-pack.ts';
import type { Vendors } from '../catalog/vendors.ts';
import type { ConfigDocument, ConfigEntry, ConfigScope } from '../model/document.ts';
import type { ProtocolVersion, StationContext, StationOverride, StationSaying } from '../model/station.ts';
import { booleanHabit } from './boolean-habit.ts';
import { directiveOf } from './directive.ts';
import { type StationOverrides, stationContext, stationIdentity } from './station.ts';
import { type ParsedValue, parseValue, UNTYPED } from './values.ts';
import { recogniseVendor } from './vendor.ts';

/** A document joined with what we know: each entry with its key's facts, its value by type, its station. */
export interface ResolvedDocument {
  readonly document: ConfigDocument;
  readonly catalog: Catalog;
  readonly operator: OperatorAdvice | undefined;
  readonly scopes: readonly ResolvedScope[];
}

export interface ResolvedEntry {
  readonly entry: ConfigEntry;
  /** What to call its key: as the catalog spells it, or as written where it is unknown or one of a family. */
  readonly name: string;
  readonly match: KeyMatch;
  /** The facts of the key that the entry is about, also where its name is misspelt; undefined when unknown. */
  readonly facts: KeyFacts | undefined;
  readonly value: ParsedValue;
  /** Whether the value must never be shown. */
  readonly secret: boolean;
}

/** What resolving needs besides the document. */
export interface Knowledge {
  readonly catalog: Catalog;
  /** Undefined: no operator's recommendations apply. */
  readonly operator: OperatorAdvice | undefined;
  /** Who has chosen the operator, or none: "the project file says so"; absent where nobody tells. */
  readonly operatorBecause?: string | undefined;
  /** Undefined: vendors are not told apart. */
  readonly vendors?: Vendors | undefined;
}

/** One configuration in a file, resolved. */
export class ResolvedScope {
  readonly scope: ConfigScope;
  readonly document: ConfigDocument;
  readonly catalog: Catalog;
  readonly operator: OperatorAdvice | undefined;
  readonly operatorBecause: string | undefined;
  readonly entries: readonly ResolvedEntry[];
  readonly station: StationContext;
  /** Milliseconds since 1970; undefined where nobody tells the time. */
  readonly now: number | undefined;
  readonly #byKey = new Map<string, ResolvedEntry>();
  #complete: boolean | undefined;
  #booleanHabit: { readonly words: BooleanWords | undefined } | undefined;

  constructor(
    document: ConfigDocument,
    scope: ConfigScope,
    knowledge: Knowledge,
    overrides: StationOverrides,
    now: number | undefined,
  ) {
    this.now = now;
    this.document = document;
    this.scope = scope;
    this.operator = knowledge.operator;
    this.operatorBecause = knowledge.operatorBecause;
    const identity = stationIdentity(scope, overrides);
    const protocol = identity.protocol.value;
    let standardMatches: readonly KeyMatch[] | undefined;
    const matchesOf = (catalog: Catalog) => scope.entries.map(matcher(scope, catalog, protocol));
    const vendor = recogniseVendor(knowledge.vendors, identity.vendor, identity.model, () => {
      const matches = matchesOf(knowledge.catalog);
      standardMatches = matches;
      // Names of OCPP 2.x are everybody's.
      if (protocol !== undefined && protocol !== knowledge.catalog.protocol) return [];
      return scope.entries.flatMap(({ address }, index) =>
        matches[index]?.kind === 'unknown' && address.component === undefined ? [address.name] : [],
      );
    });
    const own =
      vendor.entry === undefined
        ? undefined
        : knowledge.vendors?.catalogOf(vendor.entry.id, identity.model.value);
    this.catalog = own ?? knowledge.catalog;
    const matches =
      own === undefined && standardMatches !== undefined ? standardMatches : matchesOf(this.catalog);
    this.entries = scope.entries.map((entry, index) =>
      resolveEntry(entry, matches[index] ?? unknownKey(entry.address.name), this.catalog),
    );
    for (const resolved of this.entries) {
      const name = resolved.facts?.name;
      if (name !== undefined && !this.#byKey.has(name)) this.#byKey.set(name, resolved);
    }
    this.station = stationContext(
      scope,
      this.catalog,
      identity,
      vendor,
      overrides,
      (key) => this.#byKey.get(key)?.entry.value?.text,
    );
  }

  /** The first entry for a key, by the key's canonical name. */
  entryFor(key: string): ResolvedEntry | undefined {
    return this.#byKey.get(key);
  }

  /**
   * Whether absence means something: a dump that holds so many of the required keys that it is a whole answer and not
   * an excerpt of one.
   */
  get complete(): boolean {
    this.#complete ??= this.scope.purpose === 'dump' && this.#requiredShare() >= COMPLETE_FROM;
    return this.#complete;
  }

  /** How the file writes its booleans, where that is not as the standard does. */
  get booleanHabit(): BooleanWords | undefined {
    this.#booleanHabit ??= { words: booleanHabit(this.entries) };
    return this.#booleanHabit.words;
  }

  #requiredShare(): number {
    const required = this.catalog.requiredKeys;
    const present = required.filter((facts) => this.#byKey.has(facts.name));
    return required.length === 0 ? 0 : present.length / required.length;
  }
}

/** From this share of the always required keys on, a dump counts as a whole answer. */
const COMPLETE_FROM = 0.8;

/** What holds for a document besides what it says itself. */
export interface Circumstances {
  /** What a setting says about the station. */
  readonly setting?: StationOverride | undefined;
  /** What the project file or the command line says about it, the nearest first. */
  readonly outside?: readonly StationSaying[] | undefined;
  /** Milliseconds since 1970; undefined where nobody tells the time. */
  readonly now?: number | undefined;
}

/** Joins a document with a catalog. Linear in the number of entries. */
export function resolve(
  document: ConfigDocument,
  knowledge: Knowledge,
  { setting = {}, outside = [], now }: Circumstances = {},
): ResolvedDocument {
  const overrides = { comment: directiveOf(document), outside, setting };
  return {
    document,
    catalog: knowledge.catalog,
    operator: knowledge.operator,
    scopes: document.scopes.map((scope) => new ResolvedScope(document, scope, knowledge, overrides, now)),
  };
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

function resolveEntry(entry: ConfigEntry, match: KeyMatch, catalog: Catalog): ResolvedEntry {
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
