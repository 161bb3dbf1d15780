import { listWords } from '../catalog/expectations.ts';
import type { KeyFacts, NamedValue } from '../catalog/knowledge.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { adviceFor, type KeyAdvice } from './advice.ts';
import { code, escaped, paragraphs } from './markdown.ts';
import { isSecret } from './shown-value.ts';
import {
  adviceParagraphs,
  quantityWords,
  sourceLine,
  specialValues,
  typeWords,
  usualPhrase,
} from './words.ts';

/** A value: what it says, whether it is as the operator wants it, what else could stand here. */
export function describeValue(facts: KeyFacts, entry: ResolvedEntry, scope: ResolvedScope): string {
  const advice = adviceFor(facts, scope, entry);
  const words = valueInWords(facts, entry, scope, advice);
  const meaning = meaningOf(facts, entry);
  return paragraphs([
    `**${escaped(facts.name)}**: ${words ?? escaped(typeWords(facts))}`,
    meaning === undefined ? undefined : escaped(meaning),
    ...adviceParagraphs(advice, facts, scope),
    escaped(facts.summary),
    choices(facts, entry),
    meaning === undefined ? specialValues(facts) : undefined,
    usualPhrase(facts, advice),
    sourceLine(facts, scope.catalog, advice.length === 0 ? undefined : scope.operator?.profile),
  ]);
}

/**
 * "900 s = 15 min, as GreenFlux asks", "10 s, below 60 to 180 s", "3 items, without A and B"; Markdown without a full
 * stop. Undefined where the value says nothing that can be put in words.
 */
export function valueInWords(
  facts: KeyFacts,
  entry: ResolvedEntry,
  scope: ResolvedScope,
  advice: readonly KeyAdvice[],
): string | undefined {
  const said = plainWords(facts, entry);
  return said === undefined ? undefined : `**${said}**${verdict(facts, scope, advice)}`;
}

function plainWords(facts: KeyFacts, resolved: ResolvedEntry): string | undefined {
  const { value, entry } = resolved;
  if (value.kind !== 'absent' && value.kind !== 'placeholder' && isSecret(resolved)) {
    return value.kind === 'empty' ? 'empty' : 'set, and not shown here';
  }
  switch (value.kind) {
    case 'absent':
      return 'no value';
    case 'empty':
      return 'empty';
    case 'placeholder':
      return 'to be filled in by a tool';
    case 'boolean':
      return String(value.value);
    case 'number':
      return escaped(quantityWords(value.value, facts));
    case 'list':
      return value.items.length === 1 ? '1 item' : `${value.items.length} items`;
    case 'text':
      return code(value.text);
    case 'wrong-type':
    case 'untyped':
      return code(entry.value?.text ?? '');
  }
}

/** How a value compares with the operator's advice, as the rest of a sentence. */
function verdict(facts: KeyFacts, { operator }: ResolvedScope, advice: readonly KeyAdvice[]): string {
  const compared = advice.filter(({ value }) => value !== undefined);
  if (compared.length === 0 || operator === undefined) return '';
  const departures = compared.flatMap((one) => departure(one, facts));
  return departures.length === 0
    ? `, as ${escaped(operator.profile.name)} asks`
    : `, ${escaped(departures.join(' and '))}`;
}

function departure({ chosen, found, rightForSome }: KeyAdvice, facts: KeyFacts): readonly string[] {
  if (found === undefined) return [];
  if (rightForSome) return ['right for only one kind of station'];
  if (found.missing.length > 0) return [`without ${listWords(found.missing)}`];
  const { expect } = chosen.case;
  if ('value' in expect && typeof expect.value === 'number') {
    return [
      `${found.breach.if === 'equals' ? 'not' : found.breach.if === 'differs' ? 'not' : found.breach.if} ${quantityWords(expect.value, facts)}`,
    ];
  }
  if ('maximum' in expect && found.breach.if !== 'equals') {
    const end = found.breach.if === 'above' ? expect.maximum : (expect.minimum ?? expect.maximum);
    return [`${found.breach.if} ${quantityWords(end, facts)}`];
  }
  return [];
}

/** The meaning of a value that has one of its own. */
function meaningOf(facts: KeyFacts, { value, entry }: ResolvedEntry): string | undefined {
  const text = value.kind === 'number' ? String(value.value) : (entry.value?.text.trim() ?? '');
  const named: readonly NamedValue[] = [...(facts.special ?? []), ...(facts.values ?? [])];
  if (value.kind === 'absent') return undefined;
  return named.find((candidate) => candidate.value === text)?.meaning;
}

/** The words that an enumeration knows besides the one that is set. */
function choices(facts: KeyFacts, { entry }: ResolvedEntry): string | undefined {
  const others = (facts.values ?? []).filter(({ value }) => value !== entry.value?.text);
  if (others.length === 0) return undefined;
  return others
    .map(({ value, meaning }) =>
      meaning === undefined ? `- ${escaped(value)}` : `- **${escaped(value)}**: ${escaped(meaning)}`,
    )
    .join('\n');
}
