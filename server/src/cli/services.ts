import type { StandardKnowledge } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';

/** What the command line is given by the program that starts it: data and the parts that it must not know. */
export interface Services {
  readonly version: string;
  standardKnowledge(): StandardKnowledge;
  operatorProfiles(): readonly OperatorProfile[];
  /** The page of each rule, in Markdown, by the rule's id. */
  rulePages(): Readonly<Record<string, string>>;
  /** The address of a rule's page. */
  rulePage(rule: string): string;
  /** Runs the language server on standard input and output, until its client ends it. */
  startLanguageServer(): Promise<void>;
}
