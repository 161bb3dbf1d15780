import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, pause } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { TEMPLATE } from './support/texts.ts';

describe('an extension in another extension host', () => {
  afterEach(closeAllEditors);

  it('does not take our problems off the screen when it clears its own', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    const address = document.uri.toString();
    const shown = () => vscode.commands.executeCommand<string[]>('otherHost.shownProblems', address);
    const before = await eventually(shown, (messages) => messages.length > 0);

    await vscode.commands.executeCommand('otherHost.clearProblems', address);
    await pause(500);

    assert.deepEqual(await shown(), before);
  });
});
