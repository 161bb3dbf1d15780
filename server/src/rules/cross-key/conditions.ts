import type { Conditions, KeyTest } from '../../catalog/cross-key-rule.ts';
import { connectorCount, connectorOf, connectorsWithout } from '../../resolve/family.ts';
import type { ResolvedScope } from '../../resolve/resolve.ts';
import { type Answer, any, same } from './answer.ts';
import { testValue } from './key-tests.ts';
import { isWithin, keyOf, limitsOf, productOf } from './numbers.ts';

/** Whether conditions hold of a configuration. */
export function holds(conditions: Conditions, scope: ResolvedScope): Answer {
  const { purpose, station, keys = {}, compare = [], oneOf, unless } = conditions;
  if (purpose !== undefined && !purpose.includes(scope.scope.purpose)) return false;
  if (unless !== undefined && holds(unless, scope) === true) return false;
  let known: Answer = station === undefined || isSuchStation(station, scope);
  for (const key in keys) {
    const answer = testKey(keys[key] ?? {}, key, scope);
    if (answer === false) return false;
    if (answer === undefined) known = undefined;
  }
  for (const comparison of compare) {
    const product = productOf(comparison, scope);
    const answer = product === undefined ? undefined : isWithin(product, comparison, scope);
    if (answer === false) return false;
    if (answer === undefined) known = undefined;
  }
  if (oneOf !== undefined) {
    const answer = any(oneOf.map((one) => holds(one, scope)));
    if (answer !== true) return answer;
  }
  return known;
}

/** Whether a key takes part in what is wrong: conditions speak of it, and one of those that do holds. */
export function takesPart(key: string, conditions: Conditions, scope: ResolvedScope): boolean {
  const { keys = {}, compare = [], oneOf = [] } = conditions;
  const test = keys[key];
  if (test !== undefined) return testKey(test, key, scope) === true;
  if (compare.some(({ product }) => product.some((factor) => keyOf(factor) === key))) return true;
  if (compare.some((comparison) => limitsOf(comparison).includes(key))) return true;
  if (Object.values(keys).some((one) => one.sameAs === key || limitsOf(one).includes(key))) return true;
  return oneOf.some((one) => takesPart(key, one, scope));
}

function isSuchStation(wanted: NonNullable<Conditions['station']>, { station }: ResolvedScope): Answer {
  const current = wanted.current === undefined || same(station.current.value, wanted.current);
  const smart = wanted.smartCharging === undefined || same(station.smartCharging.value, wanted.smartCharging);
  if (current === false || smart === false) return false;
  return current && smart;
}

function testKey(test: KeyTest, key: string, scope: ResolvedScope): Answer {
  if (test.everyConnector !== undefined) {
    const every = hasEveryConnector(key, scope);
    return every === undefined ? undefined : every === test.everyConnector;
  }
  const entry = scope.entryFor(key);
  if (entry === undefined) {
    const absent = scope.complete ? true : undefined;
    if (test.missing === true || test.orMissing === true) return absent;
    return test.missing === false ? false : undefined;
  }
  if (test.missing === true) return false;
  return testValue(test, entry, scope);
}

/** Whether a family has a key for each connector of the station; that one is missing is known only in a whole answer. */
function hasEveryConnector(key: string, scope: ResolvedScope): Answer {
  const facts = scope.catalog.key(key);
  const count = facts === undefined ? undefined : connectorCount(facts, scope);
  if (count === undefined) return undefined;
  const present = scope.known.flatMap((entry) =>
    entry.facts === facts ? [connectorOf(entry) ?? Number.NaN] : [],
  );
  if (connectorsWithout(new Set(present), count).length === 0) return true;
  return scope.complete ? false : undefined;
}
