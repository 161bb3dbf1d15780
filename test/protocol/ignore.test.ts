/** Ignoring a problem through the light bulb, over the protocol. */

import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { readyClient } from './support/clients.ts';
import { PLAIN_CAPABILITIES, type TestClient, VSCODE_CAPABILITIES } from './support/test-client.ts';

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

async function actionsFor(client: TestClient): Promise<readonly CodeAction[]> {
  const result = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: RANGE,
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
