import * as vscode from 'vscode';

/** More than the built-in extensions have in either host. */
const LISTS = 20;

/** An extension in the extension host where ours does not run. It lists problems as many extensions do: without a name. */
export function activate(context: vscode.ExtensionContext): void {
  const lists = Array.from({ length: LISTS }, () => vscode.languages.createDiagnosticCollection());
  context.subscriptions.push(
    ...lists,
    vscode.commands.registerCommand('otherHost.clearProblems', (uri: string) => {
      for (const list of lists) list.set(vscode.Uri.parse(uri), []);
    }),
    // A host is told of the problems that the window shows, those of its own extensions aside.
    vscode.commands.registerCommand('otherHost.shownProblems', (uri: string) =>
      vscode.languages.getDiagnostics(vscode.Uri.parse(uri)).map(({ message }) => message),
    ),
  );
}
