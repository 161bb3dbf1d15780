/**
 * The form of the data files under `schemas/`: what we know, as its authors write it. `schemas/*.schema.json` says the
 * same for editors, and a test holds the two together.
 */

import type { CrossKeyRuleFile } from './cross-key-rule.ts';
import type { Role } from './operator-profile.ts';

/** One file of `schemas/standard/<version>/`: the keys of one feature profile. */
export interface KeyFile {
  readonly $schema?: string;
  /** `1.6`. */
  readonly protocol: string;
  /** Feature profile as OCPP names it: `Core`, `SmartCharging`, `Security`. */
  readonly profile: string;
  /** For people: "Core", "Local authorization list". */
  readonly title: string;
  /** Place among the files of its protocol, from 1; those without one come last, by profile. Core is the first. */
  readonly order?: number;
  /** Whether every station has this profile, so that its required keys are always required. */
  readonly mandatory?: boolean;
  readonly keys: readonly KeyFacts[];
}

export type KeyType = 'boolean' | 'integer' | 'decimal' | 'string' | 'enum' | 'list' | 'datetime';
export type Unit =
  | 's'
  | 'ms'
  | 'min'
  | 'h'
  | 'd'
  | 'Wh'
  | 'kWh'
  | 'W'
  | 'kW'
  | 'A'
  | 'mA'
  | 'dA'
  | 'V'
  | '%'
  | '°C'
  | 'B'
  | 'count'
  | 'characters';

/** Everything known of one configuration key. Absent members mean: not known or does not apply. */
export interface KeyFacts {
  readonly name: string;
  /**
   * For a family of keys: the name with placeholders in brackets, `MeterPublicKey[connector]`. `[connector]` and other
   * numbers stand for digits, with or without brackets of their own in the file; `[language]` for a language tag.
   */
  readonly family?: string;
  /** For a family with `[connector]`: the key that says how many connectors there are. */
  readonly connectorCountKey?: string;
  readonly type: KeyType;
  readonly unit?: Unit;
  readonly access: 'read-write' | 'read-only' | 'write-only' | 'read-only-or-read-write';
  readonly required: boolean;
  /** When an optional key becomes required; a clause that reads well after "Required if". */
  readonly requiredIf?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Where the limits come from, when it is not the standard: a phrase or clause to stand in brackets behind them. */
  readonly limitsFrom?: string;
  /** What experts use, special values aside; shown, never enforced. The reason reads well after "because". */
  readonly usual?: { readonly minimum?: number; readonly maximum?: number; readonly because: string };
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Form of a string: checked by `resolve/`. */
  readonly format?: 'hex' | 'utc-offset' | 'language-tag' | 'json-object';
  /** The allowed values of an `enum`. */
  readonly values?: readonly NamedValue[];
  /** For a `list`: what its items are. */
  readonly items?: StandardListFacts;
  /** The value that the standard itself gives. */
  readonly default?: string;
  /** Plausible values to offer where neither the standard nor an operator has one; never a secret. */
  readonly examples?: readonly string[];
  /** Values with a meaning of their own, such as 0 for "off". */
  readonly special?: readonly NamedValue[];
  readonly reboot?: { readonly needed: boolean | 'unknown'; readonly note?: string };
  /** Keys that must be written before this one, because writing it cuts the connection. */
  readonly writeAfter?: readonly string[];
  /** A station refuses every value below the one that it has. */
  readonly neverLowered?: boolean;
  /** How the back office's address begins, by this key's value: `{ "2": "wss" }`. */
  readonly addressSchemes?: Readonly<Record<string, string>>;
  /** For a `datetime`: a moment that must still lie ahead when it is written. */
  readonly mustLieAhead?: boolean;
  /** The list that must have this value; for a family with `[language]` the language in the name. */
  readonly listedIn?: string;
  /** Never show the value. */
  readonly secret?: boolean;
  /** That the value belongs to one station alone, and what it is: no two stations have the same. */
  readonly perStation?: PerStation;
  readonly deprecated?: { readonly note: string; readonly useInstead?: string };
  /** One or two sentences, ours, for a hover. */
  readonly summary: string;
  /** What goes wrong in the field, most important first, one sentence or two each. */
  readonly pitfalls: readonly string[];
  readonly related: readonly string[];
  /** Wrong spellings of this very name that were seen; never another key's name. */
  readonly misspellings: readonly string[];
  /** Other spellings that a widespread program uses and expects: as right as the name itself. */
  readonly alsoWritten?: readonly string[];
  /** `SampledDataCtrlr.TxUpdatedMeasurands`. */
  readonly ocpp2?: string;
  /** What implementations do differently from the standard or from each other. */
  readonly disagreements: readonly string[];
  readonly implementationDefaults?: Readonly<Record<string, string>>;
  readonly confidence: 'standard' | 'second-hand' | 'single-implementation';
  /** The document that defines the key, and its section. */
  readonly definedIn: { readonly source: string; readonly section?: string };
  /** Ids in `sources.json`. */
  readonly sources: readonly string[];
}

/**
 * `login-secret`: with which a station proves to the back office that it is this one. `identity`: the name under which
 * it logs in there. `serial`: what its maker calls this one.
 */
export type PerStation = 'login-secret' | 'identity' | 'serial';

export interface NamedValue {
  readonly value: string;
  readonly meaning?: string;
}

/** A value that a list may hold. */
export interface ListValue extends NamedValue {
  /** What people write for it by mistake. */
  readonly mistakenFor?: readonly string[];
}

export interface ListFacts {
  /** `measurands`: the names in `measurands.json`, with phases. `phase-rotation`: `1.RST`. `values`: those given here. */
  readonly of: 'measurands' | 'phase-rotation' | 'values' | 'language-tags' | 'integers' | 'any';
  readonly values?: readonly ListValue[];
  /** The key that says how many items this station takes. */
  readonly maxItemsKey?: string;
  /** For `phase-rotation`: the key that says how many connectors there are. */
  readonly connectorCountKey?: string;
}

/** What is known of a list of the standard besides. */
export interface StandardListFacts extends ListFacts {
  /** For `values`: they are the feature profiles that a station has, as the files of keys call theirs. */
  readonly namesProfiles?: boolean;
  /** For `measurands`: the key with the interval at which they are read; 0 turns them off. */
  readonly intervalKey?: string;
  /** For `measurands` that are kept for the closing message: the key that says how many readings it can hold. */
  readonly mostReadingsKey?: string;
}

/** `measurands.json`. */
export interface MeasurandFile {
  readonly $schema?: string;
  readonly phases: readonly NamedValue[];
  readonly measurands: readonly MeasurandFacts[];
  /** Names that look like measurands of 1.6 and are none, with a reason and, where one is meant, the right name. */
  readonly notMeasurands: readonly LookalikeName[];
  readonly phaseRotation: readonly NamedValue[];
}

export interface MeasurandFacts {
  readonly name: string;
  readonly units: readonly string[];
  readonly kind: 'instant' | 'register' | 'interval' | 'limit';
  /** How sensible it is on AC and on DC; a short phrase. */
  readonly ac: string;
  readonly dc: string;
  /** Phases that may follow after a dot; the usual ones first. Empty: none is legal. */
  readonly phases: readonly string[];
  readonly usualPhases: readonly string[];
  /** Where an ordinary station has no way to know it. */
  readonly notOn?: 'AC' | 'DC';
  /** For what flows back from the car: the measurand of what flows into it. */
  readonly counterpart?: string;
  readonly summary: string;
  readonly pitfalls: readonly string[];
}

/** `lookalikes.json`: names that are found in 1.6 files and are no 1.6 key. */
export interface LookalikeFile {
  readonly $schema?: string;
  readonly protocol: string;
  readonly keys: readonly LookalikeKey[];
}

export interface LookalikeName {
  readonly name: string;
  readonly note: string;
  readonly useInstead?: string;
}

export interface LookalikeKey extends LookalikeName {
  /**
   * `misspelling`: the same key wrongly written; also among that key's `misspellings`, which a look-up finds first,
   * unless more than one key may have been meant. `legacy`, `withdrawn`: of an earlier edition. `other-version`: a 2.x
   * name. `vendor`, `extension`: somebody's own; known, never wrong.
   */
  readonly status: 'misspelling' | 'legacy' | 'withdrawn' | 'other-version' | 'vendor' | 'extension';
  /** True when `useInstead` means exactly the same, so that a rename is safe. */
  readonly sameMeaning: boolean;
  /** All keys that may have been meant, where there is more than one; `useInstead` is the first of them. */
  readonly alternatives?: readonly string[];
  /** Never show the value. */
  readonly secret?: boolean;
  readonly sources: readonly string[];
}

/** `sources.json`: where facts are from, by id. */
export interface SourceFile {
  readonly $schema?: string;
  readonly sources: Readonly<Record<string, SourceFacts>>;
}

export interface SourceFacts {
  readonly title: string;
  readonly url?: string;
}

/** `signals.json`: what a configuration itself tells about its station. */
export interface SignalFile {
  readonly $schema?: string;
  readonly signals: readonly Signal[];
}

/**
 * If `key`'s list contains (or lacks) an item, the station is such; a single value counts as a list of one. The first
 * signal that speaks wins, so the surer ones stand first.
 */
export interface Signal {
  readonly key: string;
  readonly contains?: string;
  readonly lacks?: string;
  readonly current?: 'AC' | 'DC';
  readonly smartCharging?: boolean;
  /** A clause after "because": "SupportedFeatureProfiles lists SmartCharging". */
  readonly because: string;
}

/** `role-names.json`: by what names a setting that every vendor names differently is guessed. */
export interface RoleNameFile {
  readonly $schema?: string;
  /** Values by which a switch is on, in lower case. */
  readonly on: readonly string[];
  /** Tokens that stations of several vendors leave the factory with; an empty one counts as well. */
  readonly factoryTokens: readonly string[];
  readonly roles: readonly RoleNames[];
}

/** Names in lower case without signs; `*` stands for any text. */
export interface RoleNames {
  readonly role: Exclude<Role, 'authorization-timeout'>;
  /** Keys that turn the feature on. */
  readonly switches: readonly string[];
  /** Keys that hold its token; empty for a feature without one. */
  readonly tokens: readonly string[];
}

/** What stops working when a setting is wrong. */
export type Area = 'charging' | 'billing' | 'smart-charging' | 'connection' | 'security';

/** `areas.json`: what settings are for. A key wins over its feature profile; what is not named belongs to no area. */
export interface AreaFile {
  readonly $schema?: string;
  readonly profiles: Readonly<Record<string, Area>>;
  readonly keys: Readonly<Record<string, Area>>;
  /** Rules whose problems are about the same thing whatever the key. */
  readonly rules: Readonly<Record<string, Area>>;
}

/** All data of a protocol version, ready for a catalog. */
export interface StandardKnowledge {
  readonly keyFiles: readonly KeyFile[];
  readonly measurands: MeasurandFile;
  readonly lookalikes: LookalikeFile;
  readonly sources: SourceFile;
  readonly signals: SignalFile;
  readonly roleNames: RoleNameFile;
  readonly areas: AreaFile;
  /** By topic, in the order of the documentation. */
  readonly crossKeyRules: readonly CrossKeyRuleFile[];
}
