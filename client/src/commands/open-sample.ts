import { Uri, window, workspace } from 'vscode';
import type { CommandContext } from './index.ts';

/** The template with mistakes that comes with the extension. */
const SAMPLE = ['examples', 'with-mistakes', 'ac-template.json'];

/** Opens a template with mistakes to try things out on; it is no file, so nothing can be spoilt. */
export async function openSample({ extensionUri }: Pick<CommandContext, 'extensionUri'>): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, ...SAMPLE));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'json' }));
}
