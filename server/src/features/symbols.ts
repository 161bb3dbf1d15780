import * as l10n from '@vscode/l10n';
import type { KeyMatch } from '../catalog/catalog.ts';
import type { ConfigScope } from '../model/document.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import type { OffsetRange } from '../text/range.ts';
import { shortened } from './markdown.ts';
import { isSecret, shownText } from './shown-value.ts';
import type { Understood } from './understood.ts';

/** A line of the outline. `selection` lies within `range`, and `range` within that of the symbol above. */
export interface OutlineSymbol {
  /** Never empty: editors refuse that. */
  readonly name: string;
  /** The value, shortened; a secret only says that it is set. */
  readonly detail: string;
  readonly kind: 'scope' | 'group' | 'boolean' | 'number' | 'list' | 'text' | 'secret' | 'unknown';
  readonly range: OffsetRange;
  readonly selection: OffsetRange;
  readonly deprecated: boolean;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a file: scopes where there are several, in them feature profiles, in them keys in file order. */
export function outline({ resolved }: Understood): readonly OutlineSymbol[] {
  const scopes = resolved.scopes.map((scope) => ({ scope, groups: groupsOf(scope) }));
  const [only] = scopes;
  if (scopes.length === 1 && only !== undefined) return only.groups;
  return scopes.map(({ scope, groups }) => scopeSymbol(scope.scope, groups));
}

function scopeSymbol(scope: ConfigScope, groups: readonly OutlineSymbol[]): OutlineSymbol {
  const range = hull([scope.range, ...groups.map((group) => group.range)]);
  const { length } = scope.entries;
  return {
    name: named(scope.label),
    detail: length === 1 ? l10n.t('1 key') : l10n.t('{0} keys', length),
    kind: 'scope',
    range,
    selection: { start: scope.range.start, end: scope.range.start },
    deprecated: false,
    // A section that is one group by itself needs no second heading.
    children: groups.length === 1 && scope.keysAre === 'other' ? (groups[0]?.children ?? []) : groups,
  };
}

/** Entries by feature profile in the catalog's order, then by section, then the rest; each group in file order. */
function groupsOf(scope: ResolvedScope): readonly OutlineSymbol[] {
  const groups = new Map<string, ResolvedEntry[]>();
  for (const profile of scope.catalog.profiles) groups.set(profile.title, []);
  for (const entry of scope.entries) {
    const title = groupOf(entry, scope);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [entry]);
    else group.push(entry);
  }
  return [...groups].flatMap(([title, entries]) =>
    entries.length === 0 ? [] : [groupSymbol(title, entries)],
  );
}

function groupOf({ facts, entry }: ResolvedEntry, { catalog }: ResolvedScope): string {
  if (facts !== undefined) return catalog.profileOf(facts).title;
  return entry.address.component ?? entry.address.section ?? l10n.t('Other keys');
}

function groupSymbol(title: string, entries: readonly ResolvedEntry[]): OutlineSymbol {
  const range = hull(entries.map(({ entry }) => entry.range));
  return {
    name: named(title),
    detail: entries.length === 1 ? l10n.t('1 key') : l10n.t('{0} keys', entries.length),
    kind: 'group',
    range,
    selection: { start: range.start, end: range.start },
    deprecated: false,
    children: entries.map(entrySymbol),
  };
}

function entrySymbol(resolved: ResolvedEntry): OutlineSymbol {
  const { entry } = resolved;
  return {
    name: named(entry.address.name),
    detail: shortened(shownText(resolved) ?? ''),
    kind: symbolKind(resolved),
    range: entry.range,
    selection: entry.keyRange,
    deprecated: isDeprecated(resolved),
    children: [],
  };
}

/** As what an editor shows an entry. */
export function symbolKind(resolved: ResolvedEntry): OutlineSymbol['kind'] {
  return isSecret(resolved) ? 'secret' : kindOf(resolved);
}

/** Whether a key should no longer be used, or has another name today. */
export function isDeprecated({ facts, match }: ResolvedEntry): boolean {
  return facts?.deprecated !== undefined || isOutdated(match);
}

function isOutdated(match: KeyMatch): boolean {
  return (
    match.kind === 'lookalike' &&
    (match.lookalike.status === 'legacy' || match.lookalike.status === 'withdrawn')
  );
}

function kindOf({ facts, entry }: ResolvedEntry): OutlineSymbol['kind'] {
  switch (facts?.type) {
    case 'boolean':
      return 'boolean';
    case 'integer':
    case 'decimal':
      return 'number';
    case 'list':
      return 'list';
    case undefined:
      return entry.value?.kind === 'boolean' || entry.value?.kind === 'number' ? entry.value.kind : 'unknown';
    default:
      return 'text';
  }
}

function named(name: string): string {
  const shown = shortened(name.replace(/\s+/g, ' ').trim());
  return shown === '' ? l10n.t('(no name)') : shown;
}

/** The smallest range that holds all of some; there is at least one. */
function hull(ranges: readonly OffsetRange[]): OffsetRange {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const range of ranges) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start: Math.min(start, end), end };
}
