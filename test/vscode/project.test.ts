import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, problemsOf, replaceText, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { openWorkspaceFile, workspaceFile, write } from './support/workspace.ts';

const PING =
  '{ "configurationKey": [{ "key": "WebSocketPingInterval", "readonly": false, "value": "0" }] }\n';

describe('a project file', () => {
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(workspaceFile('fleet'), { recursive: true });
  });

  it('holds at once: when it appears on the disk, and while somebody types in it', async () => {
    await write('fleet/a.json', PING);
    const { document } = await openWorkspaceFile('fleet/a.json');
    await waitForProblems(document, 'greenflux/websocket-ping-interval');

    await write('fleet/.ocpp-config.json', '{ "operator": "none" }\n');
    await waitForProblems(document);

    const editor = await vscode.window.showTextDocument(workspaceFile('fleet/.ocpp-config.json'), {
      viewColumn: vscode.ViewColumn.Beside,
    });
    assert.equal(editor.document.languageId, 'jsonc');
    await replaceText(editor, '{ "operator": "greenflux" }\n');
    await waitForProblems(document, 'greenflux/websocket-ping-interval');
  });

  it('holds no longer than its folder is there', async () => {
    await write('fleet/a.json', PING);
    await write('fleet/own/.ocpp-config.json', '{ "operator": "none" }\n');
    await write('fleet/own/b.json', PING);
    const editor = await openWorkspaceFile('fleet/own/b.json');
    const { document } = editor;
    await waitForProblems(document);
    // A tab with nothing in it to save would close with its file.
    await replaceText(editor, `${PING}\n`);

    await vscode.workspace.fs.delete(workspaceFile('fleet/own'), { recursive: true });

    await waitForProblems(document, 'greenflux/websocket-ping-interval');
  });

  it('names a pack, whose vendor is known as soon as the pack is there', async () => {
    await write(
      'fleet/a.json',
      PING.replace('"value": "0"', '"value": "60"').replace(
        '[{',
        '[{ "key": "AcmeLimit", "readonly": false, "value": "40" }, {',
      ),
    );
    await write(
      'fleet/.ocpp-config.json',
      '{ "packs": ["acme.ocpp-pack.json"], "station": { "vendor": "acme" } }',
    );
    const { document } = await openWorkspaceFile('fleet/a.json');
    await eventually(
      () => vscode.languages.getDiagnostics(workspaceFile('fleet/.ocpp-config.json')),
      (problems) => problems.some(({ message }) => message === 'There is no "acme.ocpp-pack.json".'),
    );
    assert.deepEqual(problemsOf(document), []);

    await write('fleet/acme.ocpp-pack.json', JSON.stringify(ACME));

    await waitForProblems(document, 'value-range');
  });
});

const ACME = {
  id: 'acme',
  name: 'Acme',
  names: ['Acme'],
  models: [],
  keys: [
    {
      name: 'AcmeLimit',
      type: 'integer',
      unit: 'A',
      maximum: 32,
      access: 'read-write',
      summary: 'The most that the station draws.',
      basis: 'documented',
      sources: ['manual'],
    },
  ],
  quirks: [],
  roles: [],
  sources: { manual: { title: 'Manual' } },
};
