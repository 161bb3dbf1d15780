/**
 * The embedded VS Code: the server, workbench and built-in extensions that the npm package `code-server` ships.
 *
 * It is kept outside the project, in the user's cache folder, so that a fresh clone or `npm ci` need not bring it
 * again.
 */

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { npmCommand, runCaptured } from '../lib/processes.ts';
import { ExplainedError } from '../lib/shutdown.ts';

/** The one place that says which VS Code runs: this release of code-server is VS Code 1.139. */
const codeServerVersion = '4.139.1';

const cacheFolder = join(userCacheFolder(), 'ocpp-config');
const installFolder = join(cacheFolder, `code-server-${codeServerVersion}`);

/** The program that is the VS Code server; to be run by Node. */
const serverProgram = join('node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

/** Installs the embedded VS Code where it is missing, and returns the path of its server program. */
export async function installEditor(): Promise<string> {
  if (!existsSync(installFolder)) {
    await install();
  }
  return join(installFolder, serverProgram);
}

/**
 * Installs into a folder beside the final one and renames it at the end. So an interrupted install never looks
 * finished, and two installs at the same time do not meet: the later one is thrown away.
 */
async function install(): Promise<void> {
  console.log(`Installing the embedded VS Code, code-server ${codeServerVersion} (about 20 seconds) …`);
  const started = performance.now();
  mkdirSync(cacheFolder, { recursive: true });
  removeAbandonedInstalls();
  const folder = `${installFolder}.${process.pid}.incomplete`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));

  await npmInstall(folder, `code-server@${codeServerVersion}`);
  const vscodeFolder = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npmInstall(vscodeFolder, '--omit=dev');
  await npmInstall(join(vscodeFolder, 'extensions'), '--omit=dev');

  try {
    renameSync(folder, installFolder);
  } catch (error) {
    if (!existsSync(installFolder)) {
      throw error;
    }
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`The embedded VS Code is installed (${((performance.now() - started) / 1000).toFixed(0)} s).`);
}

/**
 * Runs `npm install` without install scripts: theirs compile native modules, which takes minutes and system
 * headers, and nothing here needs those modules.
 */
async function npmInstall(folder: string, ...installArguments: string[]): Promise<void> {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [program, programArguments] = npmCommand('install', ...installArguments, ...flags);
  const { code, output } = await runCaptured(program, programArguments, {
    cwd: folder,
    env: environmentWithoutProject(),
  });
  if (code !== 0) {
    throw new ExplainedError(
      `The embedded VS Code could not be installed. Check the network and the registry in your npm settings.\n${output}`,
    );
  }
}

/** npm tells its scripts about the package they belong to; an npm inside one must not take that for its own. */
function environmentWithoutProject(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix|config_prefix|command)/.test(name),
  );
  return Object.fromEntries(inherited);
}

/** Removes what installs left that were killed. An hour is longer than any install takes. */
function removeAbandonedInstalls(): void {
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (name.endsWith('.incomplete') && Date.now() - statSync(path).mtimeMs > 3_600_000) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function userCacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) {
    return process.env.XDG_CACHE_HOME;
  }
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return process.env.LOCALAPPDATA;
  }
  return join(homedir(), '.cache');
}
