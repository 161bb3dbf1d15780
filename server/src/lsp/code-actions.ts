import {
  type CodeAction,
  fixAllSafe,
  formatAction,
  quickFixesAt,
  sortKeysAction,
} from '../features/code-actions.ts';
import { ignoreCommentsAt } from '../features/ignore-comment.ts';
import type { Understood } from '../features/understood.ts';
import { usualLayout } from '../formats/layout.ts';
import { meet, type OffsetRange } from '../text/range.ts';
import { toDiagnostic, toEdits, toOffsets } from './convert.ts';
import { ignoresInProject } from './ignore-in-project.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
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
} from './vscode-languageserver.ts';

/** The kind under which an editor runs all safe fixes, also on save. */
const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.ocppConfig`;

/** The kind under which the keys of a file are sorted. */
const SORT_KIND = `${CodeActionKind.Source}.sort.ocppConfig`;

/** The kind under which white space is tidied, JSON's as well. */
const FORMAT_KIND = `${CodeActionKind.Source}.format.ocppConfig`;

/** What rearranges a file: only for somebody who asks for it. */
const ARRANGING_KINDS: readonly CodeActionKind[] = [SORT_KIND, FORMAT_KIND];

/** The kinds of code actions that there are; an editor may ask for some of them. */
export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  FIX_ALL_KIND,
  ...ARRANGING_KINDS,
];

/** Answers which fixes there are at a place, and what can be done with the whole file. */
export function answerCodeActions(session: Session, requests: Requests): void {
  if (session.abilities.codeActionKinds === undefined) return;
  requests.on(CodeActionRequest.type, [], async (params, token) => {
    const wanted = wantedKinds(params);
    if (wanted.length === 0) return [];
    if (wanted.every((kind) => ARRANGING_KINDS.includes(kind))) return arrange(session, params, wanted);
    const { snapshot, understood: analysis } = (await session.analyse(params.textDocument.uri, token)) ?? {};
    if (snapshot === undefined || analysis === undefined) return [];
    const range = toOffsets(snapshot.lines, params.range);
    const actions: CodeAction[] = [];
    if (wanted.includes(CodeActionKind.QuickFix)) {
      actions.push(...quickFixesAt(analysis, range, snapshot.options), ...ignoreCommentsAt(analysis, range));
    }
    const fixAll = wanted.includes(FIX_ALL_KIND) ? fixAllSafe(analysis, snapshot.options) : undefined;
    if (fixAll !== undefined) actions.push(fixAll);
    actions.push(...(await arrangingActions(session, snapshot, analysis, wanted)));
    const converted = actions.map((action) => toCodeAction(session, snapshot, action, range));
    if (!wanted.includes(CodeActionKind.QuickFix)) return converted;
    return [...converted, ...(await ignoresInProject(session, snapshot, analysis, range))];
  });
}

/** Without the rules, which arranging does not ask for: a large file is understood long before it is checked. */
async function arrange(
  session: Session,
  { textDocument, range }: CodeActionParams,
  wanted: readonly CodeActionKind[],
): Promise<ProtocolCodeAction[]> {
  const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
  if (snapshot === undefined || understood === undefined) return [];
  const actions = await arrangingActions(session, snapshot, understood, wanted);
  const place = toOffsets(snapshot.lines, range);
  return actions.map((action) => toCodeAction(session, snapshot, action, place));
}

async function arrangingActions(
  session: Session,
  { document: { uri }, text }: Snapshot,
  understood: Understood,
  wanted: readonly CodeActionKind[],
): Promise<readonly CodeAction[]> {
  const actions: CodeAction[] = [];
  const sort = wanted.includes(SORT_KIND) ? sortKeysAction(understood) : undefined;
  // Without the reason there is nothing to show of an action that cannot be made.
  if (sort !== undefined && (sort.disabled === undefined || session.abilities.disabledCodeActions)) {
    actions.push(sort);
  }
  if (wanted.includes(FORMAT_KIND)) {
    const { separators } = await session.settingsFor(uri);
    const format = formatAction(understood, usualLayout(text, separators));
    if (format !== undefined) actions.push(format);
  }
  return actions;
}

/**
 * The kinds of ours that the editor asks for. Without a wish it gets all when a person has asked, and only quick fixes
 * when it asks by itself wherever the cursor stands: "fix all" reads the whole file.
 */
function wantedKinds({ context }: CodeActionParams): readonly CodeActionKind[] {
  const { only, triggerKind } = context;
  if (only === undefined) {
    return triggerKind === CodeActionTriggerKind.Automatic
      ? [CodeActionKind.QuickFix]
      : [CodeActionKind.QuickFix, FIX_ALL_KIND];
  }
  return CODE_ACTION_KINDS.filter((kind) => only.some((wish) => isSameOrWithin(kind, wish)));
}

/** Kinds are hierarchical, with dots; the empty kind stands for all. */
function isSameOrWithin(kind: CodeActionKind, wish: CodeActionKind): boolean {
  return wish === '' || kind === wish || kind.startsWith(`${wish}.`);
}

const KINDS: Readonly<Record<CodeAction['kind'], CodeActionKind>> = {
  'quick-fix': CodeActionKind.QuickFix,
  'fix-all': FIX_ALL_KIND,
  sort: SORT_KIND,
  format: FORMAT_KIND,
};

function toCodeAction(
  session: Session,
  snapshot: Snapshot,
  action: CodeAction,
  range: OffsetRange,
): ProtocolCodeAction {
  const converted: ProtocolCodeAction = {
    title: action.title,
    kind: KINDS[action.kind],
    ...(action.disabled === undefined
      ? { edit: toWorkspaceEdit(session, snapshot, action) }
      : { disabled: { reason: action.disabled } }),
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
