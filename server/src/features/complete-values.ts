import * as l10n from '@vscode/l10n';
import { breachOf, type ComparableValue, conditionWords } from '../catalog/expectations.ts';
import type { KeyFacts, NamedValue } from '../catalog/knowledge.ts';
import { inWords, withUnit } from '../catalog/quantities.ts';
import { isToken } from '../catalog/vendor-knowledge.ts';
import type { Format, ValueCursor } from '../formats/format.ts';
import type { PlainValue } from '../model/problem.ts';
import { adviceFor } from '../resolve/advice.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { asWritten, meansOn } from '../resolve/written-value.ts';
import { completeItems } from './complete-items.ts';
import type { Completion } from './completion.ts';
import { fitted } from './completion-room.ts';
import { scaledWords } from './vendor-words.ts';

/** Values for the entry under the cursor; items where its key takes a list. */
export function completeValues(
  cursor: ValueCursor,
  offset: number,
  scope: ResolvedScope,
  format: Format,
): readonly Completion[] {
  const facts = scope.entries[cursor.entry.index]?.facts;
  if (facts === undefined || facts.secret) return [];
  // Only the operator knows a token, and one from the factory is the very thing to avoid.
  if (isToken(facts, scope.catalog.vendorNotes(facts))) return [];
  // An editor takes proposals only for text on one line.
  if (/[\r\n]/.test(scope.document.text.slice(cursor.range.start, cursor.range.end))) return [];
  if (facts.type === 'list') return completeItems(cursor, offset, facts, scope, format);
  return proposedValues(facts, scope).map(({ value, description, recommended }, order) => {
    const text = format.completeValue(scope.document, cursor, value);
    const label = typeof value === 'number' && value !== 0 ? withUnit(value, facts.unit) : String(value);
    return {
      ...fitted(
        label,
        detailsOf(value, facts, scope),
        description === undefined ? [] : [description],
        'description',
      ),
      label,
      kind: facts.type === 'enum' ? 'enum-value' : 'value',
      sortText: String(order).padStart(4, '0'),
      filterText: text,
      range: cursor.range,
      insert: { form: 'plain-text', text },
      additionalEdits: [],
      preselect: recommended && order === 0,
      deprecated: false,
      subject: { scope: scope.scope.index, key: facts.name, value: String(value) },
    };
  });
}

interface ProposedValue {
  readonly value: PlainValue;
  readonly description: string | undefined;
  readonly recommended: boolean;
}

/** The values worth offering, the best first, each once. */
function proposedValues(facts: KeyFacts, scope: ResolvedScope): readonly ProposedValue[] {
  const proposals = [...recommended(facts, scope), ...ordinary(facts)];
  const seen = new Set<string>();
  return proposals
    .filter(({ value }) => {
      const fresh = !seen.has(String(value));
      seen.add(String(value));
      return fresh;
    })
    .map((proposal) =>
      !proposal.recommended && isAdvisedAgainst(proposal.value, facts, scope) ? warned(proposal) : proposal,
    )
    .map((proposal) => ({ ...proposal, value: asWritten(proposal.value, facts, scope) }));
}

/** Whether a value would be reported as more than information as soon as it is written. */
function isAdvisedAgainst(value: PlainValue, facts: KeyFacts, scope: ResolvedScope): boolean {
  if (typeof value === 'string') return false;
  const compared = { kind: typeof value, value } as ComparableValue;
  return adviceFor(facts, scope).some(({ chosen }) => {
    const severity = breachOf(chosen.case, compared)?.breach.severity;
    return severity === 'error' || severity === 'warning';
  });
}

function warned(proposal: ProposedValue): ProposedValue {
  const against = l10n.t('advised against');
  const { description } = proposal;
  return {
    ...proposal,
    description: description === undefined ? against : `${against}: ${description}`,
  };
}

/** What the operator asks for on this station, then the other end of a range, then what other stations should have. */
function recommended(facts: KeyFacts, scope: ResolvedScope): readonly ProposedValue[] {
  const operator = scope.operator?.profile.name ?? '';
  return adviceFor(facts, scope).flatMap(({ chosen }): ProposedValue[] => {
    const { expect } = chosen.case;
    if ('maximum' in expect) {
      const shortest = expect.minimum;
      return [
        { value: expect.maximum, description: l10n.t('recommended by {0}', operator), recommended: true },
        ...(shortest === undefined
          ? []
          : [
              {
                value: shortest,
                description: l10n.t('least that {0} asks for', operator),
                recommended: true,
              },
            ]),
      ];
    }
    if (!('value' in expect)) return [];
    const others = chosen.otherwise.flatMap((other): ProposedValue[] =>
      'value' in other.expect
        ? [
            {
              value: other.expect.value,
              description: l10n.t('for {0}', conditionWords(other)),
              recommended: true,
            },
          ]
        : [],
    );
    return [
      { value: expect.value, description: l10n.t('recommended by {0}', operator), recommended: true },
      ...others,
    ];
  });
}

/** What the standard and experience offer. */
function ordinary(facts: KeyFacts): readonly ProposedValue[] {
  const offer = (value: string | undefined, description: string): readonly ProposedValue[] =>
    value === undefined ? [] : [{ value: typed(value, facts), description, recommended: false }];
  const named = (values: readonly NamedValue[] | undefined): readonly ProposedValue[] =>
    (values ?? [])
      .filter(({ value }) => value !== '')
      .map(({ value, meaning }) => ({
        value: typed(value, facts),
        description: meaning,
        recommended: false,
      }));
  const limits = [facts.maximum, facts.minimum].map((limit) =>
    limit === undefined ? undefined : String(limit),
  );
  return [
    ...named(facts.values),
    ...(facts.type === 'boolean' ? [...offer('true', ''), ...offer('false', '')] : []),
    // A special value's meaning says more than that it is the default or the smallest one.
    ...named(facts.special?.filter(({ value }) => value === facts.default)),
    ...offer(facts.default, l10n.t('without a setting')),
    ...(facts.examples ?? []).flatMap((example) => offer(example, l10n.t('example'))),
    ...named(facts.special),
    ...offer(limits[0], l10n.t('largest allowed')),
    ...offer(limits[1], l10n.t('smallest allowed')),
  ].map((proposal) => (proposal.description === '' ? { ...proposal, description: undefined } : proposal));
}

function typed(value: string, { type }: KeyFacts): PlainValue {
  switch (type) {
    case 'boolean':
      return meansOn(value);
    case 'integer':
    case 'decimal':
      return Number(value);
    default:
      return value;
  }
}

function detailsOf(value: PlainValue, facts: KeyFacts, { catalog }: ResolvedScope): readonly string[] {
  if (typeof value !== 'number') return [];
  const words = scaledWords(value, catalog.vendorNotes(facts)) ?? inWords(value, facts.unit);
  return words === undefined ? [] : [` = ${words}`];
}
