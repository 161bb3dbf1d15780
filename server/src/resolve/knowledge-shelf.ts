import { Catalog } from '../catalog/catalog.ts';
import type { StandardKnowledge } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { OperatorAdvice } from '../catalog/recommendations.ts';
import { type VendorSource, Vendors } from '../catalog/vendors.ts';
import type { Knowledge } from './resolve.ts';

/** Where knowledge comes from: the data that comes with the program, or that and a user's own. */
export interface KnowledgeSource {
  standard(): StandardKnowledge;
  operatorProfiles(): readonly OperatorProfile[];
  readonly vendors: VendorSource;
}

/** A source's knowledge, each part indexed when it is first asked for and then kept. */
export class KnowledgeShelf {
  readonly source: KnowledgeSource;
  readonly #advice = new Map<string, OperatorAdvice | undefined>();
  #catalog: Catalog | undefined;
  #vendors: Vendors | undefined;

  constructor(source: KnowledgeSource) {
    this.source = source;
  }

  /** The standard, for stations whose vendor is not known. */
  get catalog(): Catalog {
    this.#catalog ??= new Catalog(this.source.standard());
    return this.#catalog;
  }

  get vendors(): Vendors {
    this.#vendors ??= new Vendors(this.source.standard(), this.source.vendors);
    return this.#vendors;
  }

  /** The ids of the operators there are profiles of. */
  get operators(): readonly string[] {
    return this.source.operatorProfiles().map(({ id }) => id);
  }

  /** An operator's advice; undefined for `undefined` and for an id that is not known. */
  advice(operator: string | undefined): OperatorAdvice | undefined {
    if (operator === undefined) return undefined;
    if (!this.#advice.has(operator)) {
      const profile = this.source.operatorProfiles().find(({ id }) => id === operator);
      this.#advice.set(operator, profile && new OperatorAdvice(profile));
    }
    return this.#advice.get(operator);
  }

  /** Everything that an analysis needs. */
  knowledge(operator: string | undefined): Knowledge {
    return { catalog: this.catalog, operator: this.advice(operator), vendors: this.vendors };
  }
}
