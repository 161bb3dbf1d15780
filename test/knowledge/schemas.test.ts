import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFiles, readJson, schemasFolder } from './data-files.ts';
import { ajv, type SchemaPart, validatorOf } from './schema-parts.ts';

describe('data files', () => {
  test.each(dataFiles().map((file) => [file.name, file] as const))('%s is as its schema says', (_, file) => {
    expect(existsSync(file.schema), file.schema).toBe(true);
    const validate = validatorOf(file.schema);
    validate(file.data);
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('schemas help an author', () => {
  const schemas = readdirSync(schemasFolder).filter((name) => name.endsWith('.schema.json'));

  test.each(schemas)('%s: every member has a description', (schema) => {
    expect(undescribed(readJson(join(schemasFolder, schema)), '')).toEqual([]);
  });

  test.each(schemas)('%s: every example is valid where it stands', (schema) => {
    const whole = readJson(join(schemasFolder, schema));
    const wrong = examplesIn(whole, '').flatMap(({ path, part, example }) => {
      const validate = ajv.compile({ ...part, definitions: whole.definitions ?? {} });
      return validate(example) ? [] : [`${path}: ${JSON.stringify(example)}`];
    });
    expect(wrong).toEqual([]);
  });
});

function isPart(value: unknown): value is SchemaPart {
  return typeof value === 'object' && value !== null;
}

/** Paths of the members that say nothing of themselves; one that refers to a definition may leave it to that. */
function undescribed(part: SchemaPart, path: string): string[] {
  return Object.entries(part).flatMap(([name, child]) => {
    // Conditions repeat members without describing them.
    if (!isPart(child) || ['if', 'then', 'else', 'not', 'allOf', 'anyOf'].includes(name)) return [];
    const here = `${path}/${name}`;
    const silent =
      name === 'properties'
        ? Object.entries(child)
            .filter(([, member]) => !('description' in (member as object) || '$ref' in (member as object)))
            .map(([member]) => `${here}/${member}`)
        : [];
    return [...silent, ...undescribed(child, here)];
  });
}

interface Example {
  readonly path: string;
  readonly part: SchemaPart;
  readonly example: unknown;
}

function examplesIn(part: SchemaPart, path: string): Example[] {
  const own = Array.isArray(part.examples)
    ? part.examples.map((example: unknown) => ({ path, part, example }))
    : [];
  const inner = Object.entries(part).flatMap(([name, child]) =>
    // The member of a key that is called `examples` is a schema and no list.
    isPart(child) && !Array.isArray(child) ? examplesIn(child, `${path}/${name}`) : [],
  );
  const alternatives = Array.isArray(part.oneOf)
    ? part.oneOf.flatMap((child, index) => (isPart(child) ? examplesIn(child, `${path}/oneOf/${index}`) : []))
    : [];
  return [...own, ...inner, ...alternatives];
}
