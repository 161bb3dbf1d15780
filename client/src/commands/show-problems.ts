import { commands } from 'vscode';
import { editorFor } from './editor-for.ts';

/** Shows the list of problems, in which the arrow keys lead from place to place; of the file whose lens was clicked. */
export async function showProblems(uri: unknown): Promise<void> {
  await editorFor(uri, undefined);
  await commands.executeCommand('workbench.actions.view.problems');
}
