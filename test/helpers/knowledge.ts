import type { OperatorAdvice } from '../../server/src/catalog/recommendations.ts';
import { bundledKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { KnowledgeShelf } from '../../server/src/resolve/knowledge-shelf.ts';
import type { Knowledge } from '../../server/src/resolve/resolve.ts';

/** The product's knowledge, indexed once for all tests of a file. */
const shelf = new KnowledgeShelf(bundledKnowledge);

export const catalog = shelf.catalog;

/** With the default operator. */
export const knowledge: Knowledge = shelf.knowledge('greenflux');

/** Without any operator's advice. */
export const knowledgeWithoutOperator: Knowledge = shelf.knowledge(undefined);

export function adviceOf(id: string): OperatorAdvice {
  const advice = shelf.advice(id);
  if (advice === undefined) throw new Error(`there is no operator profile '${id}'`);
  return advice;
}
