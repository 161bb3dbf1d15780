import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, problemsOf, set } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI } from './support/texts.ts';
import { openWorkspaceFile, workspaceFile } from './support/workspace.ts';

interface ContributedCommand {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

describe('commands', () => {
  afterEach(closeAllEditors);

  it('are all there, with a title under OCPP', async () => {
    const manifest = vscode.extensions.getExtension('ocpp-config.ocpp-config')?.packageJSON as {
      readonly contributes: { readonly commands: readonly ContributedCommand[] };
    };
    const contributed = manifest.contributes.commands;
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      contributed.filter(({ command }) => !registered.includes(command)),
      [],
    );
    for (const { command, title, category } of contributed) {
      assert.equal(category, 'OCPP', command);
      assert.ok(title.length > 3 && !title.includes('%'), `${command} is called "${title}"`);
    }
  });

  it('open a sample in which there is something to fix', async () => {
    await vscode.commands.executeCommand('ocppConfig.openSample');

    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled, 'the sample is no file');
    await eventually(
      () => problemsOf(document).length,
      (count) => count > 5,
    );
  });

  it('make a project file from what is in the folder, and never write over one', async () => {
    const file = workspaceFile('.ocpp-config.json');
    await openWorkspaceFile('get-configuration.json');
    await vscode.commands.executeCommand('ocppConfig.newProjectFile');

    const shown = await eventually(
      () => vscode.window.activeTextEditor?.document,
      (document) => document?.uri.toString() === file.toString(),
    );
    assert.match(shown?.getText() ?? '', /^\/\/ What holds for the charger configurations in this folder/);
    assert.match(shown?.getText() ?? '', /Made from \d+ files?: .*get-configuration \(\d+\)/);

    const own = '{}\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(own));
    await vscode.commands.executeCommand('ocppConfig.newProjectFile');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), own);
    await closeAllEditors();
    await vscode.workspace.fs.delete(file);
  });

  it('copy what the maintainers need to know, and nothing that is from a file', async () => {
    await set('packs', ['private/secret.ocpp-pack.json']);
    const { document } = await openText(`${INI}AuthorizationKey=hunter2hunter2hunter2\n`, 'ini');
    await eventually(
      () => problemsOf(document).length,
      (count) => count > 3,
    );

    const text = await vscode.commands.executeCommand<string>('ocppConfig.copySupportInformation');
    await set('packs', undefined);

    for (const part of [
      /^### OCPP Config \d+\.\d+\.\d+/,
      new RegExp(`VS Code ${vscode.version.replaceAll('.', '\\.')}`),
      /Language server: .+, (\d+ MB|memory unknown)/,
      /`ocppConfig\.packs`: 1 entries/,
      /Kind: ini-sections \(ini, language ini\)/,
      /greenflux\/websocket-ping-interval 1/,
      /Last analysis: [\d.]+ ms/,
    ]) {
      assert.match(text, part);
    }
    for (const secret of ['hunter2', 'private', 'Untitled', workspaceFile('').path]) {
      assert.ok(!text.includes(secret), `${secret} is in:\n${text}`);
    }
  });

  it('show the log', async () => {
    await vscode.commands.executeCommand('ocppConfig.showLog');
  });
});
