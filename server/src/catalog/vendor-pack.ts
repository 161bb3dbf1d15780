import type { KeyType, ListFacts, NamedValue, PerStation, Unit } from './knowledge.ts';
import type { Role } from './operator-profile.ts';

/** `schemas/vendors/<id>.json`: what is known of one maker's stations. Plain data, nothing in it is executed. */
export interface VendorPack {
  readonly $schema?: string;
  /** The name of the file without its ending. */
  readonly id: string;
  /** As it stands in a sentence: "KEBA". */
  readonly name: string;
  /**
   * Names that stations report as their vendor or that people write; compared without case, blanks and signs. No two
   * packs have the same one.
   */
  readonly names: readonly string[];
  readonly models: readonly VendorModel[];
  /** One or two sentences that a field engineer should know of these stations. */
  readonly notes?: string;
  /** Whether `keys` is all there is, so that an unknown key is a mistake. Rarely true. */
  readonly complete?: boolean;
  readonly keys: readonly VendorKey[];
  /** How these stations treat standard keys. */
  readonly quirks: readonly VendorQuirk[];
  /** Which keys are the settings that every vendor names differently. */
  readonly roles: readonly VendorRole[];
  /** Where the facts are from, by the ids that keys and quirks use. */
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url?: string }>>;
}

export interface VendorModel {
  /** "KeContact P30 x-series". */
  readonly name: string;
  /** What stations report as their model; `*` stands for any text. Compared without case. */
  readonly patterns: readonly string[];
  readonly current?: 'AC' | 'DC';
  readonly phases?: 1 | 3;
}

/** What a fact rests on. An `inferred` meaning comes from the name alone and never makes a problem above hint. */
export type Basis = 'documented' | 'seen' | 'inferred';

/** How booleans are written: on/off. */
export type BooleanWords = 'true/false' | '1/0' | 'True/False' | 'TRUE/FALSE';

/** A key of the vendor's own. */
export interface VendorKey {
  /**
   * The name, or for a family of keys the name with placeholders in brackets: `Connector[connector]_Limit`,
   * `Cst_[word]`. `[connector]`, `[index]` and `[number]` stand for digits, `[word]` for letters, digits, `_` and `-`,
   * `[any]` for anything. An opening bracket that belongs to the name is written twice: `[[`; a closing one stands as
   * it is.
   */
  readonly name: string;
  /**
   * The section of an INI file that the key belongs to, where its name alone is not enough: elsewhere it is another key
   * or none. Such a key may be called like a standard one. Compared without case.
   */
  readonly section?: string;
  readonly type: KeyType;
  /** How a boolean is written, where it is not true/false. */
  readonly booleans?: BooleanWords;
  readonly unit?: Unit;
  /** What one step of the value is in `unit`, where it is not 1: 0.1 for tenths. */
  readonly scale?: number;
  readonly access: 'read-write' | 'read-only' | 'write-only' | 'unknown';
  /** Limits are as the value is written, before `scale`. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly values?: readonly NamedValue[];
  readonly items?: ListFacts;
  /** A value that packs several: `name=value;name=value`. */
  readonly packed?: {
    readonly separator: string;
    readonly assignment?: string;
    readonly names?: readonly NamedValue[];
  };
  readonly default?: string;
  /** Values that were seen; never a secret. */
  readonly examples?: readonly string[];
  readonly special?: readonly NamedValue[];
  readonly rebootNeeded?: boolean;
  readonly secret?: boolean;
  /** That the value belongs to one station alone, and what it is. */
  readonly perStation?: PerStation;
  /** One or two sentences, ours. */
  readonly summary: string;
  readonly pitfalls?: readonly string[];
  /** Names of `models` it was seen on; absent: all, or not known. */
  readonly models?: readonly string[];
  readonly basis: Basis;
  /** Shown as unconfirmed in a hover. */
  readonly unconfirmed?: boolean;
  readonly sources: readonly string[];
}

/** How a vendor's stations differ from the standard at one of its keys. */
export interface VendorQuirk {
  /** The standard key; absent where the quirk is about the station as a whole. */
  readonly key?: string;
  /** How the vendor spells the key; accepted as right on its stations, and what fixes write there. */
  readonly spelling?: string;
  readonly unit?: Unit;
  readonly access?: 'read-write' | 'read-only' | 'missing';
  /** How booleans are written: fixes write them so and nothing is said against it. */
  readonly booleans?: BooleanWords;
  /** List items that the station refuses, and the whole list with them. */
  readonly refusedItems?: readonly string[];
  /** How many items the list takes, where the station does not say it itself; 0: it must stay empty. */
  readonly maxItems?: number;
  /** Whole values that are right on these stations, whatever the standard says of the form; compared without case. */
  readonly alsoValid?: readonly string[];
  /** Limits; a value in `alsoValid`, such as 0 for off, may lie outside. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly rebootNeeded?: boolean;
  /** One sentence for a hover. */
  readonly note: string;
  readonly models?: readonly string[];
  readonly basis: Basis;
  readonly sources: readonly string[];
}

/** The keys that play a role of the operator's profile. */
export interface VendorRole {
  readonly role: Role;
  /** The key that holds the token, timeout or list; absent where there is only a switch. */
  readonly key?: string;
  /**
   * The key that turns the feature on, and the values that mean on. Where the key packs several values, `part` names
   * the one that counts, and `on` and `off` are values of that part. Where the value is a limit and only a certain
   * number turns the feature off, `above` says it: every number above it means on as well, and `on` may be empty.
   */
  readonly switch?: {
    readonly key: string;
    readonly part?: string;
    readonly on: readonly string[];
    readonly above?: number;
    readonly off?: string;
  };
  /** The key is its own switch: an empty value means that the feature is off, not that a token is missing. */
  readonly emptyMeansOff?: boolean;
  /** The feature does nothing, whatever the switch says, unless this key has one of these values. */
  readonly onlyIf?: { readonly key: string; readonly values: readonly string[] };
  /** Values that stations leave the factory with: a token that must be replaced. */
  readonly factoryValues?: readonly string[];
  readonly basis: Basis;
}

/** What of all packs must be known to find the one that is needed, without reading any. */
export interface VendorIndex {
  readonly packs: readonly VendorIndexEntry[];
  /** For each vendor key by its exact name, the ids of the packs that know it. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** The same for families, by their names with placeholders. */
  readonly families: Readonly<Record<string, readonly string[]>>;
}

export interface VendorIndexEntry extends Pick<VendorPack, 'id' | 'name' | 'names' | 'models'> {
  /** A user's own: where it and others claim the same, it is the one. */
  readonly own?: true;
}
