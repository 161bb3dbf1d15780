/**
 * Packages the extension as `ocpp-config-<version>.vsix`, from a production build.
 *
 *     npm run package
 */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.ts';
import { isMain, projectFolder, readManifest } from './lib/project.ts';

/** Builds and packages; returns the path of the .vsix file. */
export async function packageExtension(): Promise<string> {
  await build({ production: true });
  const { name, version } = readManifest();
  const vsix = join(projectFolder, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: projectFolder,
    packagePath: vsix,
    // Everything the extension needs is in its bundles, so no package goes with it.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return vsix;
}

if (isMain(import.meta.url)) {
  const vsix = await packageExtension();
  console.log(`${vsix} (${(statSync(vsix).size / 1024).toFixed(0)} KiB)`);
}
