/** Secrets in every shape of file, and everything that the server says: answers, problems, log and trace. */

import { expect, test } from 'vitest';
import { SetTraceNotification } from 'vscode-languageserver-protocol/node';
import { plantedFixtures, SECRET_FILES, SECRET_PIECES } from '../helpers/secret-files.ts';
import { readyClient } from './support/clients.ts';
import { everythingSaidOf } from './support/everything.ts';
import { WORKSPACE_CAPABILITIES, WorkspaceClient } from './support/workspace-client.ts';

const FILES: Readonly<Record<string, string>> = {
  ...SECRET_FILES,
  ...Object.fromEntries(Object.entries(plantedFixtures()).map(([name, { text }]) => [name, text])),
};

test('an editor that has them open, and asks whatever it can', async () => {
  const client = await readyClient({
    capabilities: WORKSPACE_CAPABILITIES,
    initializationOptions: { keyPages: 'ocpp-config:/keys/', commands: ['ocppConfig.showSummary'] },
  });
  await client.connection.sendNotification(SetTraceNotification.type, { value: 'verbose' });
  const answered = new Set<string>();
  for (const [name, text] of Object.entries(FILES)) {
    const uri = `file:///stations/${name}`;
    const languageId = /\.jsonc?$/.test(name) ? 'jsonc' : name.endsWith('.log') ? 'log' : 'ini';
    await client.open(uri, text, languageId);
    for (const { method, result } of await everythingSaidOf(client, uri, text)) {
      if (JSON.stringify(result ?? null).length > 10) answered.add(method);
    }
    await client.close(uri);
  }

  expect(tellingIn(client.heard)).toEqual([]);
  // A question that nobody answers would prove nothing.
  const kinds = [
    'hover',
    'completion',
    'diagnostic',
    'codeAction',
    'documentSymbol',
    'definition',
    'references',
  ];
  const others = ['codeLens', 'foldingRange', 'semanticTokens/full', 'prepareRename'];
  for (const kind of [...kinds, ...others]) expect(answered).toContain(`textDocument/${kind}`);
  for (const kind of ['status', 'summary', 'support', 'vendors', 'initialProject'])
    expect(answered).toContain(`ocppConfig/${kind}`);
  expect(answered).toContain('completionItem/resolve');
  expect(client.heard).toContain('logTrace');
});

test('the workspace: symbols, pages of keys, and a rename', async () => {
  const { client, folder } = await WorkspaceClient.open(FILES, {
    initializationOptions: { keyPages: 'ocpp-config:/keys/' },
  });
  await client.connection.sendNotification(SetTraceNotification.type, { value: 'verbose' });
  for (const query of ['', 'Authorization', 'Password', 'Url', 'horse'])
    await client.connection.sendRequest('workspace/symbol', { query });
  await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const text = FILES['answer.json'] ?? '';
  const uri = `file://${folder.at('answer.json')}`;
  await client.open(uri, text);
  const said = await everythingSaidOf(client, uri, text);
  const links = said.flatMap(({ method, result }) =>
    method === 'textDocument/definition'
      ? [JSON.stringify(result).match(/ocpp-config:[^"]*/)?.[0] ?? '']
      : [],
  );
  const pages = new Set(links.filter((link) => link !== ''));
  expect(pages.size).toBeGreaterThan(2);
  for (const page of pages) await client.connection.sendRequest('ocppConfig/keyPage', { uri: page });
  const character = text.split('\n')[3]?.indexOf('Vendor.WifiPassword') ?? 0;
  const position = { line: 3, character: character + 2 };
  await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position,
    newName: 'Vendor.X',
  });

  expect(tellingIn(client.heard)).toEqual([]);
});

/**
 * The messages that hold a piece of a secret. An edit of a file may repeat what it writes over, which goes nowhere but
 * into that file; `test/features/secrets.test.ts` sees to it that single fixes do not.
 */
function tellingIn(heard: string): readonly string[] {
  return heard
    .replaceAll(/"newText":"(?:[^"\\]|\\.)*"/g, '')
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter((message) => SECRET_PIECES.some((piece) => message.includes(piece)));
}
