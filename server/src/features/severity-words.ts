import * as l10n from '@vscode/l10n';
import type { Severity } from '../model/problem.ts';

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
