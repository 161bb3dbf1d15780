import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  eventually,
  placeOf,
  problemsOf,
  replaceText,
  waitForProblems,
} from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { openWorkspaceFile, workspaceFile } from './support/workspace.ts';

const PING =
  '{ "configurationKey": [{ "key": "WebSocketPingInterval", "readonly": false, "value": "0" }] }\n';

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(text));
}

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

  it('shows what is wrong in it, each thing once', async () => {
    await write('fleet/a.json', PING);
    await write('fleet/.ocpp-config.json', '{ "operator": "grenflux", "packs": ["none.json"], "what": 1 }\n');
    const { document } = await openWorkspaceFile('fleet/.ocpp-config.json');

    const all = await eventually(
      () => vscode.languages.getDiagnostics(document.uri),
      (problems) => problems.length === 3,
    );

    const own = problemsOf(document).map(({ message }) => message);
    assert.deepEqual(own, [
      'There is no operator "grenflux". Did you mean "greenflux"?',
      'There is no "none.json".',
    ]);
    assert.ok(
      all.some(({ message }) => message.includes('what')),
      all.map(({ message }) => message).join(),
    );
  });

  it('is completed and explained by its schema', async () => {
    await write('fleet/.ocpp-config.json', '{\n  "station": {  }\n}\n');
    const { document } = await openWorkspaceFile('fleet/.ocpp-config.json');
    // The editor may still have the text of the test before.
    await eventually(
      () => document.getText(),
      (text) => text.includes('{  }'),
    );

    const labels = await eventually(
      async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          placeOf(document, '{  }', 2),
        );
        return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      (found) => found.includes('smartCharging'),
    );

    assert.ok(labels.includes('vendor'), labels.join());
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
    await waitForProblems(document);

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
