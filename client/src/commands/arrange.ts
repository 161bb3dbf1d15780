import { l10n, window } from 'vscode';
import type { CommandContext } from './index.ts';
import { makeSourceAction } from './source-action.ts';
import { fileToWorkOn } from './target-document.ts';

/** Puts the keys of a file in the order of the feature profiles. */
export async function sortByProfile(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  const result = await makeSourceAction(document, 'source.sort.ocppConfig');
  if (result === 'nothing') {
    void window.showInformationMessage(l10n.t('The keys of this file are in order already.'));
  } else if (result !== 'made') {
    void window.showInformationMessage(result.reason);
  }
}

/** Tidies the white space of a file: of JSON too, for which VS Code has a formatter of its own. */
export async function formatFile(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  if ((await makeSourceAction(document, 'source.format.ocppConfig')) === 'nothing') {
    void window.showInformationMessage(l10n.t('The white space of this file is tidy already.'));
  }
}
