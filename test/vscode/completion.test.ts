import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, eventually, openText, pause, placeOf } from './support/editing.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { INI, TEMPLATE } from './support/texts.ts';

describe('completion', () => {
  afterEach(closeAllEditors);

  it('offers whole entries between the entries of a list', async () => {
    const text = TEMPLATE.replace('"10" },\n', '"10" },\n    \n');
    const { document } = await openText(text, 'json');

    const items = await proposalsAt(document, placeOf(document, '\n    \n', 5), 'ConnectionTimeOut');

    assert.match(insertedBy(items, 'ConnectionTimeOut'), /"key": "ConnectionTimeOut"[\s\S]*"value": "/);
    assert.equal(
      labelsOf(items).includes('HeartbeatInterval'),
      false,
      'a key that is there already is offered',
    );
  });

  it('offers values, the recommended one first', async () => {
    const { document } = await openText(TEMPLATE, 'json');

    const items = await proposalsAt(document, placeOf(document, '"10"', 1), '60 s');

    assert.equal(insertedBy(items, '60 s'), '"60"');
    assert.deepEqual(preselectedIn(items), ['180 s']);
  });

  it('offers items inside a list', async () => {
    const { document } = await openText(TEMPLATE.replace(',Voltage', ',Voltage,'), 'json');

    const items = await proposalsAt(document, placeOf(document, 'Voltage,', 8), 'Power.Active.Import');

    assert.equal(labelsOf(items).includes('Voltage'), false, 'an item that is there already is offered');
    const [all] = preselectedIn(items);
    assert.match(all ?? '', /^all \d recommended items$/);
    assert.match(insertedBy(items, all ?? ''), /^[A-Za-z.]+(,[A-Za-z.]+)+$/);
  });

  it('says beside a key what it will be set to and why, in as few words as the list shows', async () => {
    const { document } = await openText('[Ocpp]\nResetRetries=3\n\nNumberOfConnectors=2\n', 'ini');

    const items = await proposalsAt(document, new vscode.Position(2, 0), 'HeartbeatInterval');

    const said = items.map(({ label }) =>
      typeof label === 'string' ? label : `${label.label}${label.detail ?? ''} | ${label.description ?? ''}`,
    );
    for (const wanted of [
      'HeartbeatInterval = 900 s | recommended',
      'MeterValueSampleInterval = 300 s | recommended',
      'UnlockConnectorOnEVSideDisconnect | required',
    ]) {
      assert.ok(said.includes(wanted), `${wanted} is not among ${said.join('; ')}`);
    }
  });

  it('offers keys in INI files', async () => {
    const { document } = await openText(`${INI}Connection`, 'ini');

    const items = await proposalsAt(document, placeOf(document, '\nConnection', 11), 'ConnectionTimeOut');

    assert.match(insertedBy(items, 'ConnectionTimeOut'), /^ConnectionTimeOut=/);
  });

  it("comes before VS Code's own proposals for JSON, which stay", async () => {
    const { document } = await openText(TEMPLATE, 'json');

    const items = await proposalsAt(document, placeOf(document, '"10"', 1), '60 s');

    const sorted = [...items].sort((a, b) => (sortTextOf(a) < sortTextOf(b) ? -1 : 1));
    const own = labelsOf(sorted).indexOf('"86400 s"');
    assert.notEqual(own, -1, 'the proposals of VS Code are missing');
    assert.ok(labelsOf(sorted).indexOf('60 s') < own, 'the proposals of VS Code come first');
  });

  for (const { what, before, caret, after } of [
    { what: 'between empty quotes', before: '"value": ""', caret: '"value": "', after: '"value": "180"' },
    { what: 'behind a digit', before: '"value": "1"', caret: '"value": "1', after: '"value": "180"' },
    { what: 'within a value', before: '"value": "100"', caret: '"value": "1', after: '"value": "180"' },
  ]) {
    for (const language of ['json', 'jsonc']) {
      it(`is what Enter takes in ${language} ${what}`, async () => {
        const text = TEMPLATE.replace('"value": "10"', before);
        const editor = await openText(text, language);
        const place = placeOf(editor.document, before, caret.length);
        await proposalsAt(editor.document, place, '180 s');

        assert.equal(await acceptedAt(editor, place), TEMPLATE.replace('"value": "10"', after));
      });
    }
  }

  it('is what Enter takes for a switch', async () => {
    const entry = (value: string) =>
      TEMPLATE.replace(
        '  ]',
        `    , { "key": "LocalPreAuthorize", "value": "false" }, { "key": "LocalAuthorizeOffline", "value": "${value}" }\n  ]`,
      );
    const editor = await openText(entry(''), 'jsonc');
    const place = placeOf(editor.document, '"LocalAuthorizeOffline", "value": "', 35);
    await proposalsAt(editor.document, place, 'true');

    assert.equal(await acceptedAt(editor, place), entry('true'));
  });

  it('is what Enter takes for a key', async () => {
    const entry = (key: string) => TEMPLATE.replace('"HeartbeatInterval"', `"${key}"`);
    const editor = await openText(entry('Heart'), 'json');
    const place = placeOf(editor.document, '"Heart"', 6);
    await proposalsAt(editor.document, place, 'HeartbeatInterval');

    assert.equal(await acceptedAt(editor, place), entry('HeartbeatInterval'));
  });

  it("leaves VS Code's own proposals alone in other files", async () => {
    const text = '[\n  { "name": "a", "kind": "x" },\n  {  }\n]\n';
    const { document } = await openText(text, 'json');

    const items = await proposalsAt(document, placeOf(document, '{  }', 2), 'kind');

    const ours = labelsOf(items).filter((label) => /OCPP|Interval/.test(label));
    assert.deepEqual(ours, []);
  });

  /** The text after the proposal that the editor selects by itself was taken. */
  async function acceptedAt(editor: vscode.TextEditor, place: vscode.Position): Promise<string> {
    const { document } = editor;
    const before = document.getText();
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    return eventually(
      async () => {
        // Does nothing as long as no list is open.
        await pause(500);
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        await pause(100);
        return document.getText();
      },
      (text) => text !== before,
    );
  }

  async function proposalsAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    expected: string,
  ): Promise<readonly vscode.CompletionItem[]> {
    const { items } = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        ),
      (list) => labelsOf(list.items).includes(expected),
    );
    return items;
  }

  function labelsOf(items: readonly vscode.CompletionItem[]): string[] {
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  function preselectedIn(items: readonly vscode.CompletionItem[]): string[] {
    return labelsOf(items.filter(({ preselect }) => preselect === true));
  }

  function sortTextOf({ sortText }: vscode.CompletionItem): string {
    return sortText ?? '';
  }

  function insertedBy(items: readonly vscode.CompletionItem[], label: string): string {
    const item = items[labelsOf(items).indexOf(label)];
    const { insertText } = item ?? {};
    return insertText instanceof vscode.SnippetString ? insertText.value : String(insertText);
  }
});
