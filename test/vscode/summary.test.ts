import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, set, waitForProblems } from './support/editing.ts';
import { type ExtensionApi, extensionApi } from './support/extension.ts';
import { afterEach, before, describe, it } from './support/mocha.ts';
import { INI, NOT_OURS } from './support/texts.ts';
import { openWorkspaceFile, workspaceFile } from './support/workspace.ts';

const VIEW_TYPE = 'ocppConfig.summary';

describe('the summary', () => {
  let api: ExtensionApi;

  before(async () => {
    api = await extensionApi();
  });

  afterEach(async () => {
    await set('station.current', undefined);
    await closeAllEditors();
  });

  it('opens beside the file, once, with the station, the dangers and the recommended values', async () => {
    const { document } = await openText(INI, 'ini');
    await vscode.commands.executeCommand('ocppConfig.showSummary');
    const text = await shown(document.uri, (now) => now.includes('greenflux/websocket-ping-interval'));

    for (const part of ['AC or DC', 'greenflux/heartbeat-interval', '60 to 180 s', 'data-command="fixAll"']) {
      assert.ok(text.includes(part), `${part} is not in:\n${text}`);
    }
    assert.deepEqual(
      summaryTabs().map(({ group }) => group.viewColumn),
      [vscode.ViewColumn.Two],
    );

    await vscode.commands.executeCommand('ocppConfig.showSummary', document.uri);
    assert.equal(summaryTabs().length, 1);
  });

  it('follows the text and the settings', async () => {
    const { document } = await openText(INI, 'ini');
    await vscode.commands.executeCommand('ocppConfig.showSummary');
    await shown(document.uri, (text) => text.includes('data-fix="') && text.includes('10 s'));

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 'WebSocketPingInterval='.length), '9');
    await vscode.workspace.applyEdit(edit);
    await shown(document.uri, (text) => text.includes('910 s'));

    await set('station.current', 'DC');
    await shown(
      document.uri,
      (text) => text.includes('set in the settings') || text.includes('a setting says so'),
    );
  });

  it('is told of the file by its address too, as a code lens does', async () => {
    const { document } = await openText(INI, 'ini');
    await vscode.commands.executeCommand('ocppConfig.showSummary', document.uri.toString(), {
      line: 0,
      character: 0,
    });
    await shown(document.uri, (text) => text.includes('Summary of'));
  });

  it('stays when its file is closed, and goes on when that is opened again', async () => {
    const { document } = await openWorkspaceFile('get-configuration.json');
    await vscode.commands.executeCommand('ocppConfig.showSummary');
    const before = await shown(document.uri, (text) => text.includes('Summary of get-configuration.json'));

    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText),
    );
    assert.equal(summaryTabs().length, 1);
    assert.equal(api.shownSummary(document.uri), before);

    await openWorkspaceFile('get-configuration.json');
    await shown(document.uri, (text) => text === before);
  });

  it('is none of other files', async () => {
    await openText(NOT_OURS, 'json');
    await vscode.commands.executeCommand('ocppConfig.showSummary');
    assert.equal(summaryTabs().length, 0);
  });

  it('can be saved as a web page and as Markdown', async () => {
    const { document } = await openText(INI, 'ini');
    await waitForProblems(
      document,
      'greenflux/heartbeat-interval',
      'greenflux/smart-charging-measurands',
      'greenflux/websocket-ping-interval',
    );
    const page = await saved(document, 'saved-summary.html');
    assert.match(page, /^<!doctype html>/);
    assert.ok(!/<script|<button|data-/.test(page), 'a saved page can do nothing');
    const markdown = await saved(document, 'saved-summary.md');
    assert.match(markdown, /^# Summary of Untitled-\d+/);
    assert.match(
      markdown,
      /Made by OCPP Config \d+\.\d+\.\d+ on \d{4}-\d\d-\d\d \d\d:\d\d from Untitled-\d+\./,
    );
  });

  async function saved(document: vscode.TextDocument, name: string): Promise<string> {
    const target = workspaceFile(name);
    await vscode.commands.executeCommand('ocppConfig.saveSummary', document.uri, target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    return text;
  }

  async function shown(uri: vscode.Uri, accept: (text: string) => boolean): Promise<string> {
    const text = await eventually(
      () => api.shownSummary(uri),
      (now) => now !== undefined && accept(now),
    );
    return text ?? '';
  }
});

function summaryTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE));
}
