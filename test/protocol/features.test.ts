import { describe, expect, test } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnownVendors, Status } from '../../protocol/messages.ts';
import { PLAIN_CAPABILITIES, VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration, NOT_OURS } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const PING = getConfiguration({ WebSocketPingInterval: '10', HeartbeatInterval: 'often' });
/** On the value of the first entry in `PING`. */
const PING_VALUE = { start: { line: 5, character: 16 }, end: { line: 5, character: 18 } };

describe('hover', () => {
  test('explains the key', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const hover = await hoverAt(client, 3, 18);

    expect(hover).toMatchObject({ contents: { kind: 'markdown', value: expect.stringContaining('Ping') } });
    expect(hover?.range).toEqual({ start: { line: 3, character: 14 }, end: { line: 3, character: 35 } });
  });

  test.each([
    ['before the text', -1, -1],
    ['behind the line', 3, 100_000],
    ['behind the text', 100_000, 0],
    ['at no whole number', 1.5, 0.5],
  ])('stays calm %s', async (_where, line, character) => {
    const client = await readyClient();
    await client.open(URI, PING);

    expect(await hoverAt(client, line, character)).toBeNull();
    expect(client.log).toEqual([]);
  });

  test('says nothing about other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);

    expect(await hoverAt(client, 0, 4)).toBeNull();
  });

  function hoverAt(client: TestClient, line: number, character: number): Promise<Hover | null> {
    return client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character } });
  }
});

describe('completion', () => {
  const text = '{ "configurationKey": [\n  { "key": "Heart", "readonly": false, "value": "" }\n] }\n';
  const position = { line: 1, character: 17 };

  test('offers keys, and explains one when it is looked at', async () => {
    const client = await readyClient();
    await client.open(URI, text);

    const items = await complete(client);
    const item = items.find(({ label }) => label === 'HeartbeatInterval');

    expect(item).toMatchObject({ kind: 10, labelDetails: expect.anything() });
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.connection.sendRequest(
      CompletionResolveRequest.type,
      item as CompletionItem,
    );
    expect(resolved.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('Heartbeat'),
    });
  });

  test('writes plain text for an editor without snippets', async () => {
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await client.open('file:///a.ini', '[Ocpp]\nConnectionTimeOut=60\nResetRetries=1\nHeart\n', 'ini');

    const items = await complete(client, 'file:///a.ini', { line: 3, character: 5 });

    expect(items).not.toEqual([]);
    expect(items.map(({ insertTextFormat }) => insertTextFormat)).toEqual(items.map(() => 1));
    expect(items.filter((item) => item.textEdit?.newText.includes('${'))).toEqual([]);
  });

  test.each([
    ['a comma between entries', '"1" },|', ',', 0],
    ['a comma in a list', '"1" }, { "key": "MeterValuesSampledData", "value": "Voltage,|" }', ',', 1],
    ['a dot in an item', '"1" }, { "key": "MeterValuesSampledData", "value": "Energy.|" }', '.', 1],
    ['a quote around a key', '"1" }, { "key": "|" }', '"', 1],
    ['a colon behind a member that takes no proposal', '"1", "readonly":| }', ':', 0],
  ])('after %s', async (_what, behind, typed, least) => {
    const [before = '', after = ''] = behind.split('|');
    const head = '{ "configurationKey": [ { "key": "ResetRetries", "value": ';
    const client = await readyClient();
    await client.open(URI, `${head}${before}${after} ] }`);

    const result = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line: 0, character: head.length + before.length },
      context: { triggerKind: 2, triggerCharacter: typed },
    });

    expect(Math.min(1, Array.isArray(result) ? result.length : 0)).toBe(least);
  });

  test('offers nothing in other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);

    expect(await complete(client)).toEqual([]);
  });

  async function complete(
    client: TestClient,
    uri = URI,
    at: { line: number; character: number } = position,
  ): Promise<readonly CompletionItem[]> {
    const result = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: at,
    });
    return Array.isArray(result) ? result : (result?.items ?? []);
  }
});

describe('code actions', () => {
  test('put right the problem under the cursor, the preferred one first', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const actions = await actionsFor(client, { range: PING_VALUE });
    const [action] = actions;

    expect(action).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'greenflux/websocket-ping-interval' }],
    });
    expect(afterEdit(PING, action?.edit)).toBe(PING.replace('"10"', '"60"'));
    expect(documentEditOf(action?.edit)?.textDocument).toEqual({ uri: URI, version: 1 });
  });

  test.each([
    ['source.fixAll.ocppConfig', 1],
    ['source.fixAll', 1],
    ['source.organizeImports', 0],
    ['source.fixAll.ocppConfigOther', 0],
    ['refactor', 0],
  ])('of the kind %s: %i', async (kind, count) => {
    const client = await readyClient();
    await client.open(URI, PING);

    const actions = await actionsFor(client, { range: PING_VALUE, only: [kind] });

    expect(actions).toHaveLength(count);
    for (const action of actions) {
      expect(action.kind).toBe('source.fixAll.ocppConfig');
      expect(afterEdit(PING, action.edit)).toContain('"60"');
    }
  });

  test('leave "fix all" out when the editor asks by itself', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const kinds = (await actionsFor(client, { range: PING_VALUE, triggerKind: 2 })).map(({ kind }) => kind);

    expect(kinds).not.toContain('source.fixAll.ocppConfig');
    expect(kinds).toContain('quickfix');
  });

  test('come without versions for an editor that knows none', async () => {
    const { codeAction } = VSCODE_CAPABILITIES.textDocument ?? {};
    const client = await readyClient({
      capabilities: { textDocument: { ...(codeAction && { codeAction }) } },
    });
    await client.open(URI, PING);

    const [action] = await actionsFor(client, { range: PING_VALUE });

    expect(action?.edit).toEqual({ changes: { [URI]: [expect.anything()] } });
  });

  test('do not exist in other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);

    expect(await actionsFor(client, { range: PING_VALUE })).toEqual([]);
  });

  async function actionsFor(
    client: TestClient,
    { range, only, triggerKind }: { range: typeof PING_VALUE; only?: string[]; triggerKind?: 1 | 2 },
  ): Promise<readonly CodeAction[]> {
    const result = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
    });
    return (result ?? []) as CodeAction[];
  }
});

describe('outline and folding', () => {
  test('nest where the editor can, and list where not', async () => {
    const nesting = await readyClient();
    await nesting.open(URI, PING);
    const listing = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    await listing.open(URI, PING);

    const nested = await nesting.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const list = await listing.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });

    expect(JSON.stringify(nested)).toContain('"children"');
    expect(JSON.stringify(list)).not.toContain('"children"');
    for (const answer of [nested, list]) expect(JSON.stringify(answer)).toContain('WebSocketPingInterval');
  });

  test('fold whole lines where the editor wants that', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });

    expect(folds).not.toEqual([]);
    for (const fold of folds ?? []) {
      expect(fold.endLine).toBeGreaterThan(fold.startLine);
      expect(fold.startCharacter).toBeUndefined();
    }
  });
});

describe('apply all recommended values', () => {
  const COMMAND = 'ocppConfig.server.applyRecommended';

  test('hands the editor an edit that it shows first', async () => {
    const client = await readyClient();
    await client.open(URI, PING);
    const edits = collectEdits(client);

    const result = await execute(client, COMMAND, [URI]);

    expect(result).toMatchObject({ outcome: 'applied' });
    const [edit] = edits;
    // An editor shows the edits when one of them needs to be confirmed; this one changes nothing.
    const annotations = Object.values(edit?.changeAnnotations ?? {});
    expect(annotations).toMatchObject([
      { label: 'Apply the values that GreenFlux recommends', needsConfirmation: false },
      { needsConfirmation: true },
    ]);
    expect(documentEditOf(edit)?.edits.at(-1)).toMatchObject({ newText: '', annotationId: 'preview' });
    expect(afterEdit(PING, edit)).toContain('"60"');
  });

  test('does nothing in other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);
    const edits = collectEdits(client);

    expect(await execute(client, COMMAND, [URI])).toEqual({ outcome: 'nothing', changes: 0 });
    expect(edits).toEqual([]);
  });

  test.each([
    ['without a document', COMMAND, []],
    ['with nonsense', COMMAND, [{ uri: 1 }]],
    ['of another name', 'ocppConfig.server.nonsense', []],
  ])('%s is logged, and the server lives on', async (_what, command, given) => {
    const client = await readyClient();

    expect(await execute(client, command, given)).toBeNull();

    expect(client.log).toEqual([expect.stringContaining('workspace/executeCommand failed')]);
    expect(await client.shutDown()).toBe(0);
  });

  function collectEdits(client: TestClient): WorkspaceEdit[] {
    const edits: WorkspaceEdit[] = [];
    client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    return edits;
  }

  function execute(client: TestClient, command: string, given: unknown[]): Promise<unknown> {
    return client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: given });
  }
});

describe('status', () => {
  test('says what was recognised', async () => {
    const client = await readyClient({ settings: () => ({ station: { current: 'DC' } }) });
    await client.open(URI, PING);

    const status = await client.connection.sendRequest('ocppConfig/status', { textDocument });

    expect(status).toMatchObject({
      text: expect.stringContaining('DC'),
      shape: 'GetConfiguration answer',
      facts: expect.arrayContaining([
        expect.objectContaining({ about: 'current', value: 'DC', because: 'a setting says so' }),
      ]),
      takesComment: false,
    });
  });

  test('is announced when a text was analysed or the settings have changed, never for other files', async () => {
    const client = await readyClient();
    const told: unknown[] = [];
    client.connection.onNotification('ocppConfig/statusChanged', (params) => {
      told.push(params);
    });
    await client.open(URI, PING);
    await client.open('file:///app/package.json', NOT_OURS);

    await client.pull('file:///app/package.json');
    await client.pull(URI);
    await client.pull(URI);
    expect(told).toEqual([{ uri: URI }]);

    await client.change(URI, 2, { text: NOT_OURS });
    await client.pull(URI);
    await client.pull(URI);
    expect(told).toEqual([{ uri: URI }, { uri: URI }]);

    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.pull(URI);
    expect(told).toEqual([{ uri: URI }, { uri: URI }, {}]);
  });

  test('is nothing for other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);

    expect(await client.connection.sendRequest('ocppConfig/status', { textDocument })).toBeNull();
  });
});

test('the vendors that can be chosen, and the one that is', async () => {
  const client = await readyClient({ settings: () => ({ station: { vendor: 'Keba AG', model: 'KC-P30' } }) });
  await client.open(URI, PING);
  const known = await client.connection.sendRequest<KnownVendors>('ocppConfig/vendors', { textDocument });
  expect(known.current).toBe('keba');
  expect(known.vendors.find(({ id }) => id === 'keba')).toEqual({
    id: 'keba',
    name: 'KEBA',
    names: ['KEBA AG', 'KEBA Energy Automation'],
    models: ['KeContact P30', 'KeContact P40'],
  });
  const names = known.vendors.map(({ name }) => name.toLowerCase());
  expect(names).toEqual([...names].sort());
  const status = await client.connection.sendRequest<Status>('ocppConfig/status', { textDocument });
  expect(status.text).toMatch(/^KEBA KC-P30 · /);
  const closed = { textDocument: { uri: 'file:///nothing.json' } };
  expect(await client.connection.sendRequest('ocppConfig/vendors', closed)).toBeNull();
});

describe('the station comment', () => {
  const INI = '[Ocpp]\nWebSocketPingInterval=60\nConnectionTimeOut=60\n';

  test.each([
    ['a new one', INI, { current: 'DC' }, `# ocpp-config: current=DC\n${INI}`],
    [
      'a further word',
      `# ocpp-config: current=DC vendor=abb\n${INI}`,
      { smartCharging: 'on' },
      `# ocpp-config: current=DC vendor=abb smart-charging=on\n${INI}`,
    ],
    [
      'another word',
      `# ocpp-config: current=DC vendor=abb\n${INI}`,
      { current: 'AC' },
      `# ocpp-config: vendor=abb current=AC\n${INI}`,
    ],
    [
      'a word less',
      `# ocpp-config: current=DC vendor=abb\n${INI}`,
      { current: 'auto' },
      `# ocpp-config: vendor=abb\n${INI}`,
    ],
    [
      'a vendor and a model with blanks',
      INI,
      { vendor: 'schneider-electric', model: 'EVlink Pro AC' },
      `# ocpp-config: vendor=schneider-electric model="EVlink Pro AC"\n${INI}`,
    ],
    [
      'another model',
      `# ocpp-config: model="EVlink Pro AC" current=DC\n${INI}`,
      { model: 'EVlink' },
      `# ocpp-config: current=DC model=EVlink\n${INI}`,
    ],
  ])('%s', async (_what, before, words, after) => {
    const client = await readyClient();
    await client.open(URI, before, 'ini');

    const edit = await client.connection.sendRequest<WorkspaceEdit>('ocppConfig/stationComment', {
      textDocument,
      ...words,
    });

    expect(afterEdit(before, edit)).toBe(after);
  });

  test('cannot stand in strict JSON', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const edit = await client.connection.sendRequest('ocppConfig/stationComment', {
      textDocument,
      current: 'DC',
    });

    expect(edit).toBeNull();
  });
});

describe('the page of a rule', () => {
  test('is there for a problem’s code', async () => {
    const client = await readyClient();

    const page = await client.connection.sendRequest('ocppConfig/rulePage', { rule: 'value-type' });

    expect(page).toMatch(/^# /);
  });

  test.each(['nonsense', '__proto__', 'constructor', ''])('is not there for %j', async (rule) => {
    const client = await readyClient();

    expect(await client.connection.sendRequest('ocppConfig/rulePage', { rule })).toBeNull();
  });
});

function documentEditOf(edit: WorkspaceEdit | undefined): TextDocumentEdit | undefined {
  return edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
}

function afterEdit(text: string, edit: WorkspaceEdit | undefined): string {
  const edits = (documentEditOf(edit)?.edits ?? []) as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create(URI, 'json', 1, text), edits);
}
