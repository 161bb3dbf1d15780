import * as vscode from 'vscode';

/** Opens a text that was never saved in an editor. */
export async function openText(content: string, language: string): Promise<vscode.TextEditor> {
  for (;;) {
    const document = await vscode.workspace.openTextDocument({ content, language });
    const editor = await vscode.window.showTextDocument(document);
    if (document.getText() === content) return editor;
    // The document that had this name before was closed a moment ago, and VS Code has taken its copy for a lost text.
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Closes all editors and throws away what was typed. */
export async function closeAllEditors(): Promise<void> {
  // A panel with a text in it, such as the log's, would count as the active editor.
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await eventually(
    async () => {
      if (openTabs().length > 0) {
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
      return openTabs();
    },
    (labels) => labels.length === 0,
  );
  // The next document without a name gets the same address: it must not be taken for this one, which ends a bit later.
  await eventually(
    () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map(({ uri }) => `${uri}`),
    (addresses) => addresses.length === 0,
  );
}

function openTabs(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** Replaces the whole text of an editor. */
export async function replaceText(editor: vscode.TextEditor, content: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  await editor.edit((edit) => edit.replace(whole, content));
}

/** The place of the first occurrence of a text, and a number of characters behind its start. */
export function placeOf(document: vscode.TextDocument, text: string, behind = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in the document.`);
  return document.positionAt(offset + behind);
}

/** Waits until a question has an answer that is accepted, and returns it. Fails with the last one that was not. */
export async function eventually<Answer>(
  ask: () => Answer | PromiseLike<Answer>,
  accept: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still not as expected: ${JSON.stringify(answer)}`);
    await pause(30);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Our problems of a document as they are shown now. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'OCPP Config');
}

/** The ids of our problems of a document, in its order, once they are these. */
export async function waitForProblems(
  document: vscode.TextDocument,
  ...ids: readonly string[]
): Promise<vscode.Diagnostic[]> {
  await eventually(
    () => problemsOf(document).map(ruleOf).sort().join(', '),
    (found) => found === [...ids].sort().join(', '),
  );
  return problemsOf(document);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Sets a setting of ours for the whole window; `undefined` takes it back. */
export async function set(setting: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('ocppConfig')
    .update(setting, value, vscode.ConfigurationTarget.Workspace);
}
