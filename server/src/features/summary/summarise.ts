import type { Analysis, AnalysisOptions } from '../../analysis.ts';
import type { Problem } from '../../model/problem.ts';
import type { ResolvedScope } from '../../resolve/resolve.ts';
import { planRecommended, type RecommendedPlan } from '../apply-recommended.ts';
import { shortened } from '../markdown.ts';
import { countOf, factsOf, nameOfStation, stationSummary } from '../station-summary.ts';
import { dangersOf, slightOf } from './dangers.ts';
import { missingLines } from './missing.ts';
import { problemsByScope } from './problems-by-scope.ts';
import { type ConfigurationSummary, MOST_CONFIGURATIONS, type Summary } from './summary.ts';
import { valueRows } from './value-rows.ts';

/** To find out what would be inserted where takes several readings of the text: too many of a longer one. */
const LONGEST_PLANNED_TEXT = 1_000_000;

/** Sums up an analysed file. Linear in the length of the text and the number of problems. */
export function summarise(analysis: Analysis, options: AnalysisOptions): Summary {
  const { document, resolved, problems, suppressed } = analysis;
  const isPlanned = document.text.length <= LONGEST_PLANNED_TEXT;
  const plan = isPlanned ? planRecommended(analysis, options) : undefined;
  const { shape, purpose } = stationSummary(analysis);
  const { inScopes, elsewhere } = problemsByScope(problems, resolved.scopes);
  const scopes = resolved.scopes.filter(({ scope }) => scope.keysAre === 'ocpp');
  return {
    shape,
    purpose,
    operator: resolved.operator?.profile.name,
    counts: countOf(analysis),
    suppressed,
    recommendedChanges: isPlanned ? countChanges(plan) : undefined,
    hasSafeFixes: problems.some(({ fixes }) => fixes.some(({ safe }) => safe)),
    configurations: scopes
      .slice(0, MOST_CONFIGURATIONS)
      .map((scope) => configurationSummary(scope, inScopes.get(scope) ?? [], plan)),
    furtherConfigurations: Math.max(0, scopes.length - MOST_CONFIGURATIONS),
    elsewhere: dangersOf(elsewhere, resolved),
  };
}

function configurationSummary(
  scope: ResolvedScope,
  problems: readonly Problem[],
  plan: RecommendedPlan | undefined,
): ConfigurationSummary {
  const changes = plan?.scopes.find((planned) => planned.scope === scope.scope.index)?.changes ?? [];
  const { vendor, model } = scope.station;
  const { rows, untouched } = valueRows(scope, problems, changes);
  return {
    scope: scope.scope.index,
    title: shortened(nameOfStation(vendor.value, model.value) || scope.scope.label),
    range: scope.scope.range,
    facts: factsOf(scope),
    missing: missingLines(scope, changes),
    dangers: dangersOf(problems, scope),
    slight: slightOf(problems),
    values: rows,
    untouched,
  };
}

function countChanges(plan: RecommendedPlan | undefined): number {
  return (plan?.scopes ?? []).reduce((sum, { changes }) => sum + changes.length, 0);
}
