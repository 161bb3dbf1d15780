import { describe, expect, test } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  InitialProjectAnswer,
  SummaryAnswer,
  SummaryFixAnswer,
  SupportAnswer,
} from '../../protocol/messages.ts';
import { readyClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration, longConfiguration, NOT_OURS } from './support/texts.ts';

const URI = 'file:///stations/one.json';
const textDocument = { uri: URI };
const PING = getConfiguration({ WebSocketPingInterval: '10', HeartbeatInterval: '900' });

describe('the summary of a document', () => {
  test('comes as a page, as HTML and as Markdown, of the newest text', async () => {
    const client = await readyClient();
    await client.open(URI, PING);

    const page = await summaryOf(client, 'page');
    expect(page).toMatchObject({ version: 1, title: 'Summary of one.json', news: '1 warning' });
    expect(page?.text).toContain('data-fix="');
    expect(page?.style).toContain('--text');
    expect((await summaryOf(client, 'html'))?.text).toMatch(/^<!doctype html>/);
    expect((await summaryOf(client, 'markdown'))?.text).toMatch(/^# Summary of one\.json\n/);

    await client.change(URI, 2, { text: PING.replace('"10"', '"60"') });
    expect(await summaryOf(client, 'page')).toMatchObject({ version: 2, news: 'No problems' });
  });

  test('there is none of other files, nor of closed ones', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);
    expect(await summaryOf(client, 'page')).toBeNull();

    await client.change(URI, 2, { text: PING });
    expect(await summaryOf(client, 'page')).not.toBeNull();
    await client.close(URI);
    expect(await summaryOf(client, 'page')).toBeNull();
    expect(client.log).toEqual([]);
  });

  test('one of a long file answers for the text that came last', async () => {
    const client = await readyClient();
    await client.open(URI, longConfiguration(5_000));
    const first = summaryOf(client, 'page');
    await client.change(URI, 2, { text: PING });

    expect(await summaryOf(client, 'page')).toMatchObject({ version: 2, news: '1 warning' });
    expect((await first)?.version ?? 2).toBe(2);
  });
});

describe('a fix of a summary', () => {
  test('is an edit of the version that it was offered for', async () => {
    const client = await readyClient();
    await client.open(URI, PING);
    const [fix = ''] = await fixesOf(client);

    const answer = await askForFix(client, 1, fix);

    expect(answer?.title).toBe('Set WebSocketPingInterval to 60 s');
    const [change] = (answer?.edit.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: URI, version: 1 });
    const document = TextDocument.create(URI, 'json', 1, PING);
    const edits = (change?.edits ?? []).filter((edit) => 'newText' in edit);
    expect(TextDocument.applyEdits(document, edits)).toBe(PING.replace('"10"', '"60"'));
  });

  test('is none after the text or the settings have changed', async () => {
    let settings: unknown = {};
    const client = await readyClient({ settings: () => settings });
    await client.open(URI, PING);
    const [fix = ''] = await fixesOf(client);

    await client.change(URI, 2, { text: `\n${PING}` });
    expect(await askForFix(client, 1, fix)).toBeNull();
    // The new version, and what stood elsewhere in the old one.
    expect(await askForFix(client, 2, fix)).toBeNull();

    const [newFix = ''] = await fixesOf(client);
    settings = { operator: 'none' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await askForFix(client, 2, newFix)).toBeNull();
    expect(client.log).toEqual([]);
  });
});

test('a report to the maintainers has nothing that is from the file', async () => {
  const client = await readyClient();
  const text = getConfiguration({
    WebSocketPingInterval: '10',
    HeartbeatInterval: '900',
    AuthorizationKey: 'hunter2hunter2',
    AcmeSecretFeature: 'acme-value',
  }).replace('{', '{ "chargePointVendor": "Acme Works", "chargePointModel": "Roadrunner",');
  await client.open(URI, text);

  const answer = await client.connection.sendRequest<SupportAnswer>('ocppConfig/support', { textDocument });

  expect(answer).toMatchObject({
    runtime: { name: expect.stringMatching(/^Node \d/), system: expect.any(String) },
    openDocuments: 1,
    document: {
      shape: 'get-configuration',
      entries: 4,
      unknownKeys: 1,
      vendor: 'one without a pack',
      operator: 'greenflux',
      hasProjectFile: false,
      problems: expect.objectContaining({ 'greenflux/websocket-ping-interval': 1 }),
    },
  });
  const said = JSON.stringify(answer);
  for (const word of ['hunter2', 'Acme', 'acme', 'Roadrunner', 'stations', 'one.json', 'file:']) {
    expect(said).not.toContain(word);
  }
  const none = await client.connection.sendRequest<SupportAnswer>('ocppConfig/support', {});
  expect(none.document).toBeNull();
});

test('a first project file is made of the files that are sent', async () => {
  const client = await readyClient();
  const files = [
    {
      path: 'dc/one.ini',
      text: '# ocpp-config: current=DC\n[Ocpp]\nHeartbeatInterval=900\nWebSocketPingInterval=60\n',
    },
    { path: 'package.json', text: NOT_OURS },
  ];

  const { text, seen, reasons } = await client.connection.sendRequest<InitialProjectAnswer>(
    'ocppConfig/initialProject',
    { files },
  );

  expect(seen).toBe(1);
  expect(text).toContain('"current": "DC"');
  expect(reasons.join('\n')).toContain('station.current: DC');
});

function summaryOf(client: TestClient, as: string): Promise<SummaryAnswer | null> {
  return client.connection.sendRequest('ocppConfig/summary', {
    textDocument,
    as,
    fileName: 'one.json',
    program: 'OCPP Config 0.0.0',
    date: '2026-11-25 14:03',
    language: 'en',
  });
}

function askForFix(client: TestClient, version: number, fix: string): Promise<SummaryFixAnswer | null> {
  return client.connection.sendRequest('ocppConfig/summaryFix', { textDocument, version, fix });
}

/** The fixes of problems on the page, as a browser reads their attributes. */
async function fixesOf(client: TestClient): Promise<readonly string[]> {
  const text = (await summaryOf(client, 'page'))?.text ?? '';
  return [...text.matchAll(/data-fix="([^"]+)"/g)]
    .map(([, fix = '']) => fix.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))))
    .filter((fix) => fix.startsWith('problem:'));
}
