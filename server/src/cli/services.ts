import type { OwnFile, Project } from '../project/project.ts';
import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';

/** What the command line is given by the program that starts it: data and the parts that it must not know. */
export interface Services {
  readonly version: string;
  /** The languages that the program speaks, English first. */
  readonly languages: readonly string[];
  /** Speaks one of them from now on. Before anything is said or known. */
  speak(language: string): void;
  readonly shelf: KnowledgeShelf;
  readonly projects: ProjectAccess;
  /** The page of each rule, in Markdown, by the rule's id. */
  rulePages(): Readonly<Record<string, string>>;
  /** The address of a rule's page. */
  rulePage(rule: string): string;
  /** What makes a short fingerprint of a text, the same on every computer. */
  digest(): Promise<(text: string) => string>;
  /** Charts as SVG, for the pages that have some. */
  charts(): Promise<Charts>;
  /** The same with nothing remembered of any file. */
  reread(): Services;
  /** Runs the language server on standard input and output, until its client ends it. */
  startLanguageServer(): Promise<void>;
}

/** Draws charts. */
export interface Charts {
  /** Horizontal bars with their names and numbers, as an SVG element in which all texts are escaped. */
  bars(rows: readonly ChartRow[], title: string): string;
}

export interface ChartRow {
  readonly name: string;
  /** What stands behind the bar. */
  readonly label: string;
  /** The parts of the bar, as many in each row; colours as in CSS. */
  readonly parts: readonly { readonly value: number; readonly colour: string }[];
}

/** The project files, and how their paths are written. */
export interface ProjectAccess {
  /** The project that a file belongs to, by the system's path of it, which may be relative; undefined: none. */
  projectOf(location: string): Promise<Project | undefined>;
  /** What is wrong in a pack or profile that no project names; undefined for any other file. */
  checkOwnFile(path: string, text: string): OwnFile | undefined;
  /** The path by which a project names a file. */
  pathOf(location: string): string;
  /** That path as it is shown: relative to the current folder where it lies below it. */
  shown(path: string): string;
}
