/** Where things are in this project. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = resolve(import.meta.dirname, '..', '..');
export const distFolder = join(projectFolder, 'dist');
export const examplesFolder = join(projectFolder, 'examples');

export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

/** The parts of package.json that scripts need. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Manifest;
}

/** Whether the module with this URL is the program that was started, and not an import of it. */
export function isMain(moduleUrl: string): boolean {
  return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === resolve(process.argv[1]);
}
