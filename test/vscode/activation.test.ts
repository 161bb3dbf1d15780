import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe, it } from './support/mocha.ts';
import { openWorkspaceFile } from './support/workspace.ts';

describe('the extension', () => {
  it('starts when a JSON file is opened', async () => {
    const extension = vscode.extensions.getExtension('ocpp-config.ocpp-config');
    assert.ok(extension, 'the extension is not installed');

    await openWorkspaceFile('get-configuration.json');
    await extension.activate();

    assert.equal(extension.isActive, true);
  });
});
