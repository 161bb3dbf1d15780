import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { knowledgeForEsbuild } from '../knowledge-plugin.ts';
import { distFolder, projectFolder } from './project.ts';

/**
 * Imports a module of the product into a script. It is bundled first, because product code leaves things to the
 * bundler that Node alone does not do, such as importing JSON.
 *
 *     const { settings } = await importBundled<typeof import('../server/src/lsp/setting-declarations.ts')>('server/src/lsp/settings.ts');
 */
export async function importBundled<Module>(entry: string): Promise<Module> {
  const outfile = join(distFolder, 'scripts', `${entry.replaceAll(/[^a-z0-9]+/gi, '-')}-${process.pid}.mjs`);
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [knowledgeForEsbuild()],
    logLevel: 'warning',
  });
  try {
    return (await import(pathToFileURL(outfile).href)) as Module;
  } finally {
    rmSync(outfile);
  }
}
