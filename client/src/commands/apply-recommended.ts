import { commands, l10n, window } from 'vscode';
import { APPLY_RECOMMENDED_COMMAND, type ApplyRecommendedResult } from '../../../protocol/messages.ts';
import type { CommandContext } from './index.ts';
import { fileToWorkOn } from './target-document.ts';

/** Sets every value of a file to what the operator recommends. VS Code shows the changes first. */
export async function applyRecommended(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  const result = await commands.executeCommand<ApplyRecommendedResult>(
    APPLY_RECOMMENDED_COMMAND,
    document.uri.toString(),
  );
  if (result?.outcome === 'nothing') {
    void window.showInformationMessage(l10n.t('This file has all recommended values already.'));
  }
}
