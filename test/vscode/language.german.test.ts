import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  eventually,
  openText,
  placeOf,
  problemsOf,
  ruleOf,
  waitForProblems,
} from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { TEMPLATE } from './support/texts.ts';

interface Manifest {
  readonly contributes: Readonly<Record<string, unknown>>;
}

describe('in a German VS Code', () => {
  afterEach(closeAllEditors);

  it('the window of these tests is one', () => {
    assert.equal(vscode.env.language, 'de');
  });

  it('commands and the walkthrough have German titles', () => {
    const extension = vscode.extensions.getExtension('ocpp-config.ocpp-config');
    const manifest: Manifest = extension?.packageJSON;
    // Where VS Code shows the English title beside it, a title is an object.
    const titles = JSON.stringify(manifest.contributes);
    for (const words of ['Zusammenfassung anzeigen', 'Neue Projektdatei', 'Erste Schritte']) {
      assert.ok(titles.includes(words), `${words} is missing`);
    }
  });

  it('problems, fixes, hovers and lenses speak German', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    await waitForProblems(
      document,
      'greenflux/smart-charging-measurands',
      'greenflux/websocket-ping-interval',
      'value-type',
    );
    const place = placeOf(document, '"10"', 1);

    const ping = problemsOf(document).find((one) => ruleOf(one) === 'greenflux/websocket-ping-interval');
    assert.match(ping?.message ?? '', /GreenFlux verlangt/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
    );
    assert.ok(
      actions.some(({ title }) => /^WebSocketPingInterval auf 60 s setzen/.test(title)),
      JSON.stringify(actions.map(({ title }) => title)),
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    const said = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value);
    assert.match(said.join('\n'), /GreenFlux verlangt/);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      9,
    );
    assert.ok(
      lenses.some(({ command }) => command?.title === 'Zusammenfassung anzeigen'),
      JSON.stringify(lenses.map(({ command }) => command?.title)),
    );
  });

  it('what the client says itself is German', async () => {
    await openText(TEMPLATE, 'json');
    await vscode.commands.executeCommand('ocppConfig.showSummary');
    await eventually(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => label.startsWith('Zusammenfassung von')),
    );
  });
});
