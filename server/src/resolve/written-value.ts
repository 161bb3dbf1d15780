import type { KeyFacts } from '../catalog/knowledge.ts';
import type { PlainValue } from '../model/problem.ts';
import type { ResolvedScope } from './resolve.ts';

/** A value as this vendor's stations want it written: `TRUE` or `1` where others write `true`. */
export function asWritten(value: PlainValue, facts: KeyFacts, scope: ResolvedScope): PlainValue {
  if (typeof value !== 'boolean' || scope.scope.dialect.values === 'native') return value;
  const [on, off] = vendorBooleans(facts, scope);
  return on === undefined || off === undefined ? value : value ? on : off;
}

/** The vendor's words for on and off; empty where they are the standard's. */
export function vendorBooleans(facts: KeyFacts, scope: ResolvedScope): readonly string[] {
  return scope.catalog.vendorNotes(facts)?.booleans?.split('/') ?? [];
}
