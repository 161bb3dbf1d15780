import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Folder } from './folder.ts';
import { commandLineFile, type Finished, finished, run } from './run.ts';

/** What systems call "nobody". */
const NOBODY = 65_534;

/**
 * Runs the program as somebody whom permissions stop, with a folder that belongs to them. The administrator is nobody
 * whom they stop, so a test that runs as root gives its rights up first.
 */
export async function asOrdinaryUser(words: readonly string[], folder: Folder): Promise<Finished> {
  if (process.getuid?.() !== 0) return run(words, { cwd: folder.path });
  giveAway(folder.path);
  // The project may lie where only root may look, and so may Node; so Node starts as root and then steps down.
  const copies = new Folder();
  chmodSync(copies.path, 0o755);
  copyFileSync(commandLineFile, copies.at('cli.js'));
  chmodSync(copies.at('cli.js'), 0o644);
  // The program reads its knowledge from beside itself.
  cpSync(join(dirname(commandLineFile), 'knowledge'), copies.at('knowledge'), { recursive: true });
  writeFileSync(
    copies.at('step-down.cjs'),
    `process.setgroups([]); process.setgid(${NOBODY}); process.setuid(${NOBODY});`,
  );
  const child = spawn(
    process.execPath,
    ['--require', copies.at('step-down.cjs'), copies.at('cli.js'), ...words],
    { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return finished(child);
}

function giveAway(path: string): void {
  chownSync(path, NOBODY, NOBODY);
  for (const name of readdirSync(path, { recursive: true }) as string[]) {
    chownSync(`${path}/${name}`, NOBODY, NOBODY);
  }
}
