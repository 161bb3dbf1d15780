/** The schemas by name, their parts, and what the interfaces of the data say of them. */

import { basename, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect } from 'vitest';
import { readJson, schemasFolder } from './data-files.ts';

export const KEYS = 'keys.schema.json';
export const MEASURANDS = 'measurands.schema.json';
export const LOOKALIKES = 'lookalikes.schema.json';
export const SOURCES = 'sources.schema.json';
export const SIGNALS = 'signals.schema.json';
export const AREAS = 'areas.schema.json';
export const ROLE_NAMES = 'role-names.schema.json';
export const CROSS_KEY = 'cross-key-rules.schema.json';
export const PROFILE = 'operator-profile.schema.json';
export const PACK = 'vendor-pack.schema.json';
export const PROJECT = 'project.schema.json';

export const keyPath = 'definitions.key';
export const lookalikePath = 'properties.keys.items';
export const signalPath = 'properties.signals.items';

// Strict: a keyword that does nothing where it stands is a mistake in a schema too.
export const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

export type SchemaPart = Readonly<Record<string, unknown>>;

export function validatorOf(path: string): ValidateFunction {
  const id = basename(path);
  return ajv.getSchema(id) ?? ajv.compile({ ...readJson(path), $id: id });
}

/** The part of a schema at a path of members joined by dots. */
export function partOf(schema: string, path: string): SchemaPart {
  let part: unknown = readJson(join(schemasFolder, schema));
  for (const step of path === '' ? [] : path.split('.')) part = (part as SchemaPart)[step];
  return part as SchemaPart;
}

/** What a schema must know of an interface: each member's name, and whether it may be absent. */
type Members<T> = {
  readonly [Member in keyof T]-?: Partial<Pick<T, Member>> extends Pick<T, Member> ? 'optional' : 'required';
};

/** Fails to compile when the interface changes, and a test fails when the schema does not follow. */
export function members<T>(names: Members<T>): Readonly<Record<string, 'optional' | 'required'>> {
  return names as Readonly<Record<string, 'optional' | 'required'>>;
}

/** The same for the words of a union. */
export function words<T extends string>(all: Readonly<Record<T, true>>): string[] {
  return Object.keys(all).sort();
}

/** The members of an object in a schema, which has no others. */
export function expectMembers(
  _what: string,
  schema: string,
  path: string,
  wanted: Readonly<Record<string, 'optional' | 'required'>>,
): void {
  const part = partOf(schema, path);
  const required = new Set(part.required as string[]);
  const found = Object.fromEntries(
    Object.keys(part.properties as object).map((name) => [
      name,
      required.has(name) ? 'required' : 'optional',
    ]),
  );
  expect(found).toEqual(wanted);
  expect(part.additionalProperties).toBe(false);
}
