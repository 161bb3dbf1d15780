import operators from 'knowledge:operators';
import pages from 'knowledge:rule-pages';
import standard from 'knowledge:standard';
import type { StandardKnowledge } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';

/** The standard as it comes with the program. Read when first asked for; every call returns the same object. */
export function standardKnowledge(): StandardKnowledge {
  return standard();
}

/** The operator profiles that come with the program. */
export function operatorProfiles(): readonly OperatorProfile[] {
  return operators();
}

/** The page of each rule, in Markdown, by the rule's id. */
export function rulePages(): Readonly<Record<string, string>> {
  return pages();
}
