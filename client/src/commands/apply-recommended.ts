import { commands, l10n, window } from 'vscode';
import { APPLY_RECOMMENDED_COMMAND, type ApplyRecommendedResult } from '../messages.ts';

/** Sets every value of the active file to what the operator recommends. VS Code shows the changes first. */
export async function applyRecommended(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const result = await commands.executeCommand<ApplyRecommendedResult>(
    APPLY_RECOMMENDED_COMMAND,
    document.uri.toString(),
  );
  if (result?.outcome === 'nothing') {
    void window.showInformationMessage(l10n.t('This file has all recommended values already.'));
  }
}
