/** Starting the embedded VS Code server. It listens on this machine only. */

import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runCaptured, startService } from '../lib/processes.ts';
import { ExplainedError } from '../lib/shutdown.ts';
import { makeTemporaryFolder } from '../lib/temporary-folder.ts';
import { installEditor } from './install.ts';

const host = '127.0.0.1';
const startTimeout = 30_000;
/** An address and not a path; one letter is a drive of Windows. */
const hasScheme = /^[a-z][a-z0-9+.-]+:/i;

export interface ServerOptions {
  /** A packaged extension (.vsix) to install, as a user has it. */
  readonly vsix?: string;
  /** Folders of built extensions that are installed beside it. */
  readonly extensionFolders?: readonly string[];
  /** User settings, on top of `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Lets a page name an extension folder and a test suite to load (`WorkbenchOptions.extensionFolder` and `suite`).
   * For tests and pictures of the work tree; people get the packaged extension.
   */
  readonly development?: boolean;
}

export interface EditorServer {
  /** Host and port, as in `127.0.0.1:54321`: the authority of the server's `vscode-remote:` addresses. */
  readonly authority: string;
  /**
   * The address of the workbench with this open: a folder or `.code-workspace` file by its path, or a folder by an
   * address such as `memfs:/workspace`. Whoever has it may edit this user's files.
   */
  readonly url: (opened: string, query?: Readonly<Record<string, string>>) => string;
  /** The `vscode-remote:` address of a local path. */
  readonly remoteUri: (path: string) => string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Settles when the server's process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Settings without which a fresh VS Code greets, asks and advertises. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts a VS Code server with settings and extensions of its own, and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<EditorServer> {
  const program = await installEditor();
  const folder = makeTemporaryFolder('editor');
  const dataFolder = join(folder, 'data');
  const extensionsFolder = join(folder, 'extensions');
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
  writeUserSettings(dataFolder, { ...quietSettings, ...options.settings });
  for (const extension of options.extensionFolders ?? []) {
    cpSync(extension, join(extensionsFolder, basename(extension)), { recursive: true });
  }
  if (options.vsix !== undefined) {
    await installExtension(program, folders, options.vsix);
  }

  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const authority = `${host}:${port}`;
  const service = startService(process.execPath, [
    program,
    ...['--host', host, '--port', String(port)],
    ...['--connection-token', token],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ...folders,
  ]);
  const server: EditorServer = {
    authority,
    url: (opened, query = {}) => {
      const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const place = hasScheme.test(opened) ? opened : uriPath(opened);
      const parameters = new URLSearchParams({ tkn: token, [kind]: place, ...query });
      return `http://${authority}/?${parameters}`;
    },
    remoteUri: (path) => `vscode-remote://${authority}${uriPath(path)}`,
    log: service.output,
    ended: service.ended,
    stop: service.stop,
  };
  await waitUntilItAnswers(`http://${authority}/version`, server, () => service.child.exitCode !== null);
  return server;
}

function writeUserSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  const userFolder = join(dataFolder, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

async function installExtension(program: string, folders: readonly string[], vsix: string): Promise<void> {
  const installArguments = [
    program,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
    ...folders,
  ];
  const { code, output } = await runCaptured(process.execPath, installArguments);
  if (code !== 0 || !output.includes('successfully installed')) {
    throw new ExplainedError(`The embedded VS Code did not install ${vsix}:\n${output}`);
  }
}

async function waitUntilItAnswers(url: string, server: EditorServer, hasEnded: () => boolean): Promise<void> {
  const deadline = performance.now() + startTimeout;
  while (performance.now() < deadline && !hasEnded()) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await delay(50);
  }
  await server.stop();
  throw new ExplainedError(`The embedded VS Code did not start:\n${server.log()}`);
}

/** A port that nothing listens on: the system picks it, and we let it go again. */
function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolvePort(port));
    });
  });
}

/** An absolute path as it stands in a URI: with forward slashes, and one in front of a Windows drive letter. */
function uriPath(path: string): string {
  const absolute = resolve(path).split(sep).join('/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}
