import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Connection,
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializeRequest,
  LogMessageNotification,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { nodePlatform } from '../../server/src/platform/node.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import { manyEntries } from '../helpers/many-entries.ts';
import { VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import { getConfiguration } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const WRONG_TYPE = getConfiguration({ HeartbeatInterval: 'often' });

describe('an editor that sends nonsense', () => {
  test.each([
    ['a hover without a position', 'textDocument/hover', { textDocument }, null],
    ['a completion without a document', 'textDocument/completion', {}, null],
    ['a code action without a range', 'textDocument/codeAction', { textDocument, context: {} }, []],
    [
      'a question for problems without a document',
      'textDocument/diagnostic',
      {},
      { kind: 'full', items: [] },
    ],
  ])('%s is logged and answered with nothing', async (_what, method, params, empty) => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);

    expect(await client.connection.sendRequest(method, params)).toEqual(empty);

    expect(client.log).toEqual([expect.stringMatching(`^${method} failed: TypeError`)]);
    // It lives on.
    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
    expect(await client.shutDown()).toBe(0);
  });

  test.each(['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'nonsense'])(
    'an empty %s does no harm',
    async (method) => {
      const client = await readyClient();

      await client.connection.sendNotification(method, {});

      await client.open(URI, WRONG_TYPE);
      expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
      expect(await client.shutDown()).toBe(0);
    },
  );

  test('a change of a document that is not open does no harm', async () => {
    const client = await readyClient();

    await client.change('file:///never-opened.json', 2, { text: WRONG_TYPE });
    await client.close('file:///never-opened.json');

    expect(await client.pull('file:///never-opened.json')).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('a change outside the text does no harm', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);

    const nowhere = { line: 1_000_000, character: 1_000_000 };
    await client.change(URI, 2, { range: { start: nowhere, end: nowhere }, text: '\n' });

    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
  });
});

describe('texts that nobody wants to open', () => {
  test.each([
    ['100,000 brackets', '['.repeat(100_000)],
    ['100,000 braces', '{"a":'.repeat(100_000)],
    ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
    ['only a byte order mark', '\uFEFF'],
    ['lone surrogates', `{ "configurationKey": [ { "key": "\uD800", "value": "\uDC00" } ] }`],
    ['a key of 1 MB', getConfiguration({ ['x'.repeat(1_000_000)]: '1', HeartbeatInterval: '900' })],
    [
      'names of every object',
      getConfiguration({ __proto__: '1', constructor: '2', HeartbeatInterval: '900' }),
    ],
  ])('%s', async (_what, text) => {
    const client = await readyClient();
    await client.open(URI, text);

    await client.pullReport(URI);
    await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 0, character: 5 },
    });

    expect(client.log).toEqual([]);
    expect(await client.shutDown()).toBe(0);
  });
});

/** These run the server in the test's own process, with a platform whose parts fail: nothing real does so on demand. */
describe('a mistake of ours', () => {
  /** So large that it cannot be understood without a pause. */
  const LARGE = manyEntries(50_000);
  const noPause = () => Promise.reject(new Error('no pause'));
  const connections: (ProtocolConnection | Connection)[] = [];
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.dispose();
  });

  test('is logged and answered with nothing', async () => {
    const { client, log } = await serveWith({
      knowledge: () => {
        throw new Error('the shelf has fallen down');
      },
    });

    const hover = await client.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 3, character: 16 },
    });

    expect(hover).toBeNull();
    expect(log).toEqual([
      expect.stringMatching(/^textDocument\/hover failed: Error: the shelf has fallen down\n/),
    ]);
  });

  test('in an analysis is logged once for each question', async () => {
    const { client, log } = await serveWith({ pause: noPause }, { text: LARGE });

    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });

    expect(report).toEqual({ kind: 'full', items: [] });
    expect(log).toEqual([expect.stringContaining('textDocument/diagnostic failed: Error: no pause')]);
  });

  test('in what is sent unasked is logged', async () => {
    const { log } = await serveWith({ pause: noPause }, { text: LARGE, capabilities: {} });

    await vi.waitFor(() => expect(log).toEqual([expect.stringContaining('failed: Error: no pause')]));
  });

  async function serveWith(
    broken: Partial<Platform>,
    { text = WRONG_TYPE, capabilities = VSCODE_CAPABILITIES } = {},
  ): Promise<{ client: ProtocolConnection; log: string[] }> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, { ...nodePlatform(), ...broken });
    const client = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    connections.push(client, server);
    const log: string[] = [];
    client.onNotification(LogMessageNotification.type, ({ message }) => {
      log.push(message);
    });
    client.onRequest('workspace/configuration', () => [null]);
    client.listen();
    await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: URI, languageId: 'json', version: 1, text },
    });
    return { client, log };
  }
});
