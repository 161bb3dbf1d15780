import { commands, l10n, Uri, window, workspace } from 'vscode';
import { type SummaryParams, SummaryRequest } from '../../../protocol/messages.ts';
import { aboutSummary, fileNameOf } from '../summary/about.ts';
import type { CommandContext } from './index.ts';
import { fileToWorkOn, tellThatNoneIsOurs } from './target-document.ts';

/**
 * Saves the summary of a file as HTML or Markdown, which the ending of the chosen name tells.
 * @param target where to save it; asked for where it is not given
 */
export async function saveSummary(context: CommandContext, given: unknown, target?: Uri): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  const { client, version } = context;
  const chosen = target ?? (await askForTarget(document.uri));
  if (chosen === undefined) return;
  const as = /\.(md|markdown)$/i.test(chosen.path) ? 'markdown' : 'html';
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const params: SummaryParams = { textDocument, as, ...aboutSummary(document.uri, version) };
  const answer = await client.sendRequest(SummaryRequest, params);
  if (answer === null) {
    tellThatNoneIsOurs();
    return;
  }
  try {
    await workspace.fs.writeFile(chosen, new TextEncoder().encode(answer.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The summary could not be saved: {0}', reason));
    return;
  }
  void offerToOpen(chosen);
}

/** Beside the file, where it has a place. */
function askForTarget(uri: Uri): Thenable<Uri | undefined> {
  const name = `${fileNameOf(uri).replace(/(?<=.)\.[^.]*$/, '')}.summary.html`;
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return window.showSaveDialog({
    title: l10n.t('Save the summary'),
    filters: { [l10n.t('Web page')]: ['html'], [l10n.t('Markdown')]: ['md'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  });
}

async function offerToOpen(saved: Uri): Promise<void> {
  const open = l10n.t('Open');
  const answer = await window.showInformationMessage(
    l10n.t('The summary is saved as {0}.', fileNameOf(saved)),
    open,
  );
  if (answer === open) await commands.executeCommand('vscode.open', saved);
}
