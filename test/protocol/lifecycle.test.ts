import { describe, expect, test, vi } from 'vitest';
import {
  ExitNotification,
  HoverRequest,
  LogTraceNotification,
  SetTraceNotification,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { Transport } from './support/test-client.ts';

describe.each<Transport>(['stdio', 'ipc', 'command-line'])('over %s', (transport) => {
  test('the server starts, says what it can do, and ends with 0 after shutdown', async () => {
    const client = startClient({ transport });

    const { capabilities, serverInfo } = await client.initialize();

    expect(serverInfo).toEqual({ name: 'OCPP Config' });
    expect(capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: {
        identifier: 'ocppConfig.documents',
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: ['"', ',', '=', '.', ':'] },
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'source.fixAll.ocppConfig',
          'source.sort.ocppConfig',
          'source.format.ocppConfig',
        ],
      },
      inlayHintProvider: { resolveProvider: true },
      codeLensProvider: { resolveProvider: true },
      semanticTokensProvider: { range: true, full: { delta: true } },
      selectionRangeProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: { label: 'OCPP Config' },
      foldingRangeProvider: true,
      executeCommandProvider: {
        commands: ['ocppConfig.server.applyRecommended', 'ocppConfig.server.checkWorkspace'],
      },
    });
    expect(await client.shutDown()).toBe(0);
  });
});

test('an editor is promised only what it can take', async () => {
  const client = startClient({ capabilities: PLAIN_CAPABILITIES });

  const { capabilities } = await client.initialize();

  expect(capabilities.diagnosticProvider).toBeUndefined();
  expect(capabilities.codeActionProvider).toBeUndefined();
  expect(capabilities.executeCommandProvider).toBeUndefined();
});

test('exit without shutdown ends the server with 1', async () => {
  const client = await readyClient();

  await client.connection.sendNotification(ExitNotification.type);

  expect(await client.exitCode()).toBe(1);
});

test('the server ends when its editor is gone', async () => {
  const client = await readyClient();

  client.closeInput();

  expect(await client.exitCode()).toBe(1);
});

test('the server ends with 0 when its editor goes after shutdown', async () => {
  const client = await readyClient();
  await client.connection.sendRequest(ShutdownRequest.type);

  client.closeInput();

  expect(await client.exitCode()).toBe(0);
});

test('the trace says how long each answer took', async () => {
  const client = await readyClient();
  const traces: string[] = [];
  client.connection.onNotification(LogTraceNotification.type, ({ message }) => {
    traces.push(message);
  });
  await client.connection.sendNotification(SetTraceNotification.type, { value: 'messages' });

  await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'file:///a.json' },
    position: { line: 0, character: 0 },
  });

  await vi.waitFor(() => expect(traces).toEqual([expect.stringMatching(/^textDocument\/hover: [\d.]+ ms$/)]));
});

test('shutdown before initialize is refused, and ends nothing', async () => {
  const client = startClient();

  const early = client.connection.sendRequest(ShutdownRequest.type);

  await expect(early).rejects.toMatchObject({ code: -32002 });
  expect((await client.initialize()).serverInfo).toEqual({ name: 'OCPP Config' });
  expect(await client.shutDown()).toBe(0);
});

test('a request before initialize is refused', async () => {
  const client = startClient();

  const hover = client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'file:///a.json' },
    position: { line: 0, character: 0 },
  });

  await expect(hover).rejects.toMatchObject({ code: -32002 });
});

test('an unknown request is refused, and the server lives on', async () => {
  const client = await readyClient();

  await expect(client.connection.sendRequest('ocppConfig/nonsense')).rejects.toMatchObject({ code: -32601 });

  expect(await client.shutDown()).toBe(0);
});
