import type { Severity } from '../../model/problem.ts';

/** What is counted of some stations. Plain data, since it may come from another thread. Nothing in it is a secret. */
export interface FleetData {
  /** Files or lines that hold a charger configuration. */
  readonly stations: number;
  readonly rules: readonly RuleCount[];
  readonly models: readonly ModelCount[];
  readonly keys: readonly KeyCount[];
}

export interface RuleCount {
  readonly rule: string;
  /** The gravest that it was reported with. */
  readonly severity: Severity;
  readonly problems: number;
  readonly stations: number;
}

/** The stations of one vendor, model and firmware; empty where a file does not tell. */
export interface ModelCount {
  readonly vendor: string;
  readonly model: string;
  readonly firmware: string;
  readonly stations: number;
  /** Stations among them that have an error or a warning. */
  readonly withProblems: number;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** The values of one key, and on how many stations each was seen. */
export interface KeyCount {
  readonly key: string;
  readonly stations: number;
  /** `hidden`: the values are secret, and only whether there is one was counted. */
  readonly values: readonly (readonly [value: string, stations: number])[] | 'hidden';
  /** Stations on which the key has no value, or an empty one. */
  readonly empty: number;
  /** Stations with values that were too many to keep each of them; the rarest are in here. */
  readonly others: number;
}
