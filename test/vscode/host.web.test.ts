import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe, it } from './support/mocha.ts';

/** What the host gives a bundle to load modules with. */
declare const require: (name: string) => unknown;

describe('the host of these tests', () => {
  it('is the one of browsers, and has nothing of Node', () => {
    assert.equal('process' in globalThis, false);
    assert.equal('Buffer' in globalThis, false);
    let refused = '';
    try {
      const load = require;
      load('fs');
    } catch (error) {
      refused = String(error);
    }
    assert.match(refused, /fs/);
  });

  it('has loaded our extension by itself, with its folder on no disk', () => {
    const extension = vscode.extensions.getExtension('ocpp-config.ocpp-config');

    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(extension?.extensionUri.scheme, 'http');
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ uri }) => uri.toString()),
      ['memfs:/workspace'],
    );
  });
});
