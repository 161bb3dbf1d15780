import schemas from 'knowledge:file-schemas';
import operators from 'knowledge:operators';
import pages from 'knowledge:rule-pages';
import standard from 'knowledge:standard';
import * as vendors from 'knowledge:vendors';
import type { StandardKnowledge } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { translatedProfile, translatedSchema, translatedStandard } from '../catalog/translate-knowledge.ts';
import type { VendorIndex, VendorPack } from '../catalog/vendor-pack.ts';
import type { FileSchemas } from '../project/own-knowledge.ts';
import type { KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import { dataText, speaksEnglish } from './languages.ts';

let standardInWords: StandardKnowledge | undefined;
let profilesInWords: readonly OperatorProfile[] | undefined;
let schemasInWords: FileSchemas | undefined;

/**
 * The standard as it comes with the program, in the language that is spoken when it is first asked for. Read then; every
 * call returns the same object.
 */
export function standardKnowledge(): StandardKnowledge {
  standardInWords ??= speaksEnglish() ? standard() : translatedStandard(standard(), dataText);
  return standardInWords;
}

/** The operator profiles that come with the program, in the same language. */
export function operatorProfiles(): readonly OperatorProfile[] {
  profilesInWords ??= speaksEnglish()
    ? operators()
    : operators().map((profile) => translatedProfile(profile, dataText));
  return profilesInWords;
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

/** The schemas of the files that users write, with their words in that language. */
export function fileSchemas(): FileSchemas {
  schemasInWords ??= speaksEnglish() ? schemas() : translatedSchema(schemas(), dataText);
  return schemasInWords;
}

/** The page of each rule, in Markdown, by the rule's id. */
export function rulePages(): Readonly<Record<string, string>> {
  return pages();
}

/** The page of one rule; undefined when there is none. */
export function pageOfRule(rule: string): string | undefined {
  return Object.hasOwn(pages(), rule) ? pages()[rule] : undefined;
}
