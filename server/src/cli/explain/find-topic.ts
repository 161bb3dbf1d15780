import type { Catalog, MeasurandMatch } from '../../catalog/catalog.ts';
import type { KeyFacts, LookalikeKey, LookalikeName } from '../../catalog/knowledge.ts';
import { similarNames } from '../similar-names.ts';

/** What a name turns out to be about. */
export type Topic =
  | {
      readonly kind: 'key';
      readonly facts: KeyFacts;
      /** How the name that was asked for relates to the key's own. */
      readonly because: 'same' | 'misspelling' | 'near' | 'ocpp2';
    }
  | { readonly kind: 'lookalike'; readonly lookalike: LookalikeKey }
  | { readonly kind: 'measurand'; readonly match: MeasurandMatch; readonly because: 'same' | 'near' }
  | { readonly kind: 'not-measurand'; readonly other: LookalikeName }
  | { readonly kind: 'rule'; readonly id: string; readonly page: string }
  | { readonly kind: 'unknown'; readonly similar: readonly string[] };

/** Looks a name up among keys, measurands and rules. Case never matters; a rule's id may lack its operator. */
export function findTopic(
  name: string,
  catalog: Catalog,
  rulePages: Readonly<Record<string, string>>,
): Topic {
  const written = name.trim();
  return (
    ruleTopic(written, rulePages) ??
    keyTopic(written, catalog) ??
    measurandTopic(written, catalog) ??
    nearTopic(written, catalog) ?? {
      kind: 'unknown',
      similar: similarNames(written, allNames(catalog, rulePages)),
    }
  );
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
      return { kind: 'key', facts: match.facts, because: 'same' };
    case 'misspelling':
      return { kind: 'key', facts: match.facts, because: 'misspelling' };
    case 'lookalike':
      return { kind: 'lookalike', lookalike: match.lookalike };
    case 'unknown': {
      const wanted = name.toLowerCase();
      const facts = catalog.keys.find((candidate) => candidate.ocpp2?.toLowerCase() === wanted);
      return facts === undefined ? undefined : { kind: 'key', facts, because: 'ocpp2' };
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
  if (key !== undefined) return { kind: 'key', facts: key, because: 'near' };
  const facts = catalog.nearestMeasurand(name);
  return facts === undefined
    ? undefined
    : { kind: 'measurand', match: { facts, phase: undefined }, because: 'near' };
}

function allNames(catalog: Catalog, rulePages: Readonly<Record<string, string>>): string[] {
  return [
    ...catalog.keys.map((facts) => facts.name),
    ...catalog.measurands.map((facts) => facts.name),
    ...Object.keys(rulePages),
  ];
}
