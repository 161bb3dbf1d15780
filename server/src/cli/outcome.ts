import type { OwnFile } from '../project/project.ts';
import type { FileFacts } from '../resolve/file-facts.ts';
import type { BaselineCounts } from './baseline.ts';
import type { FileCounts } from './counts.ts';
import type { FleetData } from './fleet/fleet-data.ts';

/**
 * What is left of some neighbouring files when they were examined. Plain data, since it may come from another thread,
 * and small: whatever is needed of a file later must be in here.
 */
export interface BatchOutcome {
  readonly files: readonly FileOutcome[];
  readonly news: ProjectNews;
  /** Of a batch that asks for them; files that have none are missing. */
  readonly facts?: readonly FileFacts[] | undefined;
  /** What a summary of the fleet counts; absent where nobody asked for one. */
  readonly fleet?: FleetData | undefined;
}

export interface FileOutcome {
  readonly path: string;
  /** Its parts of the report, ready to be written; none for a file that the report is silent about. */
  readonly report: readonly string[];
  /** Its part of the diff of a preview. */
  readonly diff: string;
  /** For standard error. */
  readonly errors: string;
  readonly counts: FileCounts;
  /** What a baseline would remember of it, or of the stations in it; empty where none is written. */
  readonly baseline: readonly (readonly [path: string, counts: BaselineCounts])[];
}

/** What the examination of files has brought to light about the projects that they belong to. */
export interface ProjectNews {
  /** A file of each project that was not met before, by the system's path. */
  readonly met: readonly string[];
  /** Entries of `ignores` that have hidden something: the project file's path and their place in it. */
  readonly usedIgnores: readonly (readonly [project: string, index: number])[];
  /** Packs and profiles that no project names. */
  readonly alone: readonly OwnFile[];
}

export const NO_NEWS: ProjectNews = { met: [], usedIgnores: [], alone: [] };
