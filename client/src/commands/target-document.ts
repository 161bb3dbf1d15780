import { l10n, TabInputText, type TextDocument, Uri, window, workspace } from 'vscode';
import type { CommandContext } from './index.ts';

/**
 * The document that a command is about: the one whose address it was given, as menus and code lenses do; otherwise the
 * active one, or the one that the active summary is about.
 */
export async function targetDocument(
  { views }: Pick<CommandContext, 'views'>,
  given: unknown,
): Promise<TextDocument | undefined> {
  const uri = typeof given === 'string' ? Uri.parse(given, true) : given instanceof Uri ? given : undefined;
  const wanted = uri ?? views.active?.uri;
  if (wanted === undefined) return window.activeTextEditor?.document;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === wanted.toString());
  return open ?? (await workspace.openTextDocument(wanted));
}

/**
 * The same, where something else is active, such as the walkthrough: then the charger configuration that was last active
 * and is still open is shown and meant. Says so where there is none.
 */
export async function fileToWorkOn(
  context: Pick<CommandContext, 'views' | 'status'>,
  given: unknown,
): Promise<TextDocument | undefined> {
  const target = (await targetDocument(context, given)) ?? (await lastFile(context));
  if (target === undefined) tellThatNoneIsOurs();
  return target;
}

/** Says why a command about a file does nothing. */
export function tellThatNoneIsOurs(): void {
  void window.showInformationMessage(l10n.t('The active file is not a charger configuration.'));
}

async function lastFile({ status }: Pick<CommandContext, 'status'>): Promise<TextDocument | undefined> {
  const { lastRecognised } = status;
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof TabInputText && input.uri.toString() === lastRecognised?.toString(),
    ),
  );
  if (lastRecognised === undefined || group === undefined) return undefined;
  return (await window.showTextDocument(lastRecognised, { viewColumn: group.viewColumn })).document;
}
