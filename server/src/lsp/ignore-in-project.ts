import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis.ts';
import { ignorableAt, reasonToBe, takesComments } from '../features/ignore-comment.ts';
import type { Problem } from '../model/problem.ts';
import { ignoreEdits } from '../project/add-ignore.ts';
import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import type { OffsetRange } from '../text/range.ts';
import { toDiagnostic } from './convert.ts';
import { type FoundProjectFile, findProjectFile } from './find-project-file.ts';
import { globFor, projectFileEdit } from './project-file-edit.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import {
  CodeActionKind,
  type CodeAction as ProtocolCodeAction,
  type WorkspaceEdit,
} from './vscode-languageserver.ts';

/**
 * For each problem that a range touches in a file that can hold no comment: an entry in the nearest project file that
 * ignores it for its key, or a new project file with it where the editor can make one.
 */
export async function ignoresInProject(
  session: Session,
  snapshot: Snapshot,
  analysis: Analysis,
  range: OffsetRange,
): Promise<readonly ProtocolCodeAction[]> {
  if (takesComments(analysis.document)) return [];
  const problems = ignorableAt(analysis, range);
  const file = problems.length === 0 ? undefined : await findProjectFile(session, snapshot.document.uri);
  if (file === undefined) return [];
  const offered = new Set<string>();
  return problems.flatMap((problem): readonly ProtocolCodeAction[] => {
    const title = titleFor(problem);
    if (offered.has(title)) return [];
    offered.add(title);
    const edit = editFor(session, file, problem);
    if (edit === undefined) return [];
    const diagnostics = [toDiagnostic(snapshot, problem, session)];
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit }];
  });
}

function titleFor({ rule, key }: Problem): string {
  return key === undefined
    ? l10n.t('Ignore {0} for this file in {1}', rule, PROJECT_FILE_NAME)
    : l10n.t('Ignore {0} for {1} in {2}', rule, key, PROJECT_FILE_NAME);
}

function editFor(
  { abilities }: Session,
  file: FoundProjectFile,
  { rule, key }: Problem,
): WorkspaceEdit | undefined {
  const path = globFor(file);
  const entry = { path, ...(key === undefined ? {} : { key }), rule, reason: reasonToBe() };
  const added = ignoreEdits(file.text ?? '', entry);
  return added === undefined || added.length === 0 ? undefined : projectFileEdit(abilities, file, added);
}
