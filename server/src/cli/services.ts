import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';

/** What the command line is given by the program that starts it: data and the parts that it must not know. */
export interface Services {
  readonly version: string;
  readonly shelf: KnowledgeShelf;
  /** The page of each rule, in Markdown, by the rule's id. */
  rulePages(): Readonly<Record<string, string>>;
  /** The address of a rule's page. */
  rulePage(rule: string): string;
  /** Runs the language server on standard input and output, until its client ends it. */
  startLanguageServer(): Promise<void>;
}
