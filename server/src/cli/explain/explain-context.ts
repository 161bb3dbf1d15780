import type { Catalog } from '../../catalog/catalog.ts';
import type { OperatorAdvice } from '../../catalog/recommendations.ts';

/** What `explain` draws on. */
export interface ExplainContext {
  readonly catalog: Catalog;
  readonly operator: OperatorAdvice | undefined;
}
