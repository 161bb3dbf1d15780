import { runCommandLine } from '../../../server/src/cli/command-line.ts';
import type { Host, Output } from '../../../server/src/cli/host.ts';
import { digest } from '../../../server/src/cli/node/digest.ts';
import { DiskSpool } from '../../../server/src/cli/node/disk-spool.ts';
import { findFiles } from '../../../server/src/cli/node/find-files.ts';
import { readFile } from '../../../server/src/cli/node/read-file.ts';
import type { Services } from '../../../server/src/cli/services.ts';
import { charts } from '../../../server/src/main.charts.ts';
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
  {
    cwd = '.',
    shelf = new KnowledgeShelf(bundledKnowledge),
    speakAs = speak,
  }: {
    readonly cwd?: string;
    readonly shelf?: KnowledgeShelf;
    /** Instead of the languages that there are. */
    readonly speakAs?: (language: string) => void;
  } = {},
): Promise<FinishedInside> {
  const output = new Collected();
  const errors = new Collected();
  const host: Host = {
    output,
    errors,
    files: {
      find: (names: readonly string[]) => findFiles(names, cwd),
      read: ({ location }: { readonly location: string }) => readFile(location),
      replace: () => Promise.reject(new Error('nothing is written here')),
      create: () => Promise.reject(new Error('nothing is written here')),
    },
    stream: () => {
      throw new Error('there is no input here');
    },
    interruption: () => ({ exitCode: undefined, asked: new Promise(() => {}), release: () => {} }),
    watch: () => Promise.reject(new Error('nothing changes here')),
    spool: () => new DiskSpool(),
    errorWords: String,
    threads: {
      useful: 1,
      start: () => {
        throw new Error('there are no threads here');
      },
    },
    readInput: () => Promise.reject(new Error('there is no input here')),
    pause: () => Promise.resolve(),
  };
  const services: Services = {
    version: '1.2.3',
    languages: LANGUAGES,
    speak: speakAs,
    shelf,
    projects: new NodeProjects(cwd),
    rulePages,
    rulePage: (rule) => `https://example.org/${rule}.md`,
    digest: () => Promise.resolve(digest),
    charts: () => Promise.resolve(charts),
    reread: () => services,
    startLanguageServer: () => Promise.reject(new Error('there is no server here')),
  };
  const code = await runCommandLine(words, host, services);
  return { code, stdout: output.text, stderr: errors.text };
}

class Collected implements Output {
  readonly closed = false;
  readonly failure = undefined;
  readonly isTerminal = false;
  readonly takesColours = false;
  readonly width = 100;
  text = '';

  async taken(): Promise<void> {}

  write(text: string | Uint8Array): void {
    this.text += typeof text === 'string' ? text : new TextDecoder().decode(text);
  }
}
