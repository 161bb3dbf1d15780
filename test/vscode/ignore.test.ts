import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, placeOf, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI } from './support/texts.ts';

describe('ignoring a problem', () => {
  afterEach(closeAllEditors);

  it('writes a comment, whose reason is selected', async () => {
    const editor = await openText(INI, 'ini');
    const { document } = editor;
    await waitForProblems(
      document,
      'greenflux/heartbeat-interval',
      'greenflux/smart-charging-measurands',
      'greenflux/websocket-ping-interval',
    );
    const place = placeOf(document, '=10', 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
    );
    const action = actions.find(({ title }) =>
      title.startsWith('Ignore greenflux/websocket-ping-interval here'),
    );
    assert.ok(action?.edit, actions.map(({ title }) => title).join());

    await vscode.workspace.applyEdit(action.edit);

    await waitForProblems(document, 'greenflux/heartbeat-interval', 'greenflux/smart-charging-measurands');
    const selected = await eventually(
      () => document.getText(editor.selection),
      (text) => text !== '',
    );
    assert.equal(selected, 'reason');
    const comment = '# ocpp-config-ignore greenflux/websocket-ping-interval: reason\n';
    assert.equal(
      document.getText().replaceAll('\r\n', '\n').replace(comment, ''),
      INI.replaceAll('\r\n', '\n'),
    );
  });
});
