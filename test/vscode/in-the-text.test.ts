/** What is shown in and above the text, and what moves about in it. */

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, placeOf, set, waitForProblems } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI, NOT_OURS, TEMPLATE } from './support/texts.ts';

const IN_INI = [
  'greenflux/heartbeat-interval',
  'greenflux/smart-charging-measurands',
  'greenflux/websocket-ping-interval',
];

describe('inlay hints', () => {
  afterEach(async () => {
    await set('inlayHints.quantities', undefined);
    await set('inlayHints.recommendations', undefined);
    await closeAllEditors();
  });

  it('say quantities in words and what is recommended, and can be taken', async () => {
    const { document } = await openText(INI, 'ini');
    await eventually(
      () => hintsOf(document),
      (labels) => labels.length === 4,
    );

    assert.deepEqual(await hintsOf(document), [
      'recommended: 60 s (1 min)',
      '= 1 d',
      'recommended: 900 s (15 min)',
      'recommended: + Current.Import, Current.Offered and 2 more',
    ]);
  });

  it('are none where the text says it already', async () => {
    const text =
      '[Ocpp]\nHeartbeatInterval=900 # every 15 min\nConnectionTimeOut=60 s\nWebSocketPingInterval=240\n';
    const { document } = await openText(text, 'ini');

    await eventually(
      () => hintsOf(document),
      (labels) => labels.join() === '= 4 min,recommended: 180 s (3 min)',
    );
  });

  it('follow their settings at once', async () => {
    const { document } = await openText(INI, 'ini');
    await set('inlayHints.recommendations', false);
    await eventually(
      () => hintsOf(document),
      (labels) => labels.join() === '= 1 d',
    );

    await set('inlayHints.quantities', false);
    await eventually(
      () => hintsOf(document),
      (labels) => labels.length === 0,
    );
  });

  async function hintsOf(document: vscode.TextDocument): Promise<readonly unknown[]> {
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    return (hints ?? []).map(({ label }) => label);
  }
});

describe('code lenses', () => {
  afterEach(async () => {
    await set('codeLens', undefined);
    await closeAllEditors();
  });

  it('say above the file what was recognised and what can be done', async () => {
    const { document } = await openText(INI, 'ini');
    await waitForProblems(document, ...IN_INI);

    const lenses = await eventually(
      () => lensesOf(document),
      (found) => found.length >= 3,
    );
    const titles = lenses.map(({ command }) => command?.title);

    assert.deepEqual(titles.slice(0, 2), [
      'AC or DC unknown · smart charging unknown · GreenFlux',
      '2 warnings · 1 note',
    ]);
    assert.match(titles[2] ?? '', /^Apply \d+ recommended values$/);
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      lenses.flatMap(({ command }) => command?.command ?? []).filter((command) => !known.includes(command)),
      [],
    );
  });

  it('lead to the list of problems', async () => {
    const { document } = await openText(INI, 'ini');
    await waitForProblems(document, ...IN_INI);
    const lenses = await eventually(
      () => lensesOf(document),
      (found) => found.length >= 3,
    );
    const command = lenses[1]?.command;
    assert.ok(command);

    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));

    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('are none in other files, and can be turned off', async () => {
    const { document: other } = await openText(NOT_OURS, 'json');
    assert.deepEqual(await lensesOf(other), []);

    const { document } = await openText(INI, 'ini');
    await set('codeLens', false);
    await eventually(
      () => lensesOf(document),
      (found) => found.length === 0,
    );
  });

  async function lensesOf(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    return lenses ?? [];
  }
});

describe('semantic tokens', () => {
  afterEach(closeAllEditors);

  it('tell secrets, unknown, read-only and deprecated keys from others', async () => {
    const { document } = await openText(
      '[Ocpp]\nHeartbeatInterval=900\nAuthorizationKey=abc\nUnheard=1\nNumberOfConnectors=2\nProximityLockRetries=1\n',
      'ini',
    );
    const legend = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        ),
      (found) => found !== undefined,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );

    const kinds = [];
    for (let at = 0; at < tokens.data.length; at += 5) {
      const [type = 0, bits = 0] = tokens.data.slice(at + 3, at + 5);
      const modifiers = legend.tokenModifiers.filter((_name, index) => (bits & (1 << index)) !== 0);
      kinds.push([legend.tokenTypes[type], ...modifiers].join(' '));
    }
    assert.deepEqual(kinds, [
      'ocppKey',
      'ocppKey secret',
      'ocppValue secret',
      'ocppKey unknown',
      'ocppKey readonly',
      'ocppValue readonly',
      'ocppKey deprecated',
    ]);
  });
});

describe('folding', () => {
  afterEach(closeAllEditors);

  it('hides sections, and runs of entries and of comments', async () => {
    const { document } = await openText(
      '# for the car park\n# in the rain\n[Ocpp]\nHeartbeatInterval=900\nResetRetries=3\n',
      'ini',
    );
    const folds = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );

    assert.deepEqual(
      folds.map(({ start, end, kind }) => ({ start, end, kind })),
      [
        { start: 0, end: 1, kind: vscode.FoldingRangeKind.Comment },
        { start: 2, end: 4, kind: vscode.FoldingRangeKind.Region },
        { start: 3, end: 4, kind: vscode.FoldingRangeKind.Region },
      ],
    );
  });
});

describe('selection', () => {
  afterEach(closeAllEditors);

  it('grows from the item of a list to the file', async () => {
    const editor = await openText(TEMPLATE, 'json');
    const { document } = editor;
    await eventually(
      () => vscode.languages.getDiagnostics(document.uri).length,
      (count) => count === 3,
    );
    const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, 'Voltage', 2)],
    );

    const steps: string[] = [];
    for (let step = chain; step !== undefined; step = step.parent as vscode.SelectionRange) {
      steps.push(document.getText(step.range));
    }
    assert.ok(steps.includes('Voltage'), steps.join('\n---\n'));
    assert.ok(steps.includes('Energy.Active.Import.Register,Voltage'), steps.join('\n---\n'));
  });
});

describe('document links', () => {
  afterEach(closeAllEditors);

  it('lead from an ignore comment to the page of its rule', async () => {
    const text =
      '[Ocpp]\n# ocpp-config-ignore value-range: as agreed\nHeartbeatInterval=900\nResetRetries=3\n';
    const { document } = await openText(text, 'ini');
    const links = await eventually(
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri),
      (found) => (found ?? []).length > 0,
    );
    const target = links[0]?.target;
    assert.equal(document.getText(links[0]?.range), 'value-range');
    assert.ok(target);
    assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# /);
  });
});

describe('arranging', () => {
  afterEach(closeAllEditors);

  it('formats an INI file as a document', async () => {
    const { document } = await openText(
      '[Ocpp]  \nHeartbeatInterval = 900\nResetRetries=3\nConnectionTimeOut = 60\n',
      'ini',
    );
    await eventually(
      async () => {
        await vscode.commands.executeCommand('editor.action.formatDocument');
        return document.getText();
      },
      (text) => text === '[Ocpp]\nHeartbeatInterval = 900\nResetRetries = 3\nConnectionTimeOut = 60\n',
    );
  });

  it('formats JSON by a command, and leaves each entry on its line', async () => {
    const { document } = await openText(TEMPLATE.replaceAll(': ', ':'), 'json');
    await waitForStatus(document);

    await vscode.commands.executeCommand('ocppConfig.formatFile');

    assert.equal(document.getText(), TEMPLATE);
  });

  it('is no second formatter for JSON, about which VS Code would ask', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    await waitForStatus(document);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    // The built-in formatter gives each member a line of its own, which ours does not.
    assert.ok(edits.some(({ newText }) => newText.includes('\n')));
  });

  it('sorts keys by feature profile, in one step that can be taken back', async () => {
    const text =
      '[Ocpp]\nChargeProfileMaxStackLevel=3\n# a sign of life\nHeartbeatInterval=900\nConnectionTimeOut=60\n';
    const { document } = await openText(text, 'ini');
    await waitForStatus(document);

    await vscode.commands.executeCommand('ocppConfig.sortByProfile');

    assert.equal(
      document.getText(),
      '[Ocpp]\nConnectionTimeOut=60\n# a sign of life\nHeartbeatInterval=900\n\nChargeProfileMaxStackLevel=3\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  /** Waits until the server knows the document. */
  async function waitForStatus(document: vscode.TextDocument): Promise<void> {
    await eventually(
      () => vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (symbols) => (symbols ?? []).length > 0,
    );
  }
});
