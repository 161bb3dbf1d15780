import schemas from 'knowledge:file-schemas';
import operators from 'knowledge:operators';
import pages from 'knowledge:rule-pages';
import standard from 'knowledge:standard';
import * as vendors from 'knowledge:vendors';
import type { StandardKnowledge } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { VendorIndex, VendorPack } from '../catalog/vendor-pack.ts';
import type { FileSchemas } from '../project/own-knowledge.ts';
import type { KnowledgeSource } from '../resolve/knowledge-shelf.ts';

/** The standard as it comes with the program. Read when first asked for; every call returns the same object. */
export function standardKnowledge(): StandardKnowledge {
  return standard();
}

/** The operator profiles that come with the program. */
export function operatorProfiles(): readonly OperatorProfile[] {
  return operators();
}

/** By what the vendor packs that come with the program can be told apart. */
export function vendorIndex(): VendorIndex {
  return vendors.vendorIndex();
}

/** One of the packs in the index. Each is read when it is first asked for, and no other with it. */
export function vendorPack(id: string): VendorPack | undefined {
  return vendors.vendorPack(id);
}

/** All of it, as an analysis takes it. */
export const bundledKnowledge: KnowledgeSource = {
  standard: standardKnowledge,
  operatorProfiles,
  vendors: { index: vendorIndex, pack: vendorPack },
};

/** The schemas of the files that users write. */
export function fileSchemas(): FileSchemas {
  return schemas();
}

/** The page of each rule, in Markdown, by the rule's id. */
export function rulePages(): Readonly<Record<string, string>> {
  return pages();
}

/** The page of one rule; undefined when there is none. */
export function pageOfRule(rule: string): string | undefined {
  return Object.hasOwn(pages(), rule) ? pages()[rule] : undefined;
}
