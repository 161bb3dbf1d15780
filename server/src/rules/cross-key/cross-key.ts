import * as l10n from '@vscode/l10n';
import type { Conditions, CrossKeyCase, CrossKeyRule } from '../../catalog/cross-key-rule.ts';
import { listWords, valueWords } from '../../catalog/expectations.ts';
import { inWords, withUnit } from '../../catalog/quantities.ts';
import type { Fix, RelatedPlace, Severity } from '../../model/problem.ts';
import { adviceFor } from '../../resolve/advice.ts';
import { visibleRange } from '../../resolve/entry-range.ts';
import { isReportedFact } from '../../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import { scopeRule } from '../rule.ts';
import { holds, itemsOf, productOf, takesPart } from './conditions.ts';
import { fixFor } from './fixes.ts';
import { filledIn } from './template.ts';

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
  find(scope) {
    const found: Contradiction[] = [];
    for (const rule of scope.catalog.crossKeyRules) {
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
  },
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
  fix: ({ found }, scope): readonly Fix[] => fixesOf(found, scope),
});

function fixesOf({ fixes = [] }: CrossKeyCase, scope: ResolvedScope): readonly Fix[] {
  return fixes.flatMap((fix) => fixFor(fix, scope) ?? []);
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
  { found, entry }: Contradiction,
  words: Readonly<Record<string, string>>,
  scope: ResolvedScope,
): string | undefined {
  if (found.fixes !== undefined && isReportedFact(entry, scope) && fixesOf(found, scope).length === 0) {
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
