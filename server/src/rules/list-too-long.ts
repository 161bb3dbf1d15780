import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { isWritten, severityOf } from './support/purpose.ts';

interface TooMany {
  readonly count: number;
  readonly limit: number;
  /** The entry that states the limit. */
  readonly stated: ResolvedEntry;
}

/** A list with more items than the station says it takes. */
export const listTooLong = entryRule<TooMany>({
  id: 'list-too-long',
  group: 'values',
  severity: 'error',
  title: 'More items than the station takes',
  find(entry, scope) {
    const { value, facts } = entry;
    const limitKey = facts?.items?.maxItemsKey;
    if (value.kind !== 'list' || limitKey === undefined || isReportedFact(entry, scope)) return undefined;
    const stated = scope.entryFor(limitKey);
    if (stated?.value.kind !== 'number' || value.items.length <= stated.value.value) return undefined;
    return [{ count: value.items.length, limit: stated.value.value, stated }];
  },
  word({ count, limit, stated }, { entry, facts }, scope) {
    const limitName = stated.facts?.name ?? stated.entry.address.name;
    return {
      what: `${facts?.name ?? entry.address.name} has ${count === 1 ? 'one item' : `${count} items`}; ${limitName} allows ${limit}.`,
      why: isWritten(scope)
        ? 'The station refuses the whole list or cuts it without a word.'
        : 'One of the two is not true of this station.',
      todo: isWritten(scope) ? 'Leave out what nobody needs.' : 'Read both again after the next change.',
      severity: severityOf(scope, 'error', 'hint'),
      related: [
        {
          range: stated.entry.value?.range ?? stated.entry.keyRange,
          message: `${limitName} is ${limit} here`,
        },
      ],
    };
  },
  // Which items can go is the engineer's choice.
  fix: () => [],
});
