import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Files, Host, Output } from '../host.ts';
import { DiskSpool } from './disk-spool.ts';
import { findFiles } from './find-files.ts';
import { NodeInterruption, pause, uninterrupted } from './interruption.ts';
import { readFile, readStream } from './read-file.ts';
import { ThreadPool } from './thread-pool.ts';
import { errorCode, errorWords } from './words.ts';

/**
 * The computer as Node shows it to this process.
 * @param program the file of this program, which other threads run as well
 */
export function nodeHost(program: string): Host {
  return {
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    files: nodeFiles(),
    readInput: () => readStream(process.stdin),
    stream: (from) => (from === 'input' ? process.stdin : createReadStream(from.location)),
    pause,
    interruption: () => new NodeInterruption(),
    watch: async (names, onTrouble) => {
      // Loaded only here: hardly anybody watches.
      const { watchFiles } = await import('./watch-files.ts');
      return watchFiles(names, process.cwd(), onTrouble);
    },
    spool: () => new DiskSpool(),
    errorWords,
    threads: {
      useful: availableParallelism(),
      start: (count, setup) => new ThreadPool(program, count, setup),
    },
  };
}

/** The files that this process can reach; threads have the same. */
export function nodeFiles(): Files {
  return {
    find: (names) => findFiles(names, process.cwd()),
    read: ({ location }) => readFile(location),
    replace: async ({ location }, read, contents) => {
      // Loaded only here: it needs Node's cryptography, which takes longer to load than all the rest.
      const { replaceFile } = await import('./replace-file.ts');
      return uninterrupted(() => replaceFile(location, read, contents));
    },
    create: async (location, contents) => {
      const { createFile } = await import('./create-file.ts');
      return uninterrupted(() => createFile(location, contents));
    },
  };
}

/** The width of lines in a file or a pipe. */
const WIDTH_OF_LOGS = 100;
const NARROWEST = 40;

function outputOf(stream: NodeJS.WriteStream): Output {
  let closed = false;
  let failure: string | undefined;
  stream.on('error', (error) => {
    closed = true;
    const code = errorCode(error);
    // The reader has seen enough, which is no failure. Windows calls it EOF.
    if (code !== 'EPIPE' && code !== 'EOF') failure ??= errorWords(error);
  });
  return {
    write(text) {
      if (!closed && text.length > 0) stream.write(typeof text === 'string' ? Buffer.from(text) : text);
    },
    async taken() {
      while (!closed && stream.writableNeedDrain) await drained(stream);
    },
    get closed() {
      return closed;
    },
    get failure() {
      return failure;
    },
    isTerminal: stream.isTTY === true,
    takesColours: takesColours(stream),
    width: Math.max(NARROWEST, stream.isTTY ? stream.columns : (columnsVariable() ?? WIDTH_OF_LOGS)),
  };
}

/** Waits until a stream has room again, or will never have any. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'error', 'close']) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'error', 'close']) stream.once(event, done);
  });
}

/** The customs that other tools follow: https://no-color.org and FORCE_COLOR. */
function takesColours(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && process.env.TERM !== 'dumb';
}

function columnsVariable(): number | undefined {
  const columns = Number(process.env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : undefined;
}
