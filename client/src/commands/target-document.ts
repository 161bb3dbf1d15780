import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { SummaryViews } from '../summary/summary-views.ts';

/**
 * The document that a command is about: the one whose address it was given, as menus and code lenses do; otherwise the
 * active one, or the one that the active summary is about.
 */
export async function targetDocument(views: SummaryViews, given: unknown): Promise<TextDocument | undefined> {
  const uri = typeof given === 'string' ? Uri.parse(given, true) : given instanceof Uri ? given : undefined;
  const wanted = uri ?? views.active?.uri;
  if (wanted === undefined) return window.activeTextEditor?.document;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === wanted.toString());
  return open ?? (await workspace.openTextDocument(wanted));
}
