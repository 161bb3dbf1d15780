import type { KeyTest } from '../../catalog/cross-key-rule.ts';
import type { PlainValue } from '../../model/problem.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import { type Answer, any, not, same } from './answer.ts';
import { KEEPS, type Limits, limitOf, numberIn } from './numbers.ts';

/** Whether all that a test asks of a value holds. What it says of missing keys and families is not for here. */
export function testValue(test: KeyTest, entry: ResolvedEntry, scope: ResolvedScope): Answer {
  let known: Answer = true;
  for (const check of checksOf(test)) {
    const answer = check(entry, scope);
    if (answer === false) return false;
    if (answer === undefined) known = undefined;
  }
  return known;
}

type Check = (entry: ResolvedEntry, scope: ResolvedScope) => Answer;

/** The members of a test that are about a value. */
type ValuePart = Exclude<keyof KeyTest, 'everyConnector' | 'orMissing' | 'missing'>;

/** What each member of a test asks. */
const CHECKS: { readonly [Part in ValuePart]: (wanted: NonNullable<KeyTest[Part]>) => Check } = {
  is: (wanted) => (entry, scope) => isValue(entry, wanted, scope),
  isNot: (wanted) => (entry, scope) => not(isValue(entry, wanted, scope)),
  isOneOf: (wanted) => (entry) => isOneOfTexts(entry, wanted),
  above: (limit) => keepsTo('above', limit),
  atLeast: (limit) => keepsTo('atLeast', limit),
  below: (limit) => keepsTo('below', limit),
  atMost: (limit) => keepsTo('atMost', limit),
  empty: (wanted) => (entry) => isEmpty(entry, wanted),
  has: (wanted) => hasOneOf(wanted),
  lacks: (unwanted) => {
    const hasOne = hasOneOf(unwanted);
    return (entry, scope) => not(hasOne(entry, scope));
  },
  onlyOf: (allowed) => hasOnly(allowed),
  lacksOneOf: (wanted) => {
    const hasEach = wanted.map((item) => hasOneOf([item]));
    return (entry, scope) => any(hasEach.map((has) => not(has(entry, scope))));
  },
  itemsFrom: (least) => (entry) => {
    const items = itemsOf(entry);
    return items && items.length >= least;
  },
  startsWith: (start) => (entry) => beginsWith(entry, start),
  contains: (wanted) => (entry) => containsText(entry, wanted),
  omits: (unwanted) => (entry) => not(containsText(entry, unwanted)),
  notDivisorOf: (whole) => (entry, scope) => {
    const number = numberIn(entry, scope);
    return number === undefined || number <= 0 ? undefined : whole % number !== 0;
  },
  sameAs: (key) => (entry, scope) => isSame(entry, scope.entryFor(key)),
};

/** Tests come from data and are asked of every file, so what they ask is put together once. */
const known = new WeakMap<KeyTest, readonly Check[]>();

function checksOf(test: KeyTest): readonly Check[] {
  let checks = known.get(test);
  if (checks === undefined) {
    checks = (Object.keys(CHECKS) as ValuePart[]).flatMap((part) => checkOf(part, test) ?? []);
    known.set(test, checks);
  }
  return checks;
}

function checkOf<Part extends ValuePart>(part: Part, test: KeyTest): Check | undefined {
  const wanted = test[part];
  return wanted === undefined ? undefined : CHECKS[part](wanted as NonNullable<KeyTest[Part]>);
}

function keepsTo(kind: keyof Limits, limit: number | string): Check {
  return (entry, scope) => {
    const number = numberIn(entry, scope);
    const known = limitOf(limit, scope);
    return number === undefined || known === undefined ? undefined : KEEPS[kind](number, known);
  };
}

/** The items of a list, without what is empty; undefined where the value is no list. */
export function itemsOf({ value, facts }: ResolvedEntry): readonly string[] | undefined {
  if (value.kind === 'list') return value.items.map(({ text }) => text).filter((text) => text !== '');
  return value.kind === 'empty' && facts?.type === 'list' ? [] : undefined;
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

function hasOneOf(wanted: readonly string[]): Check {
  const isWanted = isOneOfItems(wanted);
  return (entry) => writtenItems(entry)?.some(isWanted);
}

function hasOnly(allowed: readonly string[]): Check {
  const isAllowed = isOneOfItems(allowed);
  return (entry) => {
    const items = writtenItems(entry);
    return items && items.length > 0 && items.every(isAllowed);
  };
}

function isOneOfItems(names: readonly string[]): (item: string) => boolean {
  const lowered = names.map((name) => name.toLowerCase());
  return (item) => lowered.some((name) => item === name || item.startsWith(`${name}.`));
}

/** Items are compared as people write them: without regard to case and blanks. */
function writtenItems(entry: ResolvedEntry): readonly string[] | undefined {
  let items = written.get(entry);
  if (items === undefined) {
    items = itemsOf(entry)?.map((item) => item.replaceAll(' ', '').toLowerCase());
    if (items !== undefined) written.set(entry, items);
  }
  return items;
}

/** Many rules ask for the same few lists. */
const written = new WeakMap<ResolvedEntry, readonly string[]>();

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
