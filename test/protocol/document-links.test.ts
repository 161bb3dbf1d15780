import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DocumentLinkRequest } from 'vscode-languageserver-protocol/node';
import { Folder } from '../cli/support/folder.ts';
import { packKey, packWith } from '../project/support/memory-files.ts';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { readyClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { NOT_OURS } from './support/texts.ts';

const INI = `[Ocpp]
# ocpp-config-ignore value-range: as agreed
HeartbeatInterval=900
ResetRetries=3
`;

describe('document links', () => {
  test('lead from an ignore comment to the page of the rule, where the editor shows it', async () => {
    const client = await readyClient({ initializationOptions: { rulePages: 'ocpp-config:/rules/' } });
    await client.open('file:///one.ini', INI, 'ini');

    expect(await linksIn(client, 'file:///one.ini')).toEqual([
      {
        range: { start: { line: 1, character: 21 }, end: { line: 1, character: 32 } },
        target: 'ocpp-config:/rules/value-range.md',
        tooltip: 'What this rule checks',
      },
    ]);
  });

  test('lead from a project file to what it names, but not to folders or what is not there', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json':
        '{ "packs": ["acme.ocpp-pack.json", "more", "gone.ocpp-pack.json"], "rules": { "key-casing": "off" } }',
      'acme.ocpp-pack.json': JSON.stringify(packWith({ keys: [packKey('AcmeMode')] })),
      'more/other.ocpp-pack.json': JSON.stringify(packWith({ id: 'other' })),
    });
    const client = await readyClient();
    const uri = pathToFileURL(folder.at('.ocpp-config.json')).href;
    await client.open(uri, folder.read('.ocpp-config.json'));

    const links = await linksIn(client, uri);

    expect(links.map(({ target }) => target)).toEqual([
      pathToFileURL(folder.at('acme.ocpp-pack.json')).href,
      expect.stringMatching(/^https:.*key-casing\.md$/),
    ]);
  });

  test('lead from a source to its description in the same pack', async () => {
    const folder = new Folder().with({
      'acme.ocpp-pack.json': JSON.stringify(packWith({ keys: [packKey('AcmeMode')] }), undefined, 2),
    });
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    const uri = pathToFileURL(folder.at('acme.ocpp-pack.json')).href;
    const text = folder.read('acme.ocpp-pack.json');
    await client.open(uri, text);

    const line = text.split('\n').findIndex((content) => content.includes('"manual": {'));
    expect(await linksIn(client, uri)).toEqual([
      { range: expect.anything(), target: `${uri}#L${line + 1},5` },
    ]);
  });

  test('are none in other files', async () => {
    const client = await readyClient();
    await client.open('file:///package.json', NOT_OURS);
    expect(await linksIn(client, 'file:///package.json')).toEqual([]);
  });

  async function linksIn(client: TestClient, uri: string) {
    return (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })) ?? [];
  }
});
