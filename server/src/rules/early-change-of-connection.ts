import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import type { ConfigDocument, ConfigScope } from '../model/document.ts';
import type { Change, Fix } from '../model/problem.ts';
import { documentRule } from './rule.ts';
import { changeSequences, type PlannedChange } from './support/change-sequence.ts';

interface TooEarly {
  readonly change: PlannedChange;
  /** What must be written before it and comes behind it; never empty. */
  readonly late: readonly PlannedChange[];
}

/** A change that cuts the connection, before others that must come first. */
export const earlyChangeOfConnection = documentRule<TooEarly>({
  id: 'early-change-of-connection',
  group: 'together',
  severity: 'warning',
  title: 'Change that cuts the connection before the others',
  since: '0.2.0',
  find: (resolved) =>
    changeSequences(resolved).flatMap((changes) =>
      changes.flatMap((change, index) => {
        const first = change.entry.facts?.writeAfter ?? [];
        if (first.length === 0) return [];
        const late = changes
          .slice(index + 1)
          .filter(({ entry }) => entry.facts !== undefined && first.includes(entry.facts.name));
        return late.length === 0 ? [] : [{ change, late }];
      }),
    ),
  word: ({ change: { entry }, late }) => ({
    what: l10n.t('{0} stands before {1}.', entry.name, listWords(late.map((later) => later.entry.name))),
    why: l10n.t(
      'The station connects anew as soon as {0} is written: what comes behind it may never arrive, and the station is locked out.',
      entry.name,
    ),
    todo: l10n.t('Write {0} last, alone, once the others have been accepted.', entry.name),
    range: entry.entry.keyRange,
    related: late.map((later) => ({
      range: later.entry.entry.keyRange,
      message: l10n.t('this must be written first'),
    })),
  }),
  fix({ change: { entry, scope }, late }, document): readonly Fix[] {
    const { value } = entry.entry;
    // Across messages of their own there is nothing that could be moved.
    if (value === undefined || late.some((later) => later.scope !== scope)) return [];
    // A new entry goes to the end of one of several lists, which may still be before the others.
    if (!standTogether(scope.scope, document)) return [];
    const isNative = entry.value.kind === 'number' && value.kind === 'number';
    const moved: readonly Change[] = [
      { kind: 'remove-entry', entry: entry.entry },
      {
        kind: 'insert-entry',
        scope: scope.scope,
        name: entry.entry.address.name,
        value: isNative && entry.value.kind === 'number' ? entry.value.value : value.text,
      },
    ];
    return [{ title: l10n.t('Move {0} to the end', entry.name), safe: false, changes: moved }];
  },
});

/** Whether all entries are in one list, map or section: no bracket of another one, and no header, is between them. */
function standTogether({ entries }: ConfigScope, { text }: ConfigDocument): boolean {
  return entries.every(({ range }, index) => {
    const next = entries[index + 1];
    return next === undefined || !/[[\]{}]/.test(text.slice(range.end, next.range.start));
  });
}
