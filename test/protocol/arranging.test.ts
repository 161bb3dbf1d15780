import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { NOT_OURS } from './support/texts.ts';

const URI = 'file:///one.json';
const SORT = 'source.sort.ocppConfig';
const FORMAT = 'source.format.ocppConfig';
const TEXT = `{ "configurationKey": [
    {"key":"ResetRetries", "readonly": false,"value":"3"},
    {"key":"HeartbeatInterval", "readonly": false,"value":"900"}
] }
`;
const BROKEN = TEXT.replace('},', '}');

describe('sorting and formatting as code actions', () => {
  test('are made when they are asked for by their kind', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);

    const [sort] = await actions(client, [SORT]);
    expect(sort).toMatchObject({ title: 'Sort keys by feature profile', kind: SORT });
    expect(
      applied(TEXT, sort)
        .split('\n')
        .map((line) => /"key":"(\w+)"/.exec(line)?.[1]),
    ).toEqual([undefined, 'HeartbeatInterval', 'ResetRetries', undefined, undefined]);

    const [format] = await actions(client, [FORMAT]);
    expect(applied(TEXT, format)).toContain(
      '    { "key": "ResetRetries", "readonly": false, "value": "3" },',
    );
  });

  test('are never offered beside quick fixes', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT);
    const offered = await actions(client, undefined);
    expect(offered.filter(({ kind }) => kind === SORT || kind === FORMAT)).toEqual([]);
  });

  test('are among the source actions, beside all safe fixes', async () => {
    const client = await readyClient();
    await client.open(URI, TEXT.replace('900', '86400'));
    expect((await actions(client, ['source'])).map(({ kind }) => kind)).toEqual([
      'source.fixAll.ocppConfig',
      SORT,
      FORMAT,
    ]);
  });

  test('say why they cannot be made', async () => {
    const client = await readyClient();
    await client.open(URI, BROKEN);
    const [sort] = await actions(client, [SORT]);
    expect(sort?.disabled?.reason).toMatch(/cannot be read/);
    expect(sort?.edit).toBeUndefined();
  });

  test('are silent then where an editor cannot show the reason', async () => {
    const capabilities = {
      textDocument: {
        ...PLAIN_CAPABILITIES.textDocument,
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    };
    const client = await readyClient({ capabilities });
    await client.open(URI, BROKEN);
    expect(await actions(client, [SORT])).toEqual([]);
  });

  test('are none for other files', async () => {
    const client = await readyClient();
    await client.open(URI, NOT_OURS);
    expect(await actions(client, ['source'])).toEqual([]);
  });

  async function actions(client: TestClient, only: string[] | undefined): Promise<readonly CodeAction[]> {
    const start = { line: 1, character: 10 };
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start, end: start },
      context: { diagnostics: [], triggerKind: 1, ...(only === undefined ? {} : { only }) },
    });
    return (found ?? []) as readonly CodeAction[];
  }

  function applied(text: string, action: CodeAction | undefined): string {
    const [change] = (action?.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    const edits = (change?.edits ?? []).filter((edit) => 'newText' in edit);
    return TextDocument.applyEdits(TextDocument.create(URI, 'json', 1, text), edits);
  }
});
