import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration, longConfiguration, NOT_OURS } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const TEXT = getConfiguration({ HeartbeatInterval: '86400', ConnectionTimeOut: '60' });
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 1_000, character: 0 } };

describe('inlay hints', () => {
  test('stand behind the values of the range that the editor shows', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);

    expect(await labels(client)).toEqual(['= 1 d', 'recommended: 900 s (15 min)', '= 1 min']);
    const above = { start: WHOLE.start, end: { line: 7, character: 0 } };
    expect(await labels(client, above)).toEqual(['= 1 d', 'recommended: 900 s (15 min)']);
    expect((await hints(client))[0]).toMatchObject({
      position: { line: 5, character: 22 },
      paddingLeft: true,
    });
  });

  test('say more, and what a double click does, when somebody points at them', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);

    const [, recommendation] = await hints(client);
    expect(recommendation?.tooltip).toBeUndefined();

    const resolved = await resolve(client, recommendation);
    expect(resolved.tooltip).toMatch(/^GreenFlux recommends 900 s/);
    expect(resolved.textEdits).toEqual([
      { range: { start: { line: 5, character: 16 }, end: { line: 5, character: 19 } }, newText: '9' },
    ]);
  });

  test('never change a text that is no longer the one they were made for', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);
    const [, recommendation] = await hints(client);

    await client.change(URI, 2, { text: `\n${TEXT}` });

    expect((await resolve(client, recommendation)).textEdits).toBeUndefined();
  });

  test('come complete to an editor that does not ask again', async () => {
    const capabilities: ClientCapabilities = { textDocument: { inlayHint: {} } };
    const client = await readyClient({ capabilities });
    await client.open(URI, TEXT);

    const [, recommendation] = await hints(client);

    expect(recommendation).toMatchObject({ tooltip: expect.any(String), textEdits: [expect.anything()] });
  });

  test('follow the settings at once, and the editor is told', async () => {
    let settings: unknown = { inlayHints: { recommendations: false } };
    const client = await readyClient({ settings: () => settings });
    await client.open(URI, TEXT);
    expect(await labels(client)).toEqual(['= 1 d', '= 1 min']);

    settings = { inlayHints: { quantities: false } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });

    expect(await labels(client)).toEqual(['recommended: 900 s (15 min)']);
    expect(client.refreshed).toContain('workspace/inlayHint/refresh');
    settings = { inlayHints: { quantities: false, recommendations: false } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    expect(await labels(client)).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('are not offered to an editor that cannot show them', async () => {
    const { capabilities } = await startClient({ capabilities: PLAIN_CAPABILITIES }).initialize();

    expect(capabilities.inlayHintProvider).toBeUndefined();
  });

  test('are none in other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);
    expect(await hints(client)).toEqual([]);
  });

  test('can be cancelled', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      InlayHintRequest.type,
      { textDocument, range: WHOLE },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('cancel') });
  });
});

async function hints(client: TestClient, range = WHOLE): Promise<readonly InlayHint[]> {
  return (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
}

async function labels(client: TestClient, range = WHOLE): Promise<readonly unknown[]> {
  return (await hints(client, range)).map(({ label }) => label);
}

function resolve(client: TestClient, hint: InlayHint | undefined): Promise<InlayHint> {
  if (hint === undefined) throw new Error('there is no such hint');
  return client.connection.sendRequest(InlayHintResolveRequest.type, hint);
}
