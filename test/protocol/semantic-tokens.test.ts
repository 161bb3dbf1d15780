import { describe, expect, test } from 'vitest';
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  type SemanticTokensRegistrationOptions,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { NOT_OURS } from './support/texts.ts';

const URI = 'file:///one.ini';
const textDocument = { uri: URI };
const TEXT = `[Ocpp]
HeartbeatInterval=900
AuthorizationKey=secret
Unheard=1
ResetRetries=3
`;

describe('semantic tokens', () => {
  test('say what names and values are', async () => {
    const { client, legend } = await start();

    expect(readable(TEXT, await full(client), legend)).toEqual([
      'HeartbeatInterval ocppKey',
      'AuthorizationKey ocppKey secret',
      'secret ocppValue secret',
      'Unheard ocppKey unknown',
      'ResetRetries ocppKey',
    ]);
  });

  test('of a range only', async () => {
    const { client, legend } = await start();
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } };
    const tokens = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range,
    });
    expect(readable(TEXT, tokens, legend)).toEqual(['Unheard ocppKey unknown']);
  });

  test('after a change only what is different, which makes the same as asking anew', async () => {
    const { client, legend } = await start();
    const before = await full(client);
    const changed = TEXT.replace('Unheard=1', 'ConnectionTimeOut=60\nUnknown=2');
    await client.change(URI, 2, { text: changed });

    const delta = await deltaSince(client, before.resultId);

    if (!('edits' in delta)) throw new Error('all tokens were sent');
    const data = [...before.data];
    for (const { start, deleteCount, data: fresh = [] } of delta.edits)
      data.splice(start, deleteCount, ...fresh);
    expect(data).toEqual((await full(client)).data);
    expect(readable(changed, { data }, legend)).toContain('Unknown ocppKey unknown');
    expect(delta.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(data.length);
  });

  test('nothing is different without a change', async () => {
    const { client } = await start();
    const { resultId } = await full(client);
    expect(await deltaSince(client, resultId)).toEqual({ resultId, edits: [] });
  });

  test('all of them where the editor speaks of a result that is no longer known', async () => {
    const { client } = await start();
    const { data } = await full(client);
    expect(await deltaSince(client, 'long ago')).toMatchObject({ data });
  });

  test('none in other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS, 'json');
    expect((await full(client)).data).toEqual([]);
  });

  test('are not offered to an editor that cannot show them', async () => {
    const { capabilities } = await startClient({ capabilities: PLAIN_CAPABILITIES }).initialize();
    expect(capabilities.semanticTokensProvider).toBeUndefined();
  });

  async function start() {
    const client = startClient();
    const { capabilities } = await client.initialize();
    await client.open(URI, TEXT, 'ini');
    return {
      client,
      legend: (capabilities.semanticTokensProvider as SemanticTokensRegistrationOptions).legend,
    };
  }

  async function full(client: TestClient): Promise<SemanticTokens> {
    return (
      (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) ?? { data: [] }
    );
  }

  async function deltaSince(
    client: TestClient,
    previousResultId = '',
  ): Promise<SemanticTokens | SemanticTokensDelta> {
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    });
    return delta ?? { data: [] };
  }

  function readable(
    text: string,
    tokens: SemanticTokens | null,
    { tokenTypes, tokenModifiers }: SemanticTokensRegistrationOptions['legend'],
  ): readonly string[] {
    const lines = text.split('\n');
    const found: string[] = [];
    let [line, character] = [0, 0];
    const data = tokens?.data ?? [];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
      line += down;
      character = down > 0 ? right : character + right;
      const modifiers = tokenModifiers.filter((_name, index) => (bits & (1 << index)) !== 0);
      const name = lines[line]?.slice(character, character + length);
      found.push([name, tokenTypes[type], ...modifiers].join(' '));
    }
    return found;
  }
});
