import type { KeyFacts, MeasurandFacts } from '../../server/src/catalog/knowledge.ts';
import type { Vocabulary } from './documents.ts';

/** The part of JSON Schema that is used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly type?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
}

/**
 * A JSON Schema of GetConfiguration answers, as people write them today for VS Code: since the key is a value there, one
 * `if` and `then` a key. It can say less than our rules: no ranges in strings, nothing about other entries.
 */
export function getConfigurationSchema({ keys, measurands }: Vocabulary): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      configurationKey: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            key: { type: 'string', maxLength: 50 },
            readonly: { type: 'boolean' },
            value: { type: 'string', maxLength: 500 },
          },
          required: ['key', 'readonly'],
          allOf: keys.map((facts) => ({
            if: { properties: { key: { const: facts.name } }, required: ['key'] },
            // biome-ignore lint/suspicious/noThenProperty: this is what JSON Schema calls it, and nobody awaits it
            then: {
              properties: { value: { description: facts.summary, ...valueSchema(facts, measurands) } },
            },
          })),
        },
      },
      unknownKey: { type: 'array', items: { type: 'string' } },
    },
    required: ['configurationKey'],
  };
}

/** The cheapest schema that is of any use: it knows the names of the keys and nothing of their values. */
export function keyNamesSchema({ keys }: Vocabulary): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      configurationKey: {
        type: 'array',
        items: {
          type: 'object',
          properties: { key: { enum: keys.map((facts) => facts.name) } },
          required: ['key'],
        },
      },
    },
    required: ['configurationKey'],
  };
}

function valueSchema(facts: KeyFacts, measurands: readonly MeasurandFacts[]): JsonSchema {
  const maxLength = facts.maxLength === undefined ? {} : { maxLength: facts.maxLength };
  switch (facts.type) {
    case 'boolean':
      return { enum: ['true', 'false'] };
    case 'integer':
      return { pattern: '^-?[0-9]+$' };
    case 'decimal':
      return { pattern: '^-?[0-9]+(\\.[0-9]+)?$' };
    case 'enum':
      return { enum: (facts.values ?? []).map(({ value }) => value) };
    case 'list':
      return { ...maxLength, ...listSchema(facts, measurands) };
    default:
      return maxLength;
  }
}

function listSchema(facts: KeyFacts, measurands: readonly MeasurandFacts[]): JsonSchema {
  const names =
    facts.items?.of === 'measurands'
      ? measurands.map(({ name }) => name)
      : (facts.items?.values ?? []).map(({ value }) => value);
  if (names.length === 0) return {};
  const phase = facts.items?.of === 'measurands' ? '(\\.L[123](-N)?)?' : '';
  const item = `(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})${phase}`;
  return { pattern: `^(${item}(,${item})*)?$` };
}
