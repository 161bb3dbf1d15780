import type { Catalog, MeasurandMatch } from '../../catalog/catalog.ts';
import type { KeyFacts, LookalikeKey, LookalikeName } from '../../catalog/knowledge.ts';
import type { VendorIndexEntry, VendorPack } from '../../catalog/vendor-pack.ts';
import type { Vendors } from '../../catalog/vendors.ts';
import type { ExplainContext } from '../../features/explain/explain-context.ts';
import { similarNames } from '../similar-names.ts';

/** What a name turns out to be about. */
export type Topic =
  | {
      readonly kind: 'key';
      readonly facts: KeyFacts;
      /** How the name that was asked for relates to the key's own. */
      readonly because: 'same' | 'misspelling' | 'near' | 'ocpp2';
      /** The catalog that knows it. */
      readonly catalog: Catalog;
    }
  | { readonly kind: 'lookalike'; readonly lookalike: LookalikeKey }
  | { readonly kind: 'measurand'; readonly match: MeasurandMatch; readonly because: 'same' | 'near' }
  | { readonly kind: 'not-measurand'; readonly other: LookalikeName }
  /** A key that no standard knows and more than one vendor has, with each vendor's catalog. */
  | { readonly kind: 'vendor-keys'; readonly known: readonly VendorKeyTopic[] }
  | { readonly kind: 'vendor'; readonly catalog: Catalog; readonly pack: VendorPack }
  | { readonly kind: 'rule'; readonly id: string; readonly page: string }
  | { readonly kind: 'unknown'; readonly similar: readonly string[] };

/** One vendor's key, as the vendor's catalog has it. */
export interface VendorKeyTopic {
  readonly vendor: VendorIndexEntry;
  readonly catalog: Catalog;
  readonly facts: KeyFacts;
}

/**
 * Looks a name up among keys, measurands, rules and vendors. Case never matters; a rule's id may lack its operator.
 * What only vendors know comes after everything that holds for all stations.
 */
export function findTopic(
  name: string,
  { catalog, vendors }: ExplainContext,
  rulePages: Readonly<Record<string, string>>,
): Topic {
  const written = name.trim();
  return (
    ruleTopic(written, rulePages) ??
    keyTopic(written, catalog) ??
    measurandTopic(written, catalog) ??
    vendorKeyTopic(written, vendors) ??
    vendorTopic(written, vendors) ??
    nearTopic(written, catalog) ?? {
      kind: 'unknown',
      similar: similarNames(written, allNames(catalog, vendors, rulePages)),
    }
  );
}

/** A key that only vendors have: the key itself where one has it, otherwise the choice. */
function vendorKeyTopic(name: string, vendors: Vendors): Topic | undefined {
  const known = vendors.withKey(name).flatMap((vendor): VendorKeyTopic[] => {
    const catalog = vendors.catalogOf(vendor.id, undefined);
    const facts = catalog && ownKey(name, catalog);
    return catalog === undefined || facts === undefined ? [] : [{ vendor, catalog, facts }];
  });
  const [first, ...others] = known;
  if (first === undefined) return undefined;
  return others.length === 0
    ? { kind: 'key', facts: first.facts, because: 'same', catalog: first.catalog }
    : { kind: 'vendor-keys', known };
}

/** A vendor's own key by its name, in whatever section of a file it stands. */
function ownKey(name: string, catalog: Catalog): KeyFacts | undefined {
  const match = catalog.match(name);
  if (match.kind === 'exact' || match.kind === 'casing') return match.facts;
  const wanted = name.toLowerCase();
  const own = catalog.vendor?.keys.find((key) => key.name.toLowerCase() === wanted);
  const inSection = own && catalog.matchInSection(own.name, own.section);
  return inSection?.kind === 'exact' ? inSection.facts : undefined;
}

function vendorTopic(name: string, vendors: Vendors): Topic | undefined {
  const entry = vendors.byName(name);
  const catalog = entry && vendors.catalogOf(entry.id, undefined);
  const pack = catalog?.vendor;
  return catalog === undefined || pack === undefined ? undefined : { kind: 'vendor', catalog, pack };
}

function ruleTopic(name: string, rulePages: Readonly<Record<string, string>>): Topic | undefined {
  const wanted = name.toLowerCase();
  const ids = Object.keys(rulePages);
  const short = ids.filter((candidate) => candidate.endsWith(`/${wanted}`));
  const id = ids.find((candidate) => candidate === wanted) ?? (short.length === 1 ? short[0] : undefined);
  const page = id === undefined ? undefined : rulePages[id];
  return id === undefined || page === undefined ? undefined : { kind: 'rule', id, page };
}

function keyTopic(name: string, catalog: Catalog): Topic | undefined {
  const match = catalog.match(name);
  switch (match.kind) {
    case 'exact':
    case 'casing':
      return { kind: 'key', facts: match.facts, because: 'same', catalog };
    case 'misspelling':
      return { kind: 'key', facts: match.facts, because: 'misspelling', catalog };
    case 'lookalike':
      return { kind: 'lookalike', lookalike: match.lookalike };
    case 'unknown': {
      const wanted = name.toLowerCase();
      const facts = catalog.keys.find((candidate) => candidate.ocpp2?.toLowerCase() === wanted);
      return facts === undefined ? undefined : { kind: 'key', facts, because: 'ocpp2', catalog };
    }
  }
}

function measurandTopic(name: string, catalog: Catalog): Topic | undefined {
  const match = catalog.measurand(name);
  if (match !== undefined) return { kind: 'measurand', match, because: 'same' };
  const other = catalog.notMeasurand(name);
  return other === undefined ? undefined : { kind: 'not-measurand', other };
}

function nearTopic(name: string, catalog: Catalog): Topic | undefined {
  const key = catalog.nearest(name);
  if (key !== undefined) return { kind: 'key', facts: key, because: 'near', catalog };
  const facts = catalog.nearestMeasurand(name);
  return facts === undefined
    ? undefined
    : { kind: 'measurand', match: { facts, phase: undefined }, because: 'near' };
}

function allNames(catalog: Catalog, vendors: Vendors, rulePages: Readonly<Record<string, string>>): string[] {
  return [
    ...vendors.entries.map(({ name }) => name),
    ...catalog.keys.map((facts) => facts.name),
    ...catalog.measurands.map((facts) => facts.name),
    ...Object.keys(rulePages),
  ];
}
