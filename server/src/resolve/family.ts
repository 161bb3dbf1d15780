import { KeyPattern } from '../catalog/key-pattern.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { ResolvedEntry, ResolvedScope } from './resolve.ts';

/**
 * What stands in an entry's name for a placeholder of its family, in lower case: "2" for `[connector]` in
 * `MeterPublicKey2`. Undefined where its key is no family or has no such placeholder.
 */
export function familyPart({ entry, facts }: ResolvedEntry, placeholder: string): string | undefined {
  if (facts?.family === undefined) return undefined;
  const fillings = new KeyPattern(facts.family).fillings(entry.address.name);
  return fillings?.find((filling) => filling.placeholder === placeholder)?.text;
}

/** The number of the connector that an entry of a family is about. */
export function connectorOf(entry: ResolvedEntry): number | undefined {
  const text = familyPart(entry, 'connector');
  return text === undefined || text.length > 4 ? undefined : Number(text);
}

/** How many connectors the station has, as the key says that a family or list names for it; undefined where unknown. */
export function connectorCount(facts: KeyFacts, scope: ResolvedScope): number | undefined {
  const countKey = facts.connectorCountKey ?? facts.items?.connectorCountKey;
  const count = countKey === undefined ? undefined : scope.entryFor(countKey)?.value;
  return count?.kind === 'number' && count.canonical && count.value > 0 ? count.value : undefined;
}

/** The most connectors that a list of missing ones is made for: a station with more is a slip of the keyboard. */
const MOST_CONNECTORS = 100;

/** The connectors, from 1, that are not among some; none where the count makes no sense. */
export function connectorsWithout(present: ReadonlySet<number>, count: number): readonly number[] {
  if (count > MOST_CONNECTORS) return [];
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) => !present.has(number));
}
