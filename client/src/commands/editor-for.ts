import { Position, Selection, type TextEditor, Uri, window, workspace } from 'vscode';

/**
 * The editor that a command is about: the active one or, for a click on a code lens, the one that shows the lens, with
 * the cursor at the station that it stands above. A click does not make an editor the active one.
 *
 * @param uri the document's address, as the server knows it
 * @param position where the lens stands; at the file's beginning it is about whatever the cursor is in
 */
export async function editorFor(uri: unknown, position: unknown): Promise<TextEditor | undefined> {
  if (typeof uri !== 'string') return window.activeTextEditor;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn);
  if (isPosition(position) && (position.line > 0 || position.character > 0)) {
    const place = new Position(position.line, position.character);
    editor.selection = new Selection(place, place);
  }
  return editor;
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
