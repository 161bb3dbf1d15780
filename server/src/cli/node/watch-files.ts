import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { watch } from 'chokidar';
import { mayBeConfiguration, SKIPPED_FOLDERS } from '../../project/file-names.ts';
import type { Changes } from '../host.ts';
import { patternOf } from './find-files.ts';
import { errorCode } from './words.ts';

const SAID_BY_THE_CHECK = ['EACCES', 'EPERM', 'ENOENT'];

/** How long nothing must change before a change counts as over, in milliseconds: editors write in several steps. */
const QUIET = 100;

/**
 * Watches files and folders by their names, and for patterns the folders that these begin with. Any file that could be a
 * configuration or say how some are checked counts.
 * @param onTrouble is told what the system does not watch, in its own words: it has limits of its own for this
 */
export async function watchFiles(
  names: readonly string[],
  currentFolder: string,
  onTrouble: (message: string) => void,
): Promise<Changes> {
  const places = names.map((name) => {
    const location = resolve(currentFolder, name);
    const pattern = existsSync(location) ? undefined : patternOf(name);
    return pattern === undefined ? location : resolve(currentFolder, pattern.base);
  });
  const named = new Set(places);
  const watcher = watch(places, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => {
      if (named.has(path)) return false;
      return (
        SKIPPED_FOLDERS.has(basename(path)) ||
        (stats?.isFile() === true && !mayBeConfiguration(basename(path)))
      );
    },
  });
  let changed = false;
  let wake: () => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, QUIET);
  });
  watcher.on('error', (error) => {
    // What may not be read is what the check itself speaks of.
    if (!SAID_BY_THE_CHECK.includes(errorCode(error) ?? '')) {
      onTrouble(error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise<void>((ready) => {
    watcher.on('ready', () => ready());
  });
  return {
    async next() {
      if (!changed) {
        await new Promise<void>((resolveWait) => {
          wake = resolveWait;
        });
      }
      changed = false;
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
