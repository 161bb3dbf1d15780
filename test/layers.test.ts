/**
 * The layers of the code: who may import whom. `layers` is the whole rule; the rest reads the imports and compares.
 */

import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Layer {
  readonly name: string;
  /** The files of the layer. A file belongs to the first layer that matches. */
  readonly files: RegExp;
  /** Names of the layers it may import; it may always import itself. */
  readonly layers: readonly string[];
  /** The packages, Node modules and modules made by the build (`knowledge:…`) that it may import. */
  readonly packages: RegExp;
}

const none = /^$/;
/** Words for people, in their language. */
const words = /^@vscode\/l10n$/;
const core = ['text', 'model', 'formats', 'catalog', 'resolve', 'rules', 'analysis'];

/** Lowest first. Nothing up to and including `features` knows Node, the editor or the protocol. */
const layers: readonly Layer[] = [
  { name: 'text', files: /^server\/src\/text\//, layers: [], packages: none },
  { name: 'model', files: /^server\/src\/model\//, layers: ['text'], packages: none },
  {
    name: 'formats',
    files: /^server\/src\/formats\//,
    layers: ['text', 'model'],
    packages: /^(jsonc-parser|@vscode\/l10n)$/,
  },
  {
    name: 'catalog',
    files: /^server\/src\/catalog\//,
    layers: ['model'],
    packages: /^(fastest-levenshtein|@vscode\/l10n)$/,
  },
  {
    name: 'resolve',
    files: /^server\/src\/resolve\//,
    layers: ['text', 'model', 'catalog'],
    packages: words,
  },
  {
    name: 'rules',
    files: /^server\/src\/rules\//,
    layers: ['text', 'model', 'catalog', 'resolve'],
    packages: /^(fastest-levenshtein|@vscode\/l10n)$/,
  },
  { name: 'features', files: /^server\/src\/features\//, layers: core, packages: words },
  {
    name: 'project',
    files: /^server\/src\/project\//,
    layers: core,
    packages: /^(ignore|jsonc-parser|fastest-levenshtein|@vscode\/l10n)$/,
  },
  {
    name: 'platform interfaces',
    files: /^server\/src\/platform\/platform\.ts$/,
    layers: [...core, 'project'],
    packages: none,
  },
  {
    name: 'platform',
    files: /^server\/src\/platform\//,
    layers: [...core, 'project', 'platform interfaces'],
    packages: /^(@vscode\/l10n$|node:|knowledge:|jsonc-parser$|ignore$|picomatch$)/,
  },
  // Between client and server. What it takes from the server are types, which are gone in what runs.
  {
    name: 'protocol',
    files: /^protocol\//,
    layers: ['features', 'project', 'platform interfaces'],
    packages: /^vscode-languageserver-protocol$/,
  },
  {
    name: 'library of the protocol',
    files: /^server\/src\/lsp\/vscode-languageserver\.ts$/,
    layers: [],
    packages: /^vscode-languageserver$/,
  },
  {
    name: 'lsp on Node',
    files: /^server\/src\/lsp\/node\//,
    layers: ['platform interfaces', 'lsp'],
    packages: /^(node:|vscode-languageserver\/node$)/,
  },
  {
    name: 'lsp',
    files: /^server\/src\/lsp\//,
    layers: [...core, 'features', 'project', 'platform interfaces', 'protocol', 'library of the protocol'],
    packages:
      /^(@vscode\/l10n|vscode-languageserver-textdocument|vscode-languageserver\/browser|jsonc-parser)$/,
  },
  {
    name: 'cli',
    files: /^server\/src\/cli\//,
    layers: [...core, 'features', 'project', 'platform interfaces'],
    packages:
      /^(node:|(@vscode\/l10n|commander|diff|picocolors|ignore|picomatch|jsonc-parser|chokidar|sarif)$)/,
  },
  {
    name: 'entries',
    files: /^server\/src\/main\.[a-z]+\.ts$/,
    layers: [
      ...core,
      'features',
      'project',
      'platform interfaces',
      'platform',
      'lsp',
      'lsp on Node',
      'cli',
      'data',
    ],
    packages: /^(@vscode\/l10n$|node:|commander$|vscode-languageserver\/|echarts\/)/,
  },
  // The modules beside `analysis.ts`: what is above the rules and belongs to no folder.
  {
    name: 'analysis',
    files: /^server\/src\/[a-z-]+\.ts$/,
    layers: ['text', 'model', 'formats', 'catalog', 'resolve', 'rules'],
    packages: words,
  },
  // Runs on Node and in browsers; the entries choose.
  {
    name: 'client entries',
    files: /^client\/src\/main\.[a-z]+\.ts$/,
    layers: ['client', 'protocol'],
    packages: /^(node:|vscode$|vscode-languageclient\/)/,
  },
  {
    name: 'client',
    files: /^client\/src\//,
    layers: ['protocol'],
    packages: /^(vscode|vscode-languageclient)$/,
  },
  { name: 'data', files: /^(schemas\/.*|package)\.json$/, layers: [], packages: none },
];

interface Import {
  /** The importing file, from the project folder, with forward slashes. */
  readonly from: string;
  /** What it imports: a package, or a file written like `from`. */
  readonly to: string;
}

test('no import points upwards', () => {
  const files = globSync(['{server,client}/src/**/*.ts', 'protocol/*.ts'], { cwd: projectFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'));

  expect(files).not.toEqual([]);
  expect(files.flatMap((file) => importsOf(file)).flatMap(violation)).toEqual([]);
});

describe('an import that points upwards is found', () => {
  test.each<Import>([
    { from: 'server/src/text/range.ts', to: 'server/src/model/document.ts' },
    { from: 'server/src/formats/ini.ts', to: 'server/src/catalog/catalog.ts' },
    { from: 'server/src/catalog/catalog.ts', to: 'server/src/formats/format.ts' },
    { from: 'server/src/rules/value-range.ts', to: 'server/src/formats/format.ts' },
    { from: 'server/src/rules/value-range.ts', to: 'server/src/analysis.ts' },
    { from: 'server/src/analysis.ts', to: 'server/src/features/hover.ts' },
    { from: 'server/src/features/hover.ts', to: 'server/src/lsp/session.ts' },
    { from: 'server/src/features/hover.ts', to: 'server/src/platform/platform.ts' },
    { from: 'server/src/project/project.ts', to: 'server/src/platform/platform.ts' },
    { from: 'server/src/project/project.ts', to: 'node:fs' },
    { from: 'server/src/features/hover.ts', to: 'server/src/project/project.ts' },
    { from: 'server/src/cli/check.ts', to: 'server/src/lsp/session.ts' },
    { from: 'server/src/lsp/session.ts', to: 'server/src/platform/node.ts' },
    { from: 'client/src/client.ts', to: 'server/src/model/document.ts' },
    { from: 'protocol/messages.ts', to: 'server/src/lsp/session.ts' },
    { from: 'server/src/features/hover.ts', to: 'protocol/messages.ts' },
    { from: 'client/src/client.ts', to: 'node:path' },
    { from: 'client/src/client.ts', to: 'vscode-languageclient/node' },
    { from: 'server/src/rules/value-range.ts', to: 'schemas/standard/ocpp-1.6/core.json' },
    { from: 'server/src/rules/value-range.ts', to: 'knowledge:standard' },
    { from: 'server/src/rules/value-range.ts', to: 'node:fs' },
    { from: 'server/src/features/hover.ts', to: 'vscode-languageserver/node' },
    { from: 'server/src/cli/check.ts', to: 'vscode-languageserver/node' },
    { from: 'server/src/lsp/session.ts', to: 'vscode' },
  ])('$from → $to', (upwards) => {
    expect(violation(upwards)).toHaveLength(1);
  });
});

test('an import that points downwards is allowed', () => {
  const downwards: Import[] = [
    { from: 'server/src/model/document.ts', to: 'server/src/text/range.ts' },
    { from: 'server/src/rules/value-range.ts', to: 'server/src/rules/rule.ts' },
    { from: 'server/src/lsp/session.ts', to: 'server/src/platform/platform.ts' },
    { from: 'server/src/main.node.ts', to: 'server/src/platform/node.ts' },
    { from: 'server/src/main.node.ts', to: 'schemas/standard/ocpp-1.6/core.json' },
  ];

  expect(downwards.flatMap(violation)).toEqual([]);
});

test('what client and server share takes nothing but types from the server', () => {
  const text = readFileSync(posix.join(projectFolder, 'protocol/messages.ts'), 'utf8');
  const fromServer = /^(?:import|export)\b[^;]*\bfrom '\.\.\/server[^;]*;/gm;

  expect(text.match(fromServer)).not.toBeNull();
  expect(text.match(fromServer)?.filter((statement) => !/^(import|export) type /.test(statement))).toEqual(
    [],
  );
});

test('every form of import is seen', () => {
  const text = [
    "import { a } from './a.ts';",
    "import type {\n  B,\n} from './b.ts';",
    "import './c.ts';",
    "export * from './d.ts';",
    "export { e } from './e.ts';",
    "import f from './f.json' with { type: 'json' };",
    "const g = await import('./g.ts');",
    "type H = import('./h.ts').H;",
    "const text = 'imported from a file';",
  ].join('\n');

  expect(specifiersIn(text)).toEqual([
    './a.ts',
    './b.ts',
    './c.ts',
    './d.ts',
    './e.ts',
    './f.json',
    './g.ts',
    './h.ts',
  ]);
});

const projectFolder = posix.join(import.meta.dirname.replaceAll('\\', '/'), '..');

function importsOf(file: string): Import[] {
  return specifiersIn(readFileSync(posix.join(projectFolder, file), 'utf8')).map((specifier) => ({
    from: file,
    to: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
  }));
}

function specifiersIn(text: string): string[] {
  const statements =
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** What is wrong with an import, in words; empty when it is allowed. */
function violation({ from, to }: Import): string[] {
  const importing = layerOf(from);
  if (importing === undefined) {
    return [`${from} belongs to no layer`];
  }
  const imported = layerOf(to);
  const allowed =
    imported === undefined
      ? importing.packages.test(to)
      : imported === importing || importing.layers.includes(imported.name);
  return allowed ? [] : [`${from} (${importing.name}) must not import ${to}`];
}

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => layer.files.test(path));
}
