import type { KeyFacts } from '../catalog/knowledge.ts';
import type { Format, GapCursor, KeyCursor } from '../formats/format.ts';
import type { KeyReference } from '../model/document.ts';
import type { PlainValue } from '../model/problem.ts';
import { adviceFor, recommendedFor } from '../resolve/advice.ts';
import { listItems } from '../resolve/lists.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import type { Completion } from './completion.ts';
import { shortened } from './markdown.ts';
import { sectionTest } from './sections.ts';
import { takesKeys } from './understood.ts';
import { quotedValue } from './words.ts';

/** Longest value that is shown behind a key's name. */
const LONGEST_DETAIL = 30;

/** The order of proposals: what the operator asks for, what OCPP asks for, the rest by profile, what is of no use. */
const RANK = { recommended: 0, required: 1, optional: 2, deprecated: 3 };

/** Whole entries, or other names for the key under the cursor. */
export function completeKeys(
  cursor: KeyCursor | GapCursor,
  scope: ResolvedScope,
  format: Format,
): readonly Completion[] {
  if (!takesKeys(scope)) return [];
  const own = cursor.kind === 'key' ? cursor.entry : undefined;
  const belongs = sectionTest(scope, cursor);
  return offeredKeys(scope, (name, facts) => {
    const present = scope.entryFor(name);
    return (present === undefined || present.entry === own) && belongs(facts);
  }).map(({ facts, name, rank, order }) => {
    const value = initialValue(facts, scope);
    const written = format.completeEntry(scope.document, cursor, { name, value });
    return {
      ...aboutKey(facts, name, scope, rank, order),
      detail: detailOf(value, facts),
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
  return offeredKeys(scope, (name) => !listed.has(name.toLowerCase()), { readOnly: true }).map(
    ({ facts, name, rank, order }) => ({
      ...aboutKey(facts, name, scope, rank, order),
      detail: undefined,
      filterText: name,
      range: reference.range,
      insert: { form: 'plain-text', text: name },
      additionalEdits: [],
    }),
  );
}

interface OfferedKey {
  readonly facts: KeyFacts;
  /** Its name, with an index where the key is a family's. */
  readonly name: string;
  readonly rank: number;
  /** Place among keys of the same rank. */
  readonly order: number;
}

function offeredKeys(
  scope: ResolvedScope,
  isFree: (name: string, facts: KeyFacts) => boolean,
  { readOnly } = { readOnly: scope.scope.purpose !== 'template' },
): readonly OfferedKey[] {
  return scope.catalog.keys.flatMap((facts, order) => {
    if (facts.access === 'read-only' && !readOnly) return [];
    const name = facts.family === undefined ? facts.name : freeMember(facts, facts.family, scope);
    if (name === undefined || !isFree(name, facts)) return [];
    const wish = facts.deprecated === undefined ? wishOrder(facts, scope) : undefined;
    if (wish !== undefined) return [{ facts, name, rank: RANK.recommended, order: wish }];
    if (facts.deprecated !== undefined) return [{ facts, name, rank: RANK.deprecated, order }];
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
  { catalog, operator, scope }: ResolvedScope,
  rank: number,
  order: number,
): Pick<Completion, 'label' | 'kind' | 'description' | 'sortText' | 'preselect' | 'deprecated' | 'subject'> {
  const { title: profile, mandatory } = catalog.profileOf(facts);
  // Of a profile that a station may lack, nothing is required of every station.
  const description =
    rank === RANK.recommended
      ? `recommended by ${operator?.profile.name}`
      : facts.required && mandatory === true
        ? `required · ${profile}`
        : profile;
  return {
    label: name,
    kind: 'key',
    description,
    sortText: `${rank}${String(order).padStart(4, '0')}`,
    preselect: false,
    deprecated: facts.deprecated !== undefined,
    subject: { scope: scope.index, key: facts.name },
  };
}

/** " = 900 s (15 min)", " = 5 items": what will be written, in words. */
function detailOf(value: PlainValue, facts: KeyFacts): string | undefined {
  if (value === '') return undefined;
  const items = facts.type === 'list' ? listItems(String(value)).length : 0;
  const words = items > 1 ? `${items} items` : quotedValue(String(value), facts);
  return ` = ${shortened(words, LONGEST_DETAIL)}`;
}

/** The first name of a family that is not in the file yet; a tag of a language is given as an example. */
function freeMember(facts: KeyFacts, family: string, scope: ResolvedScope): string | undefined {
  const placeholder = /\[([^\]]*)\]/.exec(family);
  if (placeholder === null) return undefined;
  const indices = placeholder[1] === 'language' ? ['en', 'nl', 'de', 'fr'] : ['1', '2', '3', '4'];
  const names = indices.map((index) => family.replace(placeholder[0], index));
  if (scope.entryFor(facts.name) === undefined) return names[0];
  const members = scope.entries.filter((resolved) => resolved.facts === facts);
  const present = new Set(members.map(({ entry }) => entry.address.name.toLowerCase()));
  return names.find((name) => !present.has(name.toLowerCase()));
}

/** What stands in a new entry at first: the recommended value, else a harmless one that has the right type. */
function initialValue(facts: KeyFacts, scope: ResolvedScope): PlainValue {
  const recommended = recommendedFor(facts, scope);
  if (recommended !== undefined) return recommended;
  if (facts.secret) return '';
  const written = facts.default ?? facts.examples?.[0] ?? facts.values?.[0]?.value;
  switch (facts.type) {
    case 'boolean':
      return written === undefined ? true : written === 'true';
    case 'integer':
    case 'decimal':
      return written === undefined ? (facts.minimum ?? 0) : Number(written);
    default:
      return written ?? '';
  }
}
