/** Our data in another language: which of its members are texts for people, and a copy with those translated. */

import type { CrossKeyRuleFile } from './cross-key-rule.ts';
import type {
  KeyFacts,
  KeyFile,
  LookalikeFile,
  MeasurandFile,
  SignalFile,
  StandardKnowledge,
} from './knowledge.ts';
import type { OperatorProfile } from './operator-profile.ts';

/** Gives a text in the reader's language, or the text itself where there is no translation. */
export type Translate = (text: string) => string;

/** The standard with its texts translated; the names, values and sources in it stay as they are. */
export function translatedStandard(standard: StandardKnowledge, translate: Translate): StandardKnowledge {
  return translated(standard, STANDARD_TEXTS, translate);
}

/** An operator's profile with its texts translated. */
export function translatedProfile(profile: OperatorProfile, translate: Translate): OperatorProfile {
  return translated(profile, PROFILE_TEXTS, translate);
}

/** A JSON Schema with its descriptions translated: they are part of what is said about a file that does not fit. */
export function translatedSchema<Schema>(schema: Schema, translate: Translate): Schema {
  return withDescriptions(schema, translate) as Schema;
}

function withDescriptions(part: unknown, translate: Translate): unknown {
  if (Array.isArray(part)) return part.map((item) => withDescriptions(item, translate));
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([name, value]) => {
    const isText = name === 'description' && typeof value === 'string';
    return [name, isText ? translate(value) : withDescriptions(value, translate)];
  });
  return Object.fromEntries(members);
}

/**
 * The members of data that are texts: the same form, `true` in place of a text, `phrase` in place of one that is only a
 * name where it has no blank. Lists are not mentioned; `*` stands for each member of an object that has any.
 */
type TextsOf<Data> = Data extends string
  ? true | 'phrase'
  : Data extends readonly (infer Item)[]
    ? TextsOf<Item>
    : Data extends object
      ? string extends keyof Data
        ? { readonly '*': TextsOf<Data[keyof Data]> }
        : { readonly [Member in keyof Data]?: TextsOf<NonNullable<Data[Member]>> }
      : never;

const KEY_TEXTS: TextsOf<KeyFacts> = {
  requiredIf: true,
  limitsFrom: true,
  usual: { because: true },
  values: { meaning: true },
  items: { values: { meaning: true } },
  special: { meaning: true },
  reboot: { note: true },
  deprecated: { note: true },
  summary: true,
  pitfalls: true,
  ocpp2: 'phrase',
  disagreements: true,
  implementationDefaults: { '*': 'phrase' },
};

const KEY_FILE_TEXTS: TextsOf<KeyFile> = { title: true, keys: KEY_TEXTS };

const MEASURAND_TEXTS: TextsOf<MeasurandFile> = {
  phases: { meaning: true },
  measurands: { ac: true, dc: true, summary: true, pitfalls: true },
  notMeasurands: { note: true },
  phaseRotation: { meaning: true },
};

const LOOKALIKE_TEXTS: TextsOf<LookalikeFile> = { keys: { note: true } };

const SIGNAL_TEXTS: TextsOf<SignalFile> = { signals: { because: true } };

const CROSS_KEY_TEXTS: TextsOf<CrossKeyRuleFile> = {
  topic: true,
  rules: {
    title: true,
    cases: { what: true, why: true, todo: true, related: { '*': true }, fixes: { title: true } },
  },
};

/** Titles of sources are those of documents: nobody would find them by a translated one. */
const STANDARD_TEXTS: TextsOf<StandardKnowledge> = {
  keyFiles: KEY_FILE_TEXTS,
  measurands: MEASURAND_TEXTS,
  lookalikes: LOOKALIKE_TEXTS,
  signals: SIGNAL_TEXTS,
  crossKeyRules: CROSS_KEY_TEXTS,
};

const PROFILE_TEXTS: TextsOf<OperatorProfile> = {
  recommendations: { title: true, reason: true, reading: true, cases: { breaches: { because: true } } },
  advice: { text: true },
};

/** A copy of data with its texts translated; what holds no text is shared with the original. */
function translated<Data>(data: Data, texts: TextsOf<Data>, translate: Translate): Data {
  return copyOf(data, texts, translate) as Data;
}

type Texts = true | 'phrase' | { readonly [member: string]: Texts };

function copyOf(data: unknown, texts: unknown, translate: Translate): unknown {
  if (Array.isArray(data)) return data.map((item) => copyOf(item, texts, translate));
  if (typeof data === 'string') return texts === 'phrase' && !data.includes(' ') ? data : translate(data);
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = { ...data };
  for (const [named, inner] of Object.entries(texts as Exclude<Texts, string | true>)) {
    for (const member of named === '*' ? Object.keys(copy) : [named]) {
      if (member in copy) copy[member] = copyOf(copy[member], inner, translate);
    }
  }
  return copy;
}
