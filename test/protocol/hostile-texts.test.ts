/** Packs, profiles, project files and configurations that want to be more than text, in everything that shows them. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import type { FleetSummaryFile } from '../../server/src/cli/fleet/fleet-json.ts';
import { Folder } from '../cli/support/folder.ts';
import { run } from '../cli/support/run.ts';
import { everythingSaidOf, type Said, stringsIn } from './support/everything.ts';
import { WorkspaceClient } from './support/workspace-client.ts';

/** Everything that means something somewhere, and short enough for every member. */
const EVIL = [
  '<evil-tag onload=x>',
  '[c](command:evil)',
  '![i](https://evil.example/i)',
  'www.evil.example `c`**b**|$(gear)',
  `" evil-attr="1`,
  `' evil-attr='1`,
  ']]>-->',
  '\u001b]0;t\u0007\u009b\u202e',
  '\r\n::error::evil\n# evil heading\n=A()',
].join('');

const key = (name: string) => ({
  name,
  type: 'enum',
  values: [{ value: 'a', meaning: EVIL }, { value: EVIL }],
  access: 'read-write',
  summary: EVIL,
  pitfalls: [EVIL],
  basis: 'documented',
  sources: ['manual', 'evil'],
});

const pack = {
  id: 'evil',
  name: `Evil ${EVIL}`,
  names: ['Evil', EVIL],
  models: [{ name: `One ${EVIL}`, patterns: ['ONE*'], current: 'AC' }],
  keys: [key('EvilKey'), key('EvilOther')],
  quirks: [{ key: 'WebSocketPingInterval', minimum: 60, note: EVIL, basis: 'documented', sources: ['evil'] }],
  roles: [],
  sources: {
    manual: { title: EVIL, url: 'https://manual.example/a_(b)' },
    evil: { title: EVIL },
  },
};

const profile = {
  id: 'evil-operator',
  name: `Operator ${EVIL}`,
  source: { title: EVIL },
  recommendations: [
    {
      id: 'evil',
      title: EVIL,
      keys: ['MeterValueSampleInterval'],
      reason: `${EVIL}.`,
      cases: [
        {
          expect: { value: 900 },
          breaches: [{ if: 'differs', severity: 'warning', because: EVIL }],
        },
      ],
    },
  ],
};

const project = {
  operator: 'evil-operator',
  packs: ['evil.ocpp-pack.json'],
  profiles: ['evil.ocpp-profile.json'],
  overrides: [{ files: ['*.json'], station: { vendor: 'Evil', model: `ONE ${EVIL}` } }],
  ignores: [{ path: 'other.json', key: EVIL, rule: 'unknown-key', reason: EVIL }],
};

const station = {
  chargePointVendor: 'Evil',
  chargePointModel: `ONE ${EVIL}`,
  chargePointSerialNumber: EVIL,
  firmwareVersion: EVIL,
  configurationKey: [
    { key: 'HeartbeatInterval', readonly: false, value: EVIL },
    { key: 'WebSocketPingInterval', readonly: false, value: '10' },
    { key: 'MeterValueSampleInterval', readonly: false, value: '600' },
    { key: 'LocalPreAuthorize', readonly: false, value: EVIL },
    { key: 'MeterValuesSampledData', readonly: false, value: `Voltage,${EVIL}` },
    { key: 'EvilKey', readonly: false, value: EVIL },
    { key: `Evil ${EVIL}`, readonly: false, value: EVIL },
    { key: 'HeartbeatIntervall', readonly: false, value: EVIL },
  ],
};

const COLOUR = new RegExp(`${'\u001b'}\\[\\d+m`, 'g');
const NAME = 'station.json';
const FILES = {
  '.ocpp-config.json': JSON.stringify(project),
  'evil.ocpp-pack.json': JSON.stringify(pack),
  'evil.ocpp-profile.json': JSON.stringify(profile),
  [NAME]: JSON.stringify(station, undefined, 2),
};

/** What Markdown makes of a text, all the way down. */
function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

function checkMarkdown(markdown: string): void {
  for (const token of tokensOf(markdown)) {
    expect(['html', 'image'], token.raw).not.toContain(token.type);
    if (token.type === 'link')
      expect(token.href, markdown).toMatch(/^(https:\/\/(?!evil)|ocpp-config:\/|#|file:\/\/\/)/);
    if (token.type === 'heading') expect(token.text).not.toMatch(/^(evil heading|::error)/);
  }
}

function checkHtml(html: string): void {
  expect(html).not.toMatch(/<evil-tag|<img|<script/i);
  for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|'[^']*'|[^>])*>/gi))
    expect(tag.replaceAll(/"[^"]*"|'[^']*'/g, '')).not.toContain('evil-attr');
  expect(html).not.toMatch(/(href|src)\s*=\s*["']?(command|javascript|https:\/\/evil)/i);
  expect(html).not.toContain('</style></script>');
}

describe('in the editor', () => {
  let said: readonly Said[] = [];
  let workspace: WorkspaceClient;
  const of = (method: string) =>
    said.filter((answer) => answer.method === method).map(({ result }) => result);

  test('everything is asked for', async () => {
    workspace = await WorkspaceClient.open(FILES, {
      initializationOptions: {
        keyPages: 'ocpp-config:/keys/',
        rulePages: 'ocpp-config:/rules/',
        commands: ['ocppConfig.showSummary'],
      },
    });
    const { client } = workspace;
    await client.open(workspace.uri(NAME), FILES[NAME]);
    said = await everythingSaidOf(client, workspace.uri(NAME), FILES[NAME]);
    const pages = new Set(
      said.flatMap(
        ({ result }) => JSON.stringify(result ?? null).match(/ocpp-config:\/keys\/[^"\\)]*/g) ?? [],
      ),
    );
    expect(pages.size).toBeGreaterThan(2);
    for (const uri of pages)
      said = [
        ...said,
        { method: 'keyPage', result: await client.connection.sendRequest('ocppConfig/keyPage', { uri }) },
      ];

    // The pack and the profile hold, or all this would prove nothing.
    const all = JSON.stringify(said);
    expect(all).toContain('evil-operator');
    expect(JSON.stringify(of('textDocument/hover'))).toContain('evil-tag');
    expect(JSON.stringify(of('completionItem/resolve'))).toContain('evil-tag');
    expect(client.log.filter((line) => line.includes('failed'))).toEqual([]);

    const markdown = [
      ...of('textDocument/hover').flatMap(
        (hover) => (hover as { contents?: { value: string } } | null)?.contents?.value ?? [],
      ),
      ...of('completionItem/resolve').flatMap(
        (item) => (item as { documentation?: { value: string } } | null)?.documentation?.value ?? [],
      ),
      ...of('keyPage').flatMap(stringsIn),
      ...of('ocppConfig/summary')
        .slice(-1)
        .map((summary) => (summary as { text: string }).text),
    ];
    expect(markdown.length).toBeGreaterThan(20);
    for (const text of new Set(markdown)) checkMarkdown(text);
    for (const summary of of('ocppConfig/summary')) {
      const { text } = summary as { text: string };
      if (text.includes('<h1')) checkHtml(text);
    }
    for (const link of of('textDocument/documentLink').flatMap(stringsIn))
      expect(link).not.toMatch(/^(command|javascript):/);
  });
});

describe('on the command line', () => {
  let folder: Folder;
  const check = async (...words: string[]) => {
    folder = new Folder().with(FILES);
    const { stdout, stderr } = await run(words, { cwd: folder.path });
    expect(stderr).not.toContain('please report it');
    expect(stdout.length).toBeGreaterThan(200);
    return stdout;
  };

  test.each([
    [['check']],
    [['check', '--color']],
    [['check', '--summary']],
    [['check', '--format', 'github']],
    [['explain', 'EvilKey']],
    [['explain', 'evil']],
    [['explain', 'MeterValueSampleInterval', '--vendor', 'Evil', '--operator', 'evil-operator']],
  ])('%j does nothing to a terminal or a build', async (words) => {
    const stdout = await check(...words);
    // Colours are ours; everything else that a terminal obeys begins with one of these too.
    const plain = stdout.replaceAll(COLOUR, '');
    for (const sign of ['\u001b', '\u0007', '\u009b', '\u202e', '\r']) expect(plain).not.toContain(sign);
    expect(stdout).not.toMatch(/^::error::evil/m);
  });

  test('the page of a fleet holds text only', async () => {
    checkHtml(await check('check', '--summary', '--format', 'html'));
  });

  test('the summary in JSON is as it was written', async () => {
    const summary = JSON.parse(await check('check', '--summary', '--format', 'json')) as FleetSummaryFile;
    expect(summary.keys.map((count) => count.key)).toContain('EvilKey');
  });

  test('SARIF has no links and no pages but ours', async () => {
    const log = JSON.parse(await check('check', '--format', 'sarif')) as {
      runs: {
        tool: { driver: { rules: { id: string; helpUri?: string; help?: { markdown: string } }[] } };
        results: { ruleId: string; message: { text: string } }[];
      }[];
    };
    const [only] = log.runs;
    expect(only?.results.map(({ ruleId }) => ruleId)).toContain('evil-operator/evil');
    for (const { helpUri, help } of only?.tool.driver.rules ?? []) {
      expect(helpUri ?? 'https://github.com/').toMatch(/^https:\/\/github\.com\//);
      if (help !== undefined) expect(help.markdown).not.toContain('evil-tag');
    }
    for (const { message } of only?.results ?? []) expect(message.text).not.toMatch(/\]\(/);
    expect(only?.results.length).toBeGreaterThan(3);
  });
});

test('no Markdown is trusted, and none may hold HTML', () => {
  const root = join(import.meta.dirname, '..', '..');
  const files = globSync('{client,server}/src/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(300);
  const uses = files.flatMap((file) =>
    (
      readFileSync(join(root, file), 'utf8').match(
        /[\w.]*\b(isTrusted|supportHtml|enabledCommands|enableCommandUris)\b/g,
      ) ?? []
    ).map((use) => `${file}: ${use}`),
  );
  // Whether the workspace is trusted stands in the support information.
  expect(uses).toEqual(['client/src/commands/copy-support-information.ts: workspace.isTrusted']);
});
