import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAllEditors,
  eventually,
  openText,
  pause,
  placeOf,
  problemsOf,
  replaceText,
  ruleOf,
  set,
  waitForProblems,
} from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI, NOT_OURS, TEMPLATE } from './support/texts.ts';
import { openWorkspaceFile, workspaceFile } from './support/workspace.ts';

const IN_TEMPLATE = [
  'greenflux/smart-charging-measurands',
  'greenflux/websocket-ping-interval',
  'value-type',
];
const IN_INI = [
  'greenflux/heartbeat-interval',
  'greenflux/smart-charging-measurands',
  'greenflux/websocket-ping-interval',
];

describe('problems', () => {
  afterEach(async () => {
    await set('operator', undefined);
    await set('rules', undefined);
    await closeAllEditors();
  });

  it('appear in a JSON template, with a page behind each code', async () => {
    const { document } = await openText(TEMPLATE, 'json');

    const problems = await waitForProblems(document, ...IN_TEMPLATE);

    const ping = problems.find((problem) => ruleOf(problem) === 'greenflux/websocket-ping-interval');
    assert.equal(document.getText(ping?.range), '10');
    assert.equal(ping?.severity, vscode.DiagnosticSeverity.Warning);
    const page = await vscode.workspace.openTextDocument(pageOf(ping));
    assert.match(page.getText(), /^# /);
  });

  it('appear in an INI file and go away as they are put right', async () => {
    const editor = await openText(INI, 'ini');
    await waitForProblems(editor.document, ...IN_INI);

    await replaceText(editor, INI.replace('=10', '=60').replace('=86400', '=900'));

    await waitForProblems(editor.document, 'greenflux/smart-charging-measurands');
  });

  const answer = JSON.stringify([
    3,
    '1',
    { configurationKey: [{ key: 'WebSocketPingInterval', readonly: false, value: '10' }] },
  ]);
  const files: Readonly<Record<string, string>> = {
    'station.cfg': INI,
    'station.conf': INI,
    'station.jsn': TEMPLATE,
    'station.env': 'WebSocketPingInterval=10\nHeartbeatInterval=900\n',
    'station.log': `2026-05-04 10:00:00 receive message ${answer}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    it(`appear in ${name}`, async () => {
      await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));

      const { document } = await openWorkspaceFile(name);

      await eventually(
        () => problemsOf(document).map(ruleOf),
        (rules) => rules.includes('greenflux/websocket-ping-interval'),
      );
    });
  }

  it('do not appear in our own log, nor in any other output', async () => {
    await vscode.commands.executeCommand('ocppConfig.showLog');
    const log = await eventually(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output'),
      (document) => document !== undefined,
    );

    await pause(300);

    assert.deepEqual(log && problemsOf(log), []);
  });

  it('do not appear in other files', async () => {
    const { document } = await openText(NOT_OURS, 'json');
    // By the time this one has its problems, the other one would have had them too.
    const { document: ours } = await openText(TEMPLATE, 'json');
    await waitForProblems(ours, ...IN_TEMPLATE);

    assert.deepEqual(problemsOf(document), []);
  });

  it('stay on a switch to another tab, and go when the tab closes', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    await waitForProblems(document, ...IN_TEMPLATE);

    await openText(NOT_OURS, 'json');
    await pause(300);
    assert.equal(problemsOf(document).length, IN_TEMPLATE.length);

    await closeAllEditors();
    await eventually(
      () => problemsOf(document).length,
      (count) => count === 0,
    );
  });

  it('follow the settings at once', async () => {
    const { document } = await openText(TEMPLATE, 'json');
    await waitForProblems(document, ...IN_TEMPLATE);

    await set('operator', 'none');
    await waitForProblems(document, 'value-type');

    await set('operator', undefined);
    await set('rules', { 'value-type': 'hint', 'greenflux/*': 'off' });
    const [problem] = await eventually(
      () => problemsOf(document),
      (found) => found.length === 1 && found[0]?.severity === vscode.DiagnosticSeverity.Hint,
    );
    assert.equal(problem && ruleOf(problem), 'value-type');
  });

  it('are explained by a hover on their place', async () => {
    const { document } = await openText(TEMPLATE, 'json');

    const hovers = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          placeOf(document, 'WebSocketPingInterval', 5),
        ),
      (found) => found.length > 0,
    );

    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (content as vscode.MarkdownString).value),
    );
    assert.match(texts.join('\n'), /WebSocketPingInterval[\s\S]*GreenFlux/);
  });
});

function pageOf(problem: vscode.Diagnostic | undefined): vscode.Uri {
  const code = problem?.code;
  if (typeof code !== 'object') throw new Error('The problem has no page.');
  return code.target;
}
