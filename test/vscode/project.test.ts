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

// In a folder of its own: VS Code does not tell of one that goes and comes again at once.
describe('a project file in a folder', () => {
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(workspaceFile('depot'), { recursive: true });
  });

  it('holds no longer than its folder is there', async () => {
    const watcher = vscode.workspace.createFileSystemWatcher('**/depot/{own,own/**}');
    const told = new Promise((resolve) => watcher.onDidCreate(resolve));
    await write('depot/own/.ocpp-config.json', '{ "operator": "none" }\n');
    await write('depot/own/b.json', PING);
    // Of what comes and goes between two of its looks at the disk, VS Code tells nothing.
    await told;
    watcher.dispose();
    const editor = await openWorkspaceFile('depot/own/b.json');
    const { document } = editor;
    await waitForProblems(document);
    // A tab with nothing in it to save would close with its file.
    await replaceText(editor, `${PING}\n`);

    await vscode.workspace.fs.delete(workspaceFile('depot/own'), { recursive: true });

    await waitForProblems(document, 'greenflux/websocket-ping-interval');
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
