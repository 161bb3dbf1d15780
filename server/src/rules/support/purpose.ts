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
    return `${dialect.reader ?? 'The program that reads this file'} refuses the whole file because of it.`;
  if (purpose === 'store')
    return `${dialect.reader ?? 'The station'} falls back to a default or does not start.`;
  if (purpose === 'dump') return 'The station reports something that other systems cannot read.';
  return 'The station answers Rejected and keeps its old value.';
}
