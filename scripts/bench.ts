/**
 * Measures how fast the product is and how much it takes, always against something else on the same machine in the same
 * run. Says at the end which aims are met; a missed one is no failure of the run.
 *
 *     npm run bench [-- --json <file>] [-- --page]
 *
 * `--page` writes the figures into docs/performance.md as well. Takes about six minutes. A busy machine makes it longer
 * and the figures worse. Leaves a production build in `dist/`.
 */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { aimsOf, type Figures, printAims } from './bench/aims.ts';
import { printAnalysis, printGrowth } from './bench/analysis-report.ts';
import { measureAnalysis } from './bench/analysis-speed.ts';
import { measureBundleSizes, printBundleSizes } from './bench/bundle-sizes.ts';
import { bundleInto } from './bench/bundles.ts';
import { readOut } from './bench/documents.ts';
import { measureEditorWork, printEditorWork } from './bench/editor-work.ts';
import { measureFleet, printFleet } from './bench/fleet.ts';
import { jsonServer } from './bench/json-server.ts';
import { collectPage } from './bench/page.ts';
import { measureServerStart, printServerStart } from './bench/server-start.ts';
import { measureTyping, printTyping } from './bench/typing.ts';
import { build } from './build.ts';
import { distFolder, projectFolder } from './lib/project.ts';
import { runMain } from './lib/shutdown.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';

/** How many entries the file has that the servers open: a usual read-out. */
const OPENED_FILE_ENTRIES = 60;

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, page: { type: 'boolean' } },
});

await runMain(async () => {
  const started = performance.now();
  const machine = describeMachine();
  console.log(`Node ${machine.node} on ${machine.platform}, ${machine.cores} × ${machine.processor}`);
  if (machine.load > 1) {
    console.log(
      `The machine is busy with other things (load ${machine.load.toFixed(1)}): figures are worse than they are.`,
    );
  }
  const writePage = collectPage();
  const figures = await measureAll();
  const aims = aimsOf(figures);
  printAims(aims);
  console.log(`\nTook ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  if (options.page === true) {
    writePage(join(projectFolder, 'docs', 'performance.md'), {
      date: new Date().toISOString().slice(0, 10),
      machine: `${machine.cores} × ${machine.processor}, ${machine.platform}`,
      versions: { Node: machine.node, ...packageVersions() },
    });
  }
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify({ machine, ...figures, aims }, undefined, 2)}\n`);
  }
});

async function measureAll(): Promise<Figures> {
  const folder = makeTemporaryFolder('bench');
  const built = await build({ production: true });
  const minimal = await bundleInto(folder, 'scripts/bench/minimal-server.ts');
  const bundleSizes = measureBundleSizes(built.keys(), minimal.path);
  printBundleSizes(bundleSizes);

  // A copy, since a build may run beside the benchmark.
  const copy = join(folder, 'dist');
  cpSync(distFolder, copy, { recursive: true });
  const server = join(copy, 'server.node.js');
  const worker = await bundleInto(folder, 'scripts/bench/service-worker.ts');
  const bundle = await bundleInto(folder, 'scripts/bench/contenders.ts');
  const contenders = (await import(
    pathToFileURL(bundle.path).href
  )) as typeof import('./bench/contenders.ts');

  const file = join(folder, 'charger.json');
  writeFileSync(file, readOut(contenders.vocabulary, OPENED_FILE_ENTRIES));
  const ours = { path: server };
  const service = await jsonServer(contenders.vocabulary);
  const serverStart = await measureServerStart({ ours, minimal: { path: minimal.path }, service }, file);
  printServerStart(serverStart);
  const typing = await measureTyping({ ours, service }, contenders.vocabulary);
  printTyping(typing);
  const editorWork = await measureEditorWork(contenders);
  printEditorWork(editorWork);
  const analysis = await measureAnalysis(contenders, worker.path);
  printAnalysis(analysis);
  printGrowth(analysis.growth);
  const fleet = await measureFleet(join(copy, 'cli.js'), contenders.vocabulary, folder);
  printFleet(fleet);
  return { analysis, fleet, editorWork, typing, serverStart, bundleSizes };
}

/** The versions of ourselves and of what we are compared with. */
function packageVersions(): Record<string, string> {
  const names = [
    '',
    'node_modules/jsonc-parser',
    'node_modules/vscode-json-languageservice',
    'node_modules/ajv',
    'node_modules/@biomejs/biome',
  ];
  return Object.fromEntries(
    names.map((path) => {
      const text = readFileSync(join(projectFolder, path, 'package.json'), 'utf8');
      const { name, version } = JSON.parse(text) as { name: string; version: string };
      return [name, version];
    }),
  );
}

function describeMachine() {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    /** How many processes wanted to run in the last minute; 0 on Windows, which does not tell. */
    load: loadavg()[0] ?? 0,
  };
}
