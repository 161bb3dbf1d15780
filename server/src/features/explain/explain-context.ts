import type { Catalog } from '../../catalog/catalog.ts';
import type { OperatorAdvice } from '../../catalog/recommendations.ts';
import type { Vendors } from '../../catalog/vendors.ts';

/** What `explain` draws on. */
export interface ExplainContext {
  /** The standard, or the standard as one vendor's stations have it. */
  readonly catalog: Catalog;
  readonly operator: OperatorAdvice | undefined;
  readonly vendors: Vendors;
}

/** What a page about a key draws on. */
export type KeyContext = Pick<ExplainContext, 'catalog' | 'operator'>;
