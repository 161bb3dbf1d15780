import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '..', '..');
export const schemasFolder = join(projectFolder, 'schemas');

/** A file of data under `schemas/`, as it is on disk. */
export interface DataFile {
  /** Path below the project, with slashes: for the names of tests. */
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The schema that the file names, as an absolute path. */
  readonly schema: string;
}

/** Every data file of the standard, the operators and the vendors; the schemas themselves are none. */
export function dataFiles(): DataFile[] {
  return ['standard', 'operators', 'vendors']
    .filter((folder) => existsSync(join(schemasFolder, folder)))
    .flatMap((folder) =>
      readdirSync(join(schemasFolder, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.json'))
        .sort()
        .map((path) => readDataFile(join(schemasFolder, folder, path))),
    );
}

export function readJson(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

function readDataFile(path: string): DataFile {
  const data = readJson(path);
  const name = relative(projectFolder, path).replaceAll('\\', '/');
  return { name, data, schema: resolve(dirname(path), String(data.$schema)) };
}
