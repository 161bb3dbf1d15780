/**
 * The documents that are measured: made up, but after what real read-outs look like. The same on every machine and in
 * every run.
 */

import type { KeyFacts, MeasurandFacts } from '../../server/src/catalog/knowledge.ts';

/** What the documents are made of. */
export interface Vocabulary {
  readonly keys: readonly KeyFacts[];
  readonly measurands: readonly MeasurandFacts[];
}

/** One item of a GetConfiguration answer. */
export interface ReadOutEntry {
  readonly key: string;
  readonly readonly: boolean;
  readonly value: string;
}

/**
 * A GetConfiguration answer: every standard key, some with a value that is wrong, then a vendor's own keys.
 * @param seed another number makes another station
 */
export function readOut(vocabulary: Vocabulary, size: number, seed = 1): string {
  return asAnswer(readOutEntries(vocabulary, size, { repeats: 0, seed }), []);
}

/** The same, but every other entry after the standard keys repeats one of them: half of all entries are problems. */
export function repetitive(vocabulary: Vocabulary, size: number): string {
  return asAnswer(readOutEntries(vocabulary, size, { repeats: 0.5, seed: 1 }), []);
}

/**
 * The same number of entries as answers of 60 entries each, framed as OCPP messages: a log of many stations. No answer
 * repeats a key.
 */
export function log(vocabulary: Vocabulary, size: number): string {
  const frames: string[] = [];
  for (let left = size; left > 0; left -= ENTRIES_PER_ANSWER) {
    const entries = readOutEntries(vocabulary, Math.min(left, ENTRIES_PER_ANSWER), { repeats: 0, seed: 1 });
    frames.push(`[3, "${frames.length + 1}", ${asAnswer(entries, [])}]`);
  }
  return `[\n${frames.join(',\n')}\n]\n`;
}

const ENTRIES_PER_ANSWER = 60;

/**
 * Keys to be written, each a letter or two away from a standard one: every name is searched for among the similar ones,
 * and a message and a fix are made for most of them.
 */
export function nearMisses({ keys }: Vocabulary, size: number): string {
  const random = randomNumbers(3);
  const known = new Set(keys.map((facts) => facts.name.toLowerCase()));
  const taken = new Set<string>();
  const entries: ReadOutEntry[] = [];
  for (let turn = 0; entries.length < size; turn++) {
    const facts = itemAt(keys, turn);
    const name = misspelt(facts.name, random);
    const identity = name.toLowerCase();
    if (known.has(identity) || taken.has(identity)) continue;
    taken.add(identity);
    entries.push({ key: name, readonly: false, value: '300' });
  }
  return asAnswer(entries, undefined);
}

/** @param repeats the share of entries after the standard keys that are standard keys again */
function readOutEntries(
  vocabulary: Vocabulary,
  size: number,
  { repeats, seed }: { readonly repeats: number; readonly seed: number },
): ReadOutEntry[] {
  const random = randomNumbers(seed);
  const entries: ReadOutEntry[] = [];
  const { keys } = vocabulary;
  for (let turn = 0; entries.length < size; turn++) {
    const standard = turn < keys.length || random() < repeats;
    entries.push(
      standard ? standardEntry(itemAt(keys, turn), vocabulary, random) : vendorEntry(turn, random),
    );
  }
  return entries;
}

function standardEntry(facts: KeyFacts, { measurands }: Vocabulary, random: Random): ReadOutEntry {
  const wrong = random() < 0.15;
  return {
    key: facts.name,
    readonly: facts.access === 'read-only',
    value: wrong ? wrongValue(facts, measurands) : goodValue(facts, measurands),
  };
}

/** For limits and counts, which have neither a default nor an example. */
const ORDINARY_NUMBER = 20;

function goodValue(facts: KeyFacts, measurands: readonly MeasurandFacts[]): string {
  if (facts.items?.of === 'measurands') return namesOf(measurands.slice(0, 3));
  if (facts.items?.values !== undefined) {
    return facts.items.values
      .slice(0, 3)
      .map(({ value }) => value)
      .join(',');
  }
  const known = facts.default ?? facts.examples?.[0] ?? facts.values?.[0]?.value;
  switch (facts.type) {
    case 'boolean':
      return known ?? 'true';
    case 'integer':
    case 'decimal':
      return known ?? String(Math.min(Math.max(ORDINARY_NUMBER, facts.minimum ?? 0), facts.maximum ?? 100));
    default:
      return known ?? '';
  }
}

/** The kinds of mistakes that real files have: a unit behind the number, another notation, a slip in a list. */
function wrongValue(facts: KeyFacts, measurands: readonly MeasurandFacts[]): string {
  switch (facts.type) {
    case 'boolean':
      return 'TRUE';
    case 'integer':
    case 'decimal':
      return facts.minimum === undefined ? '300 s' : String(facts.minimum - 1);
    case 'list':
      return facts.items?.of === 'measurands'
        ? `${namesOf(measurands.slice(0, 2))}, Energy.Active.Imprt.Register`
        : 'Nothing of the kind';
    default:
      return 'Nothing of the kind';
  }
}

function namesOf(measurands: readonly MeasurandFacts[]): string {
  return measurands.map(({ name }) => name).join(',');
}

const VENDOR_WORDS =
  'Rfid Display Text Charging Connector Serial Gsm Apn Portal Update Endpoint Failsafe Current Max Limit Operator Led Idle State Meter Phase Switch Proxy Network Interface Firmware Reader Temperature Cable Lock'.split(
    ' ',
  );

const VENDOR_VALUES = [
  '',
  '0',
  '1',
  '16',
  '32',
  'true',
  'false',
  'Idle',
  '192.168.1.20',
  'GI-0042-7731',
  'ws://csms.example.com:9220/ocpp/1.6',
];

/** A key of a vendor's own, in one of the notations that vendors use, about 22 characters long. */
function vendorEntry(number: number, random: Random): ReadOutEntry {
  const words = [choose(VENDOR_WORDS, random), choose(VENDOR_WORDS, random), choose(VENDOR_WORDS, random)];
  const notations = [
    words.join('') + number,
    `evb_${words.join('')}${number}`,
    `${words.join('').toLowerCase()}${number}`,
    `chg_${words.join('_')}_${number}`,
  ];
  return {
    key: choose(notations, random),
    readonly: random() < 0.2,
    value: choose(VENDOR_VALUES, random),
  };
}

/** A name with one letter replaced, and every other time a second one. */
function misspelt(name: string, random: Random): string {
  const once = withOtherLetter(name, random);
  return random() < 0.5 ? once : withOtherLetter(once, random);
}

function withOtherLetter(name: string, random: Random): string {
  const place = Math.floor(random() * name.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  return name.slice(0, place) + letter + name.slice(place + 1);
}

/** One entry a line, as most programs that write such files do. */
function asAnswer(entries: readonly ReadOutEntry[], unknownKeys: readonly string[] | undefined): string {
  const lines = entries.map(
    ({ key, readonly, value }) =>
      `    { "key": ${JSON.stringify(key)}, "readonly": ${readonly}, "value": ${JSON.stringify(value)} }`,
  );
  const unknown = unknownKeys === undefined ? '' : `,\n  "unknownKey": ${JSON.stringify(unknownKeys)}`;
  return `{\n  "configurationKey": [\n${lines.join(',\n')}\n  ]${unknown}\n}\n`;
}

/** Numbers from 0 to below 1. */
type Random = () => number;

/** The generator mulberry32: good enough here, and the same everywhere. */
function randomNumbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function choose<Item>(items: readonly Item[], random: Random): Item {
  return itemAt(items, Math.floor(random() * items.length));
}

/** The item at a position, counted round and round. */
function itemAt<Item>(items: readonly Item[], position: number): Item {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
