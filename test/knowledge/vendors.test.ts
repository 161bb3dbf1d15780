import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ListFacts } from '../../server/src/catalog/knowledge.ts';
import type { VendorKey, VendorPack, VendorQuirk, VendorRole } from '../../server/src/catalog/vendor-pack.ts';
import { catalog } from '../helpers/knowledge.ts';
import { readJson, schemasFolder } from './data-files.ts';

// That each pack is as its JSON Schema says is tested with the other data files, in schemas.test.ts.

const vendorsFolder = join(schemasFolder, 'vendors');
const files = existsSync(vendorsFolder) ? readdirSync(vendorsFolder).sort() : [];
const packs = files.map((file) => readJson(join(vendorsFolder, file)) as unknown as VendorPack);

/** What a person reads begins large, with a digit or with a name, and ends with a full stop. */
const SENTENCE = /^\S.*[.]$/s;
/** Where the facts were found is told by `sources` alone. */
const TALK_OF_SOURCES = /\b(?:dump|corpus|facts file|observed|evidence|confidence|test program)\b/i;
/** Such a text lets somebody in. */
const NAME_OF_SECRET = /passw|passphrase|secret|private_?key/i;

describe('packs', () => {
  test('each file is one, and its name is the id', () => {
    expect(packs.map(({ id }) => `${id}.json`)).toEqual(files);
  });

  test('no two claim the same name', () => {
    expect(repeated(packs.flatMap(({ names }) => names.map(bare)))).toEqual([]);
  });

  test('each goes by its own name and id', () => {
    for (const { id, name, names } of packs) {
      const known = names.map(bare);
      expect(known, id).toContain(bare(name));
      const taken = packs.some((other) => other.id !== id && other.names.map(bare).includes(bare(id)));
      expect(taken, id).toBe(false);
    }
  });
});

describe.each(packs.map((pack) => [pack.id, pack] as const))('vendor %s', (_, pack) => {
  const { keys, quirks, roles, models, sources } = pack;
  const modelNames = models.map(({ name }) => name);

  test('has each key, model, quirk and role once', () => {
    expect(repeated(keys.map(({ name }) => name))).toEqual([]);
    expect(repeated(modelNames)).toEqual([]);
    expect(repeated(models.flatMap(({ patterns }) => patterns.map((text) => text.toLowerCase())))).toEqual(
      [],
    );
    expect(repeated(quirks.map(({ key, note }) => `${key}: ${note}`))).toEqual([]);
    expect(repeated(roles.map((role) => JSON.stringify([role.role, role.key, role.switch?.key])))).toEqual(
      [],
    );
  });

  test('names sources that exist and uses all of them', () => {
    const used = new Set([...keys, ...quirks].flatMap((facts) => facts.sources));
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
    expect(repeated(Object.values(sources).map(({ title, url }) => `${title} ${url}`))).toEqual([]);
  });

  test('names models that exist', () => {
    for (const facts of [...keys, ...quirks]) {
      for (const model of facts.models ?? []) expect(modelNames).toContain(model);
    }
  });

  test('speaks in sentences, of stations and not of its sources', () => {
    expect(texts(pack).filter((text) => !SENTENCE.test(text) || /^[a-z]+ /.test(text))).toEqual([]);
    expect(texts(pack).filter((text) => TALK_OF_SOURCES.test(text) || / {2}/.test(text))).toEqual([]);
  });

  test('says only what it would itself accept', () => {
    expect(keys.flatMap(mistakesIn)).toEqual([]);
  });

  test('shows no secret', () => {
    const open = keys.filter(({ name, type, secret, summary }) => {
      // Where a secret lies is none.
      const isPath = /^(File|Folder|Path) /.test(summary);
      const isSecret = type === 'string' && NAME_OF_SECRET.test(name) && !isPath;
      return isSecret && secret !== true;
    });
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('leaves the standard keys to the standard', () => {
    for (const { name, section } of keys) {
      const { parts, literals } = partsOf(name);
      expect(parts, name).toBeDefined();
      // In a section of its own a name is no standard key, however it is called.
      if (section !== undefined) continue;
      if (literals === name.replaceAll('[[', '[')) {
        const { kind } = catalog.match(literals);
        expect(['exact', 'casing', 'misspelling'], name).not.toContain(kind);
        continue;
      }
      // A family that fits nearly everything says nothing.
      expect(literals.length, name).toBeGreaterThanOrEqual(3);
      expect(standardNames.filter((standard) => parts?.test(standard))).toEqual([]);
    }
  });

  test.each(quirks.map((quirk) => [quirk.key ?? quirk.note, quirk] as const))('quirk: %s', (_name, quirk) => {
    expectQuirk(quirk);
  });

  test.each(roles.map((role) => [role.role, role] as const))('role: %s', (_name, role) => {
    expectRole(role, keys);
  });
});

const standardNames = catalog.keys.flatMap(({ name, alsoWritten }) => [name, ...(alsoWritten ?? [])]);

function expectQuirk(quirk: VendorQuirk): void {
  const { key, spelling, refusedItems, maxItems, minimum, maximum, unit, rebootNeeded, access } = quirk;
  const facts = key === undefined ? undefined : catalog.key(key);
  expect(facts?.name).toBe(key);
  if (spelling !== undefined) expect(spelling).not.toBe(key);
  if (key === undefined) {
    const ofOneKey = [spelling, unit, access, refusedItems, maxItems, minimum, maximum, rebootNeeded];
    expect(ofOneKey.filter((member) => member !== undefined)).toEqual([]);
  }
  if (refusedItems !== undefined || maxItems !== undefined) expect(facts?.type).toBe('list');
  for (const item of refusedItems ?? []) {
    if (facts?.items?.of === 'measurands') expect(catalog.measurand(item), item).toBeDefined();
  }
  if (minimum !== undefined || maximum !== undefined || unit !== undefined) {
    expect(['integer', 'decimal']).toContain(facts?.type);
    expect(minimum ?? 0).toBeLessThanOrEqual(maximum ?? Number.MAX_VALUE);
  }
}

function expectRole(role: VendorRole, keys: readonly VendorKey[]): void {
  for (const name of [role.key, role.switch?.key, role.onlyIf?.key]) {
    if (name === undefined) continue;
    const known = keys.some((key) => key.name === name) || catalog.key(name)?.name === name;
    expect(known, name).toBe(true);
  }
  if (role.role === 'authorization-timeout') expect(role.key).toBeDefined();
  if (role.role.endsWith('-token')) expect(role.switch?.key).not.toBe(role.key);
  else expect(role.factoryValues).toBeUndefined();
  if (role.factoryValues !== undefined) expect(role.key).toBeDefined();

  const { on = [], above, off, part } = role.switch ?? {};
  expect(on).not.toContain(off);
  const key = keys.find(({ name }) => name === role.switch?.key);
  if (above !== undefined) {
    expect(['integer', 'decimal']).toContain(key?.type);
    expect(Number(off ?? above)).toBeLessThanOrEqual(above);
  }
  if (part !== undefined) {
    expect(key?.packed?.assignment).toBeDefined();
    expect(key?.packed?.names?.map(({ value }) => value)).toContain(part);
    return;
  }
  for (const value of key === undefined ? [] : [...on, ...(off === undefined ? [] : [off])]) {
    expect(mistakeIn(value, key as VendorKey), value).toBeUndefined();
  }
}

/** Compared without case, blanks and signs. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function repeated(all: readonly string[]): string[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}

function texts({ notes, keys, quirks }: VendorPack): string[] {
  const ofKeys = keys.flatMap(({ summary, pitfalls, values, special, items, packed }) => [
    summary,
    ...(pitfalls ?? []),
    ...[values, special, items?.values, packed?.names].flatMap((named) =>
      (named ?? []).flatMap(({ meaning }) => (meaning === undefined ? [] : [meaning])),
    ),
  ]);
  return [...(notes === undefined ? [] : [notes]), ...ofKeys, ...quirks.map(({ note }) => note)];
}

/** Everything that a key says of its values must hold for the values that it names. */
function mistakesIn(key: VendorKey): string[] {
  const { minimum = -Infinity, maximum = Infinity, special = [], values = [], items } = key;
  const mistakes = minimum > maximum ? ['the range is empty'] : [];
  for (const list of [special, values, items?.values ?? []]) {
    mistakes.push(...repeated(list.map(({ value }) => value)).map((value) => `'${value}' stands twice`));
  }
  const named = [key.default, ...(key.examples ?? [])].filter((value) => value !== undefined);
  for (const value of named) {
    const mistake = special.some((one) => one.value === value) ? undefined : mistakeIn(value, key);
    if (mistake !== undefined) mistakes.push(`'${value}' ${mistake}`);
  }
  for (const { value } of special) {
    // A special value may well lie outside the range; nothing at all has a meaning too.
    const mistake = value === '' ? undefined : mistakeOfType(value, key);
    if (mistake !== undefined) mistakes.push(`'${value}' ${mistake}`);
  }
  return mistakes.map((mistake) => `${key.name}: ${mistake}`);
}

function mistakeIn(value: string, key: VendorKey): string | undefined {
  const wrong = mistakeOfType(value, key);
  if (wrong !== undefined) return wrong;
  const { minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = key;
  if (value.length > maxLength) return 'is too long';
  const isNumber = key.type === 'integer' || key.type === 'decimal';
  if (isNumber && (Number(value) < minimum || Number(value) > maximum)) return 'is out of range';
  return undefined;
}

function mistakeOfType(value: string, key: VendorKey): string | undefined {
  return isOfType(value, key) ? undefined : `is no ${key.type}`;
}

function isOfType(value: string, { type, booleans = 'true/false', values, items }: VendorKey): boolean {
  switch (type) {
    case 'boolean':
      return booleans.toLowerCase().split('/').includes(value.toLowerCase());
    case 'integer':
      return /^-?\d+$/.test(value);
    case 'decimal':
      return /^-?\d+([.]\d+)?$/.test(value);
    case 'enum':
      return values?.some((one) => one.value === value) === true;
    case 'datetime':
      return !Number.isNaN(Date.parse(value));
    case 'list':
      return (value === '' ? [] : value.split(',')).every((item) => isItem(item.trim(), items));
    case 'string':
      return true;
  }
}

function isItem(item: string, items: ListFacts | undefined): boolean {
  switch (items?.of) {
    case 'measurands':
      return catalog.measurand(item) !== undefined;
    case 'phase-rotation':
      return /^\d+[.][A-Za-z]+$/.test(item);
    case 'values':
      return items.values?.some(({ value }) => value === item) === true;
    case 'integers':
      return /^-?\d+$/.test(item);
    case 'language-tags':
      return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(item);
    default:
      return item !== '';
  }
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  connector: '\\d+',
  index: '\\d+',
  number: '\\d+',
  word: '[\\w-]+',
  any: '.+',
};

/** A key's name as a pattern, and what of it stands fast. No pattern where a bracket is not a placeholder's. */
function partsOf(name: string): { readonly parts: RegExp | undefined; readonly literals: string } {
  let pattern = '';
  let literals = '';
  for (let at = 0; at < name.length; ) {
    const [placeholder, word] = /^\[([a-z]+)\]/.exec(name.slice(at)) ?? [];
    if (placeholder !== undefined && word !== undefined && word in PLACEHOLDERS) {
      pattern += PLACEHOLDERS[word];
      at += placeholder.length;
      continue;
    }
    const opening = name[at] === '[';
    if (opening && name[at + 1] !== '[') return { parts: undefined, literals };
    literals += name[at];
    pattern += name[at]?.replace(/\W/, '\\$&');
    at += opening ? 2 : 1;
  }
  return { parts: new RegExp(`^${pattern}$`, 'i'), literals };
}
