import * as l10n from '@vscode/l10n';
import { entryRange } from '../resolve/entry-range.ts';
import { listLimit } from '../resolve/list-limit.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { isWritten, severityOf } from './support/purpose.ts';

interface TooMany {
  readonly count: number;
  readonly limit: number;
  /** The entry that states the limit; undefined where the vendor's pack does. */
  readonly stated: ResolvedEntry | undefined;
}

/** A list with more items than the station takes. */
export const listTooLong = entryRule<TooMany>({
  id: 'list-too-long',
  group: 'values',
  severity: 'error',
  title: 'More items than the station takes',
  since: '0.1.0',
  concerns: (facts) => facts.type === 'list',
  find(entry, scope) {
    const { value } = entry;
    if (value.kind !== 'list' || isReportedFact(entry, scope)) return undefined;
    const known = listLimit(entry, scope);
    if (known === undefined || value.items.length <= known.limit) return undefined;
    return [{ count: value.items.length, ...known }];
  },
  word({ count, limit, stated }, { name }, scope) {
    const who = stated?.name ?? l10n.t('a {0} station', scope.catalog.vendor?.name ?? '');
    return {
      what:
        count === 1
          ? l10n.t('{0} has one item; {1} allows {2}.', name, who, limit)
          : l10n.t('{0} has {1} items; {2} allows {3}.', name, count, who, limit),
      why: isWritten(scope)
        ? l10n.t('The station refuses the whole list or cuts it without a word.')
        : l10n.t('One of the two is not true of this station.'),
      todo: isWritten(scope)
        ? l10n.t('Leave out what nobody needs.')
        : l10n.t('Read both again after the next change.'),
      severity: severityOf(scope, 'error', 'hint'),
      related:
        stated === undefined
          ? []
          : [
              {
                range: entryRange(stated),
                message: l10n.t('{0} is {1} here', who, limit),
              },
            ],
    };
  },
  // Which items can go is the engineer's choice.
  fix: () => [],
});
