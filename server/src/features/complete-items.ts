import * as l10n from '@vscode/l10n';
import { eitherWords } from '../catalog/expectations.ts';
import type { KeyFacts, MeasurandFacts, NamedValue } from '../catalog/knowledge.ts';
import type { Format, ValueCursor } from '../formats/format.ts';
import { adviceFor } from '../resolve/advice.ts';
import { type Separator, separatorOf } from '../resolve/lists.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import type { OffsetRange } from '../text/range.ts';
import type { Completion } from './completion.ts';
import { fitted } from './completion-room.ts';
import { isPlainlySensible } from './describe-item.ts';

/** How many connectors are assumed to be there at least, and offered at most. */
const LEAST_CONNECTORS = 2;
const MOST_CONNECTORS = 6;

/** The list under the cursor, cut into the item that the cursor is in and the others. */
interface ListAtCursor {
  readonly range: OffsetRange;
  /** In lower case. */
  readonly others: ReadonlySet<string>;
  readonly separator: Separator;
}

interface ProposedItem {
  readonly item: string;
  /** Where it is another one than the item. */
  readonly label?: string;
  readonly description: string | undefined;
}

/** Items for a comma-separated list that are not in it yet: first what the operator misses, phases last. */
export function completeItems(
  cursor: ValueCursor,
  offset: number,
  facts: KeyFacts,
  scope: ResolvedScope,
  format: Format,
): readonly Completion[] {
  const list = listAt(scope.document.text, cursor, offset);
  const isRefused = refusalTest(facts, scope);
  const items = proposedItems(facts, scope, list).filter(
    ({ item }, index, all) =>
      !list.others.has(item.toLowerCase()) &&
      !isRefused(item) &&
      all.findIndex((other) => other.item === item) === index,
  );
  // Where something is written already, an item needs no quotes and no blank before it.
  const isInsideList = cursor.insideQuotes && cursor.range.start < cursor.range.end;
  const isWanted = missingItems(facts, scope, list.others).length > 0;
  return items.map(({ item, label = item, description }, order) => {
    const text = isInsideList ? item : format.completeValue(scope.document, cursor, item);
    return {
      ...fitted(label, [], description === undefined ? [] : [description], 'description'),
      label,
      kind: 'list-item',
      sortText: String(order).padStart(4, '0'),
      filterText: text,
      range: list.range,
      insert: { form: 'plain-text', text },
      additionalEdits: [],
      preselect: isWanted && order === 0,
      deprecated: false,
      subject: { scope: scope.scope.index, key: facts.name, value: item },
    };
  });
}

/** Tells of an item whether this vendor's stations refuse it, with or without a phase. */
function refusalTest(facts: KeyFacts, { catalog }: ResolvedScope): (item: string) => boolean {
  const refused = catalog.vendorNotes(facts)?.refusedItems ?? [];
  if (refused.length === 0) return () => false;
  return (item) => refused.includes(item) || refused.includes(catalog.measurand(item)?.facts.name ?? item);
}

/** Reads the list from the text and not from the entry, which knows nothing of what is half typed. */
function listAt(text: string, { range, insideQuotes }: ValueCursor, offset: number): ListAtCursor {
  // Beside the quotes only the value as a whole can be replaced.
  if (!insideQuotes) return { range, others: new Set(), separator: ',' };
  const separator = separatorOf(text.slice(range.start, range.end));
  const before = text.slice(range.start, offset);
  const after = text.slice(offset, range.end);
  const open = before.lastIndexOf(separator) + 1;
  const typedFrom = open + (before.length - open - before.slice(open).trimStart().length);
  // A string without an end runs on to the end of its line: what cannot be part of an item is not replaced.
  const rest = /^[\w.-]*/.exec(after)?.[0].length ?? 0;
  const comma = after.indexOf(separator, rest);
  const others = [
    ...before.slice(0, open).split(separator),
    ...(comma < 0 ? [] : after.slice(comma).split(separator)),
  ];
  return {
    range: { start: range.start + typedFrom, end: offset + rest },
    others: new Set(others.map((item) => item.trim().toLowerCase()).filter((item) => item !== '')),
    separator,
  };
}

function proposedItems(facts: KeyFacts, scope: ResolvedScope, list: ListAtCursor): readonly ProposedItem[] {
  switch (facts.items?.of) {
    case 'measurands':
      return [...wantedItems(facts, scope, list), ...measurands(scope)];
    case 'phase-rotation':
      return rotations(facts, scope, list.others);
    case 'values':
      return [...wantedItems(facts, scope, list), ...named(facts.items.values)];
    default:
      return list.others.size > 0
        ? []
        : (facts.examples ?? []).map((item) => ({ item, description: l10n.t('example') }));
  }
}

/** What the operator asks for and the list lacks: all of it at once where it is more than one, then each. */
function wantedItems(
  facts: KeyFacts,
  scope: ResolvedScope,
  { others, separator }: ListAtCursor,
): readonly ProposedItem[] {
  const missing = missingItems(facts, scope, others);
  const description = l10n.t('recommended');
  const label = l10n.t('all {0} recommended items', missing.length);
  const operator = scope.operator?.profile.name;
  const together =
    missing.length > 1 ? [{ item: missing.join(separator), label, description: operator }] : [];
  return [...together, ...missing.map((item) => ({ item, description }))];
}

function missingItems(facts: KeyFacts, scope: ResolvedScope, others: ReadonlySet<string>): readonly string[] {
  const wanted = adviceFor(facts, scope).flatMap(({ chosen }) =>
    'includes' in chosen.case.expect ? chosen.case.expect.includes : [],
  );
  return wanted.filter((item) => !others.has(item.toLowerCase()));
}

/** All measurands, the sensible ones for this kind of station first, and after them those of single phases. */
function measurands({ catalog, station }: ResolvedScope): readonly ProposedItem[] {
  const current = station.current.value;
  const senseOf = ({ ac, dc }: MeasurandFacts) => (current === 'DC' ? dc : current === 'AC' ? ac : '');
  const isSensible = (facts: MeasurandFacts) => current === undefined || isPlainlySensible(senseOf(facts));
  const sorted = [
    ...catalog.measurands.filter(isSensible),
    ...catalog.measurands.filter((facts) => !isSensible(facts)),
  ];
  const whole = sorted.map((facts) => ({
    item: facts.name,
    description: isSensible(facts)
      ? eitherWords(facts.units) || undefined
      : l10n.t('on {0}: {1}', current ?? '', senseOf(facts)),
  }));
  if (current === 'DC') return whole;
  // Only on a station that surely is AC every legal phase is of interest.
  const phases = sorted.flatMap((facts) => {
    const usual = facts.usualPhases;
    const legal = current === 'AC' ? [...new Set([...usual, ...facts.phases])] : usual;
    return legal.map((phase) => ({
      item: `${facts.name}.${phase}`,
      description: catalog.phases.find(({ value }) => value === phase)?.meaning,
    }));
  });
  return [...whole, ...phases];
}

/** Each rotation for each connector that has none yet, connector by connector. */
function rotations(
  facts: KeyFacts,
  scope: ResolvedScope,
  others: ReadonlySet<string>,
): readonly ProposedItem[] {
  const countKey = facts.items?.connectorCountKey;
  const count = countKey === undefined ? undefined : scope.entryFor(countKey)?.value;
  const taken = new Set([...others].map((item) => item.split('.')[0]));
  const connectors = count?.kind === 'number' ? count.value : Math.max(LEAST_CONNECTORS, taken.size + 1);
  const items: ProposedItem[] = [];
  for (let connector = 1; connector <= Math.min(connectors, MOST_CONNECTORS); connector++) {
    if (taken.has(String(connector))) continue;
    for (const { value, meaning } of scope.catalog.phaseRotations) {
      items.push({ item: `${connector}.${value}`, description: meaning });
    }
  }
  return items;
}

function named(values: readonly NamedValue[] | undefined): readonly ProposedItem[] {
  return (values ?? []).map(({ value, meaning }) => ({ item: value, description: meaning }));
}
