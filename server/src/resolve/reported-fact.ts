import type { ResolvedEntry, ResolvedScope } from './resolve.ts';

/**
 * Whether a value is only a fact that a station states about itself, in a dump or in its own settings file: nobody can
 * write it, so nobody can be told to write it differently.
 */
export function isReportedFact({ entry, facts }: ResolvedEntry, { scope }: ResolvedScope): boolean {
  return scope.purpose !== 'template' && (entry.readOnly === true || facts?.access === 'read-only');
}
