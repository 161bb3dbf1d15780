import * as l10n from '@vscode/l10n';
import { eitherWords, listWords } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import { originOf } from '../catalog/pack-origin.ts';
import type { OperatorAdvice } from '../catalog/recommendations.ts';
import type { VendorNotes } from '../catalog/vendor-knowledge.ts';
import type { VendorKey, VendorQuirk } from '../catalog/vendor-pack.ts';
import { roleSentences } from './role-words.ts';
import { typeWords } from './words.ts';

/** More names than this in a row nobody reads. */
const MOST_NAMES = 4;

/** "whole number, in steps of 0.1 V", "TRUE or FALSE", "text that packs several values": what a key takes. */
export function vendorTypeWords(facts: KeyFacts, notes: VendorNotes | undefined): string {
  const own = notes?.own;
  if (facts.type === 'boolean' && notes?.booleans !== undefined)
    return eitherWords(notes.booleans.split('/'));
  if (own?.packed !== undefined) return packedWords(own.packed);
  const type = typeWords(facts);
  return own?.scale === undefined
    ? type
    : l10n.t('{0}, in steps of {1}', type, `${own.scale}${unitSuffix(own)}`);
}

/** "= 8 V": a number of a key with a scale, as a person says it; undefined where the number says it itself. */
export function scaledWords(value: number, notes: VendorNotes | undefined): string | undefined {
  const own = notes?.own;
  if (own?.scale === undefined) return undefined;
  // As many digits as the scale has, so that no binary fraction shows.
  return `${Number((value * own.scale).toPrecision(12))}${unitSuffix(own)}`;
}

/** "KEBA", "KEBA KeContact P30", "Vestel (5 models)": whose key it is, and of which models where that is known. */
export function ownerWords({ pack, own }: VendorNotes): string {
  const models = own?.models ?? [];
  if (models.length === 0) return pack.name;
  return models.length > 2
    ? l10n.t('{0} ({1} models)', pack.name, models.length)
    : `${pack.name} ${models.join(', ')}`;
}

/** What a pack says of a key, in whole sentences, the most important first. */
export function vendorSentences(
  facts: KeyFacts,
  notes: VendorNotes | undefined,
  operator: OperatorAdvice | undefined,
): readonly string[] {
  if (notes === undefined) return [];
  return [
    ...doubts(notes.own),
    ...notes.quirks.map((quirk) => quirkSentence(quirk, notes)),
    ...refusals(notes),
    ...spellings(facts, notes),
    ...partsOf(notes.own),
    ...roleSentences(facts, notes, operator),
  ];
}

/** "documented for KEBA stations": on what a key's facts rest, for the brackets behind its sources. */
export function basisWords(notes: VendorNotes): string | undefined {
  switch (notes.own?.basis) {
    case 'documented':
      return l10n.t('documented for {0} stations', notes.pack.name);
    case 'seen':
      return l10n.t('seen in configurations of {0} stations', notes.pack.name);
    default:
      return undefined;
  }
}

/** The user's own pack that says what is shown of a key, or one of them; undefined for what comes with the program. */
export function ownPackOf({ own, quirks }: VendorNotes): string | undefined {
  return [...(own === undefined ? [] : [own]), ...quirks]
    .map(originOf)
    .find((origin) => origin !== undefined);
}

/** The ids of the sources behind what a pack says of a key, the best first, each once. */
export function vendorSources({ pack, own, quirks }: VendorNotes): readonly string[] {
  const ids = own?.sources ?? quirks.flatMap(({ sources }) => sources);
  return [...new Set(ids)].map((id) => `${pack.id}:${id}`);
}

function doubts(own: VendorKey | undefined): readonly string[] {
  const sentences = [
    ...(own?.basis === 'inferred' ? [l10n.t('Its meaning is guessed from its name.')] : []),
    ...(own?.unconfirmed === true ? [l10n.t('Nobody has confirmed it yet.')] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

function quirkSentence({ note, models, basis }: VendorQuirk, { pack }: VendorNotes): string {
  const says =
    models === undefined
      ? l10n.t('On {0} stations: {1}', pack.name, note)
      : l10n.t('On {0}: {1}', `${pack.name} ${listWords(models)}`, note);
  return basis === 'inferred' ? `${says} ${l10n.t('This is guessed.')}` : says;
}

/** That the vendor's stations refuse an item of a list; undefined where nothing of the kind is known. */
export function refusalOf(item: string, notes: VendorNotes | undefined): string | undefined {
  const isRefused = notes?.refusedItems.some((refused) => refused.toLowerCase() === item.toLowerCase());
  return isRefused === true && notes !== undefined
    ? l10n.t('{0} stations refuse it here, and the whole list with it.', notes.pack.name)
    : undefined;
}

/** What the notes of the quirks do not name already. */
function refusals({ refusedItems, quirks }: VendorNotes): readonly string[] {
  const unnamed = [...new Set(refusedItems)].filter(
    (item) => !quirks.some(({ note }) => namesItem(note, item)),
  );
  if (unnamed.length === 0) return [];
  const shown = unnamed.length > MOST_NAMES ? unnamed.slice(0, MOST_NAMES - 1) : unnamed;
  const rest = unnamed.length - shown.length;
  const names = listWords(rest === 0 ? shown : [...shown, l10n.t('{0} more', rest)]);
  return [l10n.t('Refused there: {0}.', names)];
}

function namesItem(note: string, item: string): boolean {
  return note.split(/[\s,;:]+/).some((word) => word.replace(/\.$/, '') === item);
}

function spellings({ name }: KeyFacts, { quirks }: VendorNotes): readonly string[] {
  return quirks.flatMap(({ spelling, note }) =>
    spelling === undefined || spelling === name || note.includes(spelling)
      ? []
      : [l10n.t('They write it {0}.', spelling)],
  );
}

function partsOf(own: VendorKey | undefined): readonly string[] {
  const names = own?.packed?.names ?? [];
  if (names.length === 0) return [];
  const parts = names.map(({ value, meaning }) =>
    meaning === undefined ? value : `${value} (${withoutFullStop(meaning)})`,
  );
  return [l10n.t('Parts: {0}.', parts.join(', '))];
}

function packedWords({ separator, assignment, names }: NonNullable<VendorKey['packed']>): string {
  if (assignment !== undefined) {
    return l10n.t('{0} in one text, parted by {1}', l10n.t('name{0}value', assignment), separator);
  }
  return names === undefined
    ? l10n.t('values in one text, parted by {0}', separator)
    : l10n.t('{0} values in one text, parted by {1}', names.length, separator);
}

function unitSuffix({ unit }: VendorKey): string {
  return unit === undefined || unit === 'count' ? '' : ` ${unit}`;
}

function withoutFullStop(text: string): string {
  return text.replace(/\.$/, '');
}
