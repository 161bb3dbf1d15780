import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  eventually,
  openText,
  placeOf,
  problemsOf,
  waitForProblems,
} from './support/editing.ts';
import { after, afterEach, before, describe, it } from './support/mocha.ts';
import { INI } from './support/texts.ts';

const SAMPLING = getConfiguration({ MeterValueSampleInterval: '10' });
const PING = getConfiguration({ WebSocketPingInterval: '0' });
const BAD_PING = 'greenflux/websocket-ping-interval';
const NO_OPERATOR = '{ "operator": "none" }\n';

let acFolder: vscode.WorkspaceFolder;
let dcFolder: vscode.WorkspaceFolder;
let virtualFolder: vscode.WorkspaceFolder;

before(async () => {
  const file = vscode.workspace.workspaceFile;
  if (file === undefined)
    throw new Error('The suite needs a workspace file, with the folders "ac" and "dc" beside it.');
  const uris = ['ac', 'dc'].map((name) => vscode.Uri.joinPath(file, '..', name));
  uris.push(vscode.Uri.from({ scheme: 'memfs', path: '/virtual' }));
  // This host says at once that it has them, VS Code a bit later.
  const added = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  vscode.workspace.updateWorkspaceFolders(0, 0, ...uris.map((uri) => ({ uri })));
  await added;
  const folders = vscode.workspace.workspaceFolders ?? [];
  assert.equal(folders.length, 3);
  [acFolder, dcFolder, virtualFolder] = folders as [typeof acFolder, typeof dcFolder, typeof virtualFolder];
});

describe('in folders that nobody has said are to be trusted', () => {
  afterEach(closeAllEditors);

  it('everything works', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openText(INI, 'ini');
    const problems = await waitForProblems(
      document,
      'greenflux/heartbeat-interval',
      'greenflux/smart-charging-measurands',
      BAD_PING,
    );
    assert.match(problems[0]?.message ?? '', /GreenFlux/);

    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'HeartbeatInterval', 3),
    );
    assert.equal(hovers.length, 1);

    await vscode.commands.executeCommand('ocppConfig.fixAll');
    await waitForProblems(document);
  });
});

describe('of several folders', () => {
  afterEach(async () => {
    await closeAllEditors();
    for (const { uri } of [acFolder, dcFolder]) {
      for (const name of ['.vscode', '.ocpp-config.json']) await remove(vscode.Uri.joinPath(uri, name));
    }
  });

  it('each has its own settings', async () => {
    for (const [{ uri }, current] of [
      [acFolder, 'AC'],
      [dcFolder, 'DC'],
    ] as const) {
      const settings = vscode.workspace.getConfiguration('ocppConfig', uri);
      await settings.update('station.current', current, vscode.ConfigurationTarget.WorkspaceFolder);
      await write(uri, 'sampling.json', SAMPLING);
    }

    const ac = await open(acFolder, 'sampling.json');
    const dc = await open(dcFolder, 'sampling.json');

    await eventually(
      () => [messageIn(ac), messageIn(dc)],
      ([first = '', second = '']) =>
        /\b900\b/.test(first) && !/\b900\b/.test(second) && /\b300\b/.test(second),
    );
  });

  it('each has its own project file', async () => {
    for (const { uri } of [acFolder, dcFolder]) await write(uri, 'ping.json', PING);
    await write(acFolder.uri, '.ocpp-config.json', NO_OPERATOR);

    const dc = await open(dcFolder, 'ping.json');
    await waitForProblems(dc, BAD_PING);
    const ac = await open(acFolder, 'ping.json');
    await waitForProblems(ac);

    await remove(vscode.Uri.joinPath(acFolder.uri, '.ocpp-config.json'));
    await write(dcFolder.uri, '.ocpp-config.json', NO_OPERATOR);
    await waitForProblems(dc);
    await waitForProblems(ac, BAD_PING);
  });

  it('none holds for a text that was never saved', async () => {
    await write(acFolder.uri, '.ocpp-config.json', NO_OPERATOR);

    const { document } = await openText(PING, 'json');

    await waitForProblems(document, BAD_PING);
  });
});

describe('a folder that is on no disk', () => {
  let uri: vscode.Uri;

  before(async () => {
    ({ uri } = virtualFolder);
    await write(uri, 'ping.json', PING);
  });

  afterEach(async () => {
    await closeAllEditors();
    for (const [name] of await vscode.workspace.fs.readDirectory(uri)) {
      if (name !== 'ping.json') await remove(vscode.Uri.joinPath(uri, name));
    }
  });

  it('has a project file, which holds as soon as it is there', async () => {
    const document = await open(virtualFolder, 'ping.json');
    await waitForProblems(document, BAD_PING);

    await write(uri, '.ocpp-config.json', NO_OPERATOR);
    await waitForProblems(document);

    await remove(vscode.Uri.joinPath(uri, '.ocpp-config.json'));
    await waitForProblems(document, BAD_PING);
  });

  it('has a first project file made from what can be read', async () => {
    await write(uri, 'forbidden.json', PING);
    await write(uri, 'forbidden/ping.json', PING);
    await open(virtualFolder, 'ping.json');

    await vscode.commands.executeCommand('ocppConfig.newProjectFile');

    const file = vscode.Uri.joinPath(uri, '.ocpp-config.json');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.match(text, /Made from 1 file: /);
  });

  it('says of packs why they are not read', async () => {
    await write(uri, 'packs/forbidden.json', '{}');
    await write(uri, 'link-pack.json', '{}');
    await write(uri, 'large.json', ' '.repeat(1024 * 1024 + 1));
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(uri, 'bytes.json'),
      new Uint8Array([0xff, 0xfe, 0x00]),
    );
    const packs = [
      'packs/forbidden.json',
      'link-pack.json',
      'large.json',
      'bytes.json',
      '../ac/x.json',
      'none.json',
    ];
    await write(uri, '.ocpp-config.json', JSON.stringify({ packs }));

    await open(virtualFolder, 'ping.json');

    const project = vscode.Uri.joinPath(uri, '.ocpp-config.json');
    const messages = await eventually(
      () => vscode.languages.getDiagnostics(project).map(({ message }) => message),
      (found) => found.length >= packs.length,
    );
    assert.deepEqual(messages, [
      '"packs/forbidden.json" cannot be read: permission denied.',
      '"link-pack.json" is reached by a link, and where it leads cannot be seen. Put the file itself into the folder of the project file.',
      '"large.json" is larger than 1 MB, so it is not read.',
      '"bytes.json" cannot be read: it is not UTF-8 text.',
      '"../ac/x.json" leads out of this folder. Packs and profiles must lie in the folder of the project file or below it.',
      'There is no "none.json".',
    ]);
  });

  it('gets a project file of its own for an ignore', async () => {
    const document = await open(virtualFolder, 'ping.json');
    await waitForProblems(document, BAD_PING);
    const place = placeOf(document, '"0"', 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
    );
    const action = actions.find(({ title }) => title.endsWith('in .ocpp-config.json'));
    assert.ok(action?.edit, actions.map(({ title }) => title).join());

    await vscode.workspace.applyEdit(action.edit);

    await waitForProblems(document);
  });
});

describe('a folder that is opened later', () => {
  const added = vscode.Uri.from({ scheme: 'memfs', path: '/later' });

  before(async () => {
    await write(added, 'ping.json', PING);
    await write(added, '.ocpp-config.json', NO_OPERATOR);
  });

  after(closeAllEditors);

  it('counts from then on, and no longer than it is open', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(added, 'ping.json'));
    await vscode.window.showTextDocument(document);
    await waitForProblems(document, BAD_PING);

    vscode.workspace.updateWorkspaceFolders(3, 0, { uri: added });
    await waitForProblems(document);

    vscode.workspace.updateWorkspaceFolders(3, 1);
    await waitForProblems(document, BAD_PING);
  });
});

async function open({ uri }: vscode.WorkspaceFolder, name: string): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, name), { preview: false })).document;
}

async function write(uri: vscode.Uri, name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(uri, name), new TextEncoder().encode(text));
}

async function remove(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { recursive: true });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') throw error;
  }
}

function messageIn(document: vscode.TextDocument): string {
  return problemsOf(document)
    .map(({ message }) => message)
    .join('\n');
}

/** The answer of a station to GetConfiguration. */
function getConfiguration(values: Readonly<Record<string, string>>): string {
  const configurationKey = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  return JSON.stringify({ configurationKey });
}
