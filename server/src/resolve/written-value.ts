import type { KeyFacts } from '../catalog/knowledge.ts';
import type { PlainValue } from '../model/problem.ts';
import type { ResolvedScope } from './resolve.ts';

/** A value as this vendor's stations want it, or as the rest of the file has it: `TRUE` or `1` where others write `true`. */
export function asWritten(value: PlainValue, facts: KeyFacts, scope: ResolvedScope): PlainValue {
  if (typeof value !== 'boolean' || scope.scope.dialect.values === 'native') return value;
  const [on, off] = booleanWords(facts, scope);
  return on === undefined || off === undefined ? value : value ? on : off;
}

/** The words for on and off that the vendor, or the rest of the file, writes; empty where they are the standard's. */
export function booleanWords(facts: KeyFacts, scope: ResolvedScope): readonly string[] {
  const words = scope.catalog.vendorNotes(facts)?.booleans ?? scope.booleanHabit;
  return words?.split('/') ?? [];
}

/** Whether a word for a boolean, in any vendor's way of writing, means on. */
export function meansOn(text: string): boolean {
  return text === '1' || text.toLowerCase() === 'true';
}

/** A key's name as this vendor's stations spell it. */
export function writtenName(facts: KeyFacts, scope: ResolvedScope): string {
  const quirks = scope.catalog.vendorNotes(facts)?.quirks ?? [];
  return quirks.find(({ spelling }) => spelling !== undefined)?.spelling ?? facts.name;
}

/** Whether this vendor's stations do not have a key of the standard. */
export function isMissing(facts: KeyFacts, scope: ResolvedScope): boolean {
  const quirks = scope.catalog.vendorNotes(facts)?.quirks ?? [];
  return quirks.some(({ access }) => access === 'missing');
}
