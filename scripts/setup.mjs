/**
 * Makes a fresh clone ready, then runs a script with the Node that the lockfile pins.
 *
 *     node scripts/setup.mjs [script [argument...]]
 *
 * Uses nothing but Node's own modules and runs on any Node from 20 on, because it comes before everything else.
 * The packages are installed when the lockfile has changed since they last were; otherwise this takes no time.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
/** Holds the hash of the lockfile that node_modules was installed from. Written last, so it never lies. */
const markerFile = join(projectFolder, 'node_modules', '.installed-lockfile');
const windows = process.platform === 'win32';

refuseOldNode();
if (lockfileChanged()) {
  await installPackages();
}
const [script, ...scriptArguments] = process.argv.slice(2);
if (script !== undefined) {
  await runWithPinnedNode(script, scriptArguments);
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    console.error(`This project needs Node.js ${oldestNode} or newer; this is ${process.version}.`);
    console.error('Install a current Node.js from https://nodejs.org/ and try again.');
    process.exit(1);
  }
}

function lockfileChanged() {
  return !existsSync(markerFile) || readFileSync(markerFile, 'utf8') !== lockfileHash();
}

/** Native packages differ between systems, so a folder that two systems share is installed anew for each. */
function lockfileHash() {
  const lockfile = readFileSync(join(projectFolder, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lockfile).digest('hex');
}

async function installPackages() {
  console.log('Installing the packages of package-lock.json (about 20 seconds) …');
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  // npm shows its own progress on a terminal. Elsewhere, such as in a CI log, a line every five seconds does.
  const ticker = setInterval(() => process.stdout.isTTY || console.log(`  … ${seconds()} s`), 5000);
  const code = await runNpm('ci', '--loglevel=error', '--no-fund', '--no-audit');
  clearInterval(ticker);
  if (code !== 0) {
    console.error(
      '"npm ci" failed. Check the network and the registry in your npm settings, then try again.',
    );
    process.exit(code);
  }
  writeFileSync(markerFile, lockfileHash());
  console.log(`Packages are installed (${seconds()} s).`);
}

/** Runs the npm that runs this script, or else the one on the PATH. */
function runNpm(...npmArguments) {
  const runningNpm = process.env.npm_execpath;
  return runningNpm?.endsWith('npm-cli.js')
    ? run(process.execPath, [runningNpm, ...npmArguments])
    : run('npm', npmArguments, { shell: windows });
}

async function runWithPinnedNode(path, pathArguments) {
  const node = join(projectFolder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  process.exitCode = await run(node, [join(projectFolder, path), ...pathArguments]);
}

/** Runs a program as if it were this process: same terminal, same signals. Resolves to its exit code. */
function run(program, programArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { cwd: projectFolder, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const parentWatch = whenNpmIsGone(() => child.kill('SIGTERM'));
    child.on('error', (error) => {
      console.error(`Cannot start ${program}: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code) => {
      clearInterval(parentWatch);
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}

/**
 * Calls back when the npm that runs this script has been ended. Between npm and us stands a shell, and a signal sent
 * to npm alone ends both of them without a word to us.
 */
function whenNpmIsGone(callback) {
  const parent = process.ppid;
  const runByNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => runByNpm && process.ppid !== parent && callback(), 500);
}
