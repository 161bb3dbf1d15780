import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import { eitherWords } from '../catalog/expectations.ts';
import type { OffsetRange } from '../text/range.ts';
import { quoted, quotedList, suggestion } from './words.ts';

/** The part of JSON Schema (draft 7) that our schemas of users' files are written in. */
export interface FileSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FileSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | FileSchema;
  readonly propertyNames?: FileSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: FileSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly oneOf?: readonly FileSchema[];
  readonly anyOf?: readonly FileSchema[];
  readonly allOf?: readonly FileSchema[];
  readonly not?: FileSchema;
  readonly if?: FileSchema;
  readonly then?: FileSchema;
  readonly else?: FileSchema;
  readonly definitions?: Readonly<Record<string, FileSchema>>;
}

/** Something in a user's file that is not as its schema says. */
export interface FileProblem {
  readonly message: string;
  readonly range: OffsetRange;
  /** Who else would find it: an editor that knows JSON, or one that knows the file's schema as well. */
  readonly alsoFoundBy?: 'json' | 'schema';
}

/** Where a value stands: names of members and places in lists, from the top. Lists count only what was valid. */
export type ValuePath = readonly (string | number)[];

/** What a file says, as far as it is as its schema wants it. */
export interface SchemaReading {
  /** Undefined when the whole is of no use. Objects have no prototype, so that no name in a file means anything. */
  readonly value: unknown;
  readonly problems: readonly FileProblem[];
  /** The place of a value, or the nearest one around it. */
  rangeOf(path: ValuePath): OffsetRange;
  /** The place of a member's name. */
  nameRangeOf(path: ValuePath): OffsetRange;
}

/**
 * Reads a file by its schema. What is not valid is left out, with everything that is of no use without it, and the rest
 * is kept: a wrong item leaves its list, an object without a required member its surroundings.
 */
export function readBySchema(root: Node, schema: FileSchema): SchemaReading {
  const reader = new Reader(schema);
  const value = reader.read(root, schema, []);
  const { problems, ranges, nameRanges } = reader;
  return {
    value: value === INVALID ? undefined : value,
    problems,
    rangeOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const range = ranges.get(JSON.stringify(path.slice(0, length)));
        if (range !== undefined) return range;
      }
      return rangeOf(root);
    },
    nameRangeOf: (path) => nameRanges.get(JSON.stringify(path)) ?? rangeOf(root),
  };
}

const INVALID = Symbol('invalid');

/** Patterns are ours and quick; still nobody needs them on longer texts. */
const LONGEST_PATTERN_TEXT = 2_000;

class Reader {
  readonly problems: FileProblem[] = [];
  readonly ranges = new Map<string, OffsetRange>();
  readonly nameRanges = new Map<string, OffsetRange>();
  readonly #root: FileSchema;

  constructor(root: FileSchema) {
    this.#root = root;
  }

  read(node: Node, schema: FileSchema, path: ValuePath): unknown {
    const known = this.problems.length;
    const wanted = this.#resolved(schema);
    this.ranges.set(JSON.stringify(path), rangeOf(node));
    const value = this.#readType(node, wanted, path);
    if (value === INVALID) return INVALID;
    const before = this.problems.length;
    this.#checkValue(node, value, wanted);
    this.#checkAlternatives(node, wanted, known);
    return this.problems.length > before ? INVALID : value;
  }

  /** Whether a node is as a schema says, without a word about it. */
  #fits(node: Node, schema: FileSchema): boolean {
    return this.#problemsOf(node, schema).length === 0;
  }

  #problemsOf(node: Node, schema: FileSchema): readonly FileProblem[] {
    const inner = new Reader(this.#root);
    inner.read(node, schema, []);
    return inner.problems;
  }

  #readType(node: Node, schema: FileSchema, path: ValuePath): unknown {
    const types = schema.type === undefined ? undefined : [schema.type].flat();
    if (types !== undefined && !types.some((type) => isOfType(node, type))) {
      return this.#wrong(
        node,
        l10n.t('must be {0}, not {1}', eitherWords(types.map(typeWords)), foundWords(node)),
      );
    }
    if (node.type === 'object') return this.#readObject(node, schema, path);
    if (node.type === 'array') return this.#readArray(node, schema, path);
    return node.value as unknown;
  }

  #readObject(node: Node, schema: FileSchema, path: ValuePath): unknown {
    const result: Record<string, unknown> = Object.create(null);
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [nameNode, valueNode] = property.children ?? [];
      if (nameNode === undefined || valueNode === undefined) continue;
      const name = String(nameNode.value);
      if (seen.has(name))
        this.#say(nameNode, l10n.t('{0} is here twice; the first one counts.', quoted(name)));
      else {
        const member = this.#memberSchema(schema, name, nameNode);
        const value = member === undefined ? INVALID : this.read(valueNode, member, [...path, name]);
        if (value !== INVALID) {
          result[name] = value;
          this.nameRanges.set(JSON.stringify([...path, name]), rangeOf(nameNode));
        }
      }
      seen.add(name);
    }
    const missing = (schema.required ?? []).filter((name) => !seen.has(name));
    if (missing.length > 0) return this.#wrong(node, l10n.t('needs {0}', quotedList(missing)));
    return (schema.required ?? []).every((name) => Object.hasOwn(result, name)) ? result : INVALID;
  }

  /** What a member must be; undefined, with a problem, where there must be none of this name. */
  #memberSchema(schema: FileSchema, name: string, nameNode: Node): FileSchema | undefined {
    const { properties = {}, additionalProperties, propertyNames } = schema;
    if (Object.hasOwn(properties, name)) return properties[name];
    if (additionalProperties === false) {
      const names = Object.keys(properties);
      const advice = suggestion(name, names) ?? l10n.t('There are {0}.', quotedList(names));
      this.#say(nameNode, l10n.t('There is no {0} here. {1}', quoted(name), advice));
      return undefined;
    }
    if (propertyNames !== undefined && !this.#fits(nameNode, propertyNames)) {
      this.#say(nameNode, l10n.t('{0} is no name that can stand here.', quoted(name)));
      return undefined;
    }
    return typeof additionalProperties === 'object' ? additionalProperties : {};
  }

  #readArray(node: Node, { items, uniqueItems, maxItems }: FileSchema, path: ValuePath): unknown {
    const result: unknown[] = [];
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      if (maxItems !== undefined && result.length >= maxItems) {
        this.#say(
          child,
          l10n.t('There are more than {0} here; this one and all after it do not count.', maxItems),
        );
        break;
      }
      const value = items === undefined ? child.value : this.read(child, items, [...path, result.length]);
      if (value === INVALID) continue;
      const text = uniqueItems === true ? JSON.stringify(value) : undefined;
      if (text !== undefined && seen.has(text)) {
        this.#say(child, l10n.t('This is here already.'));
        continue;
      }
      if (text !== undefined) seen.add(text);
      result.push(value);
    }
    return result;
  }

  #checkValue(node: Node, value: unknown, schema: FileSchema): void {
    if (schema.enum !== undefined && !schema.enum.includes(value)) {
      const words = schema.enum.map(String);
      const meant = typeof value === 'string' ? suggestion(value, words) : undefined;
      this.#wrong(node, l10n.t('must be one of {0}', quotedList(words)), meant);
    }
    if (schema.const !== undefined && schema.const !== value)
      this.#wrong(node, l10n.t('must be {0}', JSON.stringify(schema.const)));
    if (typeof value === 'string') this.#checkText(node, value, schema);
    if (typeof value === 'number') {
      if (schema.minimum !== undefined && value < schema.minimum)
        this.#wrong(node, l10n.t('must be {0} or more', schema.minimum));
      if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum)
        this.#wrong(node, l10n.t('must be more than {0}', schema.exclusiveMinimum));
    }
    const count = node.children?.length ?? 0;
    if (node.type === 'array' && schema.minItems !== undefined && count < schema.minItems)
      this.#wrong(
        node,
        schema.minItems === 1
          ? l10n.t('needs at least one item')
          : l10n.t('needs at least {0} items', schema.minItems),
      );
    if (schema.minProperties !== undefined && count < schema.minProperties)
      this.#wrong(node, l10n.t('must not be empty'));
    if (schema.maxProperties !== undefined && count > schema.maxProperties)
      this.#wrong(node, l10n.t('has more than {0} members', schema.maxProperties));
  }

  #checkText(node: Node, value: string, { pattern, minLength, maxLength, description }: FileSchema): void {
    if (minLength !== undefined && value.length < minLength) this.#wrong(node, l10n.t('must not be empty'));
    if (maxLength !== undefined && value.length > maxLength)
      this.#wrong(node, l10n.t('must not be longer than {0} characters', maxLength));
    if (pattern === undefined) return;
    if (value.length > LONGEST_PATTERN_TEXT) this.#wrong(node, l10n.t('is too long'));
    else if (!new RegExp(pattern, 'u').test(value))
      this.#wrong(node, l10n.t('has not the right form'), description);
  }

  #checkAlternatives(node: Node, schema: FileSchema, known: number): void {
    // What is wrong already would only be said again in other words.
    if (this.problems.length > known) return;
    for (const part of schema.allOf ?? []) this.#add(this.#problemsOf(node, part));
    if (schema.anyOf !== undefined && !schema.anyOf.some((part) => this.#fits(node, part)))
      this.#wrong(node, l10n.t('is not complete'), schema.description);
    if (schema.oneOf !== undefined && !schema.oneOf.some((part) => this.#fits(node, part)))
      this.#add(this.#nearestProblems(node, schema.oneOf));
    if (schema.not !== undefined && this.#fits(node, schema.not)) {
      const names = schema.not.required ?? [];
      this.#wrong(
        node,
        names.length === 0 ? l10n.t('is not allowed') : l10n.t('must not have {0} here', quotedList(names)),
      );
    }
    if (schema.if !== undefined) {
      const branch = this.#fits(node, schema.if) ? schema.then : schema.else;
      if (branch !== undefined) this.#add(this.#problemsOf(node, branch));
    }
  }

  /** What keeps a node from being the alternative that it is most like. */
  #nearestProblems(node: Node, alternatives: readonly FileSchema[]): readonly FileProblem[] {
    const names = new Set((node.children ?? []).map((property) => String(property.children?.[0]?.value)));
    const likeness = (schema: FileSchema) =>
      Object.keys(this.#resolved(schema).properties ?? {}).filter((name) => names.has(name)).length;
    const [nearest] = [...alternatives].sort((a, b) => likeness(b) - likeness(a));
    return nearest === undefined ? [] : this.#problemsOf(node, nearest);
  }

  #resolved(schema: FileSchema): FileSchema {
    const name = schema.$ref?.replace('#/definitions/', '');
    if (name === undefined) return schema;
    const definition = this.#root.definitions?.[name];
    if (definition === undefined) throw new Error(`the schema has no definition ${name}`);
    return this.#resolved(definition);
  }

  #add(problems: readonly FileProblem[]): void {
    this.problems.push(...problems);
  }

  #say(node: Node, message: string): void {
    this.problems.push({ message, range: rangeOf(node), alsoFoundBy: 'schema' });
  }

  #wrong(node: Node, what: string, advice?: string): typeof INVALID {
    const more = advice === undefined ? '' : ` ${advice}`;
    this.#say(node, `${subjectOf(node)} ${what}.${more}`);
    return INVALID;
  }
}

function rangeOf({ offset, length }: Node): OffsetRange {
  return { start: offset, end: offset + length };
}

/** How a sentence about a value begins: by the member that holds it. */
function subjectOf(node: Node): string {
  const { parent } = node;
  if (parent?.type === 'property') return quoted(String(parent.children?.[0]?.value));
  return parent?.type === 'array' ? l10n.t('This item') : l10n.t('This');
}

function isOfType({ type, value }: Node, wanted: string): boolean {
  if (wanted === 'integer') return type === 'number' && Number.isInteger(value);
  return type === wanted;
}

function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t('a text in quotes');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('a whole number');
    case 'boolean':
      return l10n.t('true or false');
    case 'object':
      return l10n.t('an object in { }');
    case 'array':
      return l10n.t('a list in [ ]');
    default:
      return type;
  }
}

function foundWords({ type, value }: Node): string {
  if (type === 'number' || type === 'boolean') return String(value);
  return type === 'string' ? l10n.t('a text') : typeWords(type);
}
