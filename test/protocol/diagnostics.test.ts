import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import { getConfiguration, longConfiguration, NOT_OURS } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const WRONG_TYPE = getConfiguration({ HeartbeatInterval: 'often' });
const RIGHT = getConfiguration({ ConnectionTimeOut: '60' });

describe('an editor that pulls', () => {
  test('gets the problems with code, page, source and severity', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);

    const [problem, ...others] = await client.pull(URI);

    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'value-type',
      source: 'OCPP Config',
      severity: 1,
      codeDescription: { href: expect.stringMatching(/^https:\/\/.*\/value-type\.md$/) },
      range: { start: { line: 5, character: 16 }, end: { line: 5, character: 21 } },
    });
  });

  test('gets links to the pages that it shows itself', async () => {
    const client = await readyClient({ initializationOptions: { rulePages: 'ocpp-config:/rules/' } });
    await client.open(URI, WRONG_TYPE);

    const [problem] = await client.pull(URI);

    expect(problem?.codeDescription?.href).toBe('ocpp-config:/rules/value-type.md');
  });

  test('is told when nothing has changed since it last asked', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);
    const first = await client.pullReport(URI);

    const second = await client.pullReport(URI, first.resultId);

    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.change(URI, 2, { text: RIGHT });
    expect(await client.pullReport(URI, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('gets answers for what was typed', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);

    const value = { start: { line: 5, character: 16 }, end: { line: 5, character: 21 } };
    await client.change(URI, 2, { range: value, text: '900' });

    expect(await client.pull(URI)).toEqual([]);
  });

  test('gets an answer for the newest text when that changes while the old one is analysed', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    // One directly behind the other: the server begins with the first, and meets the second in its first pause.
    const pulled = client.pull(URI);
    await client.change(URI, 2, { text: WRONG_TYPE });

    expect(await pulled).toMatchObject([{ code: 'value-type' }]);
  });

  test('gets an answer for the newest text after a burst of changes in a large file', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(5_000));
    await client.pull(URI);

    const value = { start: { line: 1, character: 61 }, end: { line: 1, character: 66 } };
    await client.change(URI, 2, { range: value, text: '9' });
    const pulled: Promise<readonly unknown[]>[] = [];
    for (let version = 3; version < 10; version++) {
      const at = { line: 1, character: 62 };
      await client.change(URI, version, { range: { start: at, end: at }, text: '0' });
      pulled.push(client.pull(URI));
    }

    const counts = (await Promise.all(pulled)).map((problems) => problems.length);

    // The first value has become a number; all others are still of the wrong type.
    expect(new Set(counts)).toEqual(new Set([(await client.pull(URI)).length]));
    expect(client.log).toEqual([]);
  });

  test('gets other answers before a long analysis is done', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const order: string[] = [];

    const pulled = client.pull(URI).then(() => order.push('problems'));
    const position = { line: 1, character: 14 };
    await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position });
    order.push('hover');
    await pulled;

    expect(order).toEqual(['hover', 'problems']);
  });

  test('may take its question back', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const source = new CancellationTokenSource();
    const pulled = client.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: URI } },
      source.token,
    );

    source.cancel();

    await expect(pulled).rejects.toMatchObject({ code: -32800 });
    expect(client.log).toEqual([]);
  });

  test('gets nothing for a document that closes meanwhile', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const pulled = client.pullReport(URI);

    await client.close(URI);

    expect(await pulled).toEqual({ kind: 'full', items: [] });
  });

  test.each([
    ['a package file', 'file:///app/package.json', 'json', NOT_OURS],
    ['an empty file', 'file:///app/empty.json', 'json', ''],
    ['an INI file of another program', 'file:///etc/my.ini', 'ini', '[mysqld]\nconnect_timeout=10\n'],
    ['a document that was never opened', 'file:///nowhere.json', 'json', undefined],
  ])('gets nothing for %s', async (_what, uri, languageId, text) => {
    const client = await readyClient();
    if (text !== undefined) await client.open(uri, text, languageId);

    expect(await client.pull(uri)).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test.each([
    'untitled:Untitled-1',
    'vscode-vfs://github/owner/fleet/station.json',
    'vscode-remote://ssh-remote/stations/one.json',
  ])('gets problems at %s', async (uri) => {
    const client = await readyClient();
    await client.open(uri, WRONG_TYPE);

    expect(await client.pull(uri)).toMatchObject([{ code: 'value-type' }]);
  });
});

describe('syntax errors in JSON', () => {
  const broken = WRONG_TYPE.replace('"often"', '"often" "again"');

  test('are reported by default', async () => {
    const client = await readyClient();
    await client.open(URI, broken);

    expect((await client.pull(URI)).map(({ code }) => code)).toContain('syntax');
  });

  test('are left to an editor that reports them itself', async () => {
    const client = await readyClient({ initializationOptions: { editorReportsJsonSyntax: true } });
    await client.open(URI, broken);

    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['value-type']);
  });
});

describe('an editor that waits', () => {
  test('is sent the problems with the version they are for', async () => {
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await client.open(URI, WRONG_TYPE);

    await vi.waitFor(() => expect(client.published).toHaveLength(1));

    expect(client.published[0]).toMatchObject({
      uri: URI,
      version: 1,
      diagnostics: [{ code: 'value-type' }],
    });
    expect(client.published[0]?.diagnostics[0]?.codeDescription).toBeUndefined();
  });

  test('is sent them once after a burst of changes', async () => {
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await client.open(URI, RIGHT);
    for (let version = 2; version < 6; version++) await client.change(URI, version, { text: WRONG_TYPE });

    await vi.waitFor(() => expect(client.published).not.toEqual([]));
    await delay(300);

    expect(client.published).toMatchObject([{ version: 5, diagnostics: [{ code: 'value-type' }] }]);
  });

  test('is sent an empty list when all is well again, and when the document closes', async () => {
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await client.open(URI, WRONG_TYPE);
    await vi.waitFor(() => expect(client.published).toHaveLength(1));

    await client.change(URI, 2, { text: RIGHT });
    await vi.waitFor(() => expect(client.published[1]).toMatchObject({ version: 2, diagnostics: [] }));
    await client.change(URI, 3, { text: WRONG_TYPE });
    await vi.waitFor(() => expect(client.published).toHaveLength(3));
    await client.close(URI);
    await vi.waitFor(() => expect(client.published[3]).toEqual({ uri: URI, diagnostics: [] }));
  });

  test('is sent nothing at all about a document that is not ours', async () => {
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await client.open('file:///app/package.json', NOT_OURS);
    await delay(300);
    await client.close('file:///app/package.json');
    await client.shutDown();

    expect(client.published).toEqual([]);
  });
});

describe('settings', () => {
  const PING = getConfiguration({ WebSocketPingInterval: '10' });

  test('hold for documents that are open already', async () => {
    const settings: { operator?: string } = {};
    const client = await readyClient({ settings: () => settings });
    await client.open(URI, PING);
    expect(await client.pull(URI)).toMatchObject([{ code: 'greenflux/websocket-ping-interval' }]);

    settings.operator = 'none';
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });

    await vi.waitFor(() => expect(client.refreshes).toBe(1));
    expect(await client.pull(URI)).toEqual([]);
  });

  test('may differ from document to document', async () => {
    const client = await readyClient({
      settings: (uri) => ({
        rules: uri.includes('/strict/') ? { 'greenflux/*': 'error' } : { 'greenflux/*': 'off' },
      }),
    });
    await client.open('file:///strict/a.json', PING);
    await client.open('file:///lenient/a.json', PING);

    expect(await client.pull('file:///strict/a.json')).toMatchObject([{ severity: 1 }]);
    expect(await client.pull('file:///lenient/a.json')).toEqual([]);
  });

  test('can forbid to look at a file', async () => {
    const client = await readyClient({ settings: () => ({ shapes: { '*.json': 'off' } }) });
    await client.open(URI, PING);

    expect(await client.pull(URI)).toEqual([]);
  });

  test('that mean nothing are complained about and count as not set', async () => {
    const client = await readyClient({ settings: () => ({ operator: 'acme', rules: 'all' }) });
    await client.open(URI, PING);

    expect(await client.pull(URI)).toMatchObject([{ code: 'greenflux/websocket-ping-interval' }]);
    expect(client.log).toEqual([
      'ocppConfig.rules is "all", which is not an object.',
      'ocppConfig.operator is "acme", which is not one of greenflux, none.',
    ]);
  });

  test('come with the notification from an editor that cannot be asked', async () => {
    const client = await readyClient({
      capabilities: PLAIN_CAPABILITIES,
      initializationOptions: { settings: { operator: 'none' } },
    });
    await client.open(URI, PING);
    await delay(300);
    expect(client.published).toEqual([]);

    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { ocppConfig: { operator: 'greenflux' } },
    });

    await vi.waitFor(() => expect(client.published).toMatchObject([{ diagnostics: [{ severity: 2 }] }]));
  });
});
