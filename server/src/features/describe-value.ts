import * as l10n from '@vscode/l10n';
import type { KeyFacts, NamedValue } from '../catalog/knowledge.ts';
import { adviceFor, type KeyAdvice } from '../resolve/advice.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { adviceParagraphs, departurePhrase, followedPhrase, isFollowed } from './advice-words.ts';
import { code, escaped, paragraphs } from './markdown.ts';
import { isSecret } from './shown-value.ts';
import { sourceLine } from './sources.ts';
import { scaledWords, vendorSentences, vendorTypeWords } from './vendor-words.ts';
import { namedValue, quantityWords, quotedValue, specialValues, usualPhrase } from './words.ts';

/** More values than this are an enumeration that is worth listing whole. */
const FEW_SPECIAL_VALUES = 1;

/** A value: what it says, whether it is as the operator wants it, what else could stand here. */
export function describeValue(facts: KeyFacts, entry: ResolvedEntry, scope: ResolvedScope): string {
  const advice = adviceFor(facts, scope, entry);
  const named = namedValue(facts, entry);
  const notes = scope.catalog.vendorNotes(facts);
  const words = valueInWords(facts, entry, scope);
  const state = words === undefined ? escaped(vendorTypeWords(facts, notes)) : `**${words}**`;
  // A member of a family goes by its own name, with its index.
  const title = facts.family === undefined ? escaped(facts.name) : code(entry.entry.address.name);
  const followed = isFollowed(advice);
  const verdict = followed ? followedPhrase(advice, facts, scope) : departurePhrase(advice, facts);
  return paragraphs([
    `**${title}**: ${state}${verdict}`,
    named?.meaning === undefined ? undefined : escaped(named.meaning),
    ...(followed ? [] : adviceParagraphs(advice, facts, scope)),
    escaped(facts.summary),
    ...vendorSentences(facts, notes, scope.operator).map(escaped),
    otherValues(facts, named),
    usualPhrase(facts, advice),
    sourceLine(facts, scope.catalog, advice.length === 0 ? undefined : scope.operator?.profile),
  ]);
}

/** "900 s = 15 min", "3 items"; Markdown. Undefined where the value says nothing that can be put in words. */
export function valueInWords(
  facts: KeyFacts,
  resolved: ResolvedEntry,
  { catalog }: ResolvedScope,
): string | undefined {
  const { value, entry } = resolved;
  if (value.kind !== 'absent' && value.kind !== 'placeholder' && isSecret(resolved)) {
    return value.kind === 'empty' ? l10n.t('empty') : l10n.t('set, and not shown here');
  }
  switch (value.kind) {
    case 'absent':
      return l10n.t('no value');
    case 'empty':
      return l10n.t('empty');
    case 'placeholder':
      return l10n.t('to be filled in by a tool');
    case 'boolean':
      return booleanInWords(value.value, entry.value?.text ?? '');
    case 'number': {
      const scaled = scaledWords(value.value, catalog.vendorNotes(facts));
      return escaped(scaled === undefined ? quantityWords(value.value, facts) : `${value.value} = ${scaled}`);
    }
    case 'list':
      return value.items.length === 1 ? l10n.t('1 item') : l10n.t('{0} items', value.items.length);
    case 'text':
      return code(value.text);
    case 'wrong-type':
    case 'untyped':
      return code(entry.value?.text ?? '');
  }
}

/** "true", and "1 (true)" where the file has another word for it. */
function booleanInWords(value: boolean, text: string): string {
  const word = text.trim();
  return word.toLowerCase() === String(value) || word === '' ? String(value) : `${escaped(word)} (${value})`;
}

/** Values with a meaning besides the one that is set: in a sentence, or as a list where they are an enumeration. */
function otherValues(facts: KeyFacts, set: NamedValue | undefined): string | undefined {
  const special = facts.special ?? [];
  const choices = facts.values ?? (special.length > FEW_SPECIAL_VALUES ? special : []);
  if (choices.length === 0) return set === undefined ? specialValues(facts, undefined) : undefined;
  const others = choices.filter((named) => named !== set);
  return others.map((named) => `- ${choice(named, facts)}`).join('\n');
}

function choice({ value, meaning }: NamedValue, facts: KeyFacts): string {
  const name = escaped(quotedValue(value, facts));
  return meaning === undefined ? name : `**${name}**: ${escaped(meaning)}`;
}

/** Whether a value's words tell more than a look at the file. */
export function isTelling(
  facts: KeyFacts,
  resolved: ResolvedEntry,
  scope: ResolvedScope,
  advice: readonly KeyAdvice[],
): boolean {
  const { value } = resolved;
  if (advice.some((one) => one.value !== undefined)) return true;
  if (namedValue(facts, resolved)?.meaning !== undefined) return true;
  if (value.kind === 'number') return valueInWords(facts, resolved, scope)?.includes('=') === true;
  return value.kind === 'placeholder';
}
