import { describe, expect, test } from 'vitest';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { TestClient, TestClientOptions } from './support/test-client.ts';
import { getConfiguration, NOT_OURS } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const TEXT = getConfiguration({ WebSocketPingInterval: '10' });
const WITH_COMMANDS: TestClientOptions = {
  initializationOptions: {
    commands: ['ocppConfig.setStationContext', 'ocppConfig.showProblems', 'ocppConfig.showSummary'],
  },
};

describe('code lenses', () => {
  test('get their words when they are shown', async () => {
    const client = await readyClient(WITH_COMMANDS);
    await client.open(URI, TEXT);

    const lenses = await lensesOf(client);
    expect(lenses.map(({ command }) => command)).toEqual([undefined, undefined, undefined, undefined]);

    const resolved = await Promise.all(lenses.map((lens) => resolve(client, lens)));
    const position = { line: 0, character: 0 };
    expect(resolved.map(({ command }) => command)).toEqual([
      {
        title: 'AC or DC unknown · smart charging unknown · GreenFlux',
        command: 'ocppConfig.setStationContext',
        arguments: [URI, position],
      },
      { title: '1 warning', command: 'ocppConfig.showProblems', arguments: [URI, position] },
      {
        title: 'Apply 1 recommended value',
        command: 'ocppConfig.server.applyRecommended',
        arguments: [URI, position],
      },
      { title: 'Show summary', command: 'ocppConfig.showSummary', arguments: [URI, position] },
    ]);
  });

  test('speak of the newest text', async () => {
    const client = await readyClient(WITH_COMMANDS);
    await client.open(URI, TEXT);
    const [, problems] = await lensesOf(client);

    await client.change(URI, 2, { text: getConfiguration({ HeartbeatInterval: '900' }) });

    expect((await resolve(client, problems)).command?.title).toBe('No problems');
  });

  test("are only those that an editor can run: without a word from it, the server's own", async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);
    let offered: ApplyWorkspaceEditParams | undefined;
    client.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      offered = params;
      return { applied: true };
    });

    const lenses = await lensesOf(client);
    const command = (await resolve(client, lenses[0])).command;
    const result = await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command?.command ?? '',
      arguments: command?.arguments ?? [],
    });

    expect(lenses).toHaveLength(1);
    expect(result).toEqual({ outcome: 'applied', changes: 1 });
    expect(offered?.label).toContain('GreenFlux');
  });

  test('are not offered to an editor that cannot show or run any', async () => {
    for (const capabilities of [PLAIN_CAPABILITIES, { textDocument: { codeLens: {} } }]) {
      const result = await startClient({ capabilities }).initialize();
      expect(result.capabilities.codeLensProvider).toBeUndefined();
    }
  });

  test('can be turned off at once', async () => {
    let settings: unknown = {};
    const client = await readyClient({ ...WITH_COMMANDS, settings: () => settings });
    await client.open(URI, TEXT);
    expect(await lensesOf(client)).toHaveLength(4);

    settings = { codeLens: false };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });

    expect(await lensesOf(client)).toEqual([]);
    expect(client.refreshed).toContain('workspace/codeLens/refresh');
  });

  test('are none in other files', async () => {
    const client = await readyClient(WITH_COMMANDS);
    await client.open(URI, NOT_OURS);
    expect(await lensesOf(client)).toEqual([]);
  });
});

async function lensesOf(client: TestClient): Promise<readonly CodeLens[]> {
  return (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
}

function resolve(client: TestClient, lens: CodeLens | undefined): Promise<CodeLens> {
  if (lens === undefined) throw new Error('there is no such lens');
  return client.connection.sendRequest(CodeLensResolveRequest.type, lens);
}
