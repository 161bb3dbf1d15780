/** Symbols, references, renames and definitions over a folder. */

import { rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  type ClientCapabilities,
  DefinitionRequest,
  FileChangeType,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type SymbolInformation,
  type TextDocumentEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { WORKSPACE_CAPABILITIES, WorkspaceClient } from './support/workspace-client.ts';

const SECRET = '00112233445566778899AABBCCDDEEFF00112233';
const FILES = {
  'a.ini': '[Ocpp]\nHeartbeatInterval=900\nAcmeLights=blue\nConnectionTimeOut=60\nLocalPreAuthorize=true\n',
  'site/b.json': `[
  { "key": "HeartbeatInterval", "value": "60" },
  { "key": "AcmeLights", "value": "red" },
  { "key": "AuthorizationKey", "value": "${SECRET}" }
]`,
  'site/c.json': `[
  { "key": "HeartbeatInterval", "value": "60" },
  { "key": "acmelights", "value": "red" }
]`,
  'package.json': '{ "HeartbeatInterval": 1 }',
};

const CAPABILITIES: ClientCapabilities = {
  ...WORKSPACE_CAPABILITIES,
  textDocument: {
    ...WORKSPACE_CAPABILITIES.textDocument,
    rename: { prepareSupport: true },
    definition: { linkSupport: true },
  },
};

async function opened(path: keyof typeof FILES = 'a.ini'): Promise<WorkspaceClient> {
  const workspace = await WorkspaceClient.open(FILES, {
    check: 'off',
    capabilities: CAPABILITIES,
    initializationOptions: { keyPages: 'ocpp-config:/keys/', rulePages: 'ocpp-config:/rules/' },
  });
  await workspace.client.open(workspace.uri(path), FILES[path], path.endsWith('ini') ? 'ini' : 'json');
  return workspace;
}

/** A place in `a.ini`, by the line. */
function at(workspace: WorkspaceClient, line: number) {
  return { textDocument: { uri: workspace.uri('a.ini') }, position: { line, character: 2 } };
}

describe('workspace symbols', () => {
  const search = async (workspace: WorkspaceClient, query: string) => {
    const found = await workspace.client.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
    return (found as SymbolInformation[]).map(
      ({ name, containerName, location }) =>
        `${workspace.path(location.uri)}:${location.range.start.line} ${name} ${containerName}`,
    );
  };

  test('say which file sets a key to what, also of files that are not open', async () => {
    const workspace = await opened();

    expect(await search(workspace, 'heartbeat')).toEqual([
      'a.ini:1 HeartbeatInterval = 900',
      'site/b.json:1 HeartbeatInterval = 60',
      'site/c.json:1 HeartbeatInterval = 60',
    ]);
    expect(await search(workspace, 'authorizationkey')).toEqual(['site/b.json:3 AuthorizationKey = ••••••']);
    expect(await search(workspace, '')).toEqual([]);
  });

  test('are those of what is typed', async () => {
    const workspace = await opened();
    await search(workspace, 'heartbeat');

    await workspace.client.change(workspace.uri('a.ini'), 2, {
      text: FILES['a.ini'].replace('HeartbeatInterval=900', 'HeartbeatInterval=901'),
    });

    expect(await search(workspace, 'heartbeat')).toContain('a.ini:1 HeartbeatInterval = 901');
  });

  test('are none of a folder that is gone', async () => {
    const workspace = await opened();
    expect(await search(workspace, 'heartbeat')).toHaveLength(3);

    rmSync(workspace.folder.at('site'), { recursive: true });
    await workspace.changed(FileChangeType.Deleted, 'site');

    expect(await search(workspace, 'heartbeat')).toEqual(['a.ini:1 HeartbeatInterval = 900']);
  });
});

test('references are all places of a key, however it is spelt', async () => {
  const workspace = await opened();

  const found = await workspace.client.connection.sendRequest(ReferencesRequest.type, {
    ...at(workspace, 2),
    context: { includeDeclaration: true },
  });

  expect(found?.map(({ uri, range }) => `${workspace.path(uri)}:${range.start.line}`)).toEqual([
    'a.ini:2',
    'site/b.json:2',
    'site/c.json:2',
  ]);
});

describe('rename', () => {
  test('renames a key wherever it is written so, in one edit that shows other files first', async () => {
    const workspace = await opened();
    const { connection } = workspace.client;

    expect(await connection.sendRequest(PrepareRenameRequest.type, at(workspace, 2))).toEqual({
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 10 } },
      placeholder: 'AcmeLights',
    });
    const edit = await connection.sendRequest(RenameRequest.type, {
      ...at(workspace, 2),
      newName: 'AcmeLamp',
    });

    const changes = ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument, edits }) => ({
      path: workspace.path(textDocument.uri),
      version: textDocument.version,
      edits: edits.map((change) => ('annotationId' in change ? change.annotationId : undefined)),
    }));
    expect(changes).toEqual([
      { path: 'a.ini', version: 1, edits: ['here', 'preview'] },
      { path: 'site/b.json', version: null, edits: ['elsewhere'] },
    ]);
    expect(edit?.changeAnnotations?.preview).toMatchObject({ needsConfirmation: true });
  });

  test('is refused with a reason for what stations know by no other name', async () => {
    const workspace = await opened();
    const { connection } = workspace.client;

    await expect(connection.sendRequest(PrepareRenameRequest.type, at(workspace, 1))).rejects.toThrow(
      'HeartbeatInterval is a key of OCPP 1.6: stations know it by no other name',
    );
    for (const [newName, reason] of [
      ['', 'A key needs a name.'],
      ['Acme Lights\n', 'A key cannot begin or end with a blank'],
      ['x'.repeat(51), 'at most 50 characters'],
      ['connectiontimeout', 'a.ini: ConnectionTimeOut is in the file already.'],
    ] as const) {
      await expect(
        connection.sendRequest(RenameRequest.type, { ...at(workspace, 2), newName }),
      ).rejects.toThrow(reason);
    }
    expect(workspace.client.log).toEqual([]);
  });
});

describe('definition', () => {
  test('leads to a page with all that is known of the key, and where it is set', async () => {
    const workspace = await opened();
    const { connection } = workspace.client;

    const found = await connection.sendRequest(DefinitionRequest.type, at(workspace, 1));
    const [link] = found as { targetUri: string }[];
    const uri = link?.targetUri ?? '';
    expect(uri).toMatch(/^ocpp-config:\/keys\/HeartbeatInterval\.md\?file%3A/);

    const changed = new Promise<void>((resolve) => {
      connection.onNotification('ocppConfig/keyPagesChanged', () => resolve());
    });
    const page = async () => (await connection.sendRequest('ocppConfig/keyPage', { uri })) as string;
    expect(await page()).toMatch(/^# HeartbeatInterval\n\n\*OCPP 1\.6, Core\*/);
    await changed;
    const complete = await page();
    expect(complete).toContain('## Set in this workspace');
    expect(complete).toMatch(/- \[a\.ini:2\]\(file:.*a\.ini#L2\): `900`/);
    expect(complete).toMatch(/- \[site\/b\.json:2\]\(file:.*#L2\): `60`/);
    expect(complete).toMatch(
      /\[greenflux\/heartbeat-interval\]\(ocpp-config:\/rules\/greenflux\/heartbeat-interval\.md\)/,
    );
    expect(complete).toMatch(/## Sources\n\n- \[.*\]\(https?:/);
    expect(complete).not.toContain('still being searched');
  });

  test('is none for what nobody knows, and none in an editor without such pages', async () => {
    const workspace = await opened();
    expect(
      await workspace.client.connection.sendRequest(DefinitionRequest.type, at(workspace, 2)),
    ).toBeNull();

    const other = await WorkspaceClient.open(FILES);
    await vi.waitFor(() =>
      expect(other.client.connection.sendRequest(DefinitionRequest.type, at(other, 1))).rejects.toThrow(),
    );
  });

  test('shows no secret', async () => {
    const workspace = await opened('site/b.json');
    const uri = `ocpp-config:/keys/AuthorizationKey.md?${encodeURIComponent(workspace.uri('site/b.json'))}`;

    const page = await workspace.client.connection.sendRequest('ocppConfig/keyPage', { uri });

    expect(page).toContain('AuthorizationKey');
    expect(page).not.toContain(SECRET);
  });
});
