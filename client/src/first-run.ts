import { commands } from 'vscode';

/** True from the first hover of ours on: that step of the walkthrough is done. */
const HOVER_READ_CONTEXT = 'ocppConfig.hoverRead';

let isRead = false;

/** Tells the walkthrough that an explanation was shown; told once. */
export function hoverWasRead(): void {
  if (isRead) return;
  isRead = true;
  void commands.executeCommand('setContext', HOVER_READ_CONTEXT, true);
}
