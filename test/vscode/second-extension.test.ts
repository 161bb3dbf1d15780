import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, placeOf, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';

const LUMEN = `[Ocpp]
# ocpp-config: vendor=lumen-tests
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

  it('that is not there, or lies outside of its extension, is named in the log', async () => {
    await vscode.commands.executeCommand('ocppConfig.showLog');
    const log = await eventually(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output')?.getText() ?? '',
      (text) => text.includes('second-extension'),
    );

    assert.match(log, /second-extension\/packs\/none\.json cannot be read/);
    assert.match(log, /second-extension\/\.\.\/package\.json lies outside of its extension/);
  });
});
