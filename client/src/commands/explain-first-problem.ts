import { commands, languages, Selection, window } from 'vscode';
import type { CommandContext } from './index.ts';
import { fileToWorkOn } from './target-document.ts';

/** As the server signs its problems. */
const SOURCE = 'OCPP Config';

/** Goes to the first problem of a file and shows what is known of the value there, as pointing at it does. */
export async function explainFirstProblem(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn);
  const [first] = languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  if (first !== undefined) {
    editor.selection = new Selection(first.range.start, first.range.start);
    editor.revealRange(first.range);
  }
  await commands.executeCommand('editor.action.showHover');
}
