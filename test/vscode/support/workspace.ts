import * as vscode from 'vscode';

/** The address of a file in the open folder, which is a copy of `test/vscode/workspace/`. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('The suite needs an open folder.');
  }
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the open folder in an editor. */
export async function openWorkspaceFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(workspaceFile(path));
}

/** Writes a file of the open folder. */
export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(text));
}
