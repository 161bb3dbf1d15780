import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, set } from './support/editing.ts';
import { after, before, describe, it } from './support/mocha.ts';
import { workspaceFile, write } from './support/workspace.ts';

/*
 * VS Code asks all extensions for symbols together. The editor that the tests run in has Markdown's in another host, which
 * never answers where it cannot search, as in the folder that the browser's tests work in.
 */

describe('files that are not open', () => {
  before(async () => {
    await write(
      'symbols/cp1.ini',
      '[Ocpp]\nHeartbeatInterval=900\nLumenGlow=blue\nConnectionTimeOut=60\nLumenGlowTwo=\n',
    );
    await write(
      'symbols/cp2.json',
      '[{ "key": "HeartbeatInterval", "value": "900" }, { "key": "LumenGlow", "value": "red" }]',
    );
    await set('workspace.check', 'on');
  });

  after(async () => {
    await set('workspace.check', undefined);
    await vscode.workspace.fs.delete(workspaceFile('symbols'), { recursive: true });
  });

  it('are found by the keys that they set', async () => {
    const symbols = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'lumenglow',
        ),
      (found) => found.length === 3,
    );

    assert.deepEqual(symbols.map(({ name, containerName }) => `${name} ${containerName}`).sort(), [
      'LumenGlow = blue',
      'LumenGlow = red',
      'LumenGlowTwo empty',
    ]);
  });
});
