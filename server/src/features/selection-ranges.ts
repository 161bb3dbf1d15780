import type { ResolvedScope } from '../resolve/resolve.ts';
import { itemRange } from '../rules/support/item-range.ts';
import { type OffsetRange, touches } from '../text/range.ts';
import { entryAt, scopesAt } from './locate.ts';
import type { Understood } from './understood.ts';

/**
 * What an editor selects step by step at an offset, the innermost first and each within the next: item of a list, value
 * without and with its quotes (or the key's name), entry, the entries of its section, scope, file. Never empty.
 */
export function selectionsAt(understood: Understood, offset: number): readonly OffsetRange[] {
  const { text } = understood.document;
  const steps: OffsetRange[] = [];
  const scopes = scopesAt(understood, offset);
  for (const scope of scopes) {
    if (steps.length === 0) steps.push(...insideEntry(scope, offset));
    steps.push(scope.scope.range);
  }
  return widening([...steps, { start: 0, end: text.length }], offset);
}

function insideEntry(scope: ResolvedScope, offset: number): readonly OffsetRange[] {
  const resolved = entryAt(scope, offset);
  if (resolved === undefined) return [];
  const { entry } = resolved;
  const steps: OffsetRange[] = [];
  if (touches(entry.keyRange, offset)) steps.push(entry.keyRange);
  else if (entry.value !== undefined && touches(entry.value.fullRange, offset)) {
    const items = resolved.value.kind === 'list' ? resolved.value.items : [];
    const ranges = items.filter(({ text }) => text !== '').map((item) => itemRange(item, resolved, scope));
    const item = ranges.find((range) => touches(range, offset));
    steps.push(...(item === undefined ? [] : [item]), entry.value.range, entry.value.fullRange);
  }
  const section = sectionOf(scope, entry.index);
  return [...steps, entry.range, ...(section === undefined ? [] : [section])];
}

/** The entries round one that are of the same section; undefined where the scope has one section only. */
function sectionOf({ scope: { entries } }: ResolvedScope, index: number): OffsetRange | undefined {
  const section = entries[index]?.address.section;
  let first = index;
  while (first > 0 && entries[first - 1]?.address.section === section) first--;
  let last = index;
  while (last + 1 < entries.length && entries[last + 1]?.address.section === section) last++;
  if (last - first + 1 === entries.length) return undefined;
  return { start: entries[first]?.range.start ?? 0, end: entries[last]?.range.end ?? 0 };
}

/** Only what holds the offset and is larger than the step before it. */
function widening(steps: readonly OffsetRange[], offset: number): readonly OffsetRange[] {
  const kept: OffsetRange[] = [];
  for (const step of steps) {
    const before = kept.at(-1);
    const holds = before === undefined || (step.start <= before.start && step.end >= before.end);
    const grows = before === undefined || step.start < before.start || step.end > before.end;
    if (touches(step, offset) && holds && grows) kept.push(step);
  }
  return kept;
}
