import * as l10n from '@vscode/l10n';
import type { MeasurandMatch } from '../catalog/catalog.ts';
import { eitherWords } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { bullets, code, escaped, paragraphs } from './markdown.ts';
import { sourceLine } from './sources.ts';
import { refusalOf } from './vendor-words.ts';

/** More pitfalls than this nobody reads. */
const MOST_PITFALLS = 2;

/** An item of a list: a measurand, a connector's phase rotation, one of a few words; undefined for an unknown one. */
export function describeItem(item: string, facts: KeyFacts, scope: ResolvedScope): string | undefined {
  switch (facts.items?.of) {
    case 'measurands':
      return describeMeasurand(item, facts, scope);
    case 'phase-rotation':
      return describeRotation(item, facts, scope);
    case 'values': {
      const named = facts.items.values?.find(({ value }) => value.toLowerCase() === item.toLowerCase());
      if (named?.meaning === undefined) return undefined;
      return withSource([`**${escaped(named.value)}**: ${escaped(named.meaning)}`], facts, scope);
    }
    default:
      return undefined;
  }
}

function describeMeasurand(item: string, facts: KeyFacts, scope: ResolvedScope): string | undefined {
  const { catalog } = scope;
  const match = catalog.measurand(item);
  if (match === undefined) {
    const other = catalog.notMeasurand(item);
    if (other === undefined) return undefined;
    return withSource(
      [
        [
          l10n.t('{0} is no measurand of OCPP 1.6.', code(item)),
          escaped(other.note),
          ...(other.useInstead === undefined ? [] : [l10n.t('Use {0}.', `**${escaped(other.useInstead)}**`)]),
        ].join(' '),
      ],
      facts,
      scope,
    );
  }
  const refusal = refusalOf(match.facts.name, catalog.vendorNotes(facts));
  return withSource(
    [
      measurandHeadline(match, scope),
      escaped(match.facts.summary),
      phaseWarning(match, scope),
      ...(refusal === undefined ? askedFor(match.facts.name, facts, scope) : [escaped(refusal)]),
      sense(match, scope),
      bullets(match.facts.pitfalls.slice(0, MOST_PITFALLS)),
    ],
    facts,
    scope,
  );
}

function measurandHeadline({ facts, phase }: MeasurandMatch, { catalog }: ResolvedScope): string {
  const kind = {
    instant: l10n.t('right now'),
    register: l10n.t('meter total'),
    interval: l10n.t('per interval'),
    limit: l10n.t('a limit'),
  }[facts.kind];
  const units = eitherWords(facts.units);
  const where = catalog.phases.find(({ value }) => value === phase);
  return [
    `**${escaped(facts.name)}**`,
    ...(where === undefined ? [] : [escaped(`${where.value}: ${where.meaning ?? l10n.t('one phase')}`)]),
    ...(units === '' ? [] : [escaped(units)]),
    kind,
  ].join(' · ');
}

function phaseWarning({ facts, phase }: MeasurandMatch, { station }: ResolvedScope): string | undefined {
  if (phase === undefined) return undefined;
  if (!facts.phases.includes(phase))
    return escaped(l10n.t('{0} has no value for {1}: write it without a phase.', facts.name, phase));
  return station.current.value === 'DC'
    ? l10n.t('A DC station has no AC phases: write it without one.')
    : undefined;
}

/** The recommendations that name a measurand. */
function askedFor(name: string, facts: KeyFacts, { operator }: ResolvedScope): readonly string[] {
  return (operator?.for(facts.name) ?? []).flatMap((recommendation) => {
    const asked = recommendation.cases.some(
      ({ expect }) => 'includes' in expect && expect.includes.includes(name),
    );
    if (!asked || operator === undefined) return [];
    const who = escaped(operator.profile.name);
    const reason = escaped(recommendation.reason);
    return recommendation.mandatory === true
      ? [l10n.t('{0} asks for it (mandatory). {1}', who, reason)]
      : [l10n.t('{0} asks for it. {1}', who, reason)];
  });
}

/** How far it makes sense on AC or on DC, where that is not simply yes. */
function sense({ facts }: MeasurandMatch, { station }: ResolvedScope): string | undefined {
  const current = station.current.value;
  const parts = [
    ...(current === 'DC' || isPlainlySensible(facts.ac) ? [] : [l10n.t('On AC: {0}.', facts.ac)]),
    ...(current === 'AC' || isPlainlySensible(facts.dc) ? [] : [l10n.t('On DC: {0}.', facts.dc)]),
  ];
  return parts.length === 0 ? undefined : escaped(parts.join(' '));
}

/** Whether a phrase about how sensible a measurand is begins with a yes. */
export function isPlainlySensible(phrase: string): boolean {
  return phrase.startsWith(l10n.t('yes'));
}

function describeRotation(item: string, facts: KeyFacts, scope: ResolvedScope): string | undefined {
  const dot = item.indexOf('.');
  const named = scope.catalog.phaseRotations.find(
    ({ value }) => value.toLowerCase() === item.slice(dot + 1).toLowerCase(),
  );
  if (named === undefined) return undefined;
  const index = dot < 0 ? '' : item.slice(0, dot);
  const place =
    index === '0'
      ? l10n.t('Main meter')
      : /^\d{1,3}$/.test(index)
        ? l10n.t('Connector {0}', index)
        : undefined;
  const meaning = named.meaning === undefined ? '' : `, ${escaped(named.meaning)}`;
  return withSource(
    [
      `${place === undefined ? '' : `${place}: `}**${escaped(named.value)}**${meaning}`,
      escaped(facts.summary),
    ],
    facts,
    scope,
  );
}

function withSource(
  parts: readonly (string | undefined)[],
  facts: KeyFacts,
  { catalog, operator }: ResolvedScope,
): string {
  const advised = (operator?.for(facts.name) ?? []).length > 0;
  return paragraphs([...parts, sourceLine(facts, catalog, advised ? operator?.profile : undefined)]);
}
