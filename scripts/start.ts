/**
 * Shows the project at work: builds and packages it, checks `examples/` on the command line, and opens the editor
 * there with the extension installed.
 *
 *     npm start
 *     npm start -- --no-editor
 */

import { existsSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from './editor/server.ts';
import { type Finished, runCaptured, runVisibly } from './lib/processes.ts';
import { distFolder, examplesFolder, projectFolder, readManifest } from './lib/project.ts';
import { ExplainedError, isShuttingDown, runMain } from './lib/shutdown.ts';

const { values: options } = parseArgs({ options: { 'no-editor': { type: 'boolean', default: false } } });
/** Opened at once, so that there is something to see: a file with mistakes in it. */
const firstExample = join(examplesFolder, 'with-mistakes', 'ac-template.json');
const windows = process.platform === 'win32';

await runMain(async () => {
  const vsix = await packageQuietly();
  console.log(`Packaged ${relative(projectFolder, vsix)}.\n`);
  await checkExamples();
  if (!options['no-editor']) {
    await openEditor(vsix);
  }
});

/** Packages in a process of its own, whose long list of files is shown only when it fails. */
async function packageQuietly(): Promise<string> {
  console.log('Building and packaging the extension …');
  const { code, output } = await runCaptured(process.execPath, [join('scripts', 'package.ts')]);
  if (code !== 0) {
    throw new ExplainedError(output);
  }
  const { name, version } = readManifest();
  return join(projectFolder, `${name}-${version}.vsix`);
}

/** The examples hold mistakes on purpose, so the exit code is no matter here. */
async function checkExamples(): Promise<void> {
  console.log('$ ocpp-config check examples/');
  await runVisibly(process.execPath, [join(distFolder, 'cli.js'), 'check', 'examples/']);
  console.log();
}

async function openEditor(vsix: string): Promise<void> {
  const code = findOnPath(windows ? 'code.cmd' : 'code');
  if (code === undefined || !(await openDesktopEditor(code, vsix))) {
    await serveEditor(vsix);
  }
}

/** Opens desktop VS Code. False when it refuses, as it does for root. */
async function openDesktopEditor(code: string, vsix: string): Promise<boolean> {
  console.log('Opening VS Code with the extension installed …');
  const steps = [
    ['--install-extension', vsix, '--force'],
    ['--new-window', examplesFolder, firstExample],
  ];
  for (const step of steps) {
    const { code: exitCode, output } = await runCaptured(code, step);
    if (exitCode !== 0) {
      console.log(`VS Code did not accept "code ${step.join(' ')}":\n${output}`);
      return false;
    }
  }
  return true;
}

/** Serves the embedded VS Code until it is interrupted. */
async function serveEditor(vsix: string): Promise<void> {
  const server = await startServer({ vsix });
  const url = server.url(examplesFolder, {
    payload: JSON.stringify([['openFile', server.remoteUri(firstExample)]]),
  });
  console.log('VS Code with the extension is open on examples/ at this address, for this machine only:\n');
  console.log(url);
  console.log('\nPress Ctrl-C to stop it.');
  await openInBrowser(url);
  await server.ended;
  if (!isShuttingDown()) {
    throw new ExplainedError(`The embedded VS Code has ended by itself:\n${server.log()}`);
  }
}

/** Opens an address in the user's browser where there is a desktop to show one. */
async function openInBrowser(url: string): Promise<void> {
  const opened = await startBrowser(url);
  if (opened !== undefined && opened.code !== 0) {
    console.log(`The browser could not be opened: ${opened.output.trim()}`);
  }
}

async function startBrowser(url: string): Promise<Finished | undefined> {
  if (process.platform === 'darwin') {
    return runCaptured('open', [url]);
  }
  if (windows) {
    return runCaptured('rundll32', ['url.dll,FileProtocolHandler', url]);
  }
  const desktop = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const opener = findOnPath('xdg-open');
  return desktop && opener !== undefined ? runCaptured(opener, [url]) : undefined;
}

function findOnPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
