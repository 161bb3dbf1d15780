import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI } from './support/texts.ts';
import { openWorkspaceFile } from './support/workspace.ts';

const IN_INI = [
  'greenflux/heartbeat-interval',
  'greenflux/smart-charging-measurands',
  'greenflux/websocket-ping-interval',
];

describe('the extension', () => {
  afterEach(closeAllEditors);

  it('starts when a JSON file is opened', async () => {
    const extension = vscode.extensions.getExtension('ocpp-config.ocpp-config');
    assert.ok(extension, 'the extension is not installed');

    await openWorkspaceFile('get-configuration.json');
    await extension.activate();

    assert.equal(extension.isActive, true);
  });

  it('has every command that its manifest names', async () => {
    const manifest = vscode.extensions.getExtension('ocpp-config.ocpp-config')?.packageJSON;
    const named: string[] = manifest.contributes.commands.map(({ command }: vscode.Command) => command);

    const registered = await vscode.commands.getCommands(true);

    assert.notDeepEqual(named, []);
    assert.deepEqual(
      named.filter((command) => !registered.includes(command)),
      [],
    );
  });

  it('gives its help again after a restart of the server', async () => {
    const { document } = await openText(INI, 'ini');
    await waitForProblems(document, ...IN_INI);

    await vscode.commands.executeCommand('ocppConfig.restartServer');

    await waitForProblems(document, ...IN_INI);
  });

  it('shows the page of a rule as a preview, without a network', async () => {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse('ocpp-config:/rules/value-type.md'));

    const input = await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (shown) => shown instanceof vscode.TabInputCustom || shown instanceof vscode.TabInputWebview,
    );

    assert.match((input as vscode.TabInputCustom).viewType, /markdown/);
  });
});
