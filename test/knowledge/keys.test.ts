import { describe, expect, test } from 'vitest';
import type { KeyFacts } from '../../server/src/catalog/knowledge.ts';
import type { EntryValue } from '../../server/src/model/document.ts';
import { standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { listItems } from '../../server/src/resolve/lists.ts';
import { parseValue } from '../../server/src/resolve/values.ts';
import { formatProblem, isLanguageTag } from '../../server/src/rules/support/string-formats.ts';
import { catalog } from '../helpers/knowledge.ts';

const knowledge = standardKnowledge();
const keys = knowledge.keyFiles.flatMap((file) => file.keys);
const lookalikes = knowledge.lookalikes.keys;
const sources = knowledge.sources.sources;
const names = new Set(keys.map((facts) => facts.name));

/** Names of programs that begin small, also at the start of a sentence. */
const SMALL_NAMES = 'evcc|libocpp|open-ocpp|pazzk|tfocpp';
/** What a person reads is a sentence: it begins large and ends with a full stop. */
const SENTENCE = new RegExp(`^(?:[^a-z\\s]|(?:${SMALL_NAMES})\\b).*[.]$`, 's');
/** What stands within another sentence does not end one. */
const CLAUSE = /^\S.*[^.\s]$/s;

test.each(keys.map((facts) => [facts.name, facts] as const))('%s', (_, facts) => {
  expectSentences(facts);
  expectSources(facts);
  expectFittingValues(facts);
  expectSensibleLimits(facts);
  expectKnownKeys(facts);
  expectCompletable(facts);
  // Whether a change needs a restart is a question only where something can be changed.
  expect(facts.reboot === undefined).toBe(facts.access === 'read-only');
});

describe('names', () => {
  test('no key stands twice, whatever its case', () => {
    expect(repeated(keys.map((facts) => facts.name.toLowerCase()))).toEqual([]);
  });

  test('a misspelling belongs to one key and is no name of another', () => {
    const wrong = keys.flatMap((facts) => facts.misspellings);
    expect(repeated(wrong.map((name) => name.toLowerCase()))).toEqual([]);
    for (const facts of keys) {
      for (const misspelling of facts.misspellings) {
        expect(names).not.toContain(misspelling);
        const match = catalog.match(misspelling);
        expect(['casing', 'misspelling'], misspelling).toContain(match.kind);
        expect('facts' in match ? match.facts.name : undefined, misspelling).toBe(facts.name);
      }
    }
  });

  test('the parts of a family are found', () => {
    const families = keys.filter((facts) => facts.family !== undefined);
    expect(families.map((facts) => facts.name).sort()).toEqual(['DefaultPriceText', 'MeterPublicKey']);
    for (const [name, key] of [
      ['MeterPublicKey1', 'MeterPublicKey'],
      ['MeterPublicKey[2]', 'MeterPublicKey'],
      ['DefaultPriceText,nl-BE', 'DefaultPriceText'],
    ] as const) {
      const match = catalog.match(name);
      expect('facts' in match ? match.facts.name : undefined, name).toBe(key);
    }
  });
});

test.each(lookalikes.map((lookalike) => [lookalike.name, lookalike] as const))(
  'look-alike %s',
  (name, lookalike) => {
    const { useInstead, alternatives, status } = lookalike;
    expect(lookalike.note).toMatch(SENTENCE);
    for (const id of lookalike.sources) expect(sources).toHaveProperty([id]);
    expect(names).not.toContain(name);
    if (useInstead !== undefined) expect(names).toContain(useInstead);
    for (const alternative of alternatives ?? []) expect(names).toContain(alternative);
    if (alternatives !== undefined) expect(alternatives[0]).toBe(useInstead);
    // A plain misspelling is found among those of its key; both places must mean the same one.
    const match = catalog.match(name);
    if (match.kind === 'lookalike') {
      expect(match.lookalike).toBe(lookalike);
      expect(status === 'misspelling' && alternatives === undefined).toBe(false);
    } else {
      expect('facts' in match ? match.facts.name : undefined).toBe(useInstead);
    }
    // What stands for a secret is one.
    const meant = useInstead === undefined ? undefined : catalog.key(useInstead);
    expect(lookalike.secret === true).toBe(meant?.secret === true);
  },
);

test('no look-alike stands twice, whatever its case', () => {
  expect(repeated(lookalikes.map((lookalike) => lookalike.name.toLowerCase()))).toEqual([]);
});

describe('sources', () => {
  test('each has an https address', () => {
    for (const source of Object.values(sources)) {
      expect(source.title).not.toBe('');
      expect(source.url).toMatch(/^https:\/\/\S+$/);
    }
  });

  test('each is used', () => {
    const used = new Set(
      [...keys, ...lookalikes, ...catalog.crossKeyRules].flatMap((facts) => facts.sources),
    );
    expect(Object.keys(sources).filter((id) => !used.has(id))).toEqual([]);
  });

  test('no two have the same title', () => {
    expect(repeated(Object.values(sources).map(({ title }) => title))).toEqual([]);
  });
});

function expectSentences(facts: KeyFacts): void {
  const named = [...(facts.special ?? []), ...(facts.values ?? []), ...(facts.items?.values ?? [])];
  const sentences = [
    facts.summary,
    ...facts.pitfalls,
    ...facts.disagreements,
    ...named.map(({ meaning }) => meaning),
  ];
  if (facts.reboot?.note !== undefined) sentences.push(facts.reboot.note);
  if (facts.deprecated !== undefined) sentences.push(facts.deprecated.note);
  for (const sentence of sentences) expect(sentence).toMatch(SENTENCE);
  for (const clause of [facts.requiredIf, facts.limitsFrom, facts.usual?.because]) {
    if (clause !== undefined) expect(clause).toMatch(CLAUSE);
  }
  expect(facts.summary.length).toBeLessThanOrEqual(300);
}

function expectSources(facts: KeyFacts): void {
  expect(facts.sources[0]).toBe(facts.definedIn.source);
  for (const id of facts.sources) expect(sources).toHaveProperty([id]);
}

/** Every value that we name must be one that we would accept. */
function expectFittingValues(facts: KeyFacts): void {
  const special = (facts.special ?? []).map(({ value }) => value);
  const values = [facts.default, ...(facts.examples ?? []), ...special].filter(
    (value) => value !== undefined,
  );
  for (const value of values) expect(mistakeIn(value, facts), value).toBeUndefined();
  for (const list of [facts.special, facts.values, facts.items?.values]) {
    expect(repeated((list ?? []).map(({ value }) => value))).toEqual([]);
  }
}

function expectSensibleLimits({ type, unit, minimum, maximum, usual }: KeyFacts): void {
  if (type !== 'integer' && type !== 'decimal') {
    expect([unit, minimum, maximum, usual]).toEqual([undefined, undefined, undefined, undefined]);
    return;
  }
  const lowest = minimum ?? Number.NEGATIVE_INFINITY;
  const highest = maximum ?? Number.POSITIVE_INFINITY;
  expect(lowest).toBeLessThan(highest);
  // No number of 1.6 may be negative; for WebSocketPingInterval the standard says so outright.
  expect(lowest).toBeGreaterThanOrEqual(0);
  if (type === 'integer') {
    for (const limit of [lowest, highest]) expect(Number.isFinite(limit) ? limit % 1 : 0).toBe(0);
  }
  if (usual === undefined) return;
  const [from, to] = [usual.minimum ?? lowest, usual.maximum ?? highest];
  expect(from).toBeLessThan(to);
  expect(from).toBeGreaterThanOrEqual(lowest);
  expect(to).toBeLessThanOrEqual(highest);
}

function expectKnownKeys(facts: KeyFacts): void {
  const { name, related, items, deprecated } = facts;
  const others = [
    ...related,
    ...(facts.writeAfter ?? []),
    facts.connectorCountKey,
    facts.listedIn,
    items?.maxItemsKey,
    items?.connectorCountKey,
    items?.intervalKey,
    items?.mostReadingsKey,
    deprecated?.useInstead,
  ];
  for (const other of others) if (other !== undefined) expect(names).toContain(other);
  expect(related).not.toContain(name);
  expect(repeated(related)).toEqual([]);
}

/** A key that can be written must have a value to offer; a secret must have none. */
function expectCompletable(facts: KeyFacts): void {
  if (facts.secret === true) {
    expect([facts.default, facts.examples]).toEqual([undefined, undefined]);
  } else if (facts.access !== 'read-only' && facts.type !== 'boolean') {
    expect(facts.default ?? facts.examples?.[0] ?? facts.values?.[0]?.value).toBeDefined();
  }
}

/** Why a text is no value of the key; undefined when it is one. The same judges as in the product. */
function mistakeIn(text: string, facts: KeyFacts): string | undefined {
  const parsed = parseValue(asValue(text), facts);
  switch (parsed.kind) {
    case 'empty':
      return ['list', 'string', 'datetime'].includes(facts.type) ? undefined : 'is empty';
    case 'boolean':
      return parsed.canonical ? undefined : 'is no true or false';
    case 'number': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = facts;
      if (!parsed.canonical) return 'is a number that is oddly written';
      return parsed.value >= minimum && parsed.value <= maximum ? undefined : 'is out of range';
    }
    case 'list':
      return listItems(text)
        .map((item) => itemMistake(item.text, facts))
        .find((mistake) => mistake !== undefined);
    case 'text':
      if (facts.type === 'enum') {
        return facts.values?.some(({ value }) => value === text) ? undefined : 'is not among the values';
      }
      if (text.length > (facts.maxLength ?? Number.POSITIVE_INFINITY)) return 'is too long';
      return formatProblem(text, facts);
    default:
      return parsed.kind;
  }
}

function itemMistake(item: string, { items }: KeyFacts): string | undefined {
  switch (items?.of) {
    case 'measurands': {
      const match = catalog.measurand(item);
      const legal =
        match !== undefined && (match.phase === undefined || match.facts.phases.includes(match.phase));
      return legal ? undefined : 'is no measurand';
    }
    case 'values':
      return items.values?.some(({ value }) => value === item) ? undefined : 'is not among the items';
    case 'phase-rotation':
      return /^[0-9]+\./.test(item) && catalog.phaseRotations.some(({ value }) => item.endsWith(`.${value}`))
        ? undefined
        : 'is no rotation';
    case 'language-tags':
      return isLanguageTag(item) ? undefined : 'is no language';
    default:
      return undefined;
  }
}

function asValue(text: string): EntryValue {
  const range = { start: 0, end: text.length };
  return { kind: 'string', text, range, fullRange: range };
}

function repeated(list: readonly string[]): string[] {
  return list.filter((item, index) => list.indexOf(item) !== index);
}
