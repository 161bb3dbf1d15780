import * as l10n from '@vscode/l10n';
import type { Analysis, AnalysisOptions } from '../analysis.ts';
import { planRecommended } from './apply-recommended.ts';
import { problemCounts } from './severity-words.ts';
import { stationSummary } from './station-summary.ts';
import type { Understood } from './understood.ts';

/** What a line above the text says, and what a click on it is for. */
export type LensKind = 'context' | 'problems' | 'recommended' | 'summary';

/** A lens before anybody has seen it: finding its title may take an analysis. */
export interface CodeLens {
  readonly kind: LensKind;
  /** It stands above the line of this offset. */
  readonly offset: number;
}

export interface LensTitle {
  readonly title: string;
  /** Whether a click does anything: there may be nothing to apply. */
  readonly clickable: boolean;
}

/** So many known keys make a station's configuration; a single message with one key is none. */
const KNOWN_KEYS_OF_A_STATION = 5;

/**
 * The lenses of a file: one row at its top. In a file with the configurations of several stations each of these has its
 * own context above it, and the row at the top speaks of the whole file.
 */
export function codeLensesOf(
  { resolved }: Understood,
  offered: (kind: LensKind) => boolean,
): readonly CodeLens[] {
  const stations = resolved.scopes.filter(
    ({ scope, entries }) =>
      scope.keysAre === 'ocpp' &&
      entries.filter(({ facts }) => facts !== undefined).length >= KNOWN_KEYS_OF_A_STATION,
  );
  const isFleet = stations.length > 1;
  const top: readonly LensKind[] = [
    ...(isFleet ? [] : (['context'] as const)),
    'problems',
    ...(resolved.operator === undefined ? [] : (['recommended'] as const)),
    'summary',
  ];
  const lenses: CodeLens[] = top.map((kind) => ({ kind, offset: 0 }));
  if (isFleet) {
    for (const { scope } of stations) lenses.push({ kind: 'context', offset: scope.range.start });
  }
  return lenses.filter(({ kind }) => offered(kind));
}

/** What a lens says of a text. */
export function lensTitle(
  analysis: Analysis,
  { kind, offset }: CodeLens,
  options: AnalysisOptions,
): LensTitle {
  switch (kind) {
    case 'context':
      // At the top of a file nothing is there yet: what is meant is its first station.
      return clickable(stationSummary(analysis, offset === 0 ? undefined : offset).text);
    case 'problems':
      return problemsTitle(analysis);
    case 'recommended':
      return recommendedTitle(analysis, options);
    case 'summary':
      return clickable(l10n.t('Show summary'));
  }
}

function problemsTitle(analysis: Analysis): LensTitle {
  const counts = problemCounts(stationSummary(analysis).problems);
  return counts.length === 0
    ? { title: l10n.t('No problems'), clickable: false }
    : clickable(counts.join(' · '));
}

/** In a longer text the values are not counted: that takes several looks at all of it. */
const LONGEST_COUNTED = 200_000;

function recommendedTitle({ document, resolved }: Analysis, options: AnalysisOptions): LensTitle {
  if (document.text.length > LONGEST_COUNTED) return clickable(l10n.t('Apply recommended values'));
  const plan = planRecommended({ document, resolved }, options);
  if (plan === undefined) {
    const operator = resolved.operator?.profile.name ?? '';
    return { title: l10n.t('All values as {0} recommends', operator), clickable: false };
  }
  const count = plan.scopes.reduce((sum, { changes }) => sum + changes.length, 0);
  return clickable(
    count === 1 ? l10n.t('Apply 1 recommended value') : l10n.t('Apply {0} recommended values', count),
  );
}

function clickable(title: string): LensTitle {
  return { title, clickable: true };
}
