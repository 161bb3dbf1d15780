import { rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  HoverRequest,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { Folder } from '../cli/support/folder.ts';
import { packKey, packWith, profileWith } from '../project/support/memory-files.ts';
import { PLAIN_CAPABILITIES, VSCODE_CAPABILITIES } from './support/capabilities.ts';
import { readyClient, startClient } from './support/clients.ts';
import type { TestClient } from './support/test-client.ts';
import { getConfiguration } from './support/texts.ts';

const WATCHING: ClientCapabilities = {
  ...VSCODE_CAPABILITIES,
  workspace: {
    ...VSCODE_CAPABILITIES.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

const PING = getConfiguration({ WebSocketPingInterval: '0' });

function uriOf(folder: Folder, name: string): string {
  return pathToFileURL(folder.at(name)).href;
}

/** The ids of a document's problems. */
async function rulesIn(client: TestClient, uri: string): Promise<string[]> {
  return (await client.pull(uri)).map(({ code }) => String(code));
}

/** What the server has sent to a file last. */
function lastSent(client: TestClient, uri: string): string[] | undefined {
  return client.published
    .findLast((params) => params.uri === uri)
    ?.diagnostics.map(({ message }) => String(message));
}

async function changedOnDisk(client: TestClient, ...uris: readonly string[]): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
    changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })),
  });
}

async function deletedOnDisk(client: TestClient, uri: string): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
    changes: [{ uri, type: FileChangeType.Deleted }],
  });
}

describe('a project file takes effect at once', () => {
  test('when it is made, changed and removed on the disk', async () => {
    const folder = new Folder().with({ 'fleet/a.json': PING });
    const client = await readyClient({ capabilities: WATCHING });
    const [file, project] = [uriOf(folder, 'fleet/a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);

    folder.with({ '.ocpp-config.json': '{ "operator": "none" }' });
    await changedOnDisk(client, project);
    expect(await rulesIn(client, file)).toEqual([]);
    await vi.waitFor(() => expect(client.refreshes).toBe(1));

    writeFileSync(folder.at('.ocpp-config.json'), '{ "operator": "greenflux" }');
    await changedOnDisk(client, project);
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);

    rmSync(folder.at('.ocpp-config.json'));
    await changedOnDisk(client, project);
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);
  });

  test('when it is deleted while the editor has not closed its document yet, until somebody types in that', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "operator": "none" }' });
    const client = await readyClient({ capabilities: WATCHING });
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(project, '{ "operator": "none" }', 'jsonc');
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual([]);

    rmSync(folder.at('.ocpp-config.json'));
    await deletedOnDisk(client, project);
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);

    await client.change(project, 2, { text: '{ "operator": "none" } ' });
    expect(await rulesIn(client, file)).toEqual([]);
  });

  test('when its folder is deleted, of which alone editors tell, while its document is not closed yet', async () => {
    const folder = new Folder().with({ 'fleet/.ocpp-config.json': '{ "operator": "none" }' });
    const client = await readyClient({ capabilities: WATCHING });
    const [file, project] = [uriOf(folder, 'fleet/a.json'), uriOf(folder, 'fleet/.ocpp-config.json')];
    await client.open(project, '{ "operator": "none" }', 'jsonc');
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual([]);

    rmSync(folder.at('fleet'), { recursive: true });
    await deletedOnDisk(client, uriOf(folder, 'fleet'));

    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);

    // The same folder anew, without the file.
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
      changes: [{ uri: uriOf(folder, 'fleet'), type: FileChangeType.Created }],
    });
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);
    await vi.waitFor(() => expect(client.refreshes).toBe(1));
  });

  test('when its folder is moved to there, of which alone editors may tell', async () => {
    const folder = new Folder();
    const client = await readyClient({ capabilities: WATCHING });
    const file = uriOf(folder, 'fleet/a.json');
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);

    folder.with({ 'fleet/.ocpp-config.json': '{ "operator": "none" }' });
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
      changes: [{ uri: uriOf(folder, 'fleet'), type: FileChangeType.Created }],
    });

    expect(await rulesIn(client, file)).toEqual([]);
  });

  test('when it is made and deleted again before the editor tells of either', async () => {
    const folder = new Folder();
    const client = await readyClient({ capabilities: WATCHING });
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(project, '{ "operator": "none" }', 'jsonc');
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual([]);

    await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, {
      changes: [
        { uri: project, type: FileChangeType.Created },
        { uri: project, type: FileChangeType.Deleted },
      ],
    });

    expect(await rulesIn(client, file)).toEqual(['greenflux/websocket-ping-interval']);
  });

  test('when the folder of a pack is deleted that it names', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "packs": ["packs/acme.json"] }',
      'packs/acme.json': JSON.stringify(packWith({ keys: [packKey('AcmeLimit')] })),
    });
    const client = await readyClient({ capabilities: WATCHING });
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);
    await client.pull(file);

    rmSync(folder.at('packs'), { recursive: true });
    await deletedOnDisk(client, uriOf(folder, 'packs'));

    await vi.waitFor(() => expect(lastSent(client, project)).toEqual(['There is no "packs/acme.json".']));
  });

  test('when somebody types in it, before it is saved; and what is on the disk counts when it is closed', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "operator": "none" }' });
    const client = await readyClient();
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);
    expect(await rulesIn(client, file)).toEqual([]);

    await client.open(project, '{ "operator": "none" }', 'jsonc');
    await client.change(project, 2, { text: '{ "rules": { "greenflux/*": "hint" } }' });
    expect((await client.pull(file)).map(({ severity }) => severity)).toEqual([4]);
    await vi.waitFor(() => expect(client.refreshes).toBe(1));

    await client.close(project);
    expect(await rulesIn(client, file)).toEqual([]);
  });

  test('and the status says that it is the project file that says so', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json':
        '{ "operator": "none", "overrides": [{ "files": "a.*", "station": { "current": "DC" } }] }',
    });
    const client = await readyClient();
    const file = uriOf(folder, 'a.json');
    await client.open(file, PING);

    const status = await client.connection.sendRequest('ocppConfig/status', { textDocument: { uri: file } });

    const { facts } = status as { facts: { about: string; value: string; because: string }[] };
    expect(facts).toContainEqual(
      expect.objectContaining({ about: 'operator', value: 'none', because: 'the project file says so' }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ about: 'current', value: 'DC', because: 'the project file says so for a.*' }),
    );
  });

  test('in an editor that waits for problems to be sent', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "operator": "none" }' });
    const client = await readyClient({ capabilities: PLAIN_CAPABILITIES });
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);
    await client.open(project, '{}', 'jsonc');

    await vi.waitFor(() => expect(lastSent(client, file)).toHaveLength(1));
  });

  test('other files change nothing', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{}' });
    const client = await readyClient({ capabilities: WATCHING });
    const file = uriOf(folder, 'a.json');
    await client.open(file, PING);
    const before = await client.pullReport(file);

    await changedOnDisk(client, uriOf(folder, 'package.json'), uriOf(folder, 'packs/b.ocpp-pack.json'));
    const after = await client.pullReport(file, before.kind === 'full' ? before.resultId : undefined);

    expect(after.kind).toBe('unchanged');
  });

  test('the server asks to be told', async () => {
    const client = startClient({ capabilities: WATCHING });
    const registered: string[] = [];
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      registered.push(...registrations.map(({ method }) => method));
    });
    await client.initialize();

    await vi.waitFor(() =>
      expect(registered).toEqual(
        expect.arrayContaining(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']),
      ),
    );
  });
});

describe('mistakes in a project file', () => {
  test('are shown in it, also where nobody has it open, and go when they are gone', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "oprator": "none" }' });
    const client = await readyClient();
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);

    await vi.waitFor(() =>
      expect(lastSent(client, project)).toEqual(['There is no "oprator" here. Did you mean "operator"?']),
    );

    await client.open(project, '{ "operator": "none" }', 'jsonc');
    await vi.waitFor(() => expect(lastSent(client, project)).toEqual([]));
    expect(await rulesIn(client, file)).toEqual([]);
  });

  test('what an editor with the schema shows already is left to it while the file is open', async () => {
    const text = '{ "oprator": "none", "operator": "nobody" }';
    const folder = new Folder().with({ '.ocpp-config.json': text });
    const client = await readyClient({ initializationOptions: { editorReportsJsonSyntax: true } });
    const project = uriOf(folder, '.ocpp-config.json');
    await client.open(project, text, 'jsonc');

    await vi.waitFor(() =>
      expect(lastSent(client, project)?.join()).toMatch(/^There is no operator "nobody"/),
    );
  });

  test('go when the last file of the project is closed', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '[]' });
    const client = await readyClient();
    const [file, project] = [uriOf(folder, 'a.json'), uriOf(folder, '.ocpp-config.json')];
    await client.open(file, PING);
    await vi.waitFor(() => expect(lastSent(client, project)).toHaveLength(1));

    await client.close(file);

    await vi.waitFor(() => expect(lastSent(client, project)).toEqual([]));
  });
});

describe('own knowledge', () => {
  const ACME = packWith({ keys: [packKey('AcmeLimit', { maximum: 32 }), packKey('AcmeOther')] });
  const TEXT = getConfiguration({ AcmeLimit: '40', AcmeOther: '1', HeartbeatInterval: '900' });

  test('a pack that appears in a folder of packs is known without a restart, and hover says whose it is', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "packs": ["packs"] }', 'packs/read.me': '' });
    const client = await readyClient({ capabilities: WATCHING });
    const [file, pack] = [uriOf(folder, 'a.json'), uriOf(folder, 'packs/acme.ocpp-pack.json')];
    await client.open(file, TEXT);
    expect(await rulesIn(client, file)).toEqual([]);

    folder.with({ 'packs/acme.ocpp-pack.json': JSON.stringify(ACME) });
    await changedOnDisk(client, pack);

    expect(await rulesIn(client, file)).toEqual(['value-range']);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: file },
      position: { line: 3, character: 15 },
    });
    expect(JSON.stringify(hover?.contents)).toContain('packs/acme.ocpp-pack.json');
  });

  test('packs and profiles of the settings lie in the workspace folder', async () => {
    const folder = new Folder().with({
      'packs/acme.ocpp-pack.json': JSON.stringify(ACME),
      'our.json': JSON.stringify(profileWith('our-network', 600)),
    });
    const client = startClient({
      capabilities: WATCHING,
      settings: () => ({ packs: ['packs'], profiles: ['our.json'], operator: 'our-network' }),
      workspaceFolders: [uriOf(folder, '')],
    });
    await client.initialize();
    const file = uriOf(folder, 'a.json');
    await client.open(file, TEXT);

    expect(await rulesIn(client, file)).toEqual(['value-range', 'our-network/heartbeat-interval']);
  });

  test('a recommendation of an own profile has a page that says whose it is', async () => {
    const client = await readyClient();

    const page = await client.connection.sendRequest('ocppConfig/rulePage', {
      rule: 'our-network/heartbeat-interval',
    });

    expect(page).toContain('the operator profile `our-network`');
    expect(await client.connection.sendRequest('ocppConfig/rulePage', { rule: 'nothing' })).toBeNull();
  });

  test('packs of other extensions, and when they change', async () => {
    const folder = new Folder();
    const packs = [{ kind: 'packs', origin: 'acme.chargers/acme.json', text: JSON.stringify(ACME) }];
    const client = await readyClient({ initializationOptions: { contributed: packs } });
    const file = uriOf(folder, 'a.json');
    await client.open(file, TEXT);
    expect(await rulesIn(client, file)).toEqual(['value-range']);

    await client.connection.sendNotification('ocppConfig/contributedKnowledge', { files: [] });

    expect(await rulesIn(client, file)).toEqual([]);
  });

  test('a broken pack of another extension is said in the log', async () => {
    const contributed = [{ kind: 'packs', origin: 'acme.chargers/acme.json', text: '{ "id": "acme" }' }];
    const client = await readyClient({ initializationOptions: { contributed } });
    await client.open('file:///nowhere/a.json', PING);
    await client.pull('file:///nowhere/a.json');

    expect(client.log.join('\n')).toContain('acme.chargers/acme.json: This needs "name"');
  });

  test('a pack is no charger configuration', async () => {
    const folder = new Folder();
    const client = await readyClient();
    const pack = uriOf(folder, 'acme.ocpp-pack.json');
    await client.open(pack, TEXT);

    expect(await rulesIn(client, pack)).toEqual([]);
  });
});
