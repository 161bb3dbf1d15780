import { declarationOf, SECTION } from './setting-declarations.ts';

/** Reads single settings of the section as they are declared. Whoever is to know is told of what is not so. */
export class SettingsReader {
  readonly #section: unknown;
  readonly #complain: (message: string) => void;

  constructor(section: unknown, complain: (message: string) => void) {
    this.#section = section;
    this.#complain = complain;
  }

  /** One of the strings that the declaration lists. */
  choice(name: string): string {
    const { schema, default: fallback } = declarationOf(name);
    const value = this.#value(name);
    if (value === undefined) return String(fallback);
    if (isString(value) && schema.enum?.includes(value)) return value;
    this.#complain(
      `${SECTION}.${name} is ${JSON.stringify(value)}, which is not one of ${schema.enum?.join(', ')}.`,
    );
    return String(fallback);
  }

  /** The same, with the type of the strings; the first of them is the declaration's default. */
  oneOf<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.choice(name);
    return choices.find((choice) => choice === value) ?? choices[0];
  }

  /** An operator's id: one that is declared, or that of a profile of the user's own. */
  operator(): string {
    const value = this.#value('operator');
    return isString(value) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : this.choice('operator');
  }

  /** A whole number within the limits of the declaration. */
  count(name: string): number {
    const { schema, default: fallback } = declarationOf(name);
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
    const value = this.#value(name);
    if (value === undefined) return Number(fallback);
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
      return value;
    this.#complain(
      `${SECTION}.${name} is ${JSON.stringify(value)}, which is no whole number from ${minimum} to ${maximum}.`,
    );
    return Number(fallback);
  }

  /** A text; an empty one counts as not set. */
  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (isString(value)) return value.trim() === '' ? undefined : value.trim();
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not a text.`);
    return undefined;
  }

  /** Yes or no, as declared where it is not set. */
  flag(name: string): boolean {
    const fallback = declarationOf(name).default === true;
    const value = this.#value(name);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is neither true nor false.`);
    return fallback;
  }

  /** A list of texts; other items are left out. */
  texts(name: string): readonly string[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every(isString)) return value;
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not a list of texts.`);
    return Array.isArray(value) ? value.filter(isString) : [];
  }

  /** An object whose values are all as they must be; others are left out. */
  record<Value>(name: string, isRight: (value: unknown) => value is Value): Readonly<Record<string, Value>> {
    const value = this.#value(name);
    if (value === undefined) return {};
    if (!isObject(value)) {
      this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not an object.`);
      return {};
    }
    const right: Record<string, Value> = Object.create(null);
    for (const [key, member] of Object.entries(value)) {
      if (isRight(member)) right[key] = member;
      else this.#complain(`${SECTION}.${name}: ${JSON.stringify(member)} means nothing for "${key}".`);
    }
    return right;
  }

  /** The value at a dotted name; `null` is what editors give for what is not set. */
  #value(name: string): unknown {
    let value: unknown = this.#section;
    for (const part of name.split('.')) value = isObject(value) ? value[part] : undefined;
    return value ?? undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}
