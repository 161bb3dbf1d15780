import * as l10n from '@vscode/l10n';
import { SEVERITIES, type Severity } from '../model/problem.ts';

/** A severity as people read it; its id is the same in every language. */
export function severityWords(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

/** "3 errors", "1 note": so many problems of a severity. */
export function problemCount(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
    case 'information':
      return count === 1 ? l10n.t('1 note') : l10n.t('{0} notes', count);
    case 'hint':
      return count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count);
  }
}

/** The same of each severity that there is, the gravest first. */
export function problemCounts(counts: Readonly<Record<Severity, number>>): string[] {
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    problemCount(severity, counts[severity]),
  );
}
