import { valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts, LookalikeKey, NamedValue } from '../../catalog/knowledge.ts';
import { LOOKALIKE_WORDS } from '../../catalog/lookalike-words.ts';
import { withUnit } from '../../catalog/quantities.ts';
import {
  basisWords,
  ownerWords,
  ownPackOf,
  vendorSentences,
  vendorSources,
  vendorTypeWords,
} from '../vendor-words.ts';
import { quotedValue, requirementWords } from '../words.ts';
import { writeAdvice } from './advice-sheet.ts';
import type { ExplainContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** Everything that is known of a key, what matters most at the station first. */
export function writeKey(facts: KeyFacts, context: ExplainContext, sheet: SheetWriter): void {
  const { catalog } = context;
  const notes = catalog.vendorNotes(facts);
  const own = notes?.own;
  const home = `OCPP ${catalog.protocol}, ${catalog.profileOf(facts).title}`;
  sheet.title(
    facts.family ?? facts.name,
    notes === undefined || own === undefined ? home : ownerWords(notes),
  );
  sheet.paragraph(facts.summary);
  if (facts.deprecated !== undefined) sheet.paragraph(deprecation(facts.deprecated));
  sheet.table([
    ['takes', vendorTypeWords(facts, notes)],
    ['section', own?.section],
    ['models', own?.models?.join(', ')],
    ['limits', limitWords(facts)],
    ['usual', usualWords(facts)],
    ['default', facts.default === undefined ? undefined : quotedValue(facts.default, facts)],
    ['example', facts.examples?.map((example) => quotedValue(example, facts)).join(', ')],
    ['access', own?.access === 'unknown' ? undefined : ACCESS[facts.access]],
    ['required', own === undefined ? requirementWords(facts) : undefined],
    ['reboot', rebootWords(facts)],
    ['secret', facts.secret ? 'yes: its value is never shown' : undefined],
    ['list length', facts.items?.maxItemsKey && `at most as many items as ${facts.items.maxItemsKey} says`],
    ['OCPP 2.x', facts.ocpp2],
  ]);
  sheet.section('Values', (facts.values ?? facts.items?.values ?? []).map(namedWords));
  sheet.section(
    'Values with a meaning of their own',
    (facts.special ?? []).map(({ value, meaning }) =>
      namedWords({ value: quotedValue(value, facts), ...(meaning && { meaning }) }),
    ),
  );
  writeAdvice(facts, context, sheet);
  if (notes !== undefined) {
    sheet.section(`As ${notes.pack.name} has it`, vendorSentences(facts, notes, context.operator));
  }
  sheet.section('On some models only', otherModels(facts, context));
  sheet.section('What goes wrong', facts.pitfalls);
  sheet.section('Where stations differ', facts.disagreements);
  sheet.section('What implementations begin with', implementationWords(facts));
  if (facts.items?.of === 'measurands') {
    sheet.section('Measurands (explain each by its name)', [
      catalog.measurands.map(({ name }) => name).join(', '),
    ]);
  }
  sheet.section('See also', facts.related.length === 0 ? [] : [facts.related.join(', ')]);
  sheet.section('Seen misspelt as', facts.misspellings.length === 0 ? [] : [facts.misspellings.join(', ')]);
  sheet.section('Sources', sourceWords(facts, context));
}

/** A name that is found in files and is no key, and what to use instead. */
export function writeLookalike(lookalike: LookalikeKey, context: ExplainContext, sheet: SheetWriter): void {
  const { catalog } = context;
  sheet.title(lookalike.name, LOOKALIKE_WORDS[lookalike.status]);
  sheet.paragraph(lookalike.note);
  const instead = [...new Set([lookalike.useInstead, ...(lookalike.alternatives ?? [])])].filter(
    (name) => name !== undefined,
  );
  sheet.section(
    'Use instead',
    instead.map((name) => {
      const facts = catalog.key(name);
      return facts === undefined ? name : `${name}: ${facts.summary}`;
    }),
  );
  sheet.section(
    'Sources',
    lookalike.sources.map((id) => sourceTitle(id, context)),
  );
}

const ACCESS: Readonly<Record<KeyFacts['access'], string>> = {
  'read-write': 'can be read and written',
  'read-only': 'read-only: the station reports it',
  'write-only': 'write-only: the station never reports it',
  'read-only-or-read-write': 'can be read, and written on some stations',
};

/** What holds for models of the vendor, which a command without a model cannot tell apart. */
function otherModels({ name }: KeyFacts, { catalog }: ExplainContext): string[] {
  return (catalog.vendor?.quirks ?? []).flatMap(({ key, models, note }) =>
    key === name && models !== undefined ? [`${models.join(', ')}: ${note}`] : [],
  );
}

function deprecation({ note, useInstead }: NonNullable<KeyFacts['deprecated']>): string {
  return `Of no use any more: ${note}${useInstead === undefined ? '' : ` Use ${useInstead}.`}`;
}

function limitWords(facts: KeyFacts): string | undefined {
  const { minimum, maximum, limitsFrom } = facts;
  const range = rangeWords(minimum, maximum, facts);
  if (range === undefined) return undefined;
  return limitsFrom === undefined ? range : `${range} (${limitsFrom})`;
}

function usualWords(facts: KeyFacts): string | undefined {
  if (facts.usual === undefined) return undefined;
  const { minimum, maximum, because } = facts.usual;
  return `${rangeWords(minimum, maximum, facts)}, because ${because}`;
}

function rangeWords(
  minimum: number | undefined,
  maximum: number | undefined,
  facts: KeyFacts,
): string | undefined {
  if (minimum === undefined)
    return maximum === undefined ? undefined : `up to ${valueWords(maximum, facts.unit)}`;
  if (maximum === undefined) return `${withUnit(minimum, facts.unit)} or more`;
  return `${withUnit(minimum, facts.unit)} to ${valueWords(maximum, facts.unit)}`;
}

function rebootWords({ reboot }: KeyFacts): string | undefined {
  if (reboot === undefined) return undefined;
  const needed = { true: 'needed', false: 'not needed', unknown: 'depends on the station' }[
    `${reboot.needed}`
  ];
  return reboot.note === undefined ? needed : `${needed}: ${reboot.note}`;
}

function namedWords({ value, meaning }: NamedValue): string {
  return meaning === undefined ? value : `${value}: ${meaning}`;
}

function implementationWords(facts: KeyFacts): string[] {
  const defaults = Object.entries(facts.implementationDefaults ?? {});
  if (defaults.length === 0) return [];
  return [defaults.map(([name, value]) => `${name}: ${value === '' ? 'nothing' : value}`).join('; ')];
}

function sourceWords(facts: KeyFacts, context: ExplainContext): string[] {
  const notes = context.catalog.vendorNotes(facts);
  const ownPack = notes === undefined ? undefined : ownPackOf(notes);
  const vendor = [
    ...(notes === undefined ? [] : vendorSources(notes).map((id) => sourceTitle(id, context))),
    ...(ownPack === undefined ? [] : [`Your own pack: ${ownPack}`]),
  ];
  if (notes?.own !== undefined) {
    const basis = basisWords(notes);
    return basis === undefined ? vendor : [...vendor, `${basis.charAt(0).toUpperCase()}${basis.slice(1)}.`];
  }
  const { source, section } = facts.definedIn;
  const place = [section === undefined ? undefined : `section ${section}`, CONFIDENCE[facts.confidence]];
  const others = facts.sources.filter((id) => id !== source).map((id) => sourceTitle(id, context));
  return [
    sourceTitle(
      source,
      context,
      place.filter((part) => part !== undefined),
    ),
    ...others,
    ...vendor,
  ];
}

const CONFIDENCE: Readonly<Record<KeyFacts['confidence'], string | undefined>> = {
  standard: undefined,
  'second-hand': 'known at second hand',
  'single-implementation': 'known from one implementation only',
};

/** The address comes last and alone, so that a terminal makes nothing else a part of it. */
function sourceTitle(id: string, { catalog }: ExplainContext, place: readonly string[] = []): string {
  const source = catalog.source(id);
  const title = [source?.title ?? id, ...place].join(', ');
  return source?.url === undefined ? title : `${title} ${source.url}`;
}
