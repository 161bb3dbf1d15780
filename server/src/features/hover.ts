import * as l10n from '@vscode/l10n';
import type { KeyReference } from '../model/document.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { type OffsetRange, touches } from '../text/range.ts';
import { describeItem } from './describe-item.ts';
import { describeKey, describeLookalike } from './describe-key.ts';
import { describeValue } from './describe-value.ts';
import { placeAt } from './locate.ts';
import { paragraphs } from './markdown.ts';
import { takesKeys, type Understood } from './understood.ts';

/** What to show at a place, and which text it is about. */
export interface Hover {
  readonly range: OffsetRange;
  /** Markdown without HTML and commands; everything that comes from the file is escaped. Needs no trust. */
  readonly markdown: string;
}

/** What a person wants to know of the key, value or list item at an offset; undefined where there is nothing to say. */
export function hoverAt(understood: Understood, offset: number): Hover | undefined {
  const place = placeAt(understood, offset);
  switch (place?.kind) {
    case 'key':
      return keyHover(place.entry, place.scope);
    case 'value':
      return valueHover(place.entry, place.scope, offset);
    case 'item':
      return itemHover(place.item.text, place.range, place.entry, place.scope, offset);
    case 'reference':
      return referenceHover(place.reference, place.scope);
    default:
      return undefined;
  }
}

function keyHover(resolved: ResolvedEntry, scope: ResolvedScope): Hover | undefined {
  const { match, facts, entry } = resolved;
  if (match.kind === 'lookalike') {
    return { range: entry.keyRange, markdown: describeLookalike(match.lookalike, entry.address.name, scope) };
  }
  return facts === undefined
    ? undefined
    : { range: entry.keyRange, markdown: describeKey(facts, scope, resolved) };
}

function valueHover(resolved: ResolvedEntry, scope: ResolvedScope, offset: number): Hover | undefined {
  const { facts, entry } = resolved;
  if (facts === undefined || entry.value === undefined) return undefined;
  const { range, fullRange } = entry.value;
  return {
    range: touches(range, offset) ? range : fullRange,
    markdown: describeValue(facts, resolved, scope),
  };
}

function itemHover(
  item: string,
  range: OffsetRange,
  resolved: ResolvedEntry,
  scope: ResolvedScope,
  offset: number,
): Hover | undefined {
  const markdown = resolved.facts === undefined ? undefined : describeItem(item, resolved.facts, scope);
  return markdown === undefined ? valueHover(resolved, scope, offset) : { range, markdown };
}

/** A key that is named without a value. Other protocols and programs match nothing, as with entries. */
function referenceHover({ name, range, role }: KeyReference, scope: ResolvedScope): Hover | undefined {
  if (!takesKeys(scope)) return undefined;
  const match = scope.catalog.match(name);
  if (match.kind === 'lookalike') return { range, markdown: describeLookalike(match.lookalike, name, scope) };
  if (match.kind === 'unknown') return undefined;
  const said = role === 'unknown' ? l10n.t('The station says that it does not have this key.') : undefined;
  return { range, markdown: paragraphs([said, describeKey(match.facts, scope)]) };
}
