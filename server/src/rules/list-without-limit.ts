import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { entryRange } from '../resolve/entry-range.ts';
import { listLimit } from '../resolve/list-limit.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';

/** Lists with several items in a whole answer of a station that does not say how many they may have; said once. */
export const listWithoutLimit = scopeRule<readonly [ResolvedEntry, ...ResolvedEntry[]]>({
  id: 'list-without-limit',
  group: 'together',
  severity: 'hint',
  title: 'Lists whose limit the station does not state',
  since: '0.2.0',
  find(scope) {
    if (!scope.complete) return [];
    // In the order of the catalog, so that the sentence is the same however a file is sorted.
    const lists = scope.catalog.keys.flatMap(({ name }) => scope.entryFor(name) ?? []);
    const [first, ...others] = lists.filter((entry) => isUnlimited(entry, scope));
    return first === undefined ? [] : [[first, ...others]];
  },
  word([first, ...others]) {
    const names = listWords([first, ...others].map(({ name }) => name));
    return {
      what: l10n.t('The station does not state how many items {0} may have.', names),
      why: l10n.t(
        'OCPP lets a back office count on a single item then; some stations refuse more, others cut the list.',
      ),
      todo: l10n.t('Before a list is made longer, try it on one station and read it back.'),
      range: entryRange(first),
      key: first.name,
      related: others.map((entry) => ({
        range: entryRange(entry),
        message: l10n.t('no limit is stated for this list either'),
      })),
    };
  },
  // The station alone knows.
  fix: () => [],
});

function isUnlimited(entry: ResolvedEntry, scope: ResolvedScope): boolean {
  const { value, facts } = entry;
  if (value.kind !== 'list' || value.items.length < 2 || facts?.items?.maxItemsKey === undefined)
    return false;
  return !isReportedFact(entry, scope) && listLimit(entry, scope) === undefined;
}
