/** Ignoring a problem through the light bulb, over the protocol. */

import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Folder } from '../cli/support/folder.ts';
import { PLAIN_CAPABILITIES, VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration } from './support/texts.ts';

const URI = 'file:///stations/one.ini';
const TEXT = '[Configuration]\n  WebSocketPingInterval=10\n  ResetRetries=3\n';
const RANGE = { start: { line: 1, character: 24 }, end: { line: 1, character: 24 } };
const LINE_START = { line: 1, character: 0 };
const TITLE = 'Ignore greenflux/websocket-ping-interval here (with a comment)';

const WITH_SNIPPETS = {
  ...VSCODE_CAPABILITIES,
  workspace: {
    ...VSCODE_CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

async function actionsFor(client: TestClient, uri = URI, range = RANGE): Promise<readonly CodeAction[]> {
  const result = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['quickfix'] },
  });
  return (result ?? []).filter((action): action is CodeAction => 'edit' in action);
}

describe('ignoring with a comment', () => {
  test('comes after the real fixes and is never the preferred one', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT, 'ini');

    const actions = await actionsFor(client);

    expect(actions[0]).toMatchObject({ isPreferred: true });
    expect(actions.at(-1)).toMatchObject({ title: TITLE, kind: 'quickfix' });
    expect(actions.at(-1)?.isPreferred).toBeUndefined();
    expect(actions.at(-1)?.diagnostics).toMatchObject([{ code: 'greenflux/websocket-ping-interval' }]);
  });

  test('leaves the reason selected where the editor can', async () => {
    const client = await readyClient({ capabilities: WITH_SNIPPETS });
    await client.open(URI, TEXT, 'ini');

    const action = (await actionsFor(client)).find(({ title }) => title === TITLE);

    const [change] = (action?.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    expect(change).toEqual({
      textDocument: { uri: URI, version: 1 },
      edits: [
        {
          range: { start: LINE_START, end: LINE_START },
          snippet: {
            kind: 'snippet',
            value: `  # ocpp-config-ignore greenflux/websocket-ping-interval: \${0:reason}\n`,
          },
        },
      ],
    });
  });

  test('is plain text for any other editor, and the problem is gone', async () => {
    const client = await readyClient({
      capabilities: {
        textDocument: {
          ...PLAIN_CAPABILITIES.textDocument,
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    await client.open(URI, TEXT, 'ini');

    const action = (await actionsFor(client)).find(({ title }) => title === TITLE);

    const newText = '  # ocpp-config-ignore greenflux/websocket-ping-interval: reason\n';
    const range = { start: LINE_START, end: LINE_START };
    expect(action?.edit).toEqual({ changes: { [URI]: [{ range, newText }] } });
    await client.change(URI, 2, { range, text: newText });
    expect(await client.pull(URI)).toEqual([]);
  });
});

describe('ignoring in the project file', () => {
  const JSON_TEXT = getConfiguration({ WebSocketPingInterval: '10', HeartbeatInterval: '900' });
  const VALUE = { start: { line: 5, character: 16 }, end: { line: 5, character: 16 } };
  const IN_PROJECT =
    'Ignore greenflux/websocket-ping-interval for WebSocketPingInterval in .ocpp-config.json';
  const CREATES_FILES: ClientCapabilities = {
    ...VSCODE_CAPABILITIES,
    workspace: {
      ...VSCODE_CAPABILITIES.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    },
  };

  async function editIn(
    folder: Folder,
    name: string,
    capabilities = CREATES_FILES,
    opened?: string,
  ): Promise<WorkspaceEdit | undefined> {
    const client = await readyClient({ capabilities });
    if (opened !== undefined) await client.open(addressOf(folder, '.ocpp-config.json'), opened, 'jsonc');
    await client.open(addressOf(folder, name), JSON_TEXT);
    const actions = await actionsFor(client, addressOf(folder, name), VALUE);
    expect(client.log).toEqual([]);
    expect(actions.map(({ title }) => title)).not.toContain(TITLE);
    const action = actions.find(({ title }) => title === IN_PROJECT);
    expect(action?.isPreferred).toBeUndefined();
    return action?.edit;
  }

  function addressOf(folder: Folder, name: string): string {
    return `${pathToFileURL(folder.path).href}/${name}`;
  }

  /** The text of the project file after the edit. */
  function applied(edit: WorkspaceEdit | undefined, text: string): string {
    const change = edit?.documentChanges?.at(-1);
    if (change === undefined || !('edits' in change)) throw new Error('no edits');
    const document = TextDocument.create('', 'jsonc', 1, text);
    return TextDocument.applyEdits(document, change.edits as TextEdit[]);
  }

  const entry = (path: string) => ({
    path,
    key: 'WebSocketPingInterval',
    rule: 'greenflux/websocket-ping-interval',
    reason: 'reason',
  });

  test('adds to the nearest one', async () => {
    const text = '{\n  // ours\n  "operator": "greenflux" // of course\n}\n';
    const folder = new Folder().with({ '.ocpp-config.json': text, 'fleet/a b/one.json': JSON_TEXT });

    const edit = await editIn(folder, 'fleet/a%20b/one.json');

    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { uri: addressOf(folder, '.ocpp-config.json'), version: null } },
    ]);
    const result = applied(edit, text);
    expect(result.startsWith('{\n  // ours\n  "operator": "greenflux", // of course\n')).toBe(true);
    expect(parse(result)).toEqual({ operator: 'greenflux', ignores: [entry('fleet/a b/one.json')] });
  });

  test('adds to the one that is open and not saved', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{}', 'one.json': JSON_TEXT });

    const edit = await editIn(folder, 'one.json', CREATES_FILES, '{ "operator": "greenflux" }');

    expect(edit?.documentChanges).toMatchObject([{ textDocument: { version: 1 } }]);
    expect(parse(applied(edit, '{ "operator": "greenflux" }'))).toEqual({
      operator: 'greenflux',
      ignores: [entry('./one.json')],
    });
  });

  test('makes one where there is none and the editor can', async () => {
    const folder = new Folder().with({ 'one.json': JSON_TEXT });

    const edit = await editIn(folder, 'one.json');

    expect(edit?.documentChanges?.[0]).toMatchObject({
      kind: 'create',
      uri: addressOf(folder, '.ocpp-config.json'),
    });
    expect(parse(applied(edit, ''))).toEqual({ ignores: [entry('./one.json')] });
    expect(await editIn(folder, 'one.json', VSCODE_CAPABILITIES)).toBeUndefined();
  });

  test('leaves one alone that is broken', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "ignores": [', 'one.json': JSON_TEXT });

    expect(await editIn(folder, 'one.json')).toBeUndefined();
  });

  test('is not offered for a document that is no file', async () => {
    const client = await readyClient({ capabilities: CREATES_FILES });
    await client.open('untitled:Untitled-1', JSON_TEXT);

    const titles = (await actionsFor(client, 'untitled:Untitled-1', VALUE)).map(({ title }) => title);

    expect(titles.filter((title) => title.startsWith('Ignore'))).toEqual([]);
  });
});
