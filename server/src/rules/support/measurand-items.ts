import type { MeasurandMatch } from '../../catalog/catalog.ts';
import type { Change } from '../../model/problem.ts';
import type { ListItem } from '../../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';

/** An item of a list that is a measurand of OCPP, with its parts. */
export interface MeasurandItem extends MeasurandMatch {
  readonly item: ListItem;
}

/** The measurands in a list of them; items that are none are left out. Empty for every other value. */
export function measurandItems(entry: ResolvedEntry, scope: ResolvedScope): readonly MeasurandItem[] {
  const { facts, value } = entry;
  if (value.kind !== 'list' || facts?.items?.of !== 'measurands') return NONE;
  let items = known.get(entry);
  if (items === undefined) {
    items = value.items.flatMap((item) => {
      const match = scope.catalog.measurand(item.text);
      return match === undefined ? [] : [{ ...match, item }];
    });
    known.set(entry, items);
  }
  return items;
}

const NONE: readonly MeasurandItem[] = [];
/** Every rule on measurands asks for the same lists. */
const known = new WeakMap<ResolvedEntry, readonly MeasurandItem[]>();

/** The name of a measurand with its phase, as the standard spells it. */
export function nameOf({ facts, phase }: MeasurandMatch): string {
  return phase === undefined ? facts.name : `${facts.name}.${phase}`;
}

/**
 * Writes each item of a list anew, or leaves it out; what comes twice then is written once. The style of the list, with
 * or without a blank behind the comma, stays.
 * @param rewritten the new text of an item; undefined takes it out
 */
export function rewrittenList(
  { entry, value }: ResolvedEntry,
  rewritten: (item: ListItem) => string | undefined,
): Change {
  const items = value.kind === 'list' ? value.items : [];
  const texts = items.flatMap((item) => rewritten(item) ?? []);
  const comma = entry.value?.text.includes(', ') === true ? ', ' : ',';
  return { kind: 'set-value', entry, value: [...new Set(texts)].join(comma) };
}
