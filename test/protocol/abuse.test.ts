/** What no good editor does. The server answers each request exactly once, and never ends by itself. */

import { describe, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  HoverRequest,
  InitializeRequest,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import type { SupportAnswer } from '../../protocol/messages.ts';
import { VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import { initializeParams, RawClient } from './support/raw-client.ts';
import { getConfiguration, longConfiguration, NOT_OURS } from './support/texts.ts';
import { WORKSPACE_CAPABILITIES, WorkspaceClient } from './support/workspace-client.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const WRONG_TYPE = getConfiguration({ HeartbeatInterval: 'often' });
const RIGHT = getConfiguration({ ConnectionTimeOut: '60' });
const ON_THE_KEY = { textDocument, position: { line: 3, character: 16 } };
/** For a client that answers nothing. */
const CAPABILITIES_THAT_ASK_NOTHING = {
  ...VSCODE_CAPABILITIES,
  workspace: { ...VSCODE_CAPABILITIES.workspace, configuration: false },
};

describe('the wrong order', () => {
  test('a second initialize is refused, and the first one holds', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);

    const again = client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });

    await expect(again).rejects.toMatchObject({ code: -32600 });
    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
  });

  test('what comes after shutdown is refused, and exit is obeyed', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);
    await client.connection.sendRequest(ShutdownRequest.type);

    const hover = client.connection.sendRequest(HoverRequest.type, ON_THE_KEY);

    await expect(hover).rejects.toMatchObject({ code: -32600 });
    await expect(client.connection.sendRequest('ocppConfig/nonsense')).rejects.toMatchObject({
      code: -32600,
    });
    await client.change(URI, 2, { text: RIGHT });
    expect(await client.shutDown()).toBe(0);
  });

  test('notifications before initialize are passed over', async () => {
    const client = startClient();
    await client.open(URI, WRONG_TYPE);
    await client.change(URI, 2, { text: RIGHT });
    await client.close(URI);

    await client.initialize();

    await client.open(URI, WRONG_TYPE);
    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
  });

  test('of a document that is opened twice, also while it is analysed, the second text counts', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const pulled = client.pull(URI);
    // The analysis must have begun, or this would test nothing.
    await client.connection.sendRequest(HoverRequest.type, ON_THE_KEY);

    await client.open(URI, WRONG_TYPE);

    expect(await pulled).toMatchObject([{ code: 'value-type', range: { start: { line: 5 } } }]);
    await client.close(URI);
    expect(await client.pull(URI)).toEqual([]);
    await client.close(URI);
    expect(client.log).toEqual([]);
  });

  test('a document that is closed while it is analysed and opened again has its new problems', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));
    const pulled = client.pullReport(URI);
    await client.connection.sendRequest(HoverRequest.type, ON_THE_KEY);

    await client.close(URI);
    await client.open(URI, WRONG_TYPE);

    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
    // What was asked of the closed one has an answer too.
    expect((await pulled).kind).toBe('full');
  });

  test('versions that run backwards or repeat do not matter: the last text counts', async () => {
    const client = await readyClient();
    await client.open(URI, RIGHT);
    for (const version of [7, 3, 3, -1]) await client.change(URI, version, { text: WRONG_TYPE });

    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
  });
});

describe('edits', () => {
  test('out of range, the wrong way round or in the middle of a pair of surrogates leave a text', async () => {
    const client = await readyClient();
    await client.open(URI, WRONG_TYPE);
    const at = (line: number, character: number) => ({ line, character });
    const edits = [
      { start: at(5, 21), end: at(5, 16) },
      { start: at(-1, -1), end: at(-1, 0) },
      { start: at(2, 1e9), end: at(2, 1e9) },
      { start: at(1e9, 0), end: at(0, 0) },
      { start: at(0.5, 0.5), end: at(0.5, 0.5) },
    ];
    let version = 1;
    for (const range of edits) {
      await client.change(URI, ++version, { range, text: '😀' });
      const inside = { start: at(0, 1), end: at(0, 1) };
      await client.change(URI, ++version, { range: inside, text: '' });
      await client.pullReport(URI);
      await client.connection.sendRequest(HoverRequest.type, ON_THE_KEY);
    }
    await client.change(URI, ++version, { text: WRONG_TYPE });

    expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
    expect(client.log).toEqual([]);
  });

  test('a thousand quick ones: the last text is right, and each question has one answer', async () => {
    const count = 1_000;
    const client = await RawClient.ready(CAPABILITIES_THAT_ASK_NOTHING);
    client.open(URI, longConfiguration(count + 1));
    const questions: number[] = [];
    for (let edit = 0; edit < count; edit++) {
      const line = edit + 1;
      const range = { start: { line, character: 61 }, end: { line, character: 66 } };
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version: edit + 2 },
        contentChanges: [{ range, text: '900' }],
      });
      const before = questions.at(-1);
      questions.push(client.request('textDocument/diagnostic', { textDocument }));
      // As VS Code does: what was asked before the edit is asked no more.
      if (before !== undefined) client.notify('$/cancelRequest', { id: before });
    }

    const { result } = await client.answerTo(questions.at(-1) ?? 0);

    const { items } = result as { items: { code: string; range: { start: { line: number } } }[] };
    const wrong = items.filter(({ code }) => code === 'value-type').map(({ range }) => range.start.line);
    expect(wrong).toEqual([count + 1]);
    for (const id of questions) expect(client.answersTo(id)).toHaveLength(1);
    expect(client.log).toEqual([]);
  });
});

test('a storm of questions that are all taken back: each has one answer, and the server lives on', async () => {
  const client = await readyClient();
  await client.open(URI, longConfiguration(2_000));
  const position = { line: 1, character: 16 };
  const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
  const kinds: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/hover', { position }],
    ['textDocument/completion', { position }],
    ['textDocument/diagnostic', {}],
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/semanticTokens/full', {}],
    ['textDocument/inlayHint', { range }],
    ['textDocument/foldingRange', {}],
    ['ocppConfig/status', {}],
  ];
  const answers: Promise<unknown>[] = [];
  for (let round = 0; round < 100; round++) {
    for (const [method, params] of kinds) {
      const source = new CancellationTokenSource();
      answers.push(
        client.connection
          .sendRequest(method, { textDocument, ...params }, source.token)
          .catch((error: { readonly code?: number }) => error.code),
      );
      source.cancel();
    }
  }

  const codes = await Promise.all(answers);

  expect(codes).toHaveLength(900);
  for (const code of codes.filter((answer) => typeof answer === 'number')) expect(code).toBe(-32800);
  await client.change(URI, 2, { text: WRONG_TYPE });
  expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
  expect(client.log).toEqual([]);
});

describe('a client that never answers', () => {
  test('for its settings gets help all the same, by the usual settings', async () => {
    const client = await RawClient.ready(WORKSPACE_CAPABILITIES);
    client.open(URI, WRONG_TYPE);
    const hover = client.request('textDocument/hover', ON_THE_KEY);
    const problems = client.request('textDocument/diagnostic', { textDocument });

    expect((await client.answerTo(hover)).result).not.toBeNull();
    expect((await client.answerTo(problems)).result).toMatchObject({ items: [{ code: 'value-type' }] });
    expect(client.log).toEqual([expect.stringContaining('does not answer')]);
    // Nobody waits a second time for one that has not answered.
    for (let index = 0; index < 20; index++) client.open(`file:///stations/${index}.json`, WRONG_TYPE);
    const last = { textDocument: { uri: 'file:///stations/19.json' } };
    expect((await client.answerTo(client.request('textDocument/diagnostic', last))).result).toMatchObject({
      items: [{ code: 'value-type' }],
    });
    expect(client.log).toHaveLength(1);
  });

  test('in time is heard when it does', async () => {
    let answer: (settings: unknown) => void = () => {};
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    const client = await readyClient({ settings: () => settings });
    await client.open(URI, WRONG_TYPE);
    expect(await client.pull(URI)).toMatchObject([{ severity: 1 }]);

    answer({ rules: { 'value-type': 'hint' } });

    await vi.waitFor(() => expect(client.refreshes).toBe(1));
    expect(await client.pull(URI)).toMatchObject([{ severity: 4 }]);
  });

  test('for progress has its workspace searched', async () => {
    const { folder } = await WorkspaceClient.open({ 'a.json': WRONG_TYPE });
    const client = new RawClient();
    const { workspace: { configuration: _, ...workspace } = {}, ...capabilities } = WORKSPACE_CAPABILITIES;
    const initialize = client.request('initialize', {
      ...initializeParams({ ...capabilities, workspace, window: { workDoneProgress: true } }),
      workspaceFolders: [{ uri: `file://${folder.path}`, name: 'folder' }],
    });
    await client.answerTo(initialize);
    client.notify('initialized', {});

    const { result } = await client.answerTo(client.request('workspace/symbol', { query: 'Heartbeat' }));

    expect(result).toMatchObject([{ name: 'HeartbeatInterval' }]);
  });

  test('for an edit can take its question back', async () => {
    const client = await RawClient.ready(CAPABILITIES_THAT_ASK_NOTHING);
    client.open(URI, getConfiguration({ WebSocketPingInterval: '10' }));
    const command = client.request('workspace/executeCommand', {
      command: 'ocppConfig.server.applyRecommended',
      arguments: [URI],
    });
    await vi.waitFor(() =>
      expect(client.received).toContainEqual(expect.objectContaining({ method: 'workspace/applyEdit' })),
    );

    client.notify('$/cancelRequest', { id: command });

    expect((await client.answerTo(command)).error).toMatchObject({ code: -32800 });
  });
});

describe('many at once', () => {
  test('two servers of one program, and one after them, do not know of each other', async () => {
    const [one, other] = await Promise.all([readyClient(), readyClient({ locale: 'de' })]);
    await one.open(URI, WRONG_TYPE);
    await other.open(URI, RIGHT);
    expect(await one.pull(URI)).toMatchObject([{ code: 'value-type' }]);
    expect(await other.pull(URI)).toEqual([]);
    expect(await Promise.all([one.shutDown(), other.shutDown()])).toEqual([0, 0]);

    const next = await readyClient();
    expect(await next.pull(URI)).toEqual([]);
    expect(await next.shutDown()).toBe(0);
  });

  test('500 open documents fit in little memory, and closing them gives it back', async () => {
    // They take 20 MB, and the server without them as much. What is kept of closed ones would soon be too much, and Node
    // ends a program that needs more.
    const limit = 64;
    const client = await RawClient.ready(CAPABILITIES_THAT_ASK_NOTHING, [`--max-old-space-size=${limit}`]);
    const values = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`Key${index}`, 'x']));
    const text = getConfiguration(values);
    const uris = Array.from({ length: 500 }, (_, index) => `file:///stations/${index}.json`);
    const memory: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const uri of uris) client.open(uri, text);
      const asked = uris.map((uri) => client.request('textDocument/diagnostic', { textDocument: { uri } }));
      await client.answerTo(asked.at(-1) ?? 0);
      await vi.waitFor(() => expect(asked.every((id) => client.answersTo(id)[0]?.result)).toBe(true));
      const { result } = await client.answerTo(client.request('ocppConfig/support', {}));
      const { runtime, openDocuments } = result as SupportAnswer;
      expect(openDocuments).toBe(uris.length);
      memory.push(Math.round((runtime.memory ?? 0) / 1024 / 1024));
      for (const uri of uris) client.notify('textDocument/didClose', { textDocument: { uri } });
    }

    console.log(`memory with 500 open documents, three times: ${memory.join(', ')} MB in all`);
    const { result } = await client.answerTo(client.request('ocppConfig/support', {}));
    expect((result as SupportAnswer).openDocuments).toBe(0);
    expect(client.log).toEqual([]);
  });
});

describe('a document that is too large', () => {
  const huge = (entry: string, end: string) => entry.repeat(Math.ceil(50_000_000 / entry.length)) + end;

  test.each([
    [
      'JSON',
      'json',
      `{ "configurationKey": [\n${huge('{"key":"HeartbeatInterval","value":"often"},\n', '{}]}')}`,
    ],
    ['INI', 'ini', `[Ocpp]\n${huge('HeartbeatInterval=often\nLocalPreAuthorize=true\n', '')}`],
    ['one value', 'json', `{"configurationKey":[{"key":"HeartbeatInterval","value":"${huge('x', '"}]}')}`],
  ])(
    '%s of 50 MB: one sentence says so, nothing else is done, and others have their answers',
    async (_what, languageId, text) => {
      const client = await readyClient();
      await client.open(URI, text, languageId);

      const problems = await client.pull(URI);

      expect(problems).toMatchObject([
        { code: 'file-too-large', severity: 3, message: expect.stringContaining('16 MB') },
      ]);
      expect(await client.connection.sendRequest(HoverRequest.type, ON_THE_KEY)).toBeNull();
      await client.open('file:///other.json', WRONG_TYPE);
      expect(await client.pull('file:///other.json')).toMatchObject([{ code: 'value-type' }]);
      await client.change(URI, 2, { text: WRONG_TYPE });
      expect(await client.pull(URI)).toMatchObject([{ code: 'value-type' }]);
      expect(client.log).toEqual([]);
    },
  );

  test('and none of ours gets no word', async () => {
    const client = await readyClient();
    await client.open(URI, `{ "names": [${huge('"abcdef",', '""]}')}`);
    await client.open('file:///package.json', NOT_OURS.padEnd(20_000_000));

    expect(await client.pull(URI)).toEqual([]);
    expect(await client.pull('file:///package.json')).toEqual([]);
  });

  test('more problems than anybody reads are not all sent, and that is said', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(20_000));

    const problems = await client.pull(URI);

    expect(problems.length).toBe(5_001);
    // First, since an editor that shows fewer leaves out the last ones.
    expect(problems[0]).toMatchObject({
      code: 'more-problems',
      severity: 2,
      message: expect.stringMatching(/^\d+ more/),
    });
    // The gravest ones are there.
    expect(new Set(problems.slice(1).map(({ severity }) => severity))).toEqual(new Set([1]));
  });
});

describe('what is no message', () => {
  const deep = '['.repeat(200_000);
  test.each<[what: string, bytes: string | Uint8Array]>([
    ['a header without a length', 'X-Header: 1\r\n\r\n'],
    ['a length that is no number', 'Content-Length: abc\r\n\r\n'],
    ['a length that is no number, and a body', 'Content-Length: abc\r\n\r\n{"text":"horse-battery"}'],
    ['a negative length, and a body', 'Content-Length: -23\r\n\r\n{"text":"horse-battery"}'],
    ['half a byte', 'Content-Length: 0.5\r\n\r\n{'],
    ['a header that is none', 'garbage\r\n\r\n'],
    ['a body without a header', '{"text":"horse-battery"}'],
    ['50 MB that are no header', 'horse-battery '.repeat(3_700_000)],
    ['no body', 'Content-Length: 0\r\n\r\n'],
    ['half of a JSON text', 'Content-Length: 23\r\n\r\n{"key": "horse-battery"'],
    [
      'JSON of another encoding',
      Buffer.from([...Buffer.from('Content-Length: 4\r\n\r\n"'), 0xff, 0xfe, 0x22]),
    ],
    ['brackets without end', `Content-Length: ${deep.length}\r\n\r\n${deep}`],
    ['null', 'Content-Length: 4\r\n\r\nnull'],
    ['a number', 'Content-Length: 2\r\n\r\n42'],
    ['an object without a method', 'Content-Length: 23\r\n\r\n{"text":"horse-battery"}'.replace('23', '24')],
    [
      'a batch',
      'Content-Length: 76\r\n\r\n[{"jsonrpc":"2.0","method":"textDocument/didOpen","params":"horse-battery"}]',
    ],
    ['an answer to nothing', 'Content-Length: 48\r\n\r\n{"jsonrpc":"2.0","id":777,"result":"hors-batry"}'],
  ])('%s: the next one is understood, and the log quotes nothing', async (_what, bytes) => {
    const client = await RawClient.ready();

    client.send(bytes);

    const answer = await client.answerTo(client.request('textDocument/hover', ON_THE_KEY));
    expect(answer).toMatchObject({ result: null });
    expect(client.isRunning).toBe(true);
    expect(client.log.join('\n')).not.toContain('battery');
    expect(client.log.length).toBeLessThanOrEqual(1);
  });

  test('the log says that a message could not be read', async () => {
    const client = await RawClient.ready();

    client.sendBody('{"a": horse-battery');

    await vi.waitFor(() =>
      expect(client.log).toEqual([expect.stringMatching(/^A message .* cannot be read/)]),
    );
  });
});

describe('parameters that are none', () => {
  const methods = [
    ...[
      'hover',
      'completion',
      'codeAction',
      'diagnostic',
      'references',
      'rename',
      'prepareRename',
      'definition',
    ],
    ...['documentSymbol', 'foldingRange', 'selectionRange', 'formatting', 'rangeFormatting', 'documentLink'],
    ...['codeLens', 'inlayHint', 'semanticTokens/full', 'semanticTokens/range', 'semanticTokens/full/delta'],
  ].map((name) => `textDocument/${name}`);
  const others = [
    ...['completionItem/resolve', 'codeLens/resolve', 'inlayHint/resolve', 'workspace/diagnostic'],
    ...['workspace/symbol', 'workspace/executeCommand', 'ocppConfig/status', 'ocppConfig/stationComment'],
    ...['ocppConfig/vendors', 'ocppConfig/rulePage', 'ocppConfig/keyPage', 'ocppConfig/summary'],
    ...['ocppConfig/summaryFix', 'ocppConfig/support', 'ocppConfig/initialProject', 'no/such', ''],
  ];
  const nowhere = { line: -1, character: Number.MAX_SAFE_INTEGER };
  const params = [
    ...[undefined, null, [], [1, 2], {}, 42, 'x', true, { textDocument: null }, { textDocument: { uri: 5 } }],
    {
      textDocument,
      position: nowhere,
      range: { start: nowhere, end: nowhere },
      context: { diagnostics: [] },
    },
    { textDocument, position: null, range: null, context: null, query: 7, positions: [null], options: null },
    {
      textDocument,
      positions: [nowhere],
      query: '('.repeat(1_000),
      newName: '"\n',
      options: { tabSize: 1e9 },
    },
    {
      textDocument,
      previousResultIds: 'x',
      data: {},
      label: {},
      command: '__proto__',
      rule: '../../package',
    },
  ];

  test('have one answer each', async () => {
    const client = await RawClient.ready(CAPABILITIES_THAT_ASK_NOTHING);
    client.open(URI, WRONG_TYPE);
    const ids = [...methods, ...others].flatMap((method) =>
      params.map((value) => client.request(method, value)),
    );

    const last = await client.answerTo(client.request('textDocument/diagnostic', { textDocument }));

    expect(last.result).toMatchObject({ items: [{ code: 'value-type' }] });
    await vi.waitFor(() => {
      for (const id of ids) expect(client.answersTo(id)).toHaveLength(1);
    });
    expect(client.isRunning).toBe(true);
  });
});
