import { execFileSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { Folder } from './folder.ts';

/** A folder on a disk that has no more room, and what Node must run first so that the program sees it so. */
export interface SmallDisk {
  readonly folder: Folder;
  readonly before: string | undefined;
}

/**
 * Files on a full disk: on a real one where we may make one, otherwise on one that is played, which takes the first half
 * of each writing and no more.
 */
export function smallDisk(files: Readonly<Record<string, string>>): SmallDisk {
  const folder = new Folder();
  if (isMounted(folder.path)) {
    folder.with(files);
    writeFileSync(folder.at('filler'), new Uint8Array(statfsSync(folder.path).bavail * 4096));
    return { folder, before: undefined };
  }
  const script = new Folder().with({
    'before.cjs': `
      const fs = require('node:fs');
      const { writeSync } = fs;
      fs.writeSync = (descriptor, contents, from = 0) => {
        writeSync(descriptor, contents, from, Math.floor((contents.length - from) / 2));
        throw Object.assign(new Error('no'), { code: 'ENOSPC' });
      };`,
  });
  return { folder: folder.with({ ...files, filler: '' }), before: script.at('before.cjs') };
}

function isMounted(path: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    // Not even root may, as in most containers.
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [path]);
  });
  return true;
}
