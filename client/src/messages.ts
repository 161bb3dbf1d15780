/** The server's own messages, as `server/src/lsp/own-messages.ts` defines them. */

import type { WorkspaceEdit } from 'vscode-languageclient';

export const STATUS_REQUEST = 'ocppConfig/status';
export const STATUS_CHANGED_NOTIFICATION = 'ocppConfig/statusChanged';
export const STATION_COMMENT_REQUEST = 'ocppConfig/stationComment';
export const VENDORS_REQUEST = 'ocppConfig/vendors';
export const RULE_PAGE_REQUEST = 'ocppConfig/rulePage';
export const KEY_PAGE_REQUEST = 'ocppConfig/keyPage';
export const KEY_PAGES_CHANGED_NOTIFICATION = 'ocppConfig/keyPagesChanged';
export const CONTRIBUTED_KNOWLEDGE_NOTIFICATION = 'ocppConfig/contributedKnowledge';
export const FILES_READ_REQUEST = 'ocppConfig/files/read';
export const FILES_LIST_REQUEST = 'ocppConfig/files/list';
export const FILES_LINKS_REQUEST = 'ocppConfig/files/links';
export const CHECK_WORKSPACE_COMMAND = 'ocppConfig.server.checkWorkspace';
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

/** What a check of the workspace has found in files that are not open. */
export interface CheckedWorkspace {
  readonly files: number;
  readonly problems: number;
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

export const SUMMARY_REQUEST = 'ocppConfig/summary';
export const SUMMARY_FIX_REQUEST = 'ocppConfig/summaryFix';

export interface SummaryParams {
  readonly textDocument: { readonly uri: string };
  readonly as: 'page' | 'html' | 'markdown';
  readonly fileName: string;
  readonly program: string;
  readonly date: string;
  readonly language: string;
}

export interface SummaryAnswer {
  /** The version of the text that it is about. */
  readonly version: number;
  readonly title: string;
  /** For `page` the contents of an HTML body. */
  readonly text: string;
  readonly style: string;
  /** "3 errors, 2 warnings". */
  readonly news: string;
}

export interface SummaryFixParams {
  readonly textDocument: { readonly uri: string };
  readonly version: number;
  readonly fix: string;
}

export interface SummaryFixAnswer {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

export const SUPPORT_REQUEST = 'ocppConfig/support';
export const INITIAL_PROJECT_REQUEST = 'ocppConfig/initialProject';

export interface SupportAnswer {
  readonly runtime: { readonly name: string; readonly system: string; readonly memory?: number };
  readonly openDocuments: number;
  readonly document: SupportDocument | null;
}

/** What the server says of a file in a report; nothing in it is from the file. */
export interface SupportDocument {
  readonly languageId: string;
  readonly characters: number;
  readonly format: string;
  readonly shape: string;
  readonly configurations: number;
  readonly entries: number;
  readonly unknownKeys: number;
  readonly protocol: string;
  readonly current: string;
  readonly smartCharging: string;
  readonly vendor: string;
  readonly operator: string;
  readonly hasProjectFile: boolean;
  readonly problems: Readonly<Record<string, number>>;
  readonly suppressed: number;
  readonly understandingTime: number;
  readonly analysisTime: number;
}

export interface FileText {
  /** From the folder of the project to be, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface InitialProjectAnswer {
  readonly text: string;
  readonly reasons: readonly string[];
  readonly seen: number;
}
