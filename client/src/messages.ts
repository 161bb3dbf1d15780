/** The server's own messages, as `server/src/lsp/own-messages.ts` defines them. */

export const STATUS_REQUEST = 'ocppConfig/status';
export const STATUS_CHANGED_NOTIFICATION = 'ocppConfig/statusChanged';
export const STATION_COMMENT_REQUEST = 'ocppConfig/stationComment';
export const VENDORS_REQUEST = 'ocppConfig/vendors';
export const RULE_PAGE_REQUEST = 'ocppConfig/rulePage';
export const CONTRIBUTED_KNOWLEDGE_NOTIFICATION = 'ocppConfig/contributedKnowledge';
export const FILES_READ_REQUEST = 'ocppConfig/files/read';
export const FILES_LIST_REQUEST = 'ocppConfig/files/list';
export const FILES_LINKS_REQUEST = 'ocppConfig/files/links';
export const APPLY_RECOMMENDED_COMMAND = 'ocppConfig.server.applyRecommended';

/** The name of the project file, as `server/src/project/project-file.ts` says it. */
export const PROJECT_FILE_NAME = '.ocpp-config.json';

/** A vendor pack or operator profile that another extension brings. */
export interface ContributedFile {
  readonly kind: 'packs' | 'profiles';
  /** "acme.acme-chargers/packs/acme.json": the extension, and the file in it. */
  readonly origin: string;
  readonly text: string;
}

/** What was recognised in a document. */
export interface Status {
  /** "KEBA KC-P30 · AC · smart charging on · GreenFlux". */
  readonly text: string;
  /** "AC: KEBA KC-P30 is an AC station"; empty where nothing was concluded. */
  readonly reasons: string;
  readonly facts: readonly StationFact[];
  /** "GetConfiguration answer". */
  readonly shape: string;
  /** "Values that a station reported". */
  readonly purpose: string;
  readonly takesComment: boolean;
  readonly takesProjectFile: boolean;
}

/** Which document's status may be different now; undefined: any. */
export interface StatusChanged {
  readonly uri?: string;
}

export interface StationFact {
  readonly about: 'protocol' | 'vendor' | 'model' | 'current' | 'smart-charging' | 'operator';
  readonly label: string;
  readonly value: string;
  readonly because: string;
}

export interface StationCommentParams {
  readonly textDocument: { readonly uri: string };
  readonly place?: 'comment' | 'project-file';
  readonly current?: string;
  readonly smartCharging?: string;
  readonly vendor?: string;
  readonly model?: string;
}

/** The vendors that are known for a document. */
export interface KnownVendors {
  readonly vendors: readonly KnownVendor[];
  readonly current: string | null;
}

export interface KnownVendor {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly models: readonly string[];
}

export interface ApplyRecommendedResult {
  readonly outcome: 'applied' | 'refused' | 'nothing';
  readonly changes: number;
}

export interface FilesReadParams {
  readonly uri: string;
  /** Bytes; of a larger file nothing is wanted. */
  readonly limit: number;
}

export interface FilesListParams {
  readonly uri: string;
}

/** Is there a link among the names that lead from the folder to the file? */
export interface FilesLinksParams {
  readonly folder: string;
  readonly uri: string;
}

export type FileContents =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  /** The message is a clause, such as "permission denied". */
  | { readonly kind: 'trouble'; readonly message: string };

export type FolderContents =
  | { readonly kind: 'names'; readonly files: readonly string[]; readonly folders: readonly string[] }
  | { readonly kind: 'trouble'; readonly message: string };
