import * as l10n from '@vscode/l10n';
import { chooseCase } from '../../catalog/recommendations.ts';
import type { ResolvedScope } from '../../resolve/resolve.ts';
import { isMissing } from '../../resolve/written-value.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { RecommendedChange } from '../apply-recommended.ts';
import { takesKeys } from '../understood.ts';
import { type MissingLine, MOST_LINES } from './summary.ts';
import { fixOfChange } from './summary-fix.ts';

/**
 * What a configuration lacks: what advice would need to know of the station, keys that every station must report, and
 * keys that the operator asks for.
 * @param changes what "apply all recommended values" would do to it
 */
export function missingLines(
  scope: ResolvedScope,
  changes: readonly RecommendedChange[],
): readonly MissingLine[] {
  return [...missingFacts(scope), ...missingKeys(scope, changes)].slice(0, MOST_LINES);
}

/** Facts of the station that are unknown and change what the operator asks for. */
function missingFacts(scope: ResolvedScope): readonly MissingLine[] {
  const { operator, station } = scope;
  if (operator === undefined || !takesKeys(scope)) return [];
  const open = operator.profile.recommendations.flatMap(
    (recommendation) => chooseCase(recommendation, station)?.otherwise ?? [],
  );
  const range = startOf(scope);
  const name = operator.profile.name;
  const lines: MissingLine[] = [];
  if (station.current.value === undefined && open.some(({ when }) => when?.current !== undefined)) {
    lines.push({
      kind: 'fact',
      name: l10n.t('AC or DC'),
      text: l10n.t('Nothing says what the station charges with, and {0} asks for other values on DC.', name),
      range,
      fixes: [],
    });
  }
  if (
    station.smartCharging.value === undefined &&
    open.some(({ when }) => when?.smartCharging !== undefined)
  ) {
    lines.push({
      kind: 'fact',
      name: l10n.t('Smart charging'),
      text: l10n.t(
        'Nothing says whether the station does smart charging, and {0} asks for other values if it does.',
        name,
      ),
      range,
      fixes: [],
    });
  }
  return lines;
}

function missingKeys(scope: ResolvedScope, changes: readonly RecommendedChange[]): readonly MissingLine[] {
  const lines = new Map<string, MissingLine>();
  const range = startOf(scope);
  for (const change of changes) {
    if (change.kind !== 'insert') continue;
    const text = l10n.t('{0} asks for {1}. {2}', operatorName(scope), change.to, change.reason);
    const fixes = [fixOfChange(scope.scope.index, change)];
    lines.set(change.key, { kind: 'key', name: change.key, text, range, fixes });
  }
  // Only what a station has answered in full tells by what it leaves out.
  if (!scope.complete) return [...lines.values()];
  for (const facts of scope.catalog.requiredKeys) {
    if (scope.entryFor(facts.name) !== undefined) continue;
    const text = l10n.t('The standard requires it, and the station does not report it. {0}', facts.summary);
    lines.set(facts.name, { kind: 'key', name: facts.name, text, range, fixes: [] });
  }
  for (const recommendation of scope.operator?.profile.recommendations ?? []) {
    for (const name of recommendation.keys) {
      const facts = scope.catalog.key(name);
      if (facts === undefined || lines.has(name) || scope.entryFor(name) !== undefined) continue;
      // A station without a feature has none of its keys.
      if (isMissing(facts, scope) || scope.catalog.profileOf(facts).mandatory !== true) continue;
      const text = l10n.t(
        '{0} has a recommendation for it, and the station does not report it. {1}',
        operatorName(scope),
        recommendation.reason,
      );
      lines.set(name, { kind: 'key', name, text, range, fixes: [] });
    }
  }
  return [...lines.values()];
}

function operatorName({ operator }: ResolvedScope): string {
  return operator?.profile.name ?? '';
}

function startOf({ scope: { range } }: ResolvedScope): OffsetRange {
  return { start: range.start, end: range.start };
}
