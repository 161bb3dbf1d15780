import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration } from './support/texts.ts';

const URI = 'file:///one.ini';
const options = { tabSize: 4, insertSpaces: true };
const UNTIDY = '[Ocpp]  \nHeartbeatInterval = 900\nResetRetries=3\nConnectionTimeOut = 60\n\n\n';
const TIDY = '[Ocpp]\nHeartbeatInterval = 900\nResetRetries = 3\nConnectionTimeOut = 60\n';

describe('formatting', () => {
  test('tidies an INI file, and leaves a tidy one alone', async () => {
    const client = await readyClient();
    await client.open(URI, UNTIDY, 'ini');
    expect(apply(UNTIDY, await edits(client))).toBe(TIDY);

    await client.change(URI, 2, { text: TIDY });
    expect(await edits(client)).toEqual([]);
  });

  test('of a range', async () => {
    const client = await readyClient();
    await client.open(URI, UNTIDY, 'ini');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    const found = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri: URI },
      range,
      options,
    });
    expect(apply(UNTIDY, found)).toBe(UNTIDY.replace('s=3', 's = 3'));
  });

  test('as the setting wants it', async () => {
    const client = await readyClient({ settings: () => ({ format: { separators: 'tight' } }) });
    await client.open(URI, UNTIDY, 'ini');
    expect(apply(UNTIDY, await edits(client))).toBe(TIDY.replaceAll(' = ', '='));
  });

  test("leaves JSON to the editor's own formatter, and other files alone", async () => {
    const client = await readyClient();
    await client.open('file:///one.json', getConfiguration({ HeartbeatInterval: '900' }).replaceAll(' ', ''));
    await client.open('file:///other.ini', '[desktop]\nname =  x \n\n\n', 'ini');
    expect(await edits(client, 'file:///one.json')).toBeNull();
    expect(await edits(client, 'file:///other.ini')).toBeNull();
  });

  test('is registered for INI and its relatives where an editor takes that', async () => {
    const client = startClient();
    const { capabilities } = await client.initialize();
    await client.open(URI, UNTIDY, 'ini');
    await edits(client);

    expect(capabilities.documentFormattingProvider).toBeUndefined();
    const registered = client.registered.filter(({ method }) => method.endsWith('ormatting'));
    expect(registered.map(({ method }) => method)).toEqual([
      'textDocument/formatting',
      'textDocument/rangeFormatting',
    ]);
    expect(JSON.stringify(registered)).not.toContain('"json"');
  });

  test('is a plain ability where it cannot be registered, and none where nobody formats', async () => {
    const formatting: ClientCapabilities = { textDocument: { formatting: {} } };
    const able = await startClient({ capabilities: formatting }).initialize();
    expect(able.capabilities.documentFormattingProvider).toBe(true);
    const unable = await startClient({ capabilities: PLAIN_CAPABILITIES }).initialize();
    expect(unable.capabilities.documentFormattingProvider).toBeUndefined();
  });

  function edits(client: TestClient, uri = URI): Promise<TextEdit[] | null> {
    return client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
  }

  function apply(text: string, found: readonly TextEdit[] | null): string {
    return TextDocument.applyEdits(TextDocument.create(URI, 'ini', 1, text), [...(found ?? [])]);
  }
});
