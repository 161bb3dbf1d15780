/**
 * The messages between client and server that LSP does not have, for both of them. An editor that does not know them
 * loses nothing but what they are for.
 */

import {
  type DocumentUri,
  NotificationType,
  type Position,
  RequestType,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { StationSummary } from '../server/src/features/station-summary.ts';
import type { Runtime } from '../server/src/platform/platform.ts';
import type { ContributedFile } from '../server/src/project/base-knowledge.ts';
import type { FileContents, FolderContents } from '../server/src/project/files.ts';

export type { StationFact } from '../server/src/features/station-summary.ts';
export type { ContributedFile, FileContents, FolderContents };

/** Asks for what was recognised in a document; `null` for one that is not ours. */
export const StatusRequest = new RequestType<StatusParams, Status | null, void>('ocppConfig/status');

export interface StatusParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Where the cursor is: a file may hold the configurations of several stations. */
  readonly position?: Position;
}

export interface Status extends StationSummary {
  /** Whether a comment in this file can say what the station is. */
  readonly takesComment: boolean;
  /** Whether a project file can say it. */
  readonly takesProjectFile: boolean;
}

/** Tells that the answer to `ocppConfig/status` may be different now: for one document, or for all. */
export const StatusChangedNotification = new NotificationType<StatusChangedParams>(
  'ocppConfig/statusChanged',
);

export interface StatusChangedParams {
  readonly uri?: string;
}

/**
 * Asks for the edit by which a comment in the file, or an override in the project file, says what the station is; `null`
 * where that cannot be said there.
 */
export const StationCommentRequest = new RequestType<StationCommentParams, WorkspaceEdit | null, void>(
  'ocppConfig/stationComment',
);

export interface StationCommentParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Where it is said: a comment, unless told otherwise. */
  readonly place?: 'comment' | 'project-file';
  /** `auto` takes the word out of the comment, and says nothing in a project file; an absent member stays as it is. */
  readonly current?: 'AC' | 'DC' | 'auto';
  readonly smartCharging?: 'on' | 'off' | 'auto';
  readonly vendor?: string;
  readonly model?: string;
}

/** Asks which vendors are known for a document, with the packs that hold for it; `null` for one that is not open. */
export const VendorsRequest = new RequestType<VendorsParams, KnownVendors | null, void>('ocppConfig/vendors');

export interface VendorsParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface KnownVendors {
  /** By name. */
  readonly vendors: readonly KnownVendor[];
  /** The vendor of the document's station, where one of these is. */
  readonly current: string | null;
}

export interface KnownVendor {
  readonly id: string;
  readonly name: string;
  /** Other names, to find it by. */
  readonly names: readonly string[];
  readonly models: readonly string[];
}

/** Asks for the page of a rule as Markdown; `null` when there is none. */
export const RulePageRequest = new RequestType<RulePageParams, string | null, void>('ocppConfig/rulePage');

export interface RulePageParams {
  readonly rule: string;
}

/** Asks for the page of a key as Markdown, by the address that a definition has led to; `null` when there is none. */
export const KeyPageRequest = new RequestType<KeyPageParams, string | null, void>('ocppConfig/keyPage');

export interface KeyPageParams {
  readonly uri: string;
}

/** Tells that pages of keys may say more now: the workspace has been searched. */
export const KeyPagesChangedNotification = new NotificationType<Record<string, never>>(
  'ocppConfig/keyPagesChanged',
);

/** Tells which packs and profiles other extensions bring, all of them each time. */
export const ContributedKnowledgeNotification = new NotificationType<ContributedKnowledgeParams>(
  'ocppConfig/contributedKnowledge',
);

export interface ContributedKnowledgeParams {
  /** `{ kind: 'packs' | 'profiles', origin, text }`; others are passed over. */
  readonly files: unknown;
}

/**
 * Asks the editor for a file that the server cannot read by itself: the project file, a pack or a profile of an open
 * folder. Nothing outside of open folders may be answered. Sent only to editors that say `readsFiles`.
 */
export const FilesReadRequest = new RequestType<FilesReadParams, FileContents, void>('ocppConfig/files/read');

export interface FilesReadParams {
  readonly uri: DocumentUri;
  /** Bytes; of a larger file nothing is wanted. */
  readonly limit: number;
}

/** Asks the editor for the names in a folder. */
export const FilesListRequest = new RequestType<FilesListParams, FolderContents, void>(
  'ocppConfig/files/list',
);

export interface FilesListParams {
  readonly uri: DocumentUri;
}

/** Asks the editor whether what is named below a folder, to get from there to a file, has a link among it. */
export const FilesLinksRequest = new RequestType<FilesLinksParams, boolean, void>('ocppConfig/files/links');

export interface FilesLinksParams {
  readonly folder: DocumentUri;
  readonly uri: DocumentUri;
}

/** The server's command behind "apply all recommended values"; its one argument is the document's address. */
export const APPLY_RECOMMENDED_COMMAND = 'ocppConfig.server.applyRecommended';

/** The server's command that checks all files of the workspace, whatever the settings say. Returns a `CheckedWorkspace`. */
export const CHECK_WORKSPACE_COMMAND = 'ocppConfig.server.checkWorkspace';

export interface CheckedWorkspace {
  /** How many charger configurations were checked that are not open. */
  readonly files: number;
  readonly problems: number;
}

/** What `APPLY_RECOMMENDED_COMMAND` returns. */
export interface ApplyRecommendedResult {
  /** `nothing`: the file follows the advice already, or is not ours. */
  readonly outcome: 'applied' | 'refused' | 'nothing';
  /** How many values were to be changed. */
  readonly changes: number;
}

/** Asks for the summary of a document; `null` for one that is not ours or not open. */
export const SummaryRequest = new RequestType<SummaryParams, SummaryAnswer | null, void>(
  'ocppConfig/summary',
);

export interface SummaryParams {
  readonly textDocument: TextDocumentIdentifier;
  /**
   * `page`: the contents of an HTML body, whose buttons say in `data-` attributes what they stand for; `html`: a file of
   * its own without scripts; `markdown`.
   */
  readonly as: 'page' | 'html' | 'markdown';
  /** The file's name without its folders. */
  readonly fileName: string;
  /** "OCPP Config 0.2.0". */
  readonly program: string;
  /** When it is made, in the reader's time: "2026-11-25 14:03". */
  readonly date: string;
  /** The language of the reader, as HTML names it: `en`. */
  readonly language: string;
}

export interface SummaryAnswer {
  /** The version of the text that it is about. */
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** For `page`: a style sheet, which leaves colours and fonts to CSS variables (`features/summary/style.ts`). */
  readonly style: string;
  /** How many problems there are, in words. */
  readonly news: string;
}

/**
 * Asks for the edit behind a fix of a summary (`data-fix`); `null` when the document is no longer what the summary was
 * made of.
 */
export const SummaryFixRequest = new RequestType<SummaryFixParams, SummaryFixAnswer | null, void>(
  'ocppConfig/summaryFix',
);

export interface SummaryFixParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly version: number;
  readonly fix: string;
}

export interface SummaryFixAnswer {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** Asks what a report to the maintainers should say: nothing in it is from a file, a secret, a name or a path. */
export const SupportRequest = new RequestType<SupportParams, SupportAnswer | null, void>(
  'ocppConfig/support',
);

export interface SupportParams {
  /** The file that the report is about, if any. */
  readonly textDocument?: TextDocumentIdentifier;
}

export interface SupportAnswer {
  readonly runtime: Runtime;
  readonly openDocuments: number;
  /** Null where there is none, or it is none of ours. */
  readonly document: SupportDocument | null;
}

export interface SupportDocument {
  readonly languageId: string;
  readonly characters: number;
  readonly format: string;
  readonly shape: string;
  readonly configurations: number;
  readonly entries: number;
  /** How many of these are keys that nobody knows. */
  readonly unknownKeys: number;
  readonly protocol: string;
  readonly current: string;
  readonly smartCharging: string;
  /** The id of the vendor's pack. */
  readonly vendor: string;
  readonly operator: string;
  readonly hasProjectFile: boolean;
  /** How many problems there are, by their ids. */
  readonly problems: Readonly<Record<string, number>>;
  readonly suppressed: number;
  /** Milliseconds that reading and resolving the text took, and finding its problems. */
  readonly understandingTime: number;
  readonly analysisTime: number;
}

/** Asks for a first project file for a folder with some files; made of nothing but what is sent along. */
export const InitialProjectRequest = new RequestType<InitialProjectParams, InitialProjectAnswer, void>(
  'ocppConfig/initialProject',
);

export interface InitialProjectParams {
  /** Files of any kind in the folder and below; those that are none of ours are passed over. */
  readonly files: readonly FileText[];
}

export interface FileText {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface InitialProjectAnswer {
  readonly text: string;
  /** Why each thing is in it, for a log. */
  readonly reasons: readonly string[];
  /** How many of the files it is made of. */
  readonly seen: number;
}
