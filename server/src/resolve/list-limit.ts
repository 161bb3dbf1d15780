import type { ResolvedEntry, ResolvedScope } from './resolve.ts';

/** How many items a list may have, and who says so. */
export interface ListLimit {
  readonly limit: number;
  /** The entry of the same configuration that states it; undefined where the vendor's pack does. */
  readonly stated: ResolvedEntry | undefined;
}

/** The limit that the station states for a list, or that its vendor is known for; undefined when nobody says. */
export function listLimit(list: ResolvedEntry, scope: ResolvedScope): ListLimit | undefined {
  const { facts } = list;
  if (facts === undefined) return undefined;
  const limitKey = facts.items?.maxItemsKey;
  const stated = limitKey === undefined ? undefined : scope.entryFor(limitKey);
  if (stated?.value.kind === 'number' && !isDisproved(stated, list, scope))
    return { limit: stated.value.value, stated };
  const known = scope.catalog.vendorNotes(facts)?.maxItems;
  return known === undefined ? undefined : { limit: known, stated: undefined };
}

/** Whether a station reports room for no item and a list that has some: then its limit means nothing. */
export function isDisproved(limit: ResolvedEntry, list: ResolvedEntry, { scope }: ResolvedScope): boolean {
  if (scope.purpose !== 'dump' || limit.value.kind !== 'number' || limit.value.value !== 0) return false;
  return list.value.kind === 'list' && list.value.items.some(({ text }) => text !== '');
}
