import { l10n, window } from 'vscode';
import type { CommandContext } from './index.ts';
import { targetDocument } from './target-document.ts';

/** Shows the summary of a file beside it. */
export async function showSummary({ status, views }: CommandContext, given: unknown): Promise<void> {
  const document = await targetDocument(views, given);
  if (document === undefined || (await status.statusOf(document)) === undefined) {
    void window.showInformationMessage(l10n.t('The active file is not a charger configuration.'));
    return;
  }
  views.show(document.uri);
}
