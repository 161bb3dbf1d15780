import { type CodeAction, commands, l10n, Range, window, workspace } from 'vscode';
import type { CommandContext } from './index.ts';
import { fileToWorkOn } from './target-document.ts';

/**
 * Applies every safe fix of a file, as `source.fixAll.ocppConfig` does on save. The fixes are asked for
 * directly: `editor.action.codeAction` now and then does nothing, without a word, in an editor that was just opened.
 */
export async function fixAll(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  const { version } = document;
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, 0, 0),
    'source.fixAll.ocppConfig',
  );
  // The fixes are of the text as it was.
  if (document.version !== version) return fixAll(context, document.uri);
  const edit = actions.find((action) => action.edit !== undefined)?.edit;
  if (edit === undefined) {
    void window.showInformationMessage(l10n.t('This file has nothing that can be fixed safely.'));
    return;
  }
  await workspace.applyEdit(edit);
}
