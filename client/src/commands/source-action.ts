import { type CodeAction, commands, Range, type TextDocument, workspace } from 'vscode';

/**
 * Makes the code action of a kind for a whole file, as `editor.codeActionsOnSave` does. It is asked for directly:
 * `editor.action.codeAction` now and then does nothing, without a word, in an editor that was just opened.
 *
 * @returns `nothing`: there is no such action for the file; otherwise the reason why it cannot be made
 */
export async function makeSourceAction(
  document: TextDocument,
  kind: string,
): Promise<'made' | 'nothing' | { readonly reason: string }> {
  const { version } = document;
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, 0, 0),
    kind,
  );
  // The action is for the text as it was.
  if (document.version !== version) return makeSourceAction(document, kind);
  const edit = actions.find((action) => action.edit !== undefined)?.edit;
  if (edit !== undefined) {
    await workspace.applyEdit(edit);
    return 'made';
  }
  const reason = actions.find((action) => action.disabled !== undefined)?.disabled?.reason;
  return reason === undefined ? 'nothing' : { reason };
}
