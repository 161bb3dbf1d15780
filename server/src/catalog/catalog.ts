import type { CrossKeyRule, CrossKeyRuleFile } from './cross-key-rule.ts';
import { KeyFamilies } from './key-families.ts';
import type {
  Area,
  KeyFacts,
  KeyFile,
  LookalikeKey,
  LookalikeName,
  MeasurandFacts,
  NamedValue,
  RoleNameFile,
  Signal,
  SourceFacts,
  StandardKnowledge,
} from './knowledge.ts';
import { NearNames } from './near-names.ts';
import type { VendorNotes } from './vendor-knowledge.ts';
import type { VendorPack } from './vendor-pack.ts';

/** What a name in a file turns out to be. */
export type KeyMatch =
  | { readonly kind: 'exact'; readonly facts: KeyFacts }
  /** The right letters in the wrong case. */
  | { readonly kind: 'casing'; readonly facts: KeyFacts }
  /** A spelling that is listed as a mistake for this very key. */
  | { readonly kind: 'misspelling'; readonly facts: KeyFacts }
  /** A known name that is no key of this protocol: legacy, another version's, a vendor's. */
  | { readonly kind: 'lookalike'; readonly lookalike: LookalikeKey }
  /** With the name in lower case, since OCPP ignores case. */
  | { readonly kind: 'unknown'; readonly lower: string };

/** What a name is that nobody looks up. */
export function unknownKey(name: string): KeyMatch {
  return { kind: 'unknown', lower: name.toLowerCase() };
}

type ExactMatch = Extract<KeyMatch, { readonly kind: 'exact' }>;

/** A list item that is a measurand, cut into its parts. */
export interface MeasurandMatch {
  readonly facts: MeasurandFacts;
  readonly phase: string | undefined;
}

/**
 * All we know of one protocol version's keys, indexed. Look-ups take constant time. Immutable once made; each fact
 * keeps the ids of its sources.
 */
export class Catalog {
  readonly protocol = '1.6';
  readonly keys: readonly KeyFacts[];
  readonly measurands: readonly MeasurandFacts[];
  readonly phases: readonly NamedValue[];
  readonly phaseRotations: readonly NamedValue[];
  readonly signals: readonly Signal[];
  readonly roleNames: RoleNameFile;
  readonly crossKeyRules: readonly CrossKeyRule[];
  readonly #exact = new Map<string, ExactMatch>();
  /** By the name in lower case. */
  readonly #inexact = new Map<string, KeyMatch>();
  readonly #inSections = new Map<string, KeyFacts>();
  readonly #profiles = new Map<KeyFacts, KeyFile>();
  readonly #families: KeyFamilies<ExactMatch>;
  /** Alone and in each phase, by the name in lower case. */
  readonly #measurands = new Map<string, MeasurandMatch>();
  readonly #notMeasurands = new Map<string, LookalikeName>();
  readonly #nearKeys: NearNames<KeyFacts>;
  readonly #nearMeasurands: NearNames<MeasurandFacts>;
  readonly #requiredKeys: readonly KeyFacts[];
  readonly #knowledge: StandardKnowledge;

  readonly #vendorNotes: ReadonlyMap<KeyFacts, VendorNotes>;

  /** The pack of the vendor whose stations this catalog is for. */
  readonly vendor: VendorPack | undefined;

  /** @param vendor a vendor pack, and what it says of the keys that it has touched or added */
  constructor(
    knowledge: StandardKnowledge,
    vendor?: { pack: VendorPack; notes: ReadonlyMap<KeyFacts, VendorNotes> },
  ) {
    this.vendor = vendor?.pack;
    this.#knowledge = knowledge;
    this.#vendorNotes = vendor?.notes ?? new Map();
    const keys: KeyFacts[] = [];
    for (const file of knowledge.keyFiles) {
      for (const facts of file.keys) {
        this.#profiles.set(facts, file);
        const section = this.vendorNotes(facts)?.own?.section;
        if (section === undefined) keys.push(facts);
        else this.#inSections.set(`${section}\n${facts.name}`, facts);
      }
    }
    // Surest first: a name that is known in several ways means the first.
    for (const facts of keys) {
      for (const name of [facts.name, ...(facts.alsoWritten ?? [])])
        this.#exact.set(name, { kind: 'exact', facts });
      setOnce(this.#inexact, facts.name, { kind: 'casing', facts });
    }
    for (const facts of keys) {
      for (const wrong of facts.misspellings) setOnce(this.#inexact, wrong, { kind: 'misspelling', facts });
    }
    for (const lookalike of knowledge.lookalikes.keys) {
      setOnce(this.#inexact, lookalike.name, { kind: 'lookalike', lookalike });
    }
    for (const facts of knowledge.measurands.measurands) {
      const name = facts.name.toLowerCase();
      this.#measurands.set(name, { facts, phase: undefined });
      for (const { value } of knowledge.measurands.phases) {
        this.#measurands.set(`${name}.${value.toLowerCase()}`, { facts, phase: value });
      }
    }
    for (const other of knowledge.measurands.notMeasurands)
      this.#notMeasurands.set(other.name.toLowerCase(), other);
    this.keys = keys;
    this.#requiredKeys = keys.filter((facts) => facts.required && this.profileOf(facts).mandatory === true);
    this.measurands = knowledge.measurands.measurands;
    this.phases = knowledge.measurands.phases;
    this.phaseRotations = knowledge.measurands.phaseRotation;
    this.signals = knowledge.signals.signals;
    this.roleNames = knowledge.roleNames;
    this.crossKeyRules = allRules(knowledge.crossKeyRules);
    this.#families = new KeyFamilies(
      keys.flatMap((facts) =>
        facts.family === undefined ? [] : [[facts.family, { kind: 'exact', facts } as const] as const],
      ),
    );
    this.#nearKeys = new NearNames(keys);
    this.#nearMeasurands = new NearNames(this.measurands);
  }

  /** Whether a name is a key's name with exactly this case: what recognition of a file counts. */
  readonly isKeyName = (name: string): boolean => this.#exact.has(name);

  /** The facts of a key by its canonical name. */
  key(name: string): KeyFacts | undefined {
    const match = this.#exact.get(name);
    return match?.facts.name === name ? match.facts : undefined;
  }

  /** What a name written in a file means. Never guesses: similar names are `nearest`'s business. */
  match(name: string): KeyMatch {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    const lower = name.toLowerCase();
    return this.#inexact.get(lower) ?? this.#families.match(lower) ?? { kind: 'unknown', lower };
  }

  /** What a name means in a program's own section, where only the vendor's keys of that section are known. */
  matchInSection(name: string, section: string | undefined): KeyMatch {
    const facts = this.#inSections.get(`${section ?? ''}\n${name}`);
    return facts === undefined ? unknownKey(name) : { kind: 'exact', facts };
  }

  /** The key whose name is so near to an unknown one that it was very probably meant. */
  nearest(name: string): KeyFacts | undefined {
    return this.#nearKeys.nearest(name);
  }

  /** The feature profile that a key belongs to. */
  profileOf(facts: KeyFacts): KeyFile {
    const file = this.#profiles.get(facts);
    if (file === undefined) throw new Error(`${facts.name} is not of this catalog`);
    return file;
  }

  /** What a key is for; undefined where the data do not say. */
  areaOf(facts: KeyFacts): Area | undefined {
    const { keys, profiles } = this.#knowledge.areas;
    return keys[facts.name] ?? profiles[this.profileOf(facts).profile];
  }

  /** What the problems of a rule are about, whatever the key; undefined for most rules. */
  areaOfRule(rule: string): Area | undefined {
    return this.#knowledge.areas.rules[rule];
  }

  /** What the station's vendor pack says of a key; undefined without a pack or where it says nothing. */
  vendorNotes(facts: KeyFacts): VendorNotes | undefined {
    return this.#vendorNotes.get(facts);
  }

  get profiles(): readonly KeyFile[] {
    return this.#knowledge.keyFiles;
  }

  /** The keys that every station must have. */
  get requiredKeys(): readonly KeyFacts[] {
    return this.#requiredKeys;
  }

  /** The measurand, and phase if any, that a list item names; case is ignored, as the caller can compare names. */
  measurand(item: string): MeasurandMatch | undefined {
    return this.#measurands.get(item.toLowerCase());
  }

  /** Why a name that looks like a measurand is none. */
  notMeasurand(item: string): LookalikeName | undefined {
    return this.#notMeasurands.get(item.toLowerCase());
  }

  /** The measurand whose name is so near to an unknown one that it was very probably meant. */
  nearestMeasurand(item: string): MeasurandFacts | undefined {
    return this.#nearMeasurands.nearest(item);
  }

  source(id: string): SourceFacts | undefined {
    return this.#knowledge.sources.sources[id];
  }
}

/** The rules of all topics. */
export function allRules(files: readonly CrossKeyRuleFile[]): readonly CrossKeyRule[] {
  return files.flatMap(({ rules }) => rules);
}

function setOnce(map: Map<string, KeyMatch>, name: string, match: KeyMatch): void {
  const lower = name.toLowerCase();
  if (!map.has(lower)) map.set(lower, match);
}
