import * as l10n from '@vscode/l10n';
import type { Severity } from '../../model/problem.ts';
import { problemCounts } from '../severity-words.ts';
import type { DangerArea, ValueState } from './summary.ts';

/** What stops working, as a heading. */
export function areaWords(area: DangerArea): string {
  switch (area) {
    case 'file':
      return l10n.t('The file as such');
    case 'charging':
      return l10n.t('Charging');
    case 'billing':
      return l10n.t('Billing');
    case 'smart-charging':
      return l10n.t('Smart charging');
    case 'connection':
      return l10n.t('Connection');
    case 'security':
      return l10n.t('Security');
    case 'other':
      return l10n.t('Other settings');
  }
}

/** A severity as a label that stands by itself: "Error". */
export function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'information':
      return l10n.t('Information');
    case 'hint':
      return l10n.t('Hint');
  }
}

/** How a value stands to its recommendation. */
export function stateWords(state: ValueState): string {
  switch (state) {
    case 'followed':
      return l10n.t('as recommended');
    case 'differs':
      return l10n.t('differs');
    case 'either':
      return l10n.t('right for only one kind of station');
    case 'missing':
      return l10n.t('missing');
    case 'unusable':
      return l10n.t('no usable value');
    case 'later':
      return l10n.t('to be filled in');
    case 'ignored':
      return l10n.t('differs, on purpose');
  }
}

/** "3 errors, 1 warning, 2 hidden": what there is, the gravest first; "No problems" where there is nothing. */
export function countsWords(counts: Readonly<Record<Severity, number>>, suppressed: number): string {
  const parts = problemCounts(counts);
  const known = parts.length === 0 ? l10n.t('No problems') : parts.join(', ');
  return suppressed === 0 ? known : l10n.t('{0}; {1} more are ignored', known, suppressed);
}

/** How many more there are than a list shows. */
export function furtherWords(count: number): string {
  return count === 1 ? l10n.t('1 more is not listed here.') : l10n.t('{0} more are not listed here.', count);
}
