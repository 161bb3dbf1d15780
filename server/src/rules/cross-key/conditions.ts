import type { Comparison, Conditions, Factor, KeyTest } from '../../catalog/cross-key-rule.ts';
import { brokenLimit } from '../../catalog/number-limits.ts';
import type { PlainValue } from '../../model/problem.ts';
import { connectorCount, connectorOf, connectorsWithout } from '../../resolve/family.ts';
import { isReportedFact } from '../../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';

/** `undefined`: not known, because a key is not there or its value cannot be read. */
export type Answer = boolean | undefined;

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

/** The product of a comparison; undefined where a factor is not known. */
export function productOf({ product }: Comparison, scope: ResolvedScope): number | undefined {
  let result = 1;
  for (const factor of product) {
    const number = factorOf(factor, scope);
    if (number === undefined) return undefined;
    result *= number;
  }
  return result;
}

/**
 * The number that a key has, in the standard's unit; undefined also for one that the key cannot have, since that is a
 * mistake of its own. What a station reports of itself counts whatever it is.
 */
export function numberOf(key: string, scope: ResolvedScope): number | undefined {
  const entry = scope.entryFor(key);
  return entry && numberIn(entry, scope);
}

function numberIn(entry: ResolvedEntry, scope: ResolvedScope): number | undefined {
  if (entry.value.kind !== 'number' || entry.facts === undefined) return undefined;
  if (brokenLimit(entry.value.value, entry.facts) !== undefined && !isReportedFact(entry, scope)) {
    return undefined;
  }
  return entry.value.value * (scope.catalog.vendorNotes(entry.facts)?.unitsPerStep ?? 1);
}

/** The items of a list, without what is empty; undefined where the value is no list. */
export function itemsOf({ value, facts }: ResolvedEntry): readonly string[] | undefined {
  if (value.kind === 'list') return value.items.map(({ text }) => text).filter((text) => text !== '');
  return value.kind === 'empty' && facts?.type === 'list' ? [] : undefined;
}

function isSuchStation(wanted: NonNullable<Conditions['station']>, { station }: ResolvedScope): Answer {
  const current = wanted.current === undefined || same(station.current.value, wanted.current);
  const smart = wanted.smartCharging === undefined || same(station.smartCharging.value, wanted.smartCharging);
  if (current === false || smart === false) return false;
  return current && smart;
}

function same<Value>(found: Value | undefined, wanted: Value): Answer {
  return found === undefined ? undefined : found === wanted;
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
  const present = scope.entries.flatMap((entry) =>
    entry.facts === facts ? [connectorOf(entry) ?? Number.NaN] : [],
  );
  if (connectorsWithout(new Set(present), count).length === 0) return true;
  return scope.complete ? false : undefined;
}

function testValue(test: KeyTest, entry: ResolvedEntry, scope: ResolvedScope): Answer {
  const { is, isNot, isOneOf, empty, has, lacks, onlyOf, lacksOneOf, itemsFrom } = test;
  const { startsWith, contains, omits, notDivisorOf, sameAs } = test;
  const answers: Answer[] = [];
  if (is !== undefined) answers.push(isValue(entry, is, scope));
  if (isNot !== undefined) answers.push(not(isValue(entry, isNot, scope)));
  if (isOneOf !== undefined) answers.push(isOneOfTexts(entry, isOneOf));
  if (limitsOf(test).length > 0) {
    const number = numberIn(entry, scope);
    answers.push(number === undefined ? undefined : isWithin(number, test, scope));
  }
  if (empty !== undefined) answers.push(isEmpty(entry, empty));
  if (has !== undefined) answers.push(hasOneOf(entry, has));
  if (lacks !== undefined) answers.push(not(hasOneOf(entry, lacks)));
  if (onlyOf !== undefined) answers.push(hasOnly(entry, onlyOf));
  if (lacksOneOf !== undefined) answers.push(any(lacksOneOf.map((item) => not(hasOneOf(entry, [item])))));
  if (itemsFrom !== undefined) {
    const items = itemsOf(entry);
    answers.push(items === undefined ? undefined : items.length >= itemsFrom);
  }
  if (startsWith !== undefined) answers.push(beginsWith(entry, startsWith));
  if (contains !== undefined) answers.push(containsText(entry, contains));
  if (omits !== undefined) answers.push(not(containsText(entry, omits)));
  if (notDivisorOf !== undefined) {
    const number = numberIn(entry, scope);
    answers.push(number === undefined || number <= 0 ? undefined : notDivisorOf % number !== 0);
  }
  if (sameAs !== undefined) answers.push(isSame(entry, scope.entryFor(sameAs)));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

function isValue(entry: ResolvedEntry, wanted: PlainValue, scope: ResolvedScope): Answer {
  const { value } = entry;
  switch (typeof wanted) {
    case 'boolean':
      return value.kind === 'boolean' ? value.value === wanted : undefined;
    case 'number':
      return same(numberIn(entry, scope), wanted);
    case 'string':
      return value.kind === 'text' ? value.text.trim().toLowerCase() === wanted.toLowerCase() : undefined;
  }
}

function isEmpty(entry: ResolvedEntry, wanted: boolean): Answer {
  const { value } = entry;
  if (value.kind === 'empty') return wanted;
  if (value.kind === 'text') return !wanted;
  const items = itemsOf(entry);
  return items === undefined ? undefined : (items.length === 0) === wanted;
}

/** Items are compared as people write them: without regard to case and blanks. */
function hasOneOf(entry: ResolvedEntry, wanted: readonly string[]): Answer {
  return itemsOf(entry)?.some((item) => isItem(item, wanted));
}

function hasOnly(entry: ResolvedEntry, allowed: readonly string[]): Answer {
  const items = itemsOf(entry);
  return items === undefined ? undefined : items.length > 0 && items.every((item) => isItem(item, allowed));
}

function isItem(item: string, names: readonly string[]): boolean {
  const written = item.replaceAll(' ', '').toLowerCase();
  return names.some((name) => written === name.toLowerCase() || written.startsWith(`${name.toLowerCase()}.`));
}

function isOneOfTexts({ value }: ResolvedEntry, wanted: readonly string[]): Answer {
  if (value.kind !== 'text') return undefined;
  const text = value.text.trim().toLowerCase();
  return wanted.some((one) => one.toLowerCase() === text);
}

/** Looks at the value as it is written, since a strict file has objects where others have JSON in a string. */
function containsText({ entry, value }: ResolvedEntry, wanted: string): Answer {
  const text = entry.value?.text ?? '';
  if (value.kind === 'absent' || value.kind === 'placeholder' || text.trim() === '') return undefined;
  return text.toLowerCase().includes(wanted.toLowerCase());
}

function beginsWith({ value }: ResolvedEntry, start: string): Answer {
  return value.kind === 'text' ? value.text.trim().toLowerCase().startsWith(start.toLowerCase()) : undefined;
}

function isSame(entry: ResolvedEntry, other: ResolvedEntry | undefined): Answer {
  if (other === undefined) return undefined;
  const items = itemsOf(entry);
  const others = itemsOf(other);
  if (items !== undefined && others !== undefined) return sortedText(items) === sortedText(others);
  const text = entry.entry.value?.text.trim();
  const otherText = other.entry.value?.text.trim();
  return text === undefined || otherText === undefined ? undefined : text === otherText;
}

function sortedText(items: readonly string[]): string {
  return [...items].sort().join(',').toLowerCase();
}

/** A limit is a number or the name of the key that has it. */
type Limits = Pick<KeyTest, 'above' | 'atLeast' | 'below' | 'atMost'>;

function limitsOf({ above, atLeast, below, atMost }: Limits): readonly (number | string)[] {
  return [above, atLeast, below, atMost].filter((limit) => limit !== undefined);
}

function isWithin(number: number, limits: Limits, scope: ResolvedScope): Answer {
  const answer = (limit: number | string | undefined, keeps: (known: number) => boolean): Answer => {
    if (limit === undefined) return true;
    const known = limitOf(limit, scope);
    return known === undefined ? undefined : keeps(known);
  };
  const answers = [
    answer(limits.above, (limit) => number > limit),
    answer(limits.atLeast, (limit) => number >= limit),
    answer(limits.below, (limit) => number < limit),
    answer(limits.atMost, (limit) => number <= limit),
  ];
  return not(any(answers.map(not)));
}

function limitOf(limit: number | string, scope: ResolvedScope): number | undefined {
  return typeof limit === 'string' ? numberOf(limit, scope) : limit;
}

function keyOf(factor: Factor): string | undefined {
  if (typeof factor === 'string') return factor;
  return typeof factor === 'object' && 'key' in factor ? factor.key : undefined;
}

function factorOf(factor: Factor, scope: ResolvedScope): number | undefined {
  if (typeof factor === 'number') return factor;
  if (typeof factor === 'string') return numberOf(factor, scope);
  if ('count' in factor) return scope.entries.length;
  const number = numberOf(factor.key, scope);
  return number === undefined ? undefined : number + factor.plus;
}
