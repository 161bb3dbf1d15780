import * as l10n from '@vscode/l10n';
import { type AnalysisOptions, understand } from '../analysis.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { formatOf } from '../formats/index.ts';
import type { ConfigEntry } from '../model/document.ts';
import type { PlainValue } from '../model/problem.ts';
import { adviceFor, advisedScalar, freePlaces, type KeyAdvice, recommendedFor } from '../resolve/advice.ts';
import { withItems } from '../resolve/lists.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { asWritten, isMissing, writtenName } from '../resolve/written-value.ts';
import { isWritten } from '../rules/support/purpose.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { sectionFor } from './sections.ts';
import { shownText } from './shown-value.ts';
import { editsBetween } from './text-difference.ts';
import { takesKeys, type Understood } from './understood.ts';

/** What "apply all recommended values" would do to a file, to be shown before it is done. */
export interface RecommendedPlan {
  /** The operator's name. */
  readonly operator: string;
  /** Only scopes with changes, in file order. */
  readonly scopes: readonly RecommendedScopePlan[];
  readonly edits: readonly TextEdit[];
}

export interface RecommendedScopePlan {
  /** Position of the scope in the document. */
  readonly scope: number;
  readonly label: string;
  readonly changes: readonly RecommendedChange[];
}

export interface RecommendedChange {
  /** `insert`: the key was not there. */
  readonly kind: 'set' | 'insert';
  /** Canonical name of the key. */
  readonly key: string;
  /** As written now; undefined for `insert` and for entries without a value. */
  readonly from: string | undefined;
  readonly to: string;
  /** Why the operator asks for it: a sentence or a few. */
  readonly reason: string;
  /** Id of the recommendation as problems have it: `greenflux/heartbeat-interval`. */
  readonly rule: string;
}

/** One key of one configuration, where only that is to be changed. */
export interface OneRecommended {
  /** Position of the scope in the document. */
  readonly scope: number;
  /** As `RecommendedChange.key` says it. */
  readonly key: string;
}

/**
 * The changes that make a file, or one key in it, follow the operator's advice; undefined when it does, or when there is
 * no operator. A value that is right for one kind of station stays as long as the kind is not known.
 */
export function planRecommended(
  { document, resolved }: Understood,
  options: AnalysisOptions,
  only?: OneRecommended,
): RecommendedPlan | undefined {
  const { operator } = resolved;
  if (operator === undefined) return undefined;
  const isMeant = ({ scope }: ResolvedScope, { change }: { readonly change: RecommendedChange }) =>
    only === undefined || (only.scope === scope.index && only.key === change.key);
  const setters = resolved.scopes.map((scope) =>
    changedValues(scope).filter((setter) => isMeant(scope, setter)),
  );
  const afterSetting = applyEdits(
    document.text,
    setters.flat().flatMap(({ entry, value }) => formatOf(document).setValue(document, entry, value)),
  );
  const inserters = resolved.scopes.map((scope) =>
    missingKeys(scope).filter((inserter) => isMeant(scope, inserter)),
  );
  const { text, inserted } = insertAll(afterSetting, inserters, options);
  const scopes = resolved.scopes.map(({ scope }, index) => ({
    scope: index,
    label: scope.label,
    changes: [...(setters[index] ?? []), ...(inserted[index] ?? [])].map(({ change }) => change),
  }));
  const changed = scopes.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return undefined;
  return { operator: operator.profile.name, scopes: changed, edits: editsBetween(document.text, text) };
}

/** Another value for an entry. */
export interface RecommendedSetter {
  readonly entry: ConfigEntry;
  readonly value: PlainValue;
  readonly change: RecommendedChange;
  /** The items that a list lacks, where that is all that is to be changed. */
  readonly missing: readonly string[];
}

/** The value that the operator recommends for an entry; undefined where that is the value it has, or none in particular. */
export function recommendedSetter(
  resolved: ResolvedEntry,
  scope: ResolvedScope,
): RecommendedSetter | undefined {
  const { facts, entry } = resolved;
  if (facts === undefined || entry.readOnly === true) return undefined;
  const wanted = wantedValue(facts, resolved, scope);
  if (wanted === undefined) return undefined;
  const { advice, value } = wanted;
  const change = describe('set', facts, advice, String(value), scope, shownText(resolved));
  return { entry, value, change, missing: advice.flatMap(({ found }) => found?.missing ?? []) };
}

interface Inserter {
  readonly value: PlainValue;
  readonly section: string | undefined;
  readonly change: RecommendedChange;
}

function changedValues(scope: ResolvedScope): readonly RecommendedSetter[] {
  return scope.entries.flatMap((resolved) => recommendedSetter(resolved, scope) ?? []);
}

interface WantedValue {
  readonly value: PlainValue;
  /** The recommendations that the value as it is does not follow; never empty. */
  readonly advice: readonly KeyAdvice[];
}

/** What an entry's value should become; undefined where it is as it should be or nobody can say. */
function wantedValue(
  facts: KeyFacts,
  resolved: ResolvedEntry,
  scope: ResolvedScope,
): WantedValue | undefined {
  const advice = adviceFor(facts, scope, resolved);
  if (advice.length === 0 || resolved.value.kind === 'placeholder') return undefined;
  if (advice[0]?.value === undefined) {
    // Nothing that could be compared: no value, or none of the key's type. What a station reports stays.
    const value = isWritten(scope) && facts.access !== 'read-only' ? recommendedFor(facts, scope) : undefined;
    return value === undefined ? undefined : { value: asWritten(value, facts, scope), advice };
  }
  const departures = advice.filter(({ found, rightForSome }) => found !== undefined && !rightForSome);
  let text = resolved.entry.value?.text ?? '';
  let free = freePlaces(resolved, scope);
  const followed: KeyAdvice[] = [];
  for (const departure of departures) {
    const missing = departure.found?.missing ?? [];
    if (missing.length === 0) {
      const value = advisedScalar(departure);
      return value === undefined ? undefined : { value: asWritten(value, facts, scope), advice: [departure] };
    }
    if (missing.length > free) continue;
    free -= missing.length;
    text = withItems(text, missing);
    followed.push(departure);
  }
  return followed.length === 0 ? undefined : { value: text, advice: followed };
}

/** Recommended keys that a file which is sent or loaded lacks; what a station reported is never added to. */
function missingKeys(scope: ResolvedScope): readonly Inserter[] {
  const { operator, catalog } = scope;
  if (operator === undefined || !isWritten(scope) || !takesKeys(scope) || !isWhole(scope)) return [];
  const profiles = new Set(
    scope.entries.flatMap(({ facts }) => (facts === undefined ? [] : [catalog.profileOf(facts)])),
  );
  const slips = meantBySlips(scope);
  const keys = new Set(operator.profile.recommendations.flatMap(({ keys }) => keys));
  return [...keys].flatMap((name): readonly Inserter[] => {
    const facts = catalog.key(name);
    if (facts === undefined || scope.entryFor(name) !== undefined || slips.has(facts.name)) return [];
    if (facts.access === 'read-only' || isMissing(facts, scope)) return [];
    // A station without a feature refuses its keys: only what all have, and features that the file knows already.
    const profile = catalog.profileOf(facts);
    if (profile.mandatory !== true && !profiles.has(profile)) return [];
    const recommended = recommendedFor(facts, scope);
    if (recommended === undefined) return [];
    const value = asWritten(recommended, facts, scope);
    const advice = adviceFor(facts, scope);
    const section = sectionFor(facts, scope);
    const change = describe('insert', facts, advice, String(value), scope, undefined);
    return [{ value, section, change: { ...change, key: writtenName(facts, scope) } }];
  });
}

/** The keys that unknown names in the file were probably meant to be: beside its slip a key would be there twice. */
function meantBySlips({ entries, catalog }: ResolvedScope): ReadonlySet<string | undefined> {
  return new Set(
    entries.flatMap(({ match, entry }) => {
      if (match.kind === 'unknown') return [catalog.nearest(entry.address.name)?.name];
      if (match.kind !== 'lookalike' || match.lookalike.status !== 'misspelling') return [];
      return [match.lookalike.useInstead, ...(match.lookalike.alternatives ?? [])];
    }),
  );
}

/** So many known keys make a configuration by itself; fewer do where no other configuration is beside it. */
const KNOWN_KEYS_OF_A_WHOLE = 5;
const KNOWN_KEYS_OF_A_TEMPLATE = 2;

/**
 * Whether a configuration is meant to be complete, so that a key that it lacks is missing: not one that replaces a few
 * values of another one, not the part of a station's settings that one of several files holds, not a maker's own keys.
 */
export function isWhole({ scope, document, entries }: ResolvedScope): boolean {
  const known = entries.filter(({ facts }) => facts !== undefined).length;
  const isAlone = document.scopes.filter(({ keysAre }) => keysAre === 'ocpp').length === 1;
  if (!isAlone || scope.purpose !== 'template') return known >= KNOWN_KEYS_OF_A_WHOLE;
  return entries.length === 0 || known >= KNOWN_KEYS_OF_A_TEMPLATE;
}

/**
 * Inserts one key into every scope, reads the result, and goes on with the next, so that each insertion sees the one
 * before it. Returns what could be inserted: some shapes hold a single entry.
 */
function insertAll(
  text: string,
  inserters: readonly (readonly Inserter[])[],
  options: AnalysisOptions,
): { readonly text: string; readonly inserted: readonly (readonly Inserter[])[] } {
  let current = text;
  const inserted: Inserter[][] = inserters.map(() => []);
  const rounds = Math.max(0, ...inserters.map((ofScope) => ofScope.length));
  for (let round = 0; round < rounds; round++) {
    const document = understand(current, options)?.document;
    if (document === undefined || document.scopes.length !== inserters.length) break;
    const edits = inserters.flatMap((ofScope, index) => {
      const next = ofScope[round];
      const scope = document.scopes[index];
      if (next === undefined || scope === undefined) return [];
      const { value, section } = next;
      const own = formatOf(document).insertEntry(document, scope, { name: next.change.key, value, section });
      if (own.length > 0) inserted[index]?.push(next);
      return own;
    });
    current = applyEdits(current, edits);
  }
  return { text: current, inserted };
}

function describe(
  kind: RecommendedChange['kind'],
  facts: KeyFacts,
  advice: readonly KeyAdvice[],
  to: string,
  { operator }: ResolvedScope,
  from: string | undefined,
): RecommendedChange {
  const unsure = advice.some(({ chosen }) => chosen.otherwise.length > 0);
  const reasons = advice.map(({ recommendation }) => recommendation.reason);
  if (unsure)
    reasons.push(
      l10n.t('It is not known what kind of station this is; another kind may need another value.'),
    );
  return {
    kind,
    key: facts.name,
    from,
    to,
    reason: reasons.join(' '),
    rule: `${operator?.profile.id}/${advice[0]?.recommendation.id}`,
  };
}
