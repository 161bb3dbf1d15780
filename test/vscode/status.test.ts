import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, pause, set, waitForProblems } from './support/editing.ts';
import { type ExtensionApi, extensionApi } from './support/extension.ts';
import { afterEach, before, describe, it } from './support/mocha.ts';
import { INI, NOT_OURS, TEMPLATE } from './support/texts.ts';

describe('the language status', () => {
  let api: ExtensionApi;

  before(async () => {
    api = await extensionApi();
  });

  afterEach(async () => {
    await set('station.current', undefined);
    await closeAllEditors();
  });

  it('says what was recognised, and nothing of other files', async () => {
    await openText(TEMPLATE, 'json');
    await shown('AC or DC unknown · smart charging unknown · GreenFlux');

    await openText(NOT_OURS, 'json');
    await shown(undefined);
  });

  it('follows the text and the settings', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    await shown('AC or DC unknown · smart charging unknown · GreenFlux');

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(TEMPLATE.indexOf('Voltage')), 'SoC,');
    await vscode.workspace.applyEdit(edit);
    await shown('DC · smart charging unknown · GreenFlux');

    await set('station.current', 'AC');
    await shown('AC · smart charging unknown · GreenFlux');
  });

  it('can be changed by a comment in the file', async () => {
    const { document } = await openText(INI, 'ini');
    await shown('AC or DC unknown · smart charging unknown · GreenFlux');

    const command = vscode.commands.executeCommand('ocppConfig.setStationContext');
    // The first choice is AC, and the first place is the file.
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await pause(200);
        return document.getText();
      },
      (text) => text !== INI,
    );
    await command;

    assert.equal(document.getText(), `# ocpp-config: current=AC\n${INI}`);
    await shown('AC · smart charging unknown · GreenFlux');
    await waitForProblems(
      document,
      'greenflux/heartbeat-interval',
      'greenflux/smart-charging-measurands',
      'greenflux/websocket-ping-interval',
    );
  });

  it('can be given a vendor from a list, which goes into the file', async () => {
    const { document } = await openText(INI, 'ini');
    await shown('AC or DC unknown · smart charging unknown · GreenFlux');

    const command = vscode.commands.executeCommand('ocppConfig.setStationContext');
    await pause(500);
    // AC, DC, as the file shows it; three for smart charging; then the vendor, whose list begins with the file's own.
    await chooseBelow(6);
    await chooseBelow(1);
    await chooseBelow(0);
    await command;

    const [first, ...rest] = document.getText().split('\n');
    assert.match(first ?? '', /^# ocpp-config: vendor=[a-z-]+$/);
    assert.equal(rest.join('\n'), INI);
    await eventually(
      () => api.shownStatus(),
      (status) => status !== undefined && !status.startsWith('AC or DC unknown'),
    );
  });

  /** Takes the item so many places below the first of the list that is open. */
  async function chooseBelow(places: number): Promise<void> {
    for (let place = 0; place < places; place++) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(500);
  }

  async function shown(text: string | undefined): Promise<void> {
    await eventually(
      () => api.shownStatus(),
      (status) => status === text,
    );
  }
});
