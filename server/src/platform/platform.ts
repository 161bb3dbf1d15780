import type { ProjectFiles } from '../project/files.ts';
import type { FileSchemas } from '../project/own-knowledge.ts';
import type { KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import type { Knowledge } from '../resolve/resolve.ts';

/**
 * What the program around the core gives it: data, pages, a way to let others work. Node and the browser have one
 * each, and only `main.*.ts` choose.
 */
export interface Platform {
  /** Speaks the language of a locale from now on, English where it has none of ours. Before anything is said or known. */
  speak(locale: string | undefined): void;
  /**
   * What is known of keys, with the advice of an operator by id, or of none. Read when it is first asked for, so that
   * starting costs nothing. An id that is not known gives no advice.
   */
  knowledge(operator: string | undefined): Knowledge;
  /** The same as it comes with the program, to lay a user's own over it. */
  readonly bundled: KnowledgeSource;
  /** The schemas of the files that users write. */
  fileSchemas(): FileSchemas;
  /** The page of a rule, as Markdown; undefined when there is none. */
  rulePage(rule: string): Promise<string | undefined>;
  /**
   * The user's files on this computer, for the project file and what it names. Undefined in a browser; there, as for
   * files that are elsewhere, the editor reads them.
   */
  readonly files: ProjectFiles | undefined;
  /** What the program runs on, as a report to its maintainers says it. */
  runtime(): Runtime;
  /** Lets messages and timers that are waiting have their turn. */
  pause(): Promise<void>;
}

/** What the program runs on. */
export interface Runtime {
  /** "Node 24.21.0". */
  readonly name: string;
  /** The kind of system, and nothing by which a single one is known: "linux x64". */
  readonly system: string;
  /** Bytes of memory that the program takes; undefined where nobody tells. */
  readonly memory: number | undefined;
}
