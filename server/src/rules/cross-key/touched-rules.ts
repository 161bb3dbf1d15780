import type { Catalog } from '../../catalog/catalog.ts';
import type { Conditions, CrossKeyRule } from '../../catalog/cross-key-rule.ts';
import { keyOf, limitsOf } from './numbers.ts';

/**
 * The rules that may answer differently once some keys have other values, and those that these ask whether they may
 * speak, in the catalog's order. Each fix asks what would follow from it, and most rules have nothing to do with it.
 * @param keys canonical names
 */
export function rulesTouchedBy(keys: readonly string[], catalog: Catalog): readonly CrossKeyRule[] {
  const byKey = rulesByKey(catalog);
  const touched = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
  return touched.size === 0 ? [] : catalog.crossKeyRules.filter((rule) => touched.has(rule));
}

/** A catalog never changes, so it is gone through once. */
const indexes = new WeakMap<Catalog, ReadonlyMap<string, ReadonlySet<CrossKeyRule>>>();

function rulesByKey(catalog: Catalog): ReadonlyMap<string, ReadonlySet<CrossKeyRule>> {
  let index = indexes.get(catalog);
  if (index === undefined) {
    index = indexOf(catalog);
    indexes.set(catalog, index);
  }
  return index;
}

function indexOf(catalog: Catalog): ReadonlyMap<string, ReadonlySet<CrossKeyRule>> {
  const index = new Map<string, Set<CrossKeyRule>>();
  for (const rule of catalog.crossKeyRules) {
    const silencing = catalog.crossKeyRules.filter(({ id }) => rule.unlessFound?.includes(id));
    const family = [rule, ...silencing];
    for (const key of family.flatMap((one) => keysOfRule(one, catalog))) {
      const rules = index.get(key) ?? new Set();
      for (const one of family) rules.add(one);
      index.set(key, rules);
    }
  }
  return index;
}

function keysOfRule({ cases, unlessAdvised = [] }: CrossKeyRule, catalog: Catalog): readonly string[] {
  const keys = cases.flatMap(({ key, when }) => [key, ...keysOfConditions(when)]);
  // Whether each connector has its key depends on how many there are.
  const counts = keys.flatMap((key) => catalog.key(key)?.connectorCountKey ?? []);
  return [...keys, ...counts, ...unlessAdvised];
}

function keysOfConditions({ keys = {}, compare = [], oneOf = [], unless }: Conditions): readonly string[] {
  return [
    ...Object.entries(keys).flatMap(([key, test]) => [key, test.sameAs, ...limitsOf(test)]),
    ...compare.flatMap((comparison) => [...comparison.product.map(keyOf), ...limitsOf(comparison)]),
    ...[...oneOf, ...(unless === undefined ? [] : [unless])].flatMap(keysOfConditions),
  ].filter((key) => typeof key === 'string');
}
