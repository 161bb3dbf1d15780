import type { Severity } from '../model/problem.ts';
import type { CurrentType, ProtocolVersion } from '../model/station.ts';

/** The name of the project file; the nearest one upwards from a file counts. */
export const PROJECT_FILE_NAME = '.ocpp-config.json';

/** Endings that say what a file of own knowledge is; in a folder only these are read. */
export const PACK_ENDING = '.ocpp-pack.json';
export const PROFILE_ENDING = '.ocpp-profile.json';

/** Whether a file is one that a person writes for us, by its name. */
export function isOwnFileName(name: string): boolean {
  return name === PROJECT_FILE_NAME || name.endsWith(PACK_ENDING) || name.endsWith(PROFILE_ENDING);
}

/** `.ocpp-config.json`: what a team has agreed on for its files. `schemas/project.schema.json` says the same. */
export interface ProjectFile {
  readonly $schema?: string;
  /** An operator's id, or `none`. */
  readonly operator?: string;
  readonly station?: ProjectStation;
  /** Severity, or `off`, by rule id or `group/*`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Files or folders with vendor packs, relative to the project file; a later one wins key by key. */
  readonly packs?: readonly string[];
  /** Files or folders with operator profiles. */
  readonly profiles?: readonly string[];
  /** Shape, or `off`, by glob; the last glob that matches wins. */
  readonly shapes?: Readonly<Record<string, string>>;
  /** What differs for some of the files; a later one wins. */
  readonly overrides?: readonly ProjectOverride[];
  readonly ignores?: readonly IgnoreEntry[];
}

/** What is said of the stations that the files are for. */
export interface ProjectStation {
  readonly vendor?: string;
  readonly model?: string;
  readonly current?: CurrentType;
  readonly smartCharging?: boolean;
  readonly protocol?: ProtocolVersion;
}

export interface ProjectOverride {
  /** A glob or several. */
  readonly files: string | readonly string[];
  readonly station?: ProjectStation;
  readonly operator?: string;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly shape?: string;
}

/** A problem that nobody wants to hear of, with the reason for whoever comes next. */
export interface IgnoreEntry {
  /** A glob. */
  readonly path: string;
  readonly key?: string;
  readonly rule: string;
  readonly reason: string;
}
