import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, placeOf, ruleOf, set } from './support/editing.ts';
import { after, before, describe, it } from './support/mocha.ts';
import { openWorkspaceFile, workspaceFile, write } from './support/workspace.ts';

const SECRET = '00112233445566778899AABBCCDDEEFF00112233';
const ONE = 'fleet/cp1.ini';
const TWO = 'fleet/cp2.json';
const TEXTS = {
  [ONE]: `[Ocpp]\nHeartbeatInterval=often\nAcmeLights=blue\nAuthorizationKey=${SECRET}\nConnectionTimeOut=60\nLocalPreAuthorize=true\n`,
  [TWO]: `[
  { "key": "HeartbeatInterval", "value": "900" },
  { "key": "AcmeLights", "value": "red" },
  { "key": "AuthorizationKey", "value": "${SECRET}" }
]
`,
};

function problemsIn(path: string): string[] {
  return vscode.languages
    .getDiagnostics(workspaceFile(path))
    .filter(({ source }) => source === 'OCPP Config')
    .map(ruleOf);
}

describe('files that are not open', () => {
  before(async () => {
    for (const [path, text] of Object.entries(TEXTS)) await write(path, text);
    await set('workspace.check', 'on');
  });

  after(async () => {
    await set('workspace.check', undefined);
    await closeAllEditors();
    await vscode.workspace.fs.delete(workspaceFile('fleet'), { recursive: true });
  });

  it('have their problems shown, those that lie in two files too', async () => {
    const found = await eventually(
      () => problemsIn(ONE),
      (rules) => rules.includes('value-type') && rules.includes('shared-authorization-key'),
    );

    assert.ok(found.length > 0);
    const shared = vscode.languages
      .getDiagnostics(workspaceFile(TWO))
      .find((problem) => ruleOf(problem) === 'shared-authorization-key');
    assert.equal(shared?.relatedInformation?.[0]?.location.uri.path, workspaceFile(ONE).path);
    assert.ok(!JSON.stringify(shared).includes(SECRET));
  });

  it('are looked at again when they change on the disk, and lose their problems when they are gone', async () => {
    await write(
      'fleet/cp3.json',
      '[{ "key": "HeartbeatInterval", "value": "often" }, { "key": "ConnectionTimeOut", "value": "60" }]',
    );
    await eventually(
      () => problemsIn('fleet/cp3.json'),
      (rules) => rules.includes('value-type'),
    );

    await vscode.workspace.fs.delete(workspaceFile('fleet/cp3.json'));

    await eventually(
      () => problemsIn('fleet/cp3.json').length,
      (count) => count === 0,
    );
  });

  it('lose their problems with their folder, and have them where it is moved to', async () => {
    const place = 'fleet/north/cp4.json';
    await write(
      place,
      '[{ "key": "HeartbeatInterval", "value": "often" }, { "key": "ConnectionTimeOut", "value": "60" }]',
    );
    const isWrong = (rules: string[]) => rules.includes('value-type');
    await eventually(() => problemsIn(place), isWrong);

    await vscode.workspace.fs.rename(workspaceFile('fleet/north'), workspaceFile('fleet/south'));
    await eventually(() => problemsIn('fleet/south/cp4.json'), isWrong);
    await eventually(
      () => problemsIn(place).length,
      (count) => count === 0,
    );

    await vscode.workspace.fs.delete(workspaceFile('fleet/south'), { recursive: true });
    await eventually(
      () => problemsIn('fleet/south/cp4.json').length,
      (count) => count === 0,
    );
  });

  it('keep the problems that are on the disk after they were open', async () => {
    const { document } = await openWorkspaceFile(ONE);
    await eventually(
      () => problemsIn(ONE),
      (rules) => rules.includes('value-type'),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(1, 0, 1, 100), 'HeartbeatInterval=900');
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => problemsIn(ONE),
      (rules) => !rules.includes('value-type'),
    );

    await closeAllEditors();

    await eventually(
      () => problemsIn(ONE),
      (rules) => rules.includes('value-type'),
    );
  });

  it('have the references of a key', async () => {
    const { document } = await openWorkspaceFile(ONE);

    const places = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          placeOf(document, 'AcmeLights', 3),
        ),
      (found) => found.length === 2,
    );

    assert.deepEqual(places.map(({ uri }) => uri.path).sort(), [
      workspaceFile(ONE).path,
      workspaceFile(TWO).path,
    ]);
  });

  it('have a key renamed with the file that is open', async () => {
    const { document } = await openWorkspaceFile(ONE);

    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, 'AcmeLights', 3),
      'AcmeLamp',
    );

    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path)
        .sort(),
      [workspaceFile(ONE).path, workspaceFile(TWO).path],
    );
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand(
          'vscode.prepareRename',
          document.uri,
          placeOf(document, 'HeartbeatInterval', 3),
        ),
      /stations know it by no other name/,
    );
  });

  it('stand on the page that a key leads to', async () => {
    const { document } = await openWorkspaceFile(ONE);

    const links = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          placeOf(document, 'HeartbeatInterval', 3),
        ),
      (found) => found.length > 0,
    );
    const uri = links[0]?.targetUri;
    assert.ok(uri !== undefined);
    assert.equal(uri.scheme, 'ocpp-config');

    const page = await vscode.workspace.openTextDocument(uri);
    await eventually(
      () => page.getText(),
      (text) => text.startsWith('# HeartbeatInterval') && text.includes('fleet/cp2.json:2'),
    );
  });
});
