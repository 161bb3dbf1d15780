/** Running the in-editor suite in the embedded VS Code. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from '../lib/project.ts';
import type { Counts } from '../lib/steps.ts';
import { suiteFile, suiteWorkspace } from '../lib/suite-bundle.ts';
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

/**
 * Runs the bundled suite against the built extension of the work tree, and prints a line for each test.
 * Throws when the suite did not come to its end.
 */
export async function runSuite(print: (line: string) => void): Promise<Counts> {
  const workspace = join(makeTemporaryFolder('workspace'), 'workspace');
  cpSync(suiteWorkspace, workspace, { recursive: true });
  const server = await startServer({ development: true });
  try {
    return await runInWorkbench(server, workspace, print);
  } finally {
    await server.stop();
  }
}

async function runInWorkbench(
  server: EditorServer,
  folder: string,
  print: (line: string) => void,
): Promise<Counts> {
  let counts: Counts | undefined;
  const readStack = suiteStackReader();
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
    folder,
    extensionFolder: projectFolder,
    suite: { file: suiteFile, onLog, onExit: ended.resolve },
  });
  const code = await Promise.race([ended.promise, delay(suiteTimeout, undefined, { ref: false })]);
  if (code === undefined || counts === undefined) {
    print(server.log().split('\n').slice(-shownLogLines).join('\n'));
    print(otherLines.slice(-shownLogLines).join('\n'));
    throw new Error(
      code === undefined
        ? `The suite has not ended after ${suiteTimeout / 1000} s.`
        : `The suite ended with code ${code} and without a result.`,
    );
  }
  await workbench.close();
  return counts;
}
