import * as l10n from '@vscode/l10n';
import {
  APPLY_RECOMMENDED_COMMAND,
  type ApplyRecommendedResult,
  CHECK_WORKSPACE_COMMAND,
  type CheckedWorkspace,
} from '../../../protocol/messages.ts';
import { planRecommended, type RecommendedPlan } from '../features/apply-recommended.ts';
import { documentEdit, toEdits } from './convert.ts';
import { cutIntoLines } from './line-edits.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import {
  type AnnotatedTextEdit,
  type CancellationToken,
  ExecuteCommandRequest,
  type WorkspaceEdit,
} from './vscode-languageserver.ts';
import type { Workspace } from './workspace/workspace.ts';

/** The commands that the server runs itself. */
export const COMMANDS: readonly string[] = [APPLY_RECOMMENDED_COMMAND, CHECK_WORKSPACE_COMMAND];

/** Runs the commands of the server. A command that it does not know, or that lacks its document, is an error. */
export function answerCommands(session: Session, requests: Requests, workspace: Workspace): void {
  requests.on(ExecuteCommandRequest.type, null, async ({ command, arguments: given }, token) => {
    if (command === CHECK_WORKSPACE_COMMAND) return checkWorkspace(workspace, token);
    if (command !== APPLY_RECOMMENDED_COMMAND) throw new Error(`${command} is no command of this server`);
    const [uri] = given ?? [];
    if (typeof uri !== 'string') throw new Error(`${command} needs the address of a document`);
    return applyRecommended(session, uri);
  });
}

async function checkWorkspace(workspace: Workspace, token: CancellationToken): Promise<CheckedWorkspace> {
  await workspace.checkNow(token);
  const { reports } = workspace.checks;
  return { files: reports.length, problems: reports.reduce((sum, { items }) => sum + items.length, 0) };
}

/** Hands the edit to the editor, which shows it before it makes it where it can. */
async function applyRecommended(session: Session, uri: string): Promise<ApplyRecommendedResult> {
  const { snapshot, understood } = (await session.understand(uri)) ?? {};
  const plan = snapshot && understood && planRecommended(understood, snapshot.options);
  if (snapshot === undefined || plan === undefined) return { outcome: 'nothing', changes: 0 };
  const label = l10n.t('Apply the values that {0} recommends', plan.operator);
  const edit = session.abilities.editAnnotations
    ? annotatedEdit(snapshot, plan, label)
    : documentEdit(session.abilities, snapshot.document, toEdits(snapshot.lines, plan.edits));
  const { applied } = await session.connection.workspace.applyEdit({ label, edit });
  const changes = plan.scopes.reduce((sum, scope) => sum + scope.changes.length, 0);
  return { outcome: applied ? 'applied' : 'refused', changes };
}

/**
 * Marked so that the editor shows the edits before it makes them. It would show an edit that needs to be confirmed with
 * its mark taken away, so that "apply" applies nothing: that is only right for one that changes nothing, at the end.
 */
function annotatedEdit({ document, lines }: Snapshot, plan: RecommendedPlan, label: string): WorkspaceEdit {
  const { uri, version, text } = document;
  const edits: AnnotatedTextEdit[] = toEdits(lines, cutIntoLines(text, lines, plan.edits)).map((edit) => ({
    ...edit,
    annotationId: RECOMMENDED,
  }));
  const end = lines.positionAt(text.length);
  edits.push({ range: { start: end, end }, newText: '', annotationId: PREVIEW });
  return {
    documentChanges: [{ textDocument: { uri, version }, edits }],
    changeAnnotations: {
      [RECOMMENDED]: { label, description: descriptionOf(plan), needsConfirmation: false },
      [PREVIEW]: { label: l10n.t('Show the changes first'), needsConfirmation: true },
    },
  };
}

const RECOMMENDED = 'recommended';
const PREVIEW = 'preview';

function descriptionOf({ scopes }: RecommendedPlan): string {
  return scopes
    .flatMap(({ changes }) => changes)
    .map(({ key, from, to }) => (from === undefined ? `${key}: ${to}` : `${key}: ${from} → ${to}`))
    .join(', ');
}
