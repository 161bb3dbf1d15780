/** A folder is checked without opening its files. */

import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  FileChangeType,
  ProgressType,
  RegistrationRequest,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { PLAIN_CAPABILITIES } from './support/capabilities.ts';
import { startClient } from './support/clients.ts';
import { getConfiguration, NOT_OURS } from './support/texts.ts';
import { WORKSPACE_CAPABILITIES, WorkspaceClient } from './support/workspace-client.ts';

const WRONG = getConfiguration({ HeartbeatInterval: 'often' });
const RIGHT = getConfiguration({ ConnectionTimeOut: '60' });
const SECRET = '00112233445566778899AABBCCDDEEFF00112233';
const template = (heartbeat: string) =>
  JSON.stringify([
    { key: 'AuthorizationKey', value: SECRET },
    { key: 'HeartbeatInterval', value: heartbeat },
  ]);

describe('an editor that pulls', () => {
  test('gets the problems of our files and of no others', async () => {
    const workspace = await WorkspaceClient.open({
      'a.json': WRONG,
      'fleet/b.ini': '[Ocpp]\nHeartbeatInterval=often\nConnectionTimeOut=60\n',
      'right.json': RIGHT,
      'package.json': NOT_OURS,
      'node_modules/c.json': WRONG,
      'built/d.json': WRONG,
      'left/e.json': WRONG,
      'notes.md': WRONG,
      'binary.json': new Uint8Array([0, 1, 2, 3]),
      'utf16.json': new Uint8Array([0xff, 0xfe, 0x7b, 0]),
      '.gitignore': 'built/\n',
      '.git/HEAD': '',
      '.ocpp-config.json':
        '{ "shapes": { "left/**": "off" }, "overrides": [{ "files": "fleet/**", "rules": { "value-type": "hint" } }] }',
    });

    const reports = await workspace.pull();

    expect(Object.fromEntries(workspace.problems)).toEqual({
      'a.json': ['value-type'],
      'fleet/b.ini': ['value-type'],
      'right.json': [],
    });
    const severities = reports.flatMap((report) =>
      report.kind === 'full'
        ? report.items.map(({ severity }) => [workspace.path(report.uri), severity])
        : [],
    );
    expect(severities).toEqual([
      ['a.json', 1],
      ['fleet/b.ini', 4],
    ]);
  });

  test('is answered again when something has changed on the disk, and only with that', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, 'b.json': WRONG });
    await workspace.pull();

    const pulled = workspace.pull();
    workspace.folder.with({ 'b.json': RIGHT, 'new.json': WRONG });
    await workspace.changed(FileChangeType.Changed, 'b.json', 'new.json');
    const kinds = (await pulled).map(({ kind, uri }) => `${workspace.path(uri)} ${kind}`);

    expect(kinds.sort()).toEqual(['a.json unchanged', 'b.json full', 'new.json full']);
    expect(workspace.problems.get('b.json')).toEqual([]);
    expect(workspace.problems.get('new.json')).toEqual(['value-type']);

    const again = workspace.pull();
    rmSync(workspace.folder.at('a.json'));
    await workspace.changed(FileChangeType.Deleted, 'a.json');
    await again;
    expect(workspace.problems.get('a.json')).toEqual([]);
  });

  test('waits as long as there is nothing to say, and may take its question back', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG }, { check: 'off' });
    const source = new CancellationTokenSource();
    let isAnswered = false;
    const pulled = workspace.client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, source.token)
      .finally(() => {
        isAnswered = true;
      });
    await workspace.client.open(workspace.uri('a.json'), WRONG);
    await workspace.client.pull(workspace.uri('a.json'));
    expect(isAnswered).toBe(false);

    source.cancel();

    await expect(pulled).rejects.toThrow();
  });

  test('gets what is found in parts where it takes them', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`f${index}.json`, WRONG]));
    const workspace = await WorkspaceClient.open(files, { check: 'off', settings: () => current });
    let current: unknown = { workspace: { check: 'off' } };
    const pulled = workspace.pullInParts();
    current = { workspace: { check: 'on' } };
    await workspace.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });

    const parts = await pulled;

    expect(parts).toBeGreaterThan(1);
    expect(workspace.problems.size).toBe(120);
  });

  test('what is open wins over the disk; what is closed is as on the disk', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, 'b.json': WRONG });
    await workspace.pull();
    const uri = workspace.uri('a.json');
    await workspace.client.open(uri, RIGHT);
    expect(await workspace.client.pull(uri)).toEqual([]);

    const pulled = workspace.pull();
    await workspace.client.close(uri);
    await pulled;

    expect(workspace.problems.get('a.json')).toEqual(['value-type']);
  });

  test('what is open and on no screen is told as it is now: an editor may take changes back as it closes a tab', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, 'b.json': WRONG });
    await workspace.pull();
    const uri = workspace.uri('a.json');
    await workspace.client.open(uri, RIGHT);
    const pulled = workspace.pull();
    expect(await workspace.client.pull(uri)).toEqual([]);
    await pulled;
    expect(workspace.problems.get('a.json')).toEqual([]);

    const again = workspace.pull();
    await workspace.client.change(uri, 2, { text: WRONG });
    await again;

    expect(workspace.problems.get('a.json')).toEqual(['value-type']);
  });

  test('of a folder that is gone there are none, although editors tell of the folder alone', async () => {
    const workspace = await WorkspaceClient.open({
      'fleet/a.json': WRONG,
      'fleet/deep/b.json': WRONG,
      'fleet2/c.json': WRONG,
    });
    await workspace.pull();
    expect(workspace.problems.size).toBe(3);

    const again = workspace.pull();
    rmSync(workspace.folder.at('fleet'), { recursive: true });
    await workspace.changed(FileChangeType.Deleted, 'fleet');
    await again;

    expect(Object.fromEntries(workspace.problems)).toEqual({
      'fleet/a.json': [],
      'fleet/deep/b.json': [],
      'fleet2/c.json': ['value-type'],
    });
  });

  test('of a folder that comes there are those of its files, although editors may tell of the folder alone', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, '.gitignore': 'old\n' });
    await workspace.pull();

    const again = workspace.pull();
    workspace.folder.with({ 'site/fleet/b.json': WRONG, 'site/c.json': WRONG, 'site/old/d.json': WRONG });
    await workspace.changed(FileChangeType.Created, 'site');
    await again;

    expect([...workspace.problems.keys()].sort()).toEqual(['a.json', 'site/c.json', 'site/fleet/b.json']);
  });

  test('begins by itself once a charger configuration is open', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, 'b.json': WRONG }, { check: 'auto' });
    const pulled = workspace.pull();
    await workspace.client.open(workspace.uri('b.json'), WRONG);
    await workspace.client.pull(workspace.uri('b.json'));

    await pulled;

    expect(Object.fromEntries(workspace.problems)).toEqual({ 'a.json': ['value-type'] });
  });

  test('is told in the log when the budget ends the search', async () => {
    const settings = { workspace: { check: 'on', maxFiles: 1, maxFileSize: 1 } };
    const workspace = await WorkspaceClient.open(
      { 'a.json': WRONG, 'b.json': WRONG },
      { settings: () => settings },
    );

    await workspace.pull();

    expect([...workspace.problems.keys()]).toEqual(['a.json']);
    expect(workspace.client.log.join('\n')).toContain(
      '1 files were looked at, as ocppConfig.workspace.maxFiles says.',
    );
  });

  test('leaves out what the editor hides and what is too large', async () => {
    const workspace = await WorkspaceClient.open(
      { 'a.json': WRONG, 'hidden/b.json': WRONG, 'large.json': WRONG.padEnd(2_000) },
      { settings: () => ({ workspace: { check: 'on', maxFileSize: 1 }, '**/hidden': true }) },
    );

    await workspace.pull();

    expect([...workspace.problems.keys()]).toEqual(['a.json']);
  });
});

describe('files are compared with each other', () => {
  test('those that are open too, as they are typed', async () => {
    const workspace = await WorkspaceClient.open({
      'cp1.json': template('900'),
      'cp2.json': template('899'),
    });
    await workspace.pull();
    expect(workspace.problems.get('cp1.json')).toContain('shared-authorization-key');

    const uri = workspace.uri('cp2.json');
    await workspace.client.open(uri, template('899'));
    const open = await workspace.client.pull(uri);
    const shared = open.find(({ code }) => code === 'shared-authorization-key');
    expect(shared?.relatedInformation?.map(({ location }) => workspace.path(location.uri))).toEqual([
      'cp1.json',
    ]);
    expect(JSON.stringify(open)).not.toContain(SECRET);

    const pulled = workspace.pull();
    await workspace.client.change(uri, 2, { text: template('899').replace(SECRET, 'F'.repeat(40)) });
    const rules = (await workspace.client.pull(uri)).map(({ code }) => code);
    expect(rules).not.toContain('shared-authorization-key');
    await pulled;
    if (workspace.problems.get('cp1.json')?.includes('shared-authorization-key')) await workspace.pull();
    expect(workspace.problems.get('cp1.json')).not.toContain('shared-authorization-key');
  });
});

describe('progress', () => {
  test('is shown, and the person who sees it can stop the search', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`f${index}.json`, WRONG]));
    const folder = await WorkspaceClient.open(files, { check: 'off' });
    const client = startClient({
      capabilities: { ...WORKSPACE_CAPABILITIES, window: { workDoneProgress: true } },
      settings: () => ({ workspace: { check: 'on' } }),
      workspaceFolders: [folder.uri('').replace(/\/$/, '')],
    });
    const kinds: string[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      client.connection.onProgress(new ProgressType<{ kind: string }>(), token, ({ kind }) => {
        kinds.push(kind);
        if (kind === 'begin') {
          client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
        }
      });
    });
    await client.initialize();

    await vi.waitFor(() => expect(kinds.at(-1)).toBe('end'));

    await vi.waitFor(() =>
      expect(client.log.join('\n')).toContain('The check of the workspace was stopped.'),
    );
  });
});

describe('an editor that waits for problems', () => {
  const capabilities = {
    ...PLAIN_CAPABILITIES,
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
  };

  test('is sent those of our files, and what becomes of them', async () => {
    const workspace = await WorkspaceClient.open({ 'a.json': WRONG, 'b.json': NOT_OURS }, { capabilities });
    const sent = () =>
      workspace.client.published.map(
        ({ uri, diagnostics }) => `${workspace.path(uri)}: ${diagnostics.map(({ code }) => code).join()}`,
      );
    await vi.waitFor(() => expect(sent()).toEqual(['a.json: value-type']));

    workspace.folder.with({ 'a.json': RIGHT });
    await workspace.changed(FileChangeType.Changed, 'a.json');

    await vi.waitFor(() => expect(sent()).toEqual(['a.json: value-type', 'a.json: ']));
  });
});

test('nothing is read and nobody is asked to watch before there is a reason', async () => {
  const registered: unknown[] = [];
  const workspace = await WorkspaceClient.open({ 'a.json': WRONG }, { check: 'auto' });
  workspace.client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations);
  });
  await workspace.client.open(workspace.uri('b.json'), NOT_OURS);
  await workspace.client.pull(workspace.uri('b.json'));
  await delay(300);

  expect(JSON.stringify(registered)).not.toContain('.ini');
  expect(workspace.client.published).toEqual([]);
});
