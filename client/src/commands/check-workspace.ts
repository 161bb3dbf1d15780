import { commands, l10n, window } from 'vscode';
import { CHECK_WORKSPACE_COMMAND, type CheckedWorkspace } from '../../../protocol/messages.ts';

/** Checks all files of the open folders, also those that nobody has open, and says what came of it. */
export async function checkWorkspace(): Promise<void> {
  const result = await commands.executeCommand<CheckedWorkspace | null>(CHECK_WORKSPACE_COMMAND);
  if (!result) return;
  const show = l10n.t('Show problems');
  const chosen = await window.showInformationMessage(
    l10n.t('Charger configurations checked that are not open: {files}. Problems found in them: {problems}.', {
      files: result.files,
      problems: result.problems,
    }),
    ...(result.problems === 0 ? [] : [show]),
  );
  if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
}
