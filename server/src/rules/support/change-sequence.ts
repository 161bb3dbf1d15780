import type { ResolvedDocument, ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';

/** One change of a value, and the configuration that it is part of. */
export interface PlannedChange {
  readonly entry: ResolvedEntry;
  readonly scope: ResolvedScope;
}

/**
 * The changes that a document sends one after the other: the entries of a template, or a row of templates with one entry
 * each, as in a log, where each message is one. Values that a station reports are in none.
 */
export function changeSequences({ scopes }: ResolvedDocument): readonly (readonly PlannedChange[])[] {
  const sequences: PlannedChange[][] = [];
  const row: PlannedChange[] = [];
  for (const scope of scopes) {
    if (scope.scope.purpose !== 'template') continue;
    const changes = scope.entries.map((entry) => ({ entry, scope }));
    if (changes.length === 1) row.push(...changes);
    else sequences.push(changes);
  }
  if (row.length > 0) sequences.push(row);
  return sequences;
}
