import type { Catalog, KeyMatch } from '../catalog/catalog.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { OperatorAdvice } from '../catalog/recommendations.ts';
import type { BooleanWords } from '../catalog/vendor-pack.ts';
import type { Vendors } from '../catalog/vendors.ts';
import type { ConfigDocument, ConfigEntry, ConfigScope } from '../model/document.ts';
import type { Change } from '../model/problem.ts';
import type { ProtocolVersion, StationContext, StationOverride, StationSaying } from '../model/station.ts';
import type { Steps } from '../model/steps.ts';
import { booleanHabit } from './boolean-habit.ts';
import { directiveOf } from './directive.ts';
import { matchEntries, resolveEntries } from './resolve-entries.ts';
import { type StationOverrides, stationContext, stationIdentity } from './station.ts';
import { supposed } from './suppose.ts';
import type { ParsedValue } from './values.ts';
import { vendorAsTold, vendorByKeys } from './vendor.ts';

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
  /** Those of keys that we know, which in a read-out may be one in ten. */
  readonly known: readonly ResolvedEntry[];
  readonly station: StationContext;
  /** Milliseconds since 1970; undefined where nobody tells the time. */
  readonly now: number | undefined;
  readonly #byKey = new Map<string, ResolvedEntry>();
  #supposed: ReadonlyMap<string, ResolvedEntry | undefined> | undefined;
  #complete: boolean | undefined;
  #booleanHabit: { readonly words: BooleanWords | undefined } | undefined;

  private constructor(
    document: ConfigDocument,
    scope: ConfigScope,
    { operator, operatorBecause }: Knowledge,
    known: {
      readonly catalog: Catalog;
      readonly entries: readonly ResolvedEntry[];
      readonly now: number | undefined;
      readonly station: (textOf: (key: string) => string | undefined) => StationContext;
    },
  ) {
    this.now = known.now;
    this.document = document;
    this.scope = scope;
    this.operator = operator;
    this.operatorBecause = operatorBecause;
    this.catalog = known.catalog;
    this.entries = known.entries;
    const entriesOfKnownKeys: ResolvedEntry[] = [];
    for (const resolved of this.entries) {
      const { facts } = resolved;
      if (facts === undefined) continue;
      entriesOfKnownKeys.push(resolved);
      if (!this.#byKey.has(facts.name)) this.#byKey.set(facts.name, resolved);
    }
    this.known = entriesOfKnownKeys;
    this.station = known.station((key) => this.#byKey.get(key)?.entry.value?.text);
  }

  /** Looks names up, finds out whose station it is, and reads the values as its catalog has them. */
  static *resolve(
    document: ConfigDocument,
    scope: ConfigScope,
    knowledge: Knowledge,
    overrides: StationOverrides,
    now: number | undefined,
  ): Steps<ResolvedScope> {
    const identity = stationIdentity(scope, overrides);
    const protocol = identity.protocol.value;
    const standard = knowledge.catalog;
    const told = vendorAsTold(knowledge.vendors, identity.vendor, identity.model);
    const standardMatches = told === undefined ? yield* matchEntries(scope, standard, protocol) : undefined;
    const vendor =
      told ?? vendorByKeys(knowledge.vendors, unknownNames(scope, standard, protocol, standardMatches ?? []));
    const own =
      vendor.entry === undefined
        ? undefined
        : knowledge.vendors?.catalogOf(vendor.entry.id, identity.model.value);
    const catalog = own ?? standard;
    const matches =
      own === undefined && standardMatches !== undefined
        ? standardMatches
        : yield* matchEntries(scope, catalog, protocol);
    const entries = yield* resolveEntries(scope.entries, matches, catalog);
    return new ResolvedScope(document, scope, knowledge, {
      catalog,
      entries,
      now,
      station: (textOf) => stationContext(scope, catalog, identity, vendor, overrides, textOf),
    });
  }

  /** The first entry for a key, by the key's canonical name. */
  entryFor(key: string): ResolvedEntry | undefined {
    return this.#supposed?.has(key) === true ? this.#supposed.get(key) : this.#byKey.get(key);
  }

  /**
   * Answers a question as if changes had been made: to see what would follow from them. Only `entryFor` knows of them,
   * and only while the question is answered; whoever goes through `entries` sees them as they are.
   * @param question is told the canonical names of the keys that the changes are about
   */
  supposing<Answer>(
    changes: readonly Change[],
    question: (changedKeys: readonly string[]) => Answer,
  ): Answer {
    const changed = supposed(this.#byKey, changes, this.catalog);
    this.#supposed = changed;
    try {
      return question([...changed.keys()]);
    } finally {
      this.#supposed = undefined;
    }
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

/** Joins a document with a catalog, in steps. Linear in the number of entries. */
export function* resolve(
  document: ConfigDocument,
  knowledge: Knowledge,
  { setting = {}, outside = [], now }: Circumstances = {},
): Steps<ResolvedDocument> {
  const overrides = { comment: directiveOf(document), outside, setting };
  const scopes: ResolvedScope[] = [];
  for (const scope of document.scopes) {
    if (scopes.length % SCOPES_IN_STEP === SCOPES_IN_STEP - 1) yield;
    scopes.push(yield* ResolvedScope.resolve(document, scope, knowledge, overrides, now));
  }
  return { document, catalog: knowledge.catalog, operator: knowledge.operator, scopes };
}

/** A log has many scopes with a few entries each. */
const SCOPES_IN_STEP = 100;

/** The names by which a vendor may be recognised. Names of OCPP 2.x are everybody's. */
function unknownNames(
  scope: ConfigScope,
  catalog: Catalog,
  protocol: ProtocolVersion | undefined,
  matches: readonly KeyMatch[],
): readonly string[] {
  if (protocol !== undefined && protocol !== catalog.protocol) return [];
  return scope.entries.flatMap(({ address }, index) =>
    matches[index]?.kind === 'unknown' && address.component === undefined ? [address.name] : [],
  );
}
