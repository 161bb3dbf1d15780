import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { entryRange } from '../resolve/entry-range.ts';
import { isDisproved } from '../resolve/list-limit.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';

/** More items no list can have: OCPP has 22 measurands, and a value has 500 characters. */
const MOST_ITEMS = 100;

/** Limits that a station states for its lists and that cannot be a number of items; said once. */
export const implausibleListLimit = scopeRule<readonly [ResolvedEntry, ...ResolvedEntry[]]>({
  id: 'implausible-list-limit',
  group: 'together',
  severity: 'hint',
  title: 'Limits of lists that cannot be a number of items',
  since: '0.2.0',
  find(scope) {
    const [first, ...others] = implausibleLimits(scope);
    return first === undefined ? [] : [[first, ...others]];
  },
  word([first, ...others]) {
    const names = listWords([first, ...others].map(withValue));
    return {
      what: l10n.t('No list has such a limit: {0}.', names),
      why: l10n.t(
        'Makers count characters here, or write a number that means "no limit", so a longer list may still be refused.',
      ),
      todo: l10n.t('Do not rely on it: try a longer list on one station and read it back.'),
      range: entryRange(first),
      key: first.name,
      related: others.map((entry) => ({
        range: entryRange(entry),
        message: l10n.t('this limit is not plausible either'),
      })),
    };
  },
  // A station states it itself, and nobody can change it.
  fix: () => [],
});

/** In the order of the catalog, so that the sentence is the same however a file is sorted. */
function implausibleLimits(scope: ResolvedScope): readonly ResolvedEntry[] {
  const found = new Set<ResolvedEntry>();
  for (const facts of scope.catalog.keys) {
    const limitKey = facts.items?.maxItemsKey;
    const limit = limitKey === undefined ? undefined : scope.entryFor(limitKey);
    if (limit?.value.kind !== 'number' || !isReportedFact(limit, scope)) continue;
    const list = scope.entryFor(facts.name);
    const isZero = list !== undefined && isDisproved(limit, list, scope);
    if (limit.value.value > MOST_ITEMS || isZero) found.add(limit);
  }
  return [...found];
}

/** "StopTxnSampledDataMaxLength 120". */
function withValue({ name, entry }: ResolvedEntry): string {
  return `${name} ${entry.value?.text.trim() ?? ''}`;
}
