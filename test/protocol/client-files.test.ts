/** Files that the server cannot read by itself: it asks the editor, as in a browser and in virtual workspaces. */

import { expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest, FileChangeType } from 'vscode-languageserver-protocol/node';
import { packKey, packWith } from '../project/support/memory-files.ts';
import { VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { startClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration } from './support/texts.ts';

const CAPABILITIES = {
  ...VSCODE_CAPABILITIES,
  workspace: {
    ...VSCODE_CAPABILITIES.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

const FOLDER = 'memfs:/fleet';
const PROJECT = `${FOLDER}/.ocpp-config.json`;
const PING = getConfiguration({ WebSocketPingInterval: '0' });
const BAD_PING = 'greenflux/websocket-ping-interval';

test('a project file in another file system holds, and holds anew when it changes there', async () => {
  const { client, files } = await editorWith({ [PROJECT]: '{ "operator": "none" }' });
  await client.open(`${FOLDER}/dc/a.json`, PING);
  expect(await rulesIn(client, `${FOLDER}/dc/a.json`)).toEqual([]);

  files.set(PROJECT, '{ "rules": { "greenflux/*": "hint" } }');
  await changed(client, PROJECT);

  expect(await rulesIn(client, `${FOLDER}/dc/a.json`)).toEqual([BAD_PING]);
});

test('packs are read from files and folders beside it; mistakes are shown in them', async () => {
  const { client } = await editorWith({
    [PROJECT]: '{ "packs": ["packs"], "station": { "vendor": "acme" } }',
    [`${FOLDER}/packs/acme.ocpp-pack.json`]: JSON.stringify(
      packWith({ keys: [packKey('AcmeLimit', { maximum: 32 }), { name: 'AcmeOther' }] }),
    ),
    [`${FOLDER}/packs/read.me`]: 'nothing',
  });
  const file = `${FOLDER}/a.json`;
  await client.open(file, getConfiguration({ AcmeLimit: '40', WebSocketPingInterval: '60' }));

  expect(await rulesIn(client, file)).toEqual(['value-range']);
  await expect
    .poll(() => client.published.map(({ uri }) => uri))
    .toContain(`${FOLDER}/packs/acme.ocpp-pack.json`);
});

test('a pack that is reached by a link is not read: nobody can see where the link leads', async () => {
  const { client, asked } = await editorWith(
    { [PROJECT]: '{ "packs": ["acme.json"] }', [`${FOLDER}/acme.json`]: JSON.stringify(packWith()) },
    { links: [`${FOLDER}/acme.json`] },
  );
  await client.open(`${FOLDER}/a.json`, PING);
  await client.pull(`${FOLDER}/a.json`);

  expect(await projectProblems(client)).toEqual([
    '"acme.json" is reached by a link, and where it leads cannot be seen. Put the file itself into the folder of the project file.',
  ]);
  expect(asked).not.toContain(`read ${FOLDER}/acme.json`);
});

test('a pack outside of the folder is not asked for', async () => {
  const { client, asked } = await editorWith({
    [PROJECT]: '{ "packs": ["../secret.json", "/secret.json", "memfs:/secret.json", "%2e%2e/secret.json"] }',
    'memfs:/secret.json': JSON.stringify(packWith()),
  });
  await client.open(`${FOLDER}/a.json`, PING);
  await client.pull(`${FOLDER}/a.json`);

  expect(await projectProblems(client)).toHaveLength(4);
  expect(asked.filter((request) => request.startsWith('read'))).toEqual([
    `read ${PROJECT}`,
    // A name of three characters and not dots: in an address the percent sign is escaped.
    `read ${FOLDER}/%252e%252e/secret.json`,
  ]);
});

test('a project file that cannot be read says why', async () => {
  const { client } = await editorWith({ [PROJECT]: '!permission denied' });
  await client.open(`${FOLDER}/a.json`, PING);
  await client.pull(`${FOLDER}/a.json`);

  expect(await projectProblems(client)).toEqual(['The project file cannot be read: permission denied.']);
});

test('an editor that fails to answer leaves its help to the user', async () => {
  const { client } = await editorWith({ [PROJECT]: '!!' });
  await client.open(`${FOLDER}/a.json`, PING);

  expect(await rulesIn(client, `${FOLDER}/a.json`)).toEqual([BAD_PING]);
  expect(await projectProblems(client)).toEqual([
    expect.stringMatching(/^The project file cannot be read: .*broken/),
  ]);
});

test.each([
  'memfs:/elsewhere/a.json',
  'other:/fleet/a.json',
  'memfs://host/fleet/a.json',
  'git:/fleet/a.json?HEAD',
  'untitled:/elsewhere/a.json',
])('for %s, which lies in no open folder, nothing is asked', async (uri) => {
  const { client, asked } = await editorWith({ [PROJECT]: '{ "operator": "none" }' });
  await client.open(uri, PING);

  expect(await rulesIn(client, uri)).toEqual([BAD_PING]);
  expect(asked).toEqual([]);
});

test('a folder that is opened later counts from then on', async () => {
  const { client } = await editorWith({ [PROJECT]: '{ "operator": "none" }' }, { folders: [] });
  const file = `${FOLDER}/a.json`;
  await client.open(file, PING);
  expect(await rulesIn(client, file)).toEqual([BAD_PING]);

  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: FOLDER, name: 'fleet' }], removed: [] },
  });
  expect(await rulesIn(client, file)).toEqual([]);

  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: FOLDER, name: 'fleet' }] },
  });
  expect(await rulesIn(client, file)).toEqual([BAD_PING]);
});

test('folders of the same path in different file systems are two', async () => {
  const { client } = await editorWith(
    { [PROJECT]: '{ "operator": "none" }', 'other:/fleet/.ocpp-config.json': '{}' },
    { folders: [FOLDER, 'other:/fleet'] },
  );
  await client.open(`${FOLDER}/a.json`, PING);
  await client.open('other:/fleet/a.json', PING);

  expect(await rulesIn(client, `${FOLDER}/a.json`)).toEqual([]);
  expect(await rulesIn(client, 'other:/fleet/a.json')).toEqual([BAD_PING]);
});

test.each(['untitled:Untitled-1', 'untitled:/fleet/new.json'])(
  'what holds for the files of the only folder holds for %s, which was never saved',
  async (uri) => {
    const { client } = await editorWith({ [PROJECT]: '{ "operator": "none" }' });
    await client.open(uri, PING);

    expect(await rulesIn(client, uri)).toEqual([]);
    expect(await client.connection.sendRequest('ocppConfig/status', { textDocument: { uri } })).toMatchObject(
      {
        takesProjectFile: false,
      },
    );
  },
);

test('with several folders open nobody knows where a text without a name belongs', async () => {
  const { client } = await editorWith(
    { [PROJECT]: '{ "operator": "none" }' },
    { folders: [FOLDER, 'memfs:/b'] },
  );
  await client.open('untitled:Untitled-1', PING);

  expect(await rulesIn(client, 'untitled:Untitled-1')).toEqual([BAD_PING]);
});

test('the light bulb writes an ignore into a new project file at the top of the folder', async () => {
  const { client } = await editorWith({});
  const uri = `${FOLDER}/dc/a.json`;
  await client.open(uri, PING);
  const [problem] = await client.pull(uri);
  if (problem === undefined) throw new Error('there is no problem');

  const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: problem.range,
    context: { diagnostics: [] },
  })) as CodeAction[];

  const action = actions.find(({ title }) => title.endsWith('in .ocpp-config.json'));
  expect(action?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: PROJECT },
    { textDocument: { uri: PROJECT }, edits: [{ newText: expect.stringContaining('"dc/a.json"') }] },
  ]);
});

/** The ids of a document's problems. */
async function rulesIn(client: TestClient, uri: string): Promise<string[]> {
  return (await client.pull(uri)).map(({ code }) => String(code));
}

/** What was said last of the project file, once something was. */
async function projectProblems(client: TestClient): Promise<string[]> {
  const last = () => client.published.findLast(({ uri }) => uri === PROJECT)?.diagnostics;
  await expect.poll(last).toBeDefined();
  return (last() ?? []).map(({ message }) => String(message));
}

async function changed(client: TestClient, uri: string): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: FileChangeType.Changed }],
  });
}

interface EditorOptions {
  readonly folders?: readonly string[];
  /** Addresses that are links. */
  readonly links?: readonly string[];
}

/** An editor with files of its own, by address. A text that begins with `!` is trouble, with `!!` a failure. */
async function editorWith(
  initial: Readonly<Record<string, string>>,
  { folders = [FOLDER], links = [] }: EditorOptions = {},
) {
  const files = new Map(Object.entries(initial));
  const asked: string[] = [];
  const client = startClient({
    capabilities: CAPABILITIES,
    // No file is read but those that the open ones need.
    initializationOptions: { readsFiles: true, settings: { workspace: { check: 'off' } } },
    workspaceFolders: folders,
    settings: () => ({ workspace: { check: 'off' } }),
  });
  const isFolder = (uri: string) => [...files.keys()].some((file) => file.startsWith(`${uri}/`));
  client.connection.onRequest<unknown, void>('ocppConfig/files/read', ({ uri }: { uri: string }) => {
    asked.push(`read ${uri}`);
    const text = files.get(uri);
    if (text?.startsWith('!!')) throw new Error('broken');
    if (text?.startsWith('!')) return { kind: 'trouble', message: text.slice(1) };
    return text === undefined ? { kind: isFolder(uri) ? 'folder' : 'missing' } : { kind: 'text', text };
  });
  client.connection.onRequest('ocppConfig/files/list', ({ uri }: { uri: string }) => {
    asked.push(`list ${uri}`);
    const below = [...files.keys()].filter((file) => file.startsWith(`${uri}/`));
    return { kind: 'names', files: below.map((file) => file.slice(uri.length + 1)), folders: [] };
  });
  client.connection.onRequest('ocppConfig/files/links', ({ uri }: { uri: string }) => {
    asked.push(`links ${uri}`);
    return links.includes(uri);
  });
  await client.initialize();
  return { client, files, asked };
}
