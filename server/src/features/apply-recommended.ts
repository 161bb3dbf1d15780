import type { AnalysisOptions } from '../analysis.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Understood } from './understood.ts';

/** What "apply all recommended values" would do to a file, to be shown before it is done. */
export interface RecommendedPlan {
  /** The operator's name. */
  readonly operator: string;
  /** Only scopes with changes, in file order. */
  readonly scopes: readonly RecommendedScopePlan[];
  readonly edits: readonly TextEdit[];
}

export interface RecommendedScopePlan {
  /** Position of the scope in the document. */
  readonly scope: number;
  readonly label: string;
  readonly changes: readonly RecommendedChange[];
}

export interface RecommendedChange {
  /** `insert`: the key was not there. */
  readonly kind: 'set' | 'insert';
  /** Canonical name of the key. */
  readonly key: string;
  /** As written now; undefined for `insert` and for entries without a value. */
  readonly from: string | undefined;
  readonly to: string;
  /** Why the operator asks for it: a sentence. */
  readonly reason: string;
  /** Id of the recommendation as problems have it: `greenflux/heartbeat-interval`. */
  readonly rule: string;
}

/** The changes that make a file follow the operator's advice; undefined when it does, or when there is no operator. */
export function planRecommended(
  _understood: Understood,
  _options: AnalysisOptions,
): RecommendedPlan | undefined {
  return undefined;
}
