import * as l10n from '@vscode/l10n';
import type { Severity } from '../../model/problem.ts';
import type { ResolvedScope } from '../../resolve/resolve.ts';

/** Whether somebody wrote the file by hand or will send it, so that its spelling can be improved. */
export function isWritten({ scope }: ResolvedScope): boolean {
  return scope.purpose !== 'dump';
}

/** A mistake in a file that will be sent or loaded weighs more than the same thing reported by a station. */
export function severityOf(scope: ResolvedScope, written: Severity, reported: Severity): Severity {
  return isWritten(scope) ? written : reported;
}

/** What happens to a value that a station does not accept; a sentence. */
export function refusal({ scope }: ResolvedScope): string {
  const { dialect, purpose } = scope;
  if (dialect.strict)
    return l10n.t(
      '{0} refuses the whole file because of it.',
      dialect.reader ?? l10n.t('The program that reads this file'),
    );
  if (purpose === 'store')
    return l10n.t('{0} falls back to a default or does not start.', dialect.reader ?? l10n.t('The station'));
  if (purpose === 'dump') return l10n.t('The station reports something that other systems cannot read.');
  return l10n.t('The station answers Rejected and keeps its old value.');
}
