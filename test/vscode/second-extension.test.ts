import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, placeOf, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';

const LUMEN = `# ocpp-config: vendor=lumen-tests
[Ocpp]
HeartbeatInterval=900
WebSocketPingInterval=60
LumenBrightness=140
`;

describe('a vendor pack of another extension', () => {
  afterEach(closeAllEditors);

  it('is known, and the hover says whose it is', async () => {
    const { document } = await openText(LUMEN, 'ini');

    await waitForProblems(document, 'value-range');

    const hovers = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          placeOf(document, 'LumenBrightness', 3),
        ),
      (found) => found.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /How bright the station's lamp is/);
    assert.match(text, /ocpp-config-tests\.second-extension/);
  });
});
