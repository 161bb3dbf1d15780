import * as l10n from '@vscode/l10n';
import { valueWords } from '../../catalog/expectations.ts';
import type { KeyFacts, LookalikeKey, NamedValue } from '../../catalog/knowledge.ts';
import { lookalikeWords } from '../../catalog/lookalike-words.ts';
import { withUnit } from '../../catalog/quantities.ts';
import {
  basisWords,
  ownerWords,
  ownPackOf,
  vendorSentences,
  vendorSources,
  vendorTypeWords,
} from '../vendor-words.ts';
import { deprecationWords, quotedValue } from '../words.ts';
import { writeAdvice } from './advice-sheet.ts';
import type { KeyContext } from './explain-context.ts';
import type { SheetWriter } from './sheet-writer.ts';

/** Everything that is known of a key, what matters most at the station first. */
export function writeKey(facts: KeyFacts, context: KeyContext, sheet: SheetWriter): void {
  const { catalog } = context;
  const notes = catalog.vendorNotes(facts);
  const own = notes?.own;
  const home = `OCPP ${catalog.protocol}, ${catalog.profileOf(facts).title}`;
  sheet.title(
    facts.family ?? facts.name,
    notes === undefined || own === undefined ? home : ownerWords(notes),
  );
  sheet.paragraph(facts.summary);
  if (facts.deprecated !== undefined) sheet.paragraph(deprecationWords(facts.deprecated));
  sheet.table([
    [l10n.t('takes'), vendorTypeWords(facts, notes)],
    [l10n.t('section'), own?.section],
    [l10n.t('models'), own?.models?.join(', ')],
    [l10n.t('limits'), limitWords(facts)],
    [l10n.t('usual'), usualWords(facts)],
    [l10n.t('default'), facts.default === undefined ? undefined : quotedValue(facts.default, facts)],
    [l10n.t('example'), facts.examples?.map((example) => quotedValue(example, facts)).join(', ')],
    [l10n.t('access'), own?.access === 'unknown' ? undefined : ACCESS[facts.access]()],
    [l10n.t('required'), own === undefined ? requirement(facts, context) : undefined],
    [l10n.t('reboot'), rebootWords(facts)],
    [l10n.t('secret'), facts.secret ? l10n.t('yes: its value is never shown') : undefined],
    [
      l10n.t('list length'),
      facts.items?.maxItemsKey && l10n.t('at most as many items as {0} says', facts.items.maxItemsKey),
    ],
    ['OCPP 2.x', facts.ocpp2],
  ]);
  sheet.section(l10n.t('Values'), (facts.values ?? facts.items?.values ?? []).map(namedWords));
  sheet.section(
    l10n.t('Values with a meaning of their own'),
    (facts.special ?? []).map(({ value, meaning }) =>
      namedWords({ value: quotedValue(value, facts), ...(meaning && { meaning }) }),
    ),
  );
  writeAdvice(facts, context, sheet);
  if (notes !== undefined) {
    sheet.section(l10n.t('As {0} has it', notes.pack.name), vendorSentences(facts, notes, context.operator));
  }
  sheet.section(l10n.t('On some models only'), otherModels(facts, context));
  sheet.section(l10n.t('What goes wrong'), facts.pitfalls);
  sheet.section(l10n.t('Where stations differ'), facts.disagreements);
  sheet.section(l10n.t('What implementations begin with'), implementationWords(facts));
  if (facts.items?.of === 'measurands') {
    sheet.section(l10n.t('Measurands (explain each by its name)'), [
      catalog.measurands.map(({ name }) => name).join(', '),
    ]);
  }
  sheet.section(l10n.t('See also'), facts.related.length === 0 ? [] : [facts.related.join(', ')]);
  sheet.section(
    l10n.t('Seen misspelt as'),
    facts.misspellings.length === 0 ? [] : [facts.misspellings.join(', ')],
  );
  sheet.section(l10n.t('Sources'), sourceWords(facts, context));
}

/** A name that is found in files and is no key, and what to use instead. */
export function writeLookalike(lookalike: LookalikeKey, context: KeyContext, sheet: SheetWriter): void {
  const { catalog } = context;
  sheet.title(lookalike.name, lookalikeWords(lookalike.status));
  sheet.paragraph(lookalike.note);
  const instead = [...new Set([lookalike.useInstead, ...(lookalike.alternatives ?? [])])].filter(
    (name) => name !== undefined,
  );
  sheet.section(
    l10n.t('Use instead'),
    instead.map((name) => {
      const facts = catalog.key(name);
      return facts === undefined ? name : `${name}: ${facts.summary}`;
    }),
  );
  sheet.section(
    l10n.t('Sources'),
    lookalike.sources.map((id) => sourceTitle(id, context)),
  );
}

const ACCESS: Readonly<Record<KeyFacts['access'], () => string>> = {
  'read-write': () => l10n.t('can be read and written'),
  'read-only': () => l10n.t('read-only: the station reports it'),
  'write-only': () => l10n.t('write-only: the station never reports it'),
  'read-only-or-read-write': () => l10n.t('can be read, and written on some stations'),
};

/** The answer to "required?". */
function requirement(facts: KeyFacts, { catalog }: KeyContext): string {
  const { title, mandatory } = catalog.profileOf(facts);
  if (facts.required) {
    return mandatory === true ? l10n.t('of every station') : l10n.t('of every station with {0}', title);
  }
  return facts.requiredIf === undefined ? l10n.t('no') : l10n.t('if {0}', facts.requiredIf);
}

/** What holds for models of the vendor, which a command without a model cannot tell apart. */
function otherModels({ name }: KeyFacts, { catalog }: KeyContext): string[] {
  return (catalog.vendor?.quirks ?? []).flatMap(({ key, models, note }) =>
    key === name && models !== undefined ? [`${models.join(', ')}: ${note}`] : [],
  );
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
  return l10n.t('{0}, because {1}', rangeWords(minimum, maximum, facts) ?? '', because);
}

function rangeWords(
  minimum: number | undefined,
  maximum: number | undefined,
  facts: KeyFacts,
): string | undefined {
  if (minimum === undefined)
    return maximum === undefined ? undefined : l10n.t('up to {0}', valueWords(maximum, facts.unit));
  if (maximum === undefined) return l10n.t('{0} or more', withUnit(minimum, facts.unit));
  return l10n.t('{0} to {1}', withUnit(minimum, facts.unit), valueWords(maximum, facts.unit));
}

function rebootWords({ reboot }: KeyFacts): string | undefined {
  if (reboot === undefined) return undefined;
  const needed = {
    true: l10n.t('needed'),
    false: l10n.t('not needed'),
    unknown: l10n.t('depends on the station'),
  }[`${reboot.needed}`];
  return reboot.note === undefined ? needed : `${needed}: ${reboot.note}`;
}

function namedWords({ value, meaning }: NamedValue): string {
  return meaning === undefined ? value : `${value}: ${meaning}`;
}

function implementationWords(facts: KeyFacts): string[] {
  const defaults = Object.entries(facts.implementationDefaults ?? {});
  if (defaults.length === 0) return [];
  return [defaults.map(([name, value]) => `${name}: ${value === '' ? l10n.t('nothing') : value}`).join('; ')];
}

function sourceWords(facts: KeyFacts, context: KeyContext): string[] {
  const notes = context.catalog.vendorNotes(facts);
  const ownPack = notes === undefined ? undefined : ownPackOf(notes);
  const vendor = [
    ...(notes === undefined ? [] : vendorSources(notes).map((id) => sourceTitle(id, context))),
    ...(ownPack === undefined ? [] : [l10n.t('Your own pack: {0}', ownPack)]),
  ];
  if (notes?.own !== undefined) {
    const basis = basisWords(notes);
    return basis === undefined ? vendor : [...vendor, `${basis.charAt(0).toUpperCase()}${basis.slice(1)}.`];
  }
  const { source, section } = facts.definedIn;
  const place = [
    section === undefined ? undefined : l10n.t('section {0}', section),
    confidenceWords(facts.confidence),
  ];
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

function confidenceWords(confidence: KeyFacts['confidence']): string | undefined {
  switch (confidence) {
    case 'standard':
      return undefined;
    case 'second-hand':
      return l10n.t('known at second hand');
    case 'single-implementation':
      return l10n.t('known from one implementation only');
  }
}

/** The address comes last and alone, so that a terminal makes nothing else a part of it. */
function sourceTitle(id: string, { catalog }: KeyContext, place: readonly string[] = []): string {
  const source = catalog.source(id);
  const title = [source?.title ?? id, ...place].join(', ');
  return source?.url === undefined ? title : `${title} ${source.url}`;
}
