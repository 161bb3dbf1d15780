import * as l10n from '@vscode/l10n';
import { eitherWords } from '../catalog/expectations.ts';
import type { KeyFacts, LookalikeKey } from '../catalog/knowledge.ts';
import { lookalikeWords } from '../catalog/lookalike-words.ts';
import { adviceFor, type KeyAdvice } from '../resolve/advice.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import {
  adviceParagraphs,
  consequencePhrase,
  departurePhrase,
  followedPhrase,
  isFollowed,
} from './advice-words.ts';
import { isTelling, valueInWords } from './describe-value.ts';
import { bullets, code, escaped, link, paragraphs } from './markdown.ts';
import { sourceLine } from './sources.ts';
import { ownerWords, vendorSentences, vendorTypeWords } from './vendor-words.ts';
import {
  accessWords,
  deprecationWords,
  namedValue,
  requirementWords,
  specialValues,
  unsaid,
  usualPhrase,
} from './words.ts';

/** More pitfalls than this nobody reads; fewer where advice has been given already. */
const MOST_PITFALLS = 3;
const MOST_PITFALLS_BESIDE_ADVICE = 2;

/**
 * A key for somebody who stands at the station: what it is, how it is set here, what the operator wants, what goes
 * wrong. Without an entry, as for a key that is not in the file yet, what is set here is left out.
 */
export function describeKey(facts: KeyFacts, scope: ResolvedScope, entry?: ResolvedEntry): string {
  const advice = adviceFor(facts, scope, entry);
  const texts = advice.length > 0 ? [] : (scope.operator?.textsFor(facts.name) ?? []);
  const operator = advice.length > 0 || texts.length > 0 ? scope.operator?.profile : undefined;
  const body = paragraphs([
    headline(facts, scope, entry),
    escaped(facts.summary),
    ...vendorSentences(facts, scope.catalog.vendorNotes(facts), scope.operator).map(escaped),
    facts.deprecated === undefined ? undefined : escaped(deprecationWords(facts.deprecated)),
    entry === undefined ? undefined : stateHere(facts, entry, scope, advice),
    ...(isFollowed(advice) ? [] : adviceParagraphs(advice, facts, scope)),
    ...texts.map(escaped),
    usualPhrase(facts, advice),
    specialValues(facts, entry === undefined ? undefined : namedValue(facts, entry)),
  ]);
  const mostPitfalls = advice.length > 0 ? MOST_PITFALLS_BESIDE_ADVICE : MOST_PITFALLS;
  return paragraphs([
    body,
    bullets(unsaid(facts.pitfalls, body).slice(0, mostPitfalls)),
    lastFacts(facts, entry),
    sourceLine(facts, scope.catalog, operator),
  ]);
}

/** A name that is none of this protocol's keys, and what to use instead. */
export function describeLookalike(lookalike: LookalikeKey, name: string, { catalog }: ResolvedScope): string {
  const kind = lookalikeWords(lookalike.status);
  const instead =
    lookalike.alternatives ?? (lookalike.useInstead === undefined ? [] : [lookalike.useInstead]);
  const meant = instead.length === 1 ? catalog.key(instead[0] ?? '') : undefined;
  const links = lookalike.sources.flatMap((id) => {
    const source = catalog.source(id);
    return source === undefined ? [] : [link(source.title, source.url)];
  });
  return paragraphs([
    `${l10n.t('{0} is {1}.', code(name), kind)} ${escaped(lookalike.note)}`,
    instead.length === 0
      ? undefined
      : l10n.t('Use {0} instead.', eitherWords(instead.map((other) => `**${escaped(other)}**`))),
    meant === undefined ? undefined : escaped(meant.summary),
    links.length === 0 ? undefined : l10n.t('Source: {0}', links.slice(0, 2).join(' · ')),
  ]);
}

function headline(facts: KeyFacts, { catalog }: ResolvedScope, entry: ResolvedEntry | undefined): string {
  const name = entry?.entry.address.name ?? facts.name;
  const misspelt = entry?.match.kind === 'misspelling' ? `, ${l10n.t('written {0} here', code(name))}` : '';
  // A member of a family goes by its own name, with its index.
  const title = facts.family !== undefined && entry !== undefined ? code(name) : escaped(facts.name);
  const notes = catalog.vendorNotes(facts);
  const belongs =
    notes?.own === undefined
      ? [accessWords(facts), escaped(requirementWords(facts)), escaped(catalog.profileOf(facts).title)]
      : [...(notes.own.access === 'unknown' ? [] : [accessWords(facts)]), escaped(ownerWords(notes))];
  return [`**${title}**${misspelt}`, escaped(vendorTypeWords(facts, notes)), ...belongs].join(' · ');
}

/** How the key is set in this file, where that is worth a word, and what it does. */
function stateHere(
  facts: KeyFacts,
  entry: ResolvedEntry,
  scope: ResolvedScope,
  advice: readonly KeyAdvice[],
): string | undefined {
  const words = isTelling(facts, entry, scope, advice) ? valueInWords(facts, entry, scope) : undefined;
  if (words === undefined) return undefined;
  const here = l10n.t('Here: **{0}**', words);
  const meaning = namedValue(facts, entry)?.meaning;
  if (isFollowed(advice)) return `${here}${followedPhrase(advice, facts, scope)}`;
  const consequence = consequencePhrase(advice);
  if (consequence !== '') return `${here}${departurePhrase(advice, facts)}: ${consequence}.`;
  return `${here}${departurePhrase(advice, facts)}${meaning === undefined ? '.' : `: ${escaped(meaning)}`}`;
}

/** What remains to be known, in one line: the file's own marks, reboot, name in OCPP 2.x. */
function lastFacts(facts: KeyFacts, entry: ResolvedEntry | undefined): string | undefined {
  const parts = [
    entry?.entry.readOnly === true && facts.access !== 'read-only'
      ? l10n.t('This station lets nobody change it.')
      : undefined,
    rebootWords(facts, entry),
    facts.ocpp2 === undefined ? undefined : `OCPP 2.x: ${escaped(facts.ocpp2)}.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function rebootWords(facts: KeyFacts, entry: ResolvedEntry | undefined): string | undefined {
  if (entry?.entry.rebootRequired === true) return l10n.t('On this station a change needs a reboot.');
  switch (facts.reboot?.needed) {
    case true:
      return l10n.t('A change needs a reboot.');
    case 'unknown':
      return l10n.t('A change may need a reboot, depending on the station.');
    default:
      return undefined;
  }
}
