import type { Severity } from '../model/problem.ts';
import type { CurrentType } from '../model/station.ts';
import type { Area } from './knowledge.ts';

/** `schemas/operators/<id>.json`: what one charge point operator asks for. */
export interface OperatorProfile {
  readonly $schema?: string;
  /** Also the first part of its problems' ids. */
  readonly id: string;
  /** As it stands in a sentence: "GreenFlux". */
  readonly name: string;
  /** The id of a profile whose recommendations hold too, where this one has none of the same id. */
  readonly extends?: string;
  readonly source: { readonly title: string; readonly url?: string };
  readonly recommendations: readonly Recommendation[];
  /** What the operator advises without asking for a value: shown in hovers. */
  readonly advice?: readonly Advice[];
}

/** One piece of advice; its problems have the id `<operator>/<id>`. */
export interface Recommendation {
  readonly id: string;
  /** "WebSocket ping interval": for lists and settings. */
  readonly title: string;
  /** Version of this program that had it first, in profiles that come with it. */
  readonly since?: string;
  /** Keys that it applies to, each on its own. */
  readonly keys: readonly string[];
  /**
   * Or: a setting that each vendor names differently; a vendor pack says which keys it is.
   * A recommendation has `keys`, `role` or both.
   */
  readonly role?: Role;
  readonly mandatory?: boolean;
  /** What stops working when it is not followed; absent: what its key is for. */
  readonly affects?: Area;
  /** The first case whose conditions hold is the one; one without conditions comes last. */
  readonly cases: readonly RecommendationCase[];
  /** Why the operator asks for it: a sentence. */
  readonly reason: string;
  /** How we read a contradiction or a slip in the source, for the reader who compares. */
  readonly reading?: string;
}

export type Role =
  | 'free-vend-token'
  | 'payment-terminal-token'
  | 'local-load-balancing'
  | 'local-whitelist'
  | 'authorization-timeout';

export interface RecommendationCase {
  readonly when?: { readonly current?: CurrentType; readonly smartCharging?: boolean };
  readonly expect: Expectation;
  readonly breaches: readonly Breach[];
}

/**
 * The wanted value: exactly one; a range with both ends included, in the key's unit; items that a list must have; or
 * anything but the value that the station left the factory with, which a vendor pack knows, and not nothing.
 */
export type Expectation =
  | { readonly value: number | boolean | string }
  | { readonly minimum?: number; readonly maximum: number }
  | { readonly includes: readonly string[] }
  | { readonly replaced: true };

/** One way of not following the advice, with how bad it is and what it does in the field. The first match counts. */
export interface Breach {
  /** `unchanged`: empty, or still the factory's value; goes with `replaced`, and only a person can put it right. */
  readonly if: 'equals' | 'above' | 'below' | 'differs' | 'missing-items' | 'unchanged';
  /** For `equals`. */
  readonly value?: number | boolean | string;
  readonly severity: Severity;
  /**
   * What happens because of it, as a clause after a colon. `{perMinute}`, `{perHour}` and `{perDay}` stand for how
   * often an interval of this length comes round, `{items}` for the items that are missing.
   */
  readonly because: string;
  /** What to set; default: the expected value, for a range its nearest end. */
  readonly set?: number | boolean | string;
}

export interface Advice {
  /** Empty: about changing a configuration as such. */
  readonly keys: readonly string[];
  readonly text: string;
}
