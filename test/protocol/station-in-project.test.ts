/** What a file's station is, written into the project file over the protocol. */

import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Folder } from '../cli/support/folder.ts';
import { VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import { getConfiguration } from './support/texts.ts';

const JSON_TEXT = getConfiguration({ WebSocketPingInterval: '10', HeartbeatInterval: '900' });
const CREATES_FILES: ClientCapabilities = {
  ...VSCODE_CAPABILITIES,
  workspace: {
    ...VSCODE_CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};
const SAID = { current: 'DC', smartCharging: 'on' };

/** Asks for the edit for `one [1].json`, beside a project file with this text. */
async function editFor(
  projectFile: string | undefined,
  words: object,
  capabilities = CREATES_FILES,
): Promise<WorkspaceEdit | null> {
  const folder = new Folder();
  const client = await readyClient({ capabilities });
  const address = `${pathToFileURL(folder.path).href}/`;
  const uri = `${address}one%20%5B1%5D.json`;
  if (projectFile !== undefined) await client.open(`${address}.ocpp-config.json`, projectFile, 'jsonc');
  await client.open(uri, JSON_TEXT);
  return client.connection.sendRequest<WorkspaceEdit | null>('ocppConfig/stationComment', {
    textDocument: { uri },
    place: 'project-file',
    ...words,
  });
}

function applied(edit: WorkspaceEdit | null, text: string): unknown {
  const change = edit?.documentChanges?.at(-1);
  if (change === undefined || !('edits' in change)) throw new Error('no edits');
  const document = TextDocument.create('', 'jsonc', 1, text);
  return parse(TextDocument.applyEdits(document, change.edits as TextEdit[]));
}

test('an override for a strict JSON file, in an unsaved project file or a new one', async () => {
  const overrides = [{ files: './one ?1?.json', station: { current: 'DC', smartCharging: true } }];
  const text = '{ "operator": "none" }';

  const changed = await editFor(text, SAID);
  const created = await editFor(undefined, SAID);

  expect(changed?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
  expect(applied(changed, text)).toEqual({ operator: 'none', overrides });
  expect(created?.documentChanges?.[0]).toMatchObject({ kind: 'create' });
  expect(applied(created, '')).toEqual({ overrides });
});

test('nothing where it cannot be said', async () => {
  expect(await editFor(undefined, SAID, VSCODE_CAPABILITIES)).toBeNull();
  expect(await editFor('{ "overrides": [', SAID)).toBeNull();
  expect(await editFor('{}', { current: 'auto' })).toBeNull();
});
