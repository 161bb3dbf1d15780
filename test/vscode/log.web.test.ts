import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';

/* In Node the editor that the tests run in writes no logs: that takes a native module, which it comes without. */

describe('a vendor pack of another extension', () => {
  afterEach(closeAllEditors);

  it('that is not there, or lies outside of its extension, is named in the log', async () => {
    await vscode.commands.executeCommand('ocppConfig.showLog');
    const log = await eventually(
      () =>
        vscode.workspace.textDocuments
          .filter(({ uri }) => uri.scheme === 'output')
          .map((document) => document.getText())
          .join('\n'),
      (text) => text.includes('second-extension'),
    );

    assert.match(log, /second-extension\/packs\/none\.json cannot be read/);
    assert.match(log, /second-extension\/\.\.\/package\.json lies outside of its extension/);
  });
});
