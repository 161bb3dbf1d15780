import * as l10n from '@vscode/l10n';
import type { Conditions, CrossKeyCase, CrossKeyRule } from '../../catalog/cross-key-rule.ts';
import { listWords, valueWords } from '../../catalog/expectations.ts';
import { inWords, withUnit } from '../../catalog/quantities.ts';
import { type Change, type Fix, type RelatedPlace, SEVERITIES, type Severity } from '../../model/problem.ts';
import { adviceFor } from '../../resolve/advice.ts';
import { visibleRange } from '../../resolve/entry-range.ts';
import { isReportedFact } from '../../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import { scopeRule } from '../rule.ts';
import { holds, takesPart } from './conditions.ts';
import { fixFor } from './fixes.ts';
import { itemsOf } from './key-tests.ts';
import { productOf } from './numbers.ts';
import { filledIn } from './template.ts';
import { rulesTouchedBy } from './touched-rules.ts';

interface Contradiction {
  readonly rule: CrossKeyRule;
  readonly found: CrossKeyCase;
  /** The entry at which it is shown. */
  readonly entry: ResolvedEntry;
}

/** Settings that are legal one by one and do not work together. Stands for all rules of the catalog's data. */
export const crossKey = scopeRule<Contradiction>({
  id: 'cross-key',
  group: 'together',
  standsFor: 'many',
  severity: 'warning',
  title: 'Settings that do not work together',
  since: '0.2.0',
  find: (scope) => contradictionsIn(scope, scope.catalog.crossKeyRules),
  word(contradiction, scope) {
    const { rule, found, entry } = contradiction;
    const words = wordsOf(found, scope);
    return {
      rule: rule.id,
      severity: severityOf(contradiction, scope),
      what: filledIn(found.what, words),
      why: found.why === undefined ? undefined : filledIn(found.why, words),
      todo: todoOf(contradiction, words, scope),
      range: visibleRange(entry),
      key: entry.name,
      related: relatedPlaces(found, words, scope),
    };
  },
  fix: fixesOf,
});

/** What the data offers, without what would only put another problem in the place of this one. */
function fixesOf(contradiction: Contradiction, scope: ResolvedScope): readonly Fix[] {
  const fixes = (contradiction.found.fixes ?? []).flatMap((fix) => fixFor(fix, scope) ?? []);
  const severity = severityOf(contradiction, scope);
  return fixes.filter(
    ({ changes }) =>
      !consequencesOf(changes, scope).some(isAsGraveAs(severity)) &&
      !newBreaches(changes, scope).some(isAsGraveAs(severity)),
  );
}

/** Tells whether something is as grave as something else, or graver. */
export function isAsGraveAs(severity: Severity): (other: Pick<Consequence, 'severity'>) => boolean {
  return (other) => SEVERITIES.indexOf(other.severity) <= SEVERITIES.indexOf(severity);
}

/** What is not wrong yet, and would be after a change. */
export interface Consequence {
  readonly severity: Severity;
  /** What would be wrong: a sentence. */
  readonly what: string;
}

/** The settings that would not work together after changes and do now, or less gravely. */
export function consequencesOf(changes: readonly Change[], scope: ResolvedScope): readonly Consequence[] {
  const after = scope.supposing(changes, (keys) => {
    const rules = rulesTouchedBy(keys, scope.catalog);
    const contradictions = contradictionsIn(scope, rules).map((contradiction) => {
      const { found } = contradiction;
      const severity = severityOf(contradiction, scope);
      const what = filledIn(found.what, wordsOf(found, scope));
      return { name: nameOf(contradiction, scope), severity, what };
    });
    return { rules, contradictions };
  });
  if (after.contradictions.length === 0) return [];
  const present = new Set(contradictionsIn(scope, after.rules).map((one) => nameOf(one, scope)));
  return after.contradictions.filter(({ name }) => !present.has(name));
}

/** What makes a contradiction another one: its rule, the key at which it is shown, and how grave it is. */
function nameOf(contradiction: Contradiction, scope: ResolvedScope): string {
  return `${contradiction.rule.id} ${contradiction.entry.name} ${severityOf(contradiction, scope)}`;
}

/** How grave it is what would go against the operator's advice after changes and does not now. */
function newBreaches(
  changes: readonly Change[],
  scope: ResolvedScope,
): readonly Pick<Consequence, 'severity'>[] {
  const after = scope.supposing(changes, (keys) => ({ keys, breaches: breachesOf(keys, scope) }));
  if (after.breaches.size === 0) return [];
  const present = breachesOf(after.keys, scope);
  return [...after.breaches].flatMap(([advice, severity]) =>
    present.get(advice) === severity ? [] : [{ severity }],
  );
}

/** How grave it is what keys have against the operator's advice, by the recommendation and its key. */
function breachesOf(keys: readonly string[], scope: ResolvedScope): ReadonlyMap<string, Severity> {
  const breaches = new Map<string, Severity>();
  for (const key of keys) {
    const entry = scope.entryFor(key);
    if (entry?.facts === undefined) continue;
    for (const { recommendation, found } of adviceFor(entry.facts, scope, entry)) {
      if (found !== undefined) breaches.set(`${recommendation.id} ${key}`, found.breach.severity);
    }
  }
  return breaches;
}

function contradictionsIn(scope: ResolvedScope, rules: readonly CrossKeyRule[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const rule of rules) {
    for (const candidate of rule.cases) {
      const entry = scope.entryFor(candidate.key);
      if (entry === undefined || holds(candidate.when, scope) !== true) continue;
      found.push({ rule, found: candidate, entry });
      break;
    }
  }
  // What is silent here because its cause is named elsewhere still speaks for rules on the same cause.
  const ids = new Set(found.map(({ rule }) => rule.id));
  return found.filter(
    ({ rule }) => rule.unlessFound?.some((id) => ids.has(id)) !== true && !isAdvised(rule, scope),
  );
}

/** What nobody can change is worth knowing at most. */
function severityOf({ rule, found, entry }: Contradiction, scope: ResolvedScope): Severity {
  const usual = found.severity ?? rule.severity;
  const isFact = isReportedFact(entry, scope);
  const severity = isFact || scope.scope.purpose === 'dump' ? (found.inDump ?? usual) : usual;
  return isFact && severity !== 'hint' ? 'information' : severity;
}

/** Nobody is told to write what the station lets nobody write. */
function todoOf(
  contradiction: Contradiction,
  words: Readonly<Record<string, string>>,
  scope: ResolvedScope,
): string | undefined {
  const { found, entry } = contradiction;
  if (
    found.fixes !== undefined &&
    isReportedFact(entry, scope) &&
    fixesOf(contradiction, scope).length === 0
  ) {
    return l10n.t(
      'The station reports {0} as read-only: only its maker or another firmware can change it.',
      entry.name,
    );
  }
  return found.todo === undefined ? undefined : filledIn(found.todo, words);
}

/** Whether the operator's advice says already what is wrong. */
function isAdvised({ unlessAdvised = [] }: CrossKeyRule, scope: ResolvedScope): boolean {
  return unlessAdvised.some((key) => {
    const entry = scope.entryFor(key);
    if (entry?.facts === undefined) return false;
    return adviceFor(entry.facts, scope, entry).some(({ found }) => found !== undefined);
  });
}

function relatedPlaces(
  { related = {}, when }: CrossKeyCase,
  words: Readonly<Record<string, string>>,
  scope: ResolvedScope,
): readonly RelatedPlace[] {
  return Object.entries(related).flatMap(([key, message]) => {
    const place = scope.entryFor(key)?.entry;
    if (place === undefined || !takesPart(key, when, scope)) return [];
    const range = place.value?.fullRange ?? place.keyRange;
    return [{ range, message: filledIn(message, words) }];
  });
}

/** What stands for the placeholders of a case's texts: each key that it looks at, and each product. */
function wordsOf({ key, when, related = {} }: CrossKeyCase, scope: ResolvedScope): Record<string, string> {
  const words: Record<string, string> = {};
  for (const name of [key, ...Object.keys(related), ...keysIn(when)]) {
    const entry = scope.entryFor(name);
    if (entry !== undefined) words[name] = wordsOfValue(entry);
  }
  for (const comparison of comparisonsIn(when)) {
    const product = productOf(comparison, scope);
    if (product === undefined) continue;
    words[comparison.name] = inWords(product, comparison.unit) ?? withUnit(product, comparison.unit);
  }
  return words;
}

function wordsOfValue(entry: ResolvedEntry): string {
  const { value, facts } = entry;
  if (entry.secret) return '…';
  const items = itemsOf(entry);
  if (items !== undefined) return items.length === 0 ? l10n.t('empty') : listWords(items);
  switch (value.kind) {
    case 'number':
    case 'boolean':
      return valueWords(value.value, facts?.unit);
    default:
      return entry.entry.value?.text.trim() ?? '';
  }
}

function keysIn({ keys = {}, oneOf = [] }: Conditions): string[] {
  return [...Object.keys(keys), ...oneOf.flatMap(keysIn)];
}

function comparisonsIn({ compare = [], oneOf = [] }: Conditions): NonNullable<Conditions['compare']> {
  return [...compare, ...oneOf.flatMap(comparisonsIn)];
}
