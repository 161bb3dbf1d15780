import type { EntryValue } from '../../model/document.ts';
import type { PlainValue } from '../../model/problem.ts';
import type { JsonEntry, JsonScope } from './document.ts';

/** How a value is written in JSON: as a string, or by its type. */
export type Notation = 'string' | 'native';

/** A value as the text of a JSON value, quotes included. */
export function writeValue(value: PlainValue, notation: Notation): string {
  if (notation === 'string' || typeof value === 'string') return JSON.stringify(String(value));
  return typeof value === 'number' && !Number.isFinite(value) ? JSON.stringify(String(value)) : String(value);
}

/** How an entry's next value is to be written: as the dialect wants it, or as the file has it. */
export function notationFor(scope: JsonScope, entry: JsonEntry | undefined): Notation {
  switch (scope.dialect.values) {
    case 'strings':
      return 'string';
    case 'native':
      return 'native';
    default:
      return notationOf(entry?.value) ?? usualNotation(scope);
  }
}

/** A value in the type of the one that it replaces: "900" becomes a number where a number stood. */
export function inTypeOf(value: PlainValue, old: EntryValue | undefined): PlainValue {
  if (typeof value !== 'string' || old === undefined) return value;
  if (old.kind === 'number' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return Number(value);
  if (old.kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function notationOf(value: EntryValue | undefined): Notation | undefined {
  switch (value?.kind) {
    case 'string':
      return 'string';
    case 'number':
    case 'boolean':
      return 'native';
    default:
      return undefined;
  }
}

/** What most of the first entries do; strings where there is none, since OCPP sends strings. */
function usualNotation(scope: JsonScope): Notation {
  let balance = 0;
  for (const { value } of scope.entries.slice(0, 50)) {
    const notation = notationOf(value);
    if (notation !== undefined) balance += notation === 'native' ? 1 : -1;
  }
  return balance > 0 ? 'native' : 'string';
}
