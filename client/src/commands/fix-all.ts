import { commands } from 'vscode';

/** Applies every safe fix of the active file, as `source.fixAll.ocppConfig` does on save. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.ocppConfig',
    apply: 'first',
  });
}
