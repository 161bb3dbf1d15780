/** Our reading of schemas against a validator that knows all of JSON Schema. */

import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileSchemas } from '../../server/src/platform/bundled-knowledge.ts';
import { parseFile } from '../../server/src/project/parse-file.ts';
import { type FileSchema, readBySchema } from '../../server/src/project/schema-reader.ts';
import { dataFiles } from '../knowledge/data-files.ts';

const { project, pack, profile } = fileSchemas();
const ajv = new Ajv({ strict: false });

/** What our schemas are written in; another word would be passed over in silence. */
const KNOWN_WORDS = new Set([
  ...['$ref', '$schema', 'type', 'description', 'title', 'properties', 'required', 'additionalProperties'],
  ...['propertyNames', 'minProperties', 'maxProperties', 'items', 'minItems', 'maxItems', 'uniqueItems'],
  ...['enum', 'const', 'pattern', 'minLength', 'maxLength', 'minimum', 'exclusiveMinimum', 'oneOf', 'anyOf'],
  ...['allOf', 'not', 'if', 'then', 'else', 'definitions'],
]);

function problemsOf(value: unknown, schema: FileSchema): readonly string[] {
  const { root } = parseFile(JSON.stringify(value));
  return root === undefined ? ['empty'] : readBySchema(root, schema).problems.map(({ message }) => message);
}

test.each([
  ['project', project],
  ['pack', pack],
  ['profile', profile],
])('the schema of a %s has no words that we do not know', (_name, schema) => {
  expect(wordsOf(schema).filter((word) => !KNOWN_WORDS.has(word))).toEqual([]);
});

const ours = dataFiles().filter(({ schema }) => /(vendor-pack|operator-profile)\.schema\.json$/.test(schema));

test('the packs and profiles that come with the program are right', () => {
  expect(ours.length).toBeGreaterThan(20);
  for (const { name, data, schema } of ours) {
    expect(problemsOf(data, schema.includes('pack') ? pack : profile), name).toEqual([]);
  }
});

const PROJECT = {
  operator: 'greenflux',
  station: { vendor: 'KEBA', current: 'AC', smartCharging: true, protocol: '1.6' },
  rules: { 'key-casing': 'off' },
  packs: ['packs'],
  shapes: { '*.json': 'flat-map' },
  overrides: [
    { files: ['a', 'b'], station: { current: 'DC' } },
    { files: 'c', rules: { syntax: 'hint' } },
  ],
  ignores: [{ path: 'a', key: 'b', rule: 'syntax', reason: 'c' }],
};

test('a changed file is right for us exactly when it is right by the whole of JSON Schema', () => {
  const cases = [
    { schema: project, data: PROJECT as unknown },
    ...ours.map(({ data, schema }) => ({ schema: schema.includes('pack') ? pack : profile, data })),
  ];
  const other = fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    '',
    'x',
    'AC',
    [],
    ['x'],
    ['x', 'x'],
    {},
    { value: 'x' },
  );
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(3), other, ({ schema, data }, at, how, value) => {
      const changed = withChange(data, at, how, value);
      const right = ajv.validate(schema, changed);
      expect(problemsOf(changed, schema).length === 0, JSON.stringify(ajv.errors)).toBe(right);
    }),
    { numRuns: 500 },
  );
});

/** The data with one of its members or items replaced, taken out, doubled or given a companion. */
function withChange(data: unknown, at: number, how: number, value: unknown): unknown {
  const copy = structuredClone(data);
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (place === undefined) return copy;
  const { holder, name } = place;
  if (Array.isArray(holder)) {
    if (how === 0) holder[Number(name)] = value;
    else if (how === 1) holder.splice(Number(name), 1);
    else holder.push(how === 2 ? structuredClone(holder[Number(name)]) : value);
  } else if (how === 0) holder[name] = value;
  else if (how === 1) delete holder[name];
  else holder[how === 2 ? 'minimum' : 'extra'] = value;
  return copy;
}

type Holder = Record<string, unknown> | unknown[];

function placesIn(value: unknown): { readonly holder: Record<string, unknown>; readonly name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder as Record<string, unknown>;
  return Object.entries(holder).flatMap(([name, child]) => [{ holder, name }, ...placesIn(child)]);
}

/** The words of a schema; names of members and definitions are none. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([word, part]) => {
    if (['properties', 'definitions'].includes(word))
      return [word, ...Object.values(part as object).flatMap(wordsOf)];
    return ['enum', 'const', 'required'].includes(word) ? [word] : [word, ...wordsOf(part)];
  });
}
