import * as l10n from '@vscode/l10n';
import type { KeyMatch } from '../catalog/catalog.ts';
import type { Conditions, CrossKeyRule } from '../catalog/cross-key-rule.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import type { OffsetRange } from '../text/range.ts';
import type { KeyContext } from './explain/explain-context.ts';
import { writeKey, writeLookalike } from './explain/key-sheet.ts';
import { PageWriter } from './explain/page-writer.ts';
import type { PlacedKey } from './key-index.ts';
import { placeAt } from './locate.ts';
import { code, escaped } from './markdown.ts';
import { takesKeys, type Understood } from './understood.ts';

/** A key that a page can be about. */
export interface KeySubject {
  /** As it is written. */
  readonly name: string;
  readonly range: OffsetRange;
  readonly match: Exclude<KeyMatch, { readonly kind: 'unknown' }>;
  readonly scope: ResolvedScope;
}

/** The key at an offset, where something is known of it; also of a name that is no key but known. */
export function keySubjectAt(understood: Understood, offset: number): KeySubject | undefined {
  const place = placeAt(understood, offset);
  if (place?.kind === 'reference') {
    const { name, range } = place.reference;
    const match = takesKeys(place.scope) ? place.scope.catalog.match(name) : undefined;
    return match === undefined || match.kind === 'unknown'
      ? undefined
      : { name, range, match, scope: place.scope };
  }
  if (place?.kind !== 'key' || place.entry.match.kind === 'unknown') return undefined;
  const { match, entry } = place.entry;
  return { name: entry.address.name, range: entry.keyRange, match, scope: place.scope };
}

/** The same by its name, as it stands first in a text. */
export function keySubjectNamed(understood: Understood, name: string): KeySubject | undefined {
  for (const scope of understood.resolved.scopes) {
    const resolved = scope.entries.find(({ entry }) => entry.address.name === name);
    if (resolved !== undefined && resolved.match.kind !== 'unknown') {
      return { name, range: resolved.entry.keyRange, match: resolved.match, scope };
    }
    const reference = takesKeys(scope) && scope.scope.references.find((candidate) => candidate.name === name);
    const match = reference ? scope.catalog.match(name) : undefined;
    if (reference && match !== undefined && match.kind !== 'unknown') {
      return { name, range: reference.range, match, scope };
    }
  }
  return undefined;
}

/** Where a key is set, and what a page says of that. */
export interface KeyPlaces {
  readonly places: readonly PlacedKey[];
  /** `searching`: there may be more. */
  readonly state: 'complete' | 'searching';
  /** The address of a place, to follow; and its file as a person calls it. */
  readonly addressOf: (place: PlacedKey) => string;
  readonly shownFile: (place: PlacedKey) => string;
  /** The address of a rule's page. */
  readonly ruleAddress: (rule: string) => string;
}

/** More places than these nobody follows one by one. */
const MOST_PLACES = 100;

/** All that is known of a key, as a page in Markdown: the same as `explain` says, its rules, and where it is set. */
export function keyPage(match: KeySubject['match'], context: KeyContext, places: KeyPlaces): string {
  const page = new PageWriter();
  if (match.kind === 'lookalike') writeLookalike(match.lookalike, context, page);
  else {
    writeKey(match.facts, context, page);
    page.markdownSection(
      l10n.t('Rules'),
      rulesAbout(match.facts, context).map(
        ({ id, title }) => `[${escaped(id)}](${places.ruleAddress(id)}): ${escaped(title)}`,
      ),
    );
  }
  writePlaces(places, page);
  return page.text();
}

function writePlaces({ places, state, addressOf, shownFile }: KeyPlaces, page: PageWriter): void {
  const set = places.filter(({ value }) => value !== undefined);
  const heading = l10n.t('Set in this workspace');
  page.markdownSection(
    heading,
    set.slice(0, MOST_PLACES).map((place) => {
      const file = `[${escaped(`${shownFile(place)}:${place.span.start.line + 1}`)}](${addressOf(place)})`;
      return place.value === '' ? file : `${file}: ${code(place.value ?? '')}`;
    }),
  );
  if (set.length > MOST_PLACES) page.paragraph(l10n.t('And in {0} more places.', set.length - MOST_PLACES));
  if (state === 'searching') page.paragraph(l10n.t('The workspace is still being searched.'));
}

interface RuleTitle {
  readonly id: string;
  readonly title: string;
}

/** The rules that speak of a key by name: an operator's recommendations, and settings that do not work together. */
function rulesAbout(facts: KeyFacts, { catalog, operator }: KeyContext): readonly RuleTitle[] {
  const advice = (operator?.for(facts.name) ?? []).map(({ id, title }) => ({
    id: `${operator?.profile.id}/${id}`,
    title,
  }));
  const crossKey = catalog.crossKeyRules.filter((rule) => concerns(rule, facts.name));
  return [...advice, ...crossKey.map(({ id, title }) => ({ id, title }))];
}

function concerns({ cases }: CrossKeyRule, key: string): boolean {
  return cases.some((one) => one.key === key || names(one.when, key));
}

function names({ keys = {}, compare = [], oneOf = [] }: Conditions, key: string): boolean {
  return (
    Object.hasOwn(keys, key) ||
    compare.some(({ product }) =>
      product.some(
        (factor) => factor === key || (typeof factor === 'object' && 'key' in factor && factor.key === key),
      ),
    ) ||
    oneOf.some((inner) => names(inner, key))
  );
}
