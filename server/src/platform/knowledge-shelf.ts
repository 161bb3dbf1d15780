import { Catalog } from '../catalog/catalog.ts';
import { OperatorAdvice } from '../catalog/recommendations.ts';
import type { Knowledge } from '../resolve/resolve.ts';
import { operatorProfiles, standardKnowledge } from './bundled-knowledge.ts';

/** The bundled knowledge, indexed when it is first asked for and then kept. */
export class KnowledgeShelf {
  readonly #byOperator = new Map<string | undefined, Knowledge>();
  #catalog: Catalog | undefined;

  /** The catalog with the advice of an operator; with none for `undefined` and for an id that is not known. */
  knowledge(operator: string | undefined): Knowledge {
    const known = this.#byOperator.get(operator);
    if (known !== undefined) return known;
    this.#catalog ??= new Catalog(standardKnowledge());
    const profile = operatorProfiles().find(({ id }) => id === operator);
    const knowledge = {
      catalog: this.#catalog,
      operator: profile === undefined ? undefined : new OperatorAdvice(profile),
    };
    this.#byOperator.set(operator, knowledge);
    return knowledge;
  }
}
