import * as l10n from '@vscode/l10n';
import {
  nameProblem,
  type RenameRefusal,
  type RenameSubject,
  renameEdits,
  renameSubjectAt,
} from '../../features/rename-key.ts';
import { toEdits, toRange } from '../convert.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from '../vscode-languageserver.ts';
import type { Workspace } from './workspace.ts';

/**
 * Renames a key in all files of the workspace where it is written like that: a maker that has renamed a key has renamed
 * it everywhere. All files or none; where the editor can, it shows other files than this one before they are changed.
 */
export function answerRenames(session: Session, requests: Requests, workspace: Workspace): void {
  requests.on(PrepareRenameRequest.type, null, async ({ textDocument, position }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const subject = accepted(renameSubjectAt(understood, snapshot.lines.offsetAt(position)));
    if (subject === undefined) return null;
    return { range: toRange(snapshot.lines, subject.range), placeholder: subject.name };
  });
  requests.on(RenameRequest.type, null, async ({ textDocument, position, newName }, token) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const subject = accepted(renameSubjectAt(understood, snapshot.lines.offsetAt(position)));
    if (subject === undefined) return null;
    const problem = nameProblem(newName);
    if (problem !== undefined) throw refused(problem);
    const files = await renamedFiles(workspace, subject, newName, token);
    // Typed on while the workspace was searched: the offsets of this file would be wrong.
    if ((await session.snapshot(textDocument.uri))?.id !== snapshot.id) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
    }
    return workspaceEdit(session, files, textDocument.uri);
  });
}

interface RenamedFile {
  readonly snapshot: Snapshot;
  readonly edits: TextEdit[];
}

async function renamedFiles(
  workspace: Workspace,
  subject: RenameSubject,
  newName: string,
  token: CancellationToken,
): Promise<readonly RenamedFile[]> {
  const { keys } = await workspace.searched(token);
  const places = keys.placesOf(subject.identity).filter(({ name }) => name === subject.name);
  const files: RenamedFile[] = [];
  for (const name of new Set(places.map(({ file }) => file))) {
    const { snapshot, understood } = (await workspace.understand(name, token)) ?? {};
    if (snapshot === undefined || understood === undefined) continue;
    const edits = renameEdits(understood, subject, newName);
    if ('refusal' in edits) throw refused(`${shownName(name)}: ${edits.refusal}`);
    if (edits.length > 0) files.push({ snapshot, edits: toEdits(snapshot.lines, edits) });
  }
  return files;
}

function workspaceEdit(session: Session, files: readonly RenamedFile[], here: string): WorkspaceEdit {
  const { abilities, documents } = session;
  const versionOf = (uri: string) => documents.get(uri)?.version ?? null;
  if (!abilities.versionedEdits) {
    return {
      changes: Object.fromEntries(files.map(({ snapshot, edits }) => [snapshot.document.uri, edits])),
    };
  }
  const isElsewhere = ({ snapshot }: RenamedFile) => snapshot.document.uri !== here;
  if (!abilities.editAnnotations || !files.some(isElsewhere)) {
    return {
      documentChanges: files.map(({ snapshot: { document }, edits }) => ({
        textDocument: { uri: document.uri, version: versionOf(document.uri) },
        edits,
      })),
    };
  }
  return {
    documentChanges: files.map((file) => annotated(file, isElsewhere(file) ? ELSEWHERE : HERE, versionOf)),
    changeAnnotations: annotations(),
  };
}

/**
 * Edits in this file and in others are told apart. An edit that needs to be confirmed is shown with its mark taken away
 * (VS Code), so that "apply" would leave it out: only one that changes nothing asks for a look at all of them.
 */
function annotated(
  { snapshot: { document, lines, text }, edits }: RenamedFile,
  annotationId: string,
  versionOf: (uri: string) => number | null,
): TextDocumentEdit {
  const marked: AnnotatedTextEdit[] = edits.map((edit) => ({ ...edit, annotationId }));
  if (annotationId === HERE) {
    const end = lines.positionAt(text.length);
    marked.push({ range: { start: end, end }, newText: '', annotationId: PREVIEW });
  }
  return { textDocument: { uri: document.uri, version: versionOf(document.uri) }, edits: marked };
}

const HERE = 'here';
const ELSEWHERE = 'elsewhere';
const PREVIEW = 'preview';

function annotations(): Record<string, ChangeAnnotation> {
  return {
    [HERE]: { label: l10n.t('In this file'), needsConfirmation: false },
    [ELSEWHERE]: { label: l10n.t('In other files of the workspace'), needsConfirmation: false },
    [PREVIEW]: { label: l10n.t('Show the changes first'), needsConfirmation: true },
  };
}

function accepted(subject: RenameSubject | RenameRefusal | undefined): RenameSubject | undefined {
  if (subject !== undefined && 'refusal' in subject) throw refused(subject.refusal);
  return subject;
}

/** The editor shows the message to whoever has asked. */
function refused(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function shownName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
