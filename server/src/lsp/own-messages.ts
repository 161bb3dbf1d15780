/** The messages that LSP does not have. An editor that does not know them loses nothing but what they are for. */

import {
  type DocumentUri,
  NotificationType,
  type Position,
  RequestType,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { StationSummary } from '../features/station-summary.ts';
import type { FileContents, FolderContents } from '../project/files.ts';

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

/** What `APPLY_RECOMMENDED_COMMAND` returns. */
export interface ApplyRecommendedResult {
  /** `nothing`: the file follows the advice already, or is not ours. */
  readonly outcome: 'applied' | 'refused' | 'nothing';
  /** How many values were to be changed. */
  readonly changes: number;
}
