import type { ScopePurpose } from '../model/document.ts';
import type { PlainValue, Severity } from '../model/problem.ts';
import type { CurrentType } from '../model/station.ts';
import type { Unit } from './knowledge.ts';

/** `schemas/standard/<version>/rules/<topic>.json`: settings that are legal one by one and do not work together. */
export interface CrossKeyRuleFile {
  readonly $schema?: string;
  readonly protocol: string;
  /** For people: "Metering". */
  readonly topic: string;
  /** Place among the topics, from 1. */
  readonly order: number;
  readonly rules: readonly CrossKeyRule[];
}

export interface CrossKeyRule {
  /** Kebab-case and stable; reads well after "allow". */
  readonly id: string;
  /** A few words for lists. */
  readonly title: string;
  readonly severity: Severity;
  /** Version of this program that had it first. */
  readonly since: string;
  /** On what it rests; what is only an expert's judgement is rarely more than information. */
  readonly origin: 'standard' | 'errata' | 'operator' | 'implementations' | 'judgement';
  /** Ids in `sources.json`. */
  readonly sources: readonly string[];
  /** Keys about whose values an operator's advice may say the same already: where such advice is broken, silent. */
  readonly unlessAdvised?: readonly string[];
  /** Rules that are about the same cause: where one of them applies, this one is silent. */
  readonly unlessFound?: readonly string[];
  /** The first case that holds is the one: one cause, one problem. */
  readonly cases: readonly CrossKeyCase[];
}

export interface CrossKeyCase {
  /** The key at which the problem is shown; it must be in the configuration. */
  readonly key: string;
  readonly when: Conditions;
  /** Where it is another one than the rule's. */
  readonly severity?: Severity;
  /** Where a station reports the values, or states them about itself in its own file, and nobody has written them. */
  readonly inDump?: Severity;
  /** What is wrong, what happens in the field, what to do; `{Key}` stands for a key's value in words. */
  readonly what: string;
  readonly why?: string;
  readonly todo?: string;
  /** What to say at the other keys' places; shown are those that are there and whose condition holds. */
  readonly related?: Readonly<Record<string, string>>;
  /** The preferred one first; several where it depends on what was meant. */
  readonly fixes?: readonly CrossKeyFix[];
}

/** All of it must hold. What is not known (a key that is not there, a value that cannot be read) holds never. */
export interface Conditions {
  readonly purpose?: readonly ScopePurpose[];
  readonly station?: { readonly current?: CurrentType; readonly smartCharging?: boolean };
  /** By the key's name. */
  readonly keys?: Readonly<Record<string, KeyTest>>;
  readonly compare?: readonly Comparison[];
  /** At least one of these must hold. */
  readonly oneOf?: readonly Conditions[];
  /** This must not hold for sure; what is not known is no obstacle. */
  readonly unless?: Conditions;
}

/** All members must hold of the key's value. Numbers are in the standard's unit for the key. */
export interface KeyTest {
  /** Texts are compared without regard to case. */
  readonly is?: PlainValue;
  readonly isNot?: PlainValue;
  /** The text is one of these, without regard to case. */
  readonly isOneOf?: readonly string[];
  readonly above?: number | string;
  readonly atLeast?: number | string;
  readonly below?: number | string;
  readonly atMost?: number | string;
  /** Whether a list has no items, or a text no characters. */
  readonly empty?: boolean;
  /** The list has at least one of these items; a phase makes no other item of a measurand. */
  readonly has?: readonly string[];
  /** The list has none of these items; an empty list neither. */
  readonly lacks?: readonly string[];
  /** The list has items, and each is one of these, in whatever phase. */
  readonly onlyOf?: readonly string[];
  /** The list does not have all of these items. */
  readonly lacksOneOf?: readonly string[];
  /** The list has at least so many items. */
  readonly itemsFrom?: number;
  /** The text begins so, without regard to case. */
  readonly startsWith?: string;
  /** This stands somewhere in the value as it is written, whatever its type, without regard to case. */
  readonly contains?: string;
  /** This stands nowhere in the value as it is written; an empty value has nothing that could be looked at. */
  readonly omits?: string;
  /** The number is no divisor of this one, so that intervals of this length do not fill it. */
  readonly notDivisorOf?: number;
  /** Has the same value as another key; lists regardless of order. */
  readonly sameAs?: string;
  /** Of a family: whether each connector of the station has its key; known only of a whole answer of a station. */
  readonly everyConnector?: boolean;
  /** Holds as well where a whole answer of a station lacks the key. */
  readonly orMissing?: boolean;
  /** Holds only where a whole answer of a station lacks the key (`true`), or where the key is there (`false`). */
  readonly missing?: boolean;
}

/** Compares a product of values, attempts times interval, or the number of entries. */
export interface Comparison {
  /** The name that texts call it by: `{total}`. */
  readonly name: string;
  readonly unit?: Unit;
  readonly product: readonly Factor[];
  readonly above?: number | string;
  readonly atLeast?: number | string;
  readonly below?: number | string;
  readonly atMost?: number | string;
}

/** A number, a key's value, a key's value with something added, or how many entries the configuration has. */
export type Factor =
  | number
  | string
  | { readonly key: string; readonly plus: number }
  | { readonly count: 'entries' };

export interface CrossKeyFix {
  /** Imperative; `{Key}` is the new value in words. Default: "Set Key to value". */
  readonly title?: string;
  /** Offered only where this holds. */
  readonly when?: Conditions;
  /** New values; `advised` takes the operator's value for this station, where there is one; `times` multiplies. */
  readonly set?: Readonly<Record<string, NewValue>>;
  /** Lists to empty; those that are not there or empty already stay as they are. */
  readonly empty?: readonly string[];
  /** Items to add to lists, unless they are there. */
  readonly add?: Readonly<Record<string, readonly string[]>>;
  /** Items to take out of lists. */
  readonly drop?: Readonly<Record<string, readonly string[]>>;
  /** Entries to remove. */
  readonly remove?: readonly string[];
  /** Keeps the meaning or applies an agreed value, and surprises nobody who saves a file. */
  readonly safe?: boolean;
}

/** A value, the operator's where there is one, or the present number so many times. */
export type NewValue = PlainValue | { readonly advised: PlainValue } | { readonly times: number };
