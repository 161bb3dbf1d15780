import { runCommandLine } from '../../../server/src/cli/command-line.ts';
import type { Output } from '../../../server/src/cli/host.ts';
import { findFiles } from '../../../server/src/cli/node/find-files.ts';
import { readFile } from '../../../server/src/cli/node/read-file.ts';
import { bundledKnowledge, rulePages } from '../../../server/src/platform/bundled-knowledge.ts';
import { LANGUAGES, speak } from '../../../server/src/platform/languages.ts';
import { NodeProjects } from '../../../server/src/platform/node-projects.ts';
import { KnowledgeShelf } from '../../../server/src/resolve/knowledge-shelf.ts';

interface FinishedInside {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line in this process, for tests of what it says and not of how it ends: starting a program for each
 * of them takes its time. It can read files and not write them.
 */
export async function runInside(
  words: readonly string[],
  { cwd = '.' }: { readonly cwd?: string } = {},
): Promise<FinishedInside> {
  const output = new Collected();
  const errors = new Collected();
  const host = {
    output,
    errors,
    files: {
      find: (names: readonly string[]) => findFiles(names, cwd),
      read: ({ location }: { readonly location: string }) => readFile(location),
      replace: () => Promise.reject(new Error('nothing is written here')),
      create: () => Promise.reject(new Error('nothing is written here')),
    },
    readInput: () => Promise.reject(new Error('there is no input here')),
    pause: () => Promise.resolve(),
  };
  const code = await runCommandLine(words, host, {
    version: '1.2.3',
    languages: LANGUAGES,
    speak,
    shelf: new KnowledgeShelf(bundledKnowledge),
    projects: new NodeProjects(cwd),
    rulePages,
    rulePage: (rule) => `https://example.org/${rule}.md`,
    startLanguageServer: () => Promise.reject(new Error('there is no server here')),
  });
  return { code, stdout: output.text, stderr: errors.text };
}

class Collected implements Output {
  readonly closed = false;
  readonly failure = undefined;
  readonly isTerminal = false;
  readonly takesColours = false;
  readonly width = 100;
  text = '';

  write(text: string | Uint8Array): void {
    this.text += typeof text === 'string' ? text : new TextDecoder().decode(text);
  }
}
