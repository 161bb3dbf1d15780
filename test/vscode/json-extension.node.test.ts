import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  eventually,
  openText,
  placeOf,
  problemsOf,
  waitForProblems,
} from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { TEMPLATE } from './support/texts.ts';
import { openWorkspaceFile, workspaceFile, write } from './support/workspace.ts';

/*
 * Only where VS Code's JSON extension runs beside ours. The editor that the tests run in has none for browsers:
 * there it runs in another host, and an extension cannot see what is in other hosts.
 */

const IN_TEMPLATE = [
  'greenflux/smart-charging-measurands',
  'greenflux/websocket-ping-interval',
  'value-type',
];

const PING =
  '{ "configurationKey": [{ "key": "WebSocketPingInterval", "readonly": false, "value": "0" }] }\n';

describe("beside VS Code's JSON extension, problems", () => {
  afterEach(closeAllEditors);

  it('leave JSON syntax to VS Code', async () => {
    const { document } = await openText(TEMPLATE.replace('"10" }', '"10" "20" }'), 'json');

    await waitForProblems(document, ...IN_TEMPLATE);
    const all = await eventually(
      () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.length > IN_TEMPLATE.length,
    );

    const sources = new Set(all.map(({ source }) => source));
    assert.deepEqual([...sources].sort(), ['OCPP Config', 'json']);
    assert.equal(problemsOf(document).length, IN_TEMPLATE.length);
  });
});

describe("beside VS Code's JSON extension, a project file", () => {
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(workspaceFile('fleet'), { recursive: true });
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
});
