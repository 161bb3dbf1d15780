import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files.ts';

/**
 * An extension beside ours: it brings a vendor pack (package.json) and files that lie on no disk, as in a browser or a
 * virtual workspace.
 */
export function activate(context: vscode.ExtensionContext): void {
  const provider = vscode.workspace.registerFileSystemProvider('memfs', new MemoryFiles(), {
    isCaseSensitive: true,
  });
  context.subscriptions.push(provider);
}
