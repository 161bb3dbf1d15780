import { Catalog } from '../../server/src/catalog/catalog.ts';
import { OperatorAdvice } from '../../server/src/catalog/recommendations.ts';
import { operatorProfiles, standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import type { Knowledge } from '../../server/src/resolve/resolve.ts';

/** The catalog of the product, made once for all tests of a file. */
export const catalog = new Catalog(standardKnowledge());

/** The product's knowledge with the default operator. */
export const knowledge: Knowledge = { catalog, operator: adviceOf('greenflux') };

/** The product's knowledge without any operator's advice. */
export const knowledgeWithoutOperator: Knowledge = { catalog, operator: undefined };

export function adviceOf(id: string): OperatorAdvice {
  const profile = operatorProfiles().find((candidate) => candidate.id === id);
  if (profile === undefined) throw new Error(`there is no operator profile '${id}'`);
  return new OperatorAdvice(profile);
}
