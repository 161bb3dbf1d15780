import * as l10n from '@vscode/l10n';
import type { Severity } from '../model/problem.ts';
import { type ListItem, separatorOf } from '../resolve/lists.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { isWritten } from './support/purpose.ts';

interface UntidyList {
  readonly items: readonly string[];
  /** What is untidy, the worst first; never empty. */
  readonly faults: readonly ('separator' | 'empty' | 'repeated' | 'blanks')[];
  readonly repeated: readonly string[];
}

/** A list with blanks, empty or repeated items, or with another separator than the comma. */
export const listFormat = entryRule<UntidyList>({
  id: 'list-format',
  group: 'values',
  severity: 'warning',
  title: 'Untidy list',
  since: '0.1.0',
  concerns: (facts) => facts.items !== undefined,
  find(entry, scope) {
    const { value, facts } = entry;
    if (value.kind !== 'list' || facts?.items === undefined || facts.items.of === 'any') return undefined;
    if (!isWritten(scope) || isReportedFact(entry, scope)) return undefined;
    const untidy = look(entry, value.items);
    return untidy === undefined ? undefined : [untidy];
  },
  word({ faults, repeated }, { name }) {
    const worst = faults[0] ?? 'blanks';
    const severity: Severity = worst === 'blanks' ? 'hint' : 'warning';
    switch (worst) {
      case 'separator':
        return {
          what: l10n.t('The items of {0} need commas between them.', name),
          why: l10n.t('With another separator a station sees one long unknown item and refuses it.'),
          todo: l10n.t('Write commas.'),
          severity,
        };
      case 'empty':
        return {
          what: l10n.t('{0} has an empty item: a comma too many.', name),
          why: l10n.t('Strict stations refuse the whole list because of it.'),
          todo: l10n.t('Remove the comma.'),
          severity,
        };
      case 'repeated':
        return {
          what: l10n.t('{0} names {1} more than once.', name, repeated.join(', ')),
          why: l10n.t('It takes places in a list whose length is limited, and some stations refuse it.'),
          todo: l10n.t('Name each item once.'),
          severity,
        };
      case 'blanks':
        return {
          what: l10n.t('{0} has blanks between its items.', name),
          why: l10n.t('Many stations skip them, strict ones (libocpp, MicroOcpp) refuse the list.'),
          todo: l10n.t('Write the items without blanks.'),
          severity,
        };
    }
  },
  fix: ({ items }, { entry }) => [
    {
      title: l10n.t('Tidy the list'),
      safe: true,
      changes: [{ kind: 'set-value', entry, value: items.join(',') }],
    },
  ],
});

function look({ entry }: ResolvedEntry, items: readonly ListItem[]): UntidyList | undefined {
  const text = entry.value?.text ?? '';
  const kept: string[] = [];
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const item of items) {
    if (item.text === '') continue;
    const lower = item.text.toLowerCase();
    if (seen.has(lower)) repeated.push(item.text);
    else kept.push(item.text);
    seen.add(lower);
  }
  const faults: UntidyList['faults'][number][] = [];
  if (separatorOf(text) !== ',') faults.push('separator');
  if (items.some((item) => item.text === '')) faults.push('empty');
  if (repeated.length > 0) faults.push('repeated');
  if (text !== items.map((item) => item.text).join(separatorOf(text))) faults.push('blanks');
  return faults.length === 0 ? undefined : { items: kept, faults, repeated };
}
