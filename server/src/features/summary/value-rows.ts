import * as l10n from '@vscode/l10n';
import { conditionWords, expectationWords, groupedCases, valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts } from '../../catalog/knowledge.ts';
import type { Recommendation } from '../../catalog/operator-profile.ts';
import { type ChosenCase, chooseCase } from '../../catalog/recommendations.ts';
import type { Problem } from '../../model/problem.ts';
import { adviceFor, type KeyAdvice } from '../../resolve/advice.ts';
import { visibleRange } from '../../resolve/entry-range.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';
import { isMissing, writtenName } from '../../resolve/written-value.ts';
import { isWritten } from '../../rules/support/purpose.ts';
import type { OffsetRange } from '../../text/range.ts';
import { isWhole, type RecommendedChange } from '../apply-recommended.ts';
import { shortened } from '../markdown.ts';
import { isSecret, shownText } from '../shown-value.ts';
import { takesKeys } from '../understood.ts';
import type { ValueRow, ValueState } from './summary.ts';
import { fixesOfProblem, fixOfChange } from './summary-fix.ts';

/** A list of measurands may be long. */
const LONGEST_VALUE = 160;

/**
 * The operator's recommendations in its order, each with the value that is there.
 * @param problems those of this configuration
 * @param changes what "apply all recommended values" would do to it
 */
export function valueRows(
  scope: ResolvedScope,
  problems: readonly Problem[],
  changes: readonly RecommendedChange[],
): { readonly rows: readonly ValueRow[]; readonly untouched: number } {
  const { operator, catalog } = scope;
  if (operator === undefined || !takesKeys(scope)) return { rows: [], untouched: 0 };
  const isComplete = isWritten(scope) ? isWhole(scope) : scope.complete;
  const rows: ValueRow[] = [];
  const untouched = new Set<string>();
  for (const recommendation of operator.profile.recommendations) {
    for (const facts of keysFor(recommendation, scope)) {
      const entry = scope.entryFor(facts.name);
      const advice = adviceFor(facts, scope, entry).find(
        (one) => one.recommendation.id === recommendation.id,
      );
      if (advice === undefined) continue;
      const planned = changes.filter(({ key }) => key === facts.name || key === writtenName(facts, scope));
      // What a station cannot have, and what a partial configuration leaves alone, is missing nowhere.
      if (entry === undefined && planned.length === 0) {
        if (!isComplete) untouched.add(facts.name);
        if (!isComplete || catalog.profileOf(facts).mandatory !== true) continue;
      }
      rows.push(rowFor(advice, { facts, entry, scope, problems, planned }));
    }
    rows.push(...roleRows(recommendation, scope, problems));
  }
  return { rows, untouched: untouched.size };
}

/** The keys of a recommendation that stations like this one have, the vendor's own among them. */
function keysFor({ keys, role }: Recommendation, scope: ResolvedScope): readonly KeyFacts[] {
  const own =
    role === 'authorization-timeout'
      ? (scope.catalog.vendor?.roles ?? []).filter((candidate) => candidate.role === role)
      : [];
  const names = new Set([...keys, ...own.flatMap(({ key }) => key ?? [])]);
  return [...names].flatMap((name) => {
    const facts = scope.catalog.key(name);
    return facts === undefined || isMissing(facts, scope) ? [] : [facts];
  });
}

interface RowContext {
  readonly facts: KeyFacts;
  readonly entry: ResolvedEntry | undefined;
  readonly scope: ResolvedScope;
  readonly problems: readonly Problem[];
  readonly planned: readonly RecommendedChange[];
}

function rowFor(advice: KeyAdvice, { facts, entry, scope, problems, planned }: RowContext): ValueRow {
  const { recommendation, chosen } = advice;
  const reported = problemOf(recommendation, entry, scope, problems);
  const fixes = reported === undefined ? [] : fixesOfProblem(reported);
  const change = planned[0];
  return {
    key: entry?.entry.address.name ?? writtenName(facts, scope),
    title: recommendation.title,
    present: entry === undefined ? undefined : presentWords(entry, facts),
    recommended: recommendedWords(chosen, facts),
    mandatory: recommendation.mandatory === true,
    reason: recommendation.reason,
    state: stateOf(advice, entry, reported),
    severity: reported?.severity,
    range: entry === undefined ? startOf(scope) : visibleRange(entry),
    fixes: fixes.length > 0 || change === undefined ? fixes : [fixOfChange(scope.scope.index, change)],
  };
}

function stateOf(
  { value, found, rightForSome }: KeyAdvice,
  entry: ResolvedEntry | undefined,
  reported: Problem | undefined,
): ValueState {
  if (entry === undefined) return 'missing';
  if (entry.value.kind === 'placeholder') return 'later';
  if (value === undefined) return 'unusable';
  if (found === undefined) return 'followed';
  if (reported === undefined) return 'ignored';
  return rightForSome ? 'either' : 'differs';
}

/** The settings that every vendor names differently, as far as the configuration has them. */
function roleRows(
  recommendation: Recommendation,
  scope: ResolvedScope,
  problems: readonly Problem[],
): readonly ValueRow[] {
  const { role } = recommendation;
  if (role === undefined || role === 'authorization-timeout') return [];
  const chosen = chooseCase(recommendation, scope.station);
  if (chosen === undefined) return [];
  const keys = (scope.catalog.vendor?.roles ?? [])
    .filter((candidate) => candidate.role === role)
    .flatMap(({ key, switch: toggle }) => [key, toggle?.key])
    .filter((key) => key !== undefined && !recommendation.keys.includes(key));
  return [...new Set(keys)].flatMap((key): readonly ValueRow[] => {
    const entry = key === undefined ? undefined : scope.entryFor(key);
    if (entry?.facts === undefined) return [];
    const reported = problemOf(recommendation, entry, scope, problems);
    // A switch beside its token is only worth a row where it is the one to turn.
    if (reported === undefined && !isMain(entry, recommendation, scope)) return [];
    return [
      {
        key: entry.entry.address.name,
        title: recommendation.title,
        present: presentWords(entry, entry.facts),
        recommended: recommendedWords(chosen, entry.facts),
        mandatory: recommendation.mandatory === true,
        reason: recommendation.reason,
        state: reported === undefined ? 'followed' : 'differs',
        severity: reported?.severity,
        range: visibleRange(entry),
        fixes: reported === undefined ? [] : fixesOfProblem(reported),
      },
    ];
  });
}

/** Whether an entry is the one that a role is about: its key, or its switch where it has none. */
function isMain({ name }: ResolvedEntry, { role }: Recommendation, { catalog }: ResolvedScope): boolean {
  return (catalog.vendor?.roles ?? []).some(
    (candidate) => candidate.role === role && (candidate.key ?? candidate.switch?.key) === name,
  );
}

function problemOf(
  { id }: Recommendation,
  entry: ResolvedEntry | undefined,
  { operator }: ResolvedScope,
  problems: readonly Problem[],
): Problem | undefined {
  if (entry === undefined) return undefined;
  const rule = `${operator?.profile.id}/${id}`;
  return problems.find((problem) => problem.rule === rule && problem.key === entry.name);
}

/** "10 s", "900 s (15 min)"; a value of another type than the key's as it is written. */
function presentWords(entry: ResolvedEntry, facts: KeyFacts): string | undefined {
  const text = shownText(entry);
  if (text === undefined) return undefined;
  if (text === '') return l10n.t('empty');
  if (entry.value.kind === 'number' && !isSecret(entry)) return valueWords(entry.value.value, facts.unit);
  return shortened(text.trim(), LONGEST_VALUE);
}

function recommendedWords({ case: holds, otherwise }: ChosenCase, facts: KeyFacts): readonly string[] {
  const words = expectationWords(holds.expect, facts);
  const wanted = 'includes' in holds.expect ? l10n.t('a list with {0}', words) : words;
  if (otherwise.length > 0) {
    const byKind = groupedCases(otherwise, facts).map((group) =>
      l10n.t('{0} for {1}', group.wanted, group.stations.join(', ')),
    );
    return [...byKind, l10n.t('{0} as long as that is not known', wanted)];
  }
  return [holds.when === undefined ? wanted : l10n.t('{0} for {1}', wanted, conditionWords(holds))];
}

function startOf({ scope: { range } }: ResolvedScope): OffsetRange {
  return { start: range.start, end: range.start };
}
