import {
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CodeAction as ProtocolCodeAction,
  type TextEdit as ProtocolEdit,
  type SnippetTextEdit,
  StringValue,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type CodeAction, fixAllSafe, quickFixesAt } from '../features/code-actions.ts';
import { ignoreCommentsAt } from '../features/ignore-comment.ts';
import { type OffsetRange, touches } from '../text/range.ts';
import { toDiagnostic, toEdits, toOffsets } from './convert.ts';
import { ignoresInProject } from './ignore-in-project.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

/** The kind under which an editor runs all safe fixes, also on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.ocppConfig`;

export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

export function answerCodeActions(session: Session, requests: Requests): void {
  if (session.abilities.codeActionKinds === undefined) return;
  requests.on(CodeActionRequest.type, [], async (params, token) => {
    const wanted = wantedKinds(params);
    if (wanted.length === 0) return [];
    const { snapshot, understood: analysis } = (await session.analyse(params.textDocument.uri, token)) ?? {};
    if (snapshot === undefined || analysis === undefined) return [];
    const range = toOffsets(snapshot.lines, params.range);
    const actions: CodeAction[] = [];
    if (wanted.includes(CodeActionKind.QuickFix)) {
      actions.push(...quickFixesAt(analysis, range, snapshot.options), ...ignoreCommentsAt(analysis, range));
    }
    const fixAll = wanted.includes(FIX_ALL_KIND) ? fixAllSafe(analysis, snapshot.options) : undefined;
    if (fixAll !== undefined) actions.push(fixAll);
    const converted = actions.map((action) => toCodeAction(session, snapshot, action, range));
    if (!wanted.includes(CodeActionKind.QuickFix)) return converted;
    return [...converted, ...(await ignoresInProject(session, snapshot, analysis, range))];
  });
}

/**
 * The kinds of ours that the editor asks for. Without a wish it gets all when a person has asked, and only quick fixes
 * when it asks by itself wherever the cursor stands: "fix all" reads the whole file.
 */
function wantedKinds({ context }: CodeActionParams): readonly CodeActionKind[] {
  const { only, triggerKind } = context;
  if (only === undefined) {
    return triggerKind === CodeActionTriggerKind.Automatic ? [CodeActionKind.QuickFix] : CODE_ACTION_KINDS;
  }
  return CODE_ACTION_KINDS.filter((kind) => only.some((wish) => isSameOrWithin(kind, wish)));
}

/** Kinds are hierarchical, with dots; the empty kind stands for all. */
function isSameOrWithin(kind: CodeActionKind, wish: CodeActionKind): boolean {
  return wish === '' || kind === wish || kind.startsWith(`${wish}.`);
}

function toCodeAction(
  session: Session,
  snapshot: Snapshot,
  action: CodeAction,
  range: OffsetRange,
): ProtocolCodeAction {
  const converted: ProtocolCodeAction = {
    title: action.title,
    kind: action.kind === 'fix-all' ? FIX_ALL_KIND : CodeActionKind.QuickFix,
    edit: toWorkspaceEdit(session, snapshot, action),
  };
  // A fix for the whole file may solve thousands of problems; the editor has asked about those at one place.
  const solvedHere = action.problems.filter((problem) => meet(problem.range, range));
  if (solvedHere.length > 0) {
    converted.diagnostics = solvedHere.map((problem) => toDiagnostic(snapshot, problem, session));
  }
  if (action.preferred && session.abilities.preferredCodeActions) converted.isPreferred = true;
  return converted;
}

function toWorkspaceEdit(
  { abilities }: Session,
  { document: { uri, version }, lines }: Snapshot,
  { edits, selects }: CodeAction,
): WorkspaceEdit {
  const plain = toEdits(lines, edits);
  if (!abilities.versionedEdits) return { changes: { [uri]: plain } };
  const [first, ...others] = plain;
  const changes: TextDocumentEdit['edits'] =
    first === undefined || selects === undefined || !abilities.snippetEdits
      ? plain
      : [toSnippetEdit(first, selects), ...others];
  // With the version, so that an editor refuses an edit that was made for an older text.
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** The same edit, which leaves a part of the new text selected. */
function toSnippetEdit({ range, newText }: ProtocolEdit, { start, end }: OffsetRange): SnippetTextEdit {
  const [before, selected, after] = [newText.slice(0, start), newText.slice(start, end), newText.slice(end)];
  const value = `${inSnippet(before)}\${0:${inSnippet(selected)}}${inSnippet(after)}`;
  return { range, snippet: StringValue.createSnippet(value) };
}

function inSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function meet(a: OffsetRange, b: OffsetRange): boolean {
  return touches(a, b.start) || touches(b, a.start);
}
