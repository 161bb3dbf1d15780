import * as l10n from '@vscode/l10n';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { withUnit } from '../catalog/quantities.ts';
import { isToken } from '../catalog/vendor-knowledge.ts';
import type { Format, GapCursor, KeyCursor } from '../formats/format.ts';
import type { KeyReference } from '../model/document.ts';
import type { PlainValue } from '../model/problem.ts';
import { adviceFor, recommendedFor } from '../resolve/advice.ts';
import { listItems } from '../resolve/lists.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { asWritten, isMissing, meansOn, writtenName } from '../resolve/written-value.ts';
import type { Completion } from './completion.ts';
import { fitted } from './completion-room.ts';
import { shortened } from './markdown.ts';
import { sectionTest } from './sections.ts';
import { takesKeys } from './understood.ts';
import { quotedValue } from './words.ts';

/** Longest value that is shown behind a key's name. */
const LONGEST_DETAIL = 30;

/** The same where that is too long. */
const SHORT_DETAIL = 12;

/**
 * The order of proposals: what the operator asks for, what OCPP asks for, the rest by profile, the vendor's own, what is
 * of no use.
 */
const RANK = { recommended: 0, required: 1, optional: 2, own: 3, deprecated: 4 };

/** Whole entries, or other names for the key under the cursor. */
export function completeKeys(
  cursor: KeyCursor | GapCursor,
  scope: ResolvedScope,
  format: Format,
): readonly Completion[] {
  if (!takesKeys(scope)) return [];
  const own = cursor.kind === 'key' ? cursor.entry : undefined;
  const belongs = sectionTest(scope, cursor);
  return offeredKeys(scope, (facts) => {
    const present = facts.family === undefined ? scope.entryFor(facts.name) : undefined;
    return (present === undefined || present.entry === own) && belongs(facts);
  }).map(({ facts, name, rank, order }) => {
    const value = initialValue(facts, scope);
    const written = format.completeEntry(scope.document, cursor, { name, value });
    return {
      ...aboutKey(facts, name, scope, rank, order, value),
      filterText: written.filterText,
      range: written.range,
      insert: { form: 'snippet', text: written.snippet },
      additionalEdits: written.additionalEdits ?? [],
    };
  });
}

/** Names of keys in a list that mentions keys without their values. */
export function completeReference(reference: KeyReference, scope: ResolvedScope): readonly Completion[] {
  if (!takesKeys(scope)) return [];
  const listed = new Set<string>();
  for (const other of scope.scope.references) if (other !== reference) listed.add(other.name.toLowerCase());
  const isFree = (facts: KeyFacts, name: string) =>
    !listed.has(name.toLowerCase()) && !listed.has(facts.name.toLowerCase());
  return offeredKeys(scope, isFree, { readOnly: true }).map(({ facts, name, rank, order }) => ({
    ...aboutKey(facts, name, scope, rank, order, ''),
    filterText: name,
    range: reference.range,
    insert: { form: 'plain-text', text: name },
    additionalEdits: [],
  }));
}

interface OfferedKey {
  readonly facts: KeyFacts;
  /** Its name as this vendor spells it, with an index where the key is a family's. */
  readonly name: string;
  readonly rank: number;
  /** Place among keys of the same rank. */
  readonly order: number;
}

function offeredKeys(
  scope: ResolvedScope,
  isFree: (facts: KeyFacts, name: string) => boolean,
  { readOnly } = { readOnly: scope.scope.purpose !== 'template' },
): readonly OfferedKey[] {
  return scope.catalog.keys.flatMap((facts, order) => {
    if (facts.access === 'read-only' && !readOnly) return [];
    const name =
      facts.family === undefined ? writtenName(facts, scope) : freeMember(facts, facts.family, scope);
    if (name === undefined || !isFree(facts, name) || isMissing(facts, scope)) return [];
    const wish = facts.deprecated === undefined ? wishOrder(facts, scope) : undefined;
    if (wish !== undefined) return [{ facts, name, rank: RANK.recommended, order: wish }];
    if (facts.deprecated !== undefined) return [{ facts, name, rank: RANK.deprecated, order }];
    if (scope.catalog.vendorNotes(facts)?.own !== undefined) return [{ facts, name, rank: RANK.own, order }];
    const required = facts.required && scope.catalog.profileOf(facts).mandatory === true;
    return [{ facts, name, rank: required ? RANK.required : RANK.optional, order }];
  });
}

/** The place of a key's first recommendation in the operator's profile; undefined where there is none with a value. */
function wishOrder(facts: KeyFacts, scope: ResolvedScope): number | undefined {
  const first = adviceFor(facts, scope)[0]?.recommendation;
  if (first === undefined || recommendedFor(facts, scope) === undefined) return undefined;
  return scope.operator?.profile.recommendations.indexOf(first);
}

function aboutKey(
  facts: KeyFacts,
  name: string,
  { catalog, scope }: ResolvedScope,
  rank: number,
  order: number,
  value: PlainValue,
): Omit<Completion, 'filterText' | 'range' | 'insert' | 'additionalEdits'> {
  const { title: profile, mandatory } = catalog.profileOf(facts);
  const details = detailsOf(value, facts);
  // Of a profile that a station may lack, nothing is required of every station.
  const beside =
    rank === RANK.recommended
      ? fitted(name, details, [l10n.t('recommended')], 'description')
      : facts.required && mandatory === true
        ? fitted(name, details, [l10n.t('required')], 'description')
        : fitted(name, details, [profile], 'detail');
  return {
    ...beside,
    label: name,
    kind: 'key',
    sortText: `${rank}${String(order).padStart(4, '0')}`,
    preselect: false,
    deprecated: facts.deprecated !== undefined,
    subject: { scope: scope.index, key: facts.name },
  };
}

/** " = 900 s (15 min)", " = 900 s", " = 5 items": what will be written, in words, and in fewer. */
function detailsOf(value: PlainValue, facts: KeyFacts): readonly string[] {
  if (value === '') return [];
  const items = facts.type === 'list' ? listItems(String(value)).length : 0;
  const words = items > 1 ? l10n.t('{0} items', items) : quotedValue(String(value), facts);
  const fewer = typeof value === 'number' ? withUnit(value, facts.unit) : shortened(words, SHORT_DETAIL);
  return [...new Set([shortened(words, LONGEST_DETAIL), fewer])].map((detail) => ` = ${detail}`);
}

/**
 * The first name of a family that is not in the file yet; a tag of a language is given as an example. Undefined where
 * nobody can know what to fill in.
 */
function freeMember(facts: KeyFacts, family: string, scope: ResolvedScope): string | undefined {
  const placeholder = /\[([^\]]*)\]/.exec(family);
  if (placeholder === null || placeholder[1] === 'any' || placeholder[1] === 'word') return undefined;
  const indices = placeholder[1] === 'language' ? ['en', 'nl', 'de', 'fr'] : ['1', '2', '3', '4'];
  const names = indices.map((index) => family.replace(placeholder[0], index));
  if (scope.entryFor(facts.name) === undefined) return names[0];
  const members = scope.entries.filter((resolved) => resolved.facts === facts);
  const present = new Set(members.map(({ entry }) => entry.address.name.toLowerCase()));
  return names.find((name) => !present.has(name.toLowerCase()));
}

/** What stands in a new entry at first: the recommended value, else a harmless one that has the right type. */
function initialValue(facts: KeyFacts, scope: ResolvedScope): PlainValue {
  return asWritten(initialMeaning(facts, scope), facts, scope);
}

function initialMeaning(facts: KeyFacts, scope: ResolvedScope): PlainValue {
  const recommended = recommendedFor(facts, scope);
  if (recommended !== undefined) return recommended;
  const notes = scope.catalog.vendorNotes(facts);
  // A token is the operator's: one from the factory is the very thing to avoid.
  if (facts.secret || isToken(facts, notes)) return '';
  const off = notes?.roles.find(({ switch: toggle }) => toggle?.key === facts.name && !toggle.part)?.switch
    ?.off;
  if (off !== undefined) return off;
  const written = facts.default ?? facts.examples?.[0] ?? facts.values?.[0]?.value;
  switch (facts.type) {
    case 'boolean':
      return written === undefined || meansOn(written);
    case 'integer':
    case 'decimal':
      return written === undefined ? (facts.minimum ?? 0) : Number(written);
    default:
      return written ?? '';
  }
}
