/** Running the in-editor suites in the embedded VS Code. */

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from '../lib/project.ts';
import type { Counts } from '../lib/steps.ts';
import {
  otherHostExtension,
  type Suite,
  secondExtension,
  suites,
  suiteWorkspace,
} from '../lib/suite-bundle.ts';
import { suiteStackReader } from '../lib/suite-stack.ts';
import { makeTemporaryFolder } from '../lib/temporary-folder.ts';
import { type EditorServer, startServer } from './server.ts';
import { openWorkbench } from './workbench.ts';

const suiteTimeout = 180_000;
/** Our lines carry this mark (test/vscode/support/mocha.ts); all others are VS Code's own. */
const mark = 'suite| ';
const resultLine = /^result: (\{.*\})$/;
/** How much of VS Code's own output a failure shows. */
const shownLogLines = 60;

/** Workspaces are not trusted until somebody says so, and nobody is asked. */
const notTrusted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** What a suite opens, and under which settings. */
interface Window {
  /** Makes what is opened where it has to be made, and returns it as `EditorServer.url` takes it. */
  readonly open: () => string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly language?: string;
}

const windows: Readonly<Record<keyof typeof suites, Window>> = {
  node: { open: copyOfWorkspace },
  web: { open: () => 'memfs:/workspace' },
  folders: { open: severalFolders, settings: notTrusted },
  german: { open: copyOfWorkspace, language: 'de' },
};

/**
 * Runs a bundled suite against the built extension of the work tree, and prints a line for each test.
 * Throws when the suite did not come to its end.
 */
export async function runSuite(name: keyof typeof suites, print: (line: string) => void): Promise<Counts> {
  const { settings = {} } = windows[name];
  const server = await startServer({
    development: true,
    extensionFolders: [secondExtension, otherHostExtension],
    settings,
  });
  try {
    return await runInWorkbench(server, suites[name], windows[name], print);
  } finally {
    await server.stop();
  }
}

function copyOfWorkspace(): string {
  const folder = join(makeTemporaryFolder('workspace'), 'workspace');
  cpSync(suiteWorkspace, folder, { recursive: true });
  return folder;
}

/**
 * Two folders on the disk, and a workspace that has none: the suite adds them, and one in memory. VS Code sometimes
 * passes over those of a workspace file that it has never read before, when the file comes before it waits for it.
 */
function severalFolders(): string {
  const folder = makeTemporaryFolder('folders');
  for (const name of ['ac', 'dc']) cpSync(suiteWorkspace, join(folder, name), { recursive: true });
  const file = join(folder, 'stations.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [] }));
  return file;
}

async function runInWorkbench(
  server: EditorServer,
  { bundle, host }: Suite,
  { open, language }: Window,
  print: (line: string) => void,
): Promise<Counts> {
  let counts: Counts | undefined;
  const readStack = suiteStackReader(bundle);
  const otherLines: string[] = [];
  const onLog = (text: string): void => {
    for (const line of text.split('\n')) {
      if (!line.startsWith(mark)) {
        otherLines.push(line);
        continue;
      }
      const ours = line.slice(mark.length);
      const result = resultLine.exec(ours)?.[1];
      if (result !== undefined) {
        counts = JSON.parse(result) as Counts;
        continue;
      }
      const shown = readStack(ours);
      if (shown !== undefined) {
        print(shown);
      }
    }
  };
  const ended = Promise.withResolvers<number>();
  const workbench = await openWorkbench(server, {
    folder: open(),
    ...(language === undefined ? {} : { language }),
    extensionFolder: projectFolder,
    webExtensionFolders: [secondExtension],
    extensionHost: host,
    suite: { file: bundle, onLog, onExit: ended.resolve },
  });
  const code = await Promise.race([ended.promise, delay(suiteTimeout, undefined, { ref: false })]);
  if (code === undefined || counts === undefined) {
    print(server.log().split('\n').slice(-shownLogLines).join('\n'));
    print([...otherLines, ...workbench.consoleErrors].slice(-shownLogLines).join('\n'));
    throw new Error(
      code === undefined
        ? `The suite has not ended after ${suiteTimeout / 1000} s.`
        : `The suite ended with code ${code} and without a result.`,
    );
  }
  await workbench.close();
  return counts;
}
