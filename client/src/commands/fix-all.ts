import { l10n, window } from 'vscode';
import type { CommandContext } from './index.ts';
import { makeSourceAction } from './source-action.ts';
import { fileToWorkOn } from './target-document.ts';

/** Applies every safe fix of a file, as `source.fixAll.ocppConfig` does on save. */
export async function fixAll(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  if ((await makeSourceAction(document, 'source.fixAll.ocppConfig')) === 'nothing') {
    void window.showInformationMessage(l10n.t('This file has nothing that can be fixed safely.'));
  }
}
