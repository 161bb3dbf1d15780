import * as l10n from '@vscode/l10n';
import type { CrossKeyFix, NewValue } from '../../catalog/cross-key-rule.ts';
import { valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts } from '../../catalog/knowledge.ts';
import type { Change, Fix, PlainValue } from '../../model/problem.ts';
import { freePlaces, recommendedFor } from '../../resolve/advice.ts';
import { listItems, withItems } from '../../resolve/lists.ts';
import { isReportedFact } from '../../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import { asWritten, isMissing, writtenName } from '../../resolve/written-value.ts';
import { holds } from './conditions.ts';
import { itemsOf } from './key-tests.ts';
import { numberOf } from './numbers.ts';
import { filledIn } from './template.ts';

/** What a fix does to one key. */
interface Step {
  readonly key: string;
  readonly change: Change;
  /** The new value in words; undefined for an entry that goes. */
  readonly words: string | undefined;
}

/**
 * The fix for this configuration; undefined where it does not fit, the station would refuse a part of it or nothing
 * would change.
 */
export function fixFor(fix: CrossKeyFix, scope: ResolvedScope): Fix | undefined {
  if (fix.when !== undefined && holds(fix.when, scope) !== true) return undefined;
  const steps = stepsOf(fix, scope);
  if (steps === undefined || steps.length === 0) return undefined;
  return {
    title: titleOf(fix, steps),
    safe: fix.safe === true,
    changes: steps.map(({ change }) => change),
  };
}

/** Undefined as soon as one step cannot be taken: half a fix is none. */
function stepsOf(fix: CrossKeyFix, scope: ResolvedScope): readonly Step[] | undefined {
  const { set = {}, empty = [], add = {}, drop = {}, remove = [] } = fix;
  const steps = [
    ...Object.entries(set).map(([key, value]) => setting(key, value, scope)),
    ...empty.filter((key) => hasItems(key, scope)).map((key) => setting(key, '', scope)),
    ...Object.entries(add).map(([key, items]) => adding(key, items, scope)),
    ...Object.entries(drop).map(([key, items]) => dropping(key, items, scope)),
    ...remove.map((key) => removing(key, scope)),
  ];
  const possible = steps.filter((step) => step !== undefined);
  return possible.length === steps.length ? possible : undefined;
}

function removing(key: string, scope: ResolvedScope): Step | undefined {
  const entry = scope.entryFor(key);
  return entry && { key, change: { kind: 'remove-entry', entry: entry.entry }, words: undefined };
}

function setting(key: string, wanted: NewValue, scope: ResolvedScope): Step | undefined {
  const facts = factsOf(key, scope);
  if (facts === undefined || !isWritable(key, facts, scope)) return undefined;
  const value = newValue(wanted, facts, scope);
  if (value === undefined) return undefined;
  return {
    key,
    change: written(key, facts, asWritten(value, facts, scope), scope),
    words: value === '' ? l10n.t('nothing') : valueWords(value, facts.unit),
  };
}

/** The value to write, in this vendor's unit; undefined where it depends on a number that is not known. */
function newValue(wanted: NewValue, facts: KeyFacts, scope: ResolvedScope): PlainValue | undefined {
  if (typeof wanted === 'object' && 'advised' in wanted) {
    return recommendedFor(facts, scope) ?? newValue(wanted.advised, facts, scope);
  }
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return wanted;
  const present = numberOf(facts.name, scope);
  const number =
    typeof wanted === 'number' ? wanted : present === undefined ? undefined : present * wanted.times;
  return number === undefined ? undefined : number / (scope.catalog.vendorNotes(facts)?.unitsPerStep ?? 1);
}

function hasItems(key: string, scope: ResolvedScope): boolean {
  const entry = scope.entryFor(key);
  return entry !== undefined && (itemsOf(entry) ?? []).length > 0;
}

function adding(key: string, wanted: readonly string[], scope: ResolvedScope): Step | undefined {
  const facts = factsOf(key, scope);
  const entry = scope.entryFor(key);
  if (facts === undefined || !isWritable(key, facts, scope)) return undefined;
  const present = (entry === undefined ? [] : (itemsOf(entry) ?? [])).map((item) => item.toLowerCase());
  const items = wanted.filter((item) => !present.includes(item.toLowerCase()));
  if (items.length === 0) return undefined;
  if (entry !== undefined && items.length > freePlaces(entry, scope)) return undefined;
  const value = withItems(entry?.entry.value?.text ?? '', items);
  return { key, change: written(key, facts, value, scope), words: items.join(', ') };
}

function dropping(key: string, items: readonly string[], scope: ResolvedScope): Step | undefined {
  const facts = factsOf(key, scope);
  const entry = scope.entryFor(key);
  if (facts === undefined || entry === undefined || !isWritable(key, facts, scope)) return undefined;
  const unwanted = items.map((item) => item.toLowerCase());
  const kept = listItems(entry.entry.value?.text ?? '').filter(
    ({ text }) => !unwanted.includes(text.toLowerCase()),
  );
  const value = kept.map(({ text }) => text).join(',');
  return { key, change: written(key, facts, value, scope), words: items.join(', ') };
}

function written(key: string, facts: KeyFacts, value: PlainValue, scope: ResolvedScope): Change {
  const entry = scope.entryFor(key);
  return entry === undefined
    ? { kind: 'insert-entry', scope: scope.scope, name: writtenName(facts, scope), value }
    : { kind: 'set-value', entry: entry.entry, value };
}

function factsOf(key: string, scope: ResolvedScope): KeyFacts | undefined {
  return scope.entryFor(key)?.facts ?? scope.catalog.key(key);
}

/** Whether the key can be written here: what a station reports read-only cannot, nor can what it does not have. */
function isWritable(key: string, facts: KeyFacts, scope: ResolvedScope): boolean {
  const entry: ResolvedEntry | undefined = scope.entryFor(key);
  if (facts.access === 'read-only' && scope.scope.purpose !== 'store') return false;
  if (entry !== undefined) return !isReportedFact(entry, scope) && entry.entry.readOnly !== true;
  return scope.scope.purpose !== 'dump' && !isMissing(facts, scope);
}

function titleOf({ title }: CrossKeyFix, steps: readonly Step[]): string {
  if (title !== undefined) {
    return filledIn(
      title,
      Object.fromEntries(steps.flatMap(({ key, words }) => (words === undefined ? [] : [[key, words]]))),
    );
  }
  const [first] = steps;
  if (first === undefined) return '';
  if (first.change.kind === 'remove-entry') return l10n.t('Remove {0}', first.key);
  return first.words === undefined || first.words === l10n.t('nothing')
    ? l10n.t('Empty {0}', first.key)
    : l10n.t('Set {0} to {1}', first.key, first.words);
}
