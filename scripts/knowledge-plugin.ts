/**
 * Puts the data under `schemas/` and the pages of the rules into the bundles, as modules that exist only while
 * building: `knowledge:standard`, `knowledge:operators` and `knowledge:rule-pages` with one default export, a function
 * that returns the data, and `knowledge:vendors` with one for the index of the packs and one for each pack.
 *
 * The data is a string until that function is called first: a program that never asks pays nothing for it, and
 * `JSON.parse` reads it in a fraction of the time that the same text takes as a JavaScript object.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type * as esbuild from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';
import type {
  KeyFile,
  LookalikeFile,
  MeasurandFile,
  SignalFile,
  SourceFile,
  StandardKnowledge,
} from '../server/src/catalog/knowledge.ts';
import type { OperatorProfile } from '../server/src/catalog/operator-profile.ts';
import type { VendorIndex, VendorPack } from '../server/src/catalog/vendor-pack.ts';
import { projectFolder } from './lib/project.ts';

const standardFolder = join(projectFolder, 'schemas', 'standard', 'ocpp-1.6');
const operatorsFolder = join(projectFolder, 'schemas', 'operators');
const vendorsFolder = join(projectFolder, 'schemas', 'vendors');
const rulesFolder = join(projectFolder, 'server', 'src', 'rules');

/** What a module is made of. */
interface LoadedModule {
  /** JavaScript. */
  readonly text: string;
  /** Files that were read and folders that were searched: when they change, the module is stale. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Each module by the name that it is imported by. */
const modules: Readonly<Record<string, () => LoadedModule>> = {
  'knowledge:standard': loadStandard,
  'knowledge:operators': loadOperators,
  'knowledge:vendors': loadVendors,
  'knowledge:rule-pages': loadRulePages,
};

const knowledgeModule = /^knowledge:/;

/** For esbuild: the bundles. */
export function knowledgeForEsbuild(): esbuild.Plugin {
  return {
    name: 'knowledge',
    setup(build) {
      build.onResolve({ filter: knowledgeModule }, ({ path }) => ({ path, namespace: 'knowledge' }));
      build.onLoad({ filter: knowledgeModule, namespace: 'knowledge' }, ({ path }) => {
        const { text, files, folders } = load(path);
        return { contents: text, loader: 'js', watchFiles: [...files], watchDirs: [...folders] };
      });
    },
  };
}

/** For Vite: the tests. */
export function knowledgeForVite(): VitePlugin {
  return {
    name: 'knowledge',
    // By convention a zero byte in front keeps other plugins from looking for a file of that name.
    resolveId: (id) => (knowledgeModule.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0knowledge:')) return undefined;
      const { text, files } = load(id.slice(1));
      for (const file of files) this.addWatchFile(file);
      return text;
    },
  };
}

function load(name: string): LoadedModule {
  const loader = modules[name];
  if (loader === undefined) {
    throw new Error(`There is no module ${name}; there are ${Object.keys(modules).join(', ')}.`);
  }
  return loader();
}

function loadStandard(): LoadedModule {
  const files = filesBelow(standardFolder, '.json');
  const keyFiles: KeyFile[] = [];
  const others = new Map<string, unknown>();
  for (const file of files) {
    const data = readJson(file);
    if (isKeyFile(data)) keyFiles.push(data);
    else others.set(nameBelow(standardFolder, file, '.json'), data);
  }
  const other = <T>(name: string): T => {
    if (!others.has(name)) throw new Error(`${standardFolder} has no ${name}.json`);
    return others.get(name) as T;
  };
  const data: StandardKnowledge = {
    keyFiles: keyFiles.sort(byPlace),
    measurands: other<MeasurandFile>('measurands'),
    lookalikes: other<LookalikeFile>('lookalikes'),
    sources: other<SourceFile>('sources'),
    signals: other<SignalFile>('signals'),
  };
  return { text: moduleOf(data), files, folders: [standardFolder] };
}

function loadOperators(): LoadedModule {
  const files = filesBelow(operatorsFolder, '.json');
  const data = files.map((file) => readJson(file) as OperatorProfile);
  return { text: moduleOf(data), files, folders: [operatorsFolder] };
}

function loadVendors(): LoadedModule {
  const files = filesBelow(vendorsFolder, '.json');
  const packs = files.map((file) => readJson(file) as unknown as VendorPack);
  return { text: moduleOfPacks(packs), files, folders: [vendorsFolder] };
}

/** The pages by rule id: the path below `rules/`, which is `greenflux/…` for a page in a folder. */
function loadRulePages(): LoadedModule {
  const files = filesBelow(rulesFolder, '.md');
  const data = Object.fromEntries(
    files.map((file) => [nameBelow(rulesFolder, file, '.md'), withoutMarks(readFileSync(file, 'utf8'))]),
  );
  return { text: moduleOf(data), files, folders: [rulesFolder] };
}

/** A page without the lines that say what its examples must report: they are for the tests, not for readers. */
function withoutMarks(page: string): string {
  return page.replaceAll(/^\/\/~.*\n/gm, '');
}

/** A file of keys says so itself, so that a further profile is one file and no line here. */
function isKeyFile(data: unknown): data is KeyFile {
  return typeof data === 'object' && data !== null && 'profile' in data && 'keys' in data;
}

function byPlace(left: KeyFile, right: KeyFile): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (left.order ?? last) - (right.order ?? last) || (left.profile < right.profile ? -1 : 1);
}

/** All files of a kind in a folder and below, in an order that does not depend on the file system. */
function filesBelow(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function nameBelow(folder: string, file: string, extension: string): string {
  return relative(folder, file).slice(0, -extension.length).split(sep).join('/');
}

/** A data file without the member that is there for its author's editor. */
function readJson(file: string): unknown {
  try {
    const { $schema: _, ...data } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return data;
  } catch (error) {
    throw new Error(`${relative(projectFolder, file)} is not JSON.`, { cause: error });
  }
}

function moduleOf(data: unknown): string {
  return `let data;\nexport default () => (data ??= ${parseText(data)});\n`;
}

/**
 * Each pack is a string in a function of its own: whoever asks for one makes neither the others' strings nor their
 * objects.
 */
function moduleOfPacks(packs: readonly VendorPack[]): string {
  const readers = packs.map((pack) => `${JSON.stringify(pack.id)}() { return ${parseText(pack)}; },\n`);
  return `let index;
export const vendorIndex = () => (index ??= ${parseText(indexOf(packs))});
const packs = new Map();
const readers = {
${readers.join('')}};
export const vendorPack = (id) => {
  if (!packs.has(id) && Object.hasOwn(readers, id)) packs.set(id, readers[id]());
  return packs.get(id);
};
`;
}

function indexOf(packs: readonly VendorPack[]): VendorIndex {
  const keys: Record<string, string[]> = {};
  const families: Record<string, string[]> = {};
  for (const pack of packs) {
    for (const { name } of pack.keys) {
      const withoutBrackets = name.replaceAll('[[', '');
      if (withoutBrackets.includes('[')) addTo(families, name, pack.id);
      else addTo(keys, name.replaceAll('[[', '['), pack.id);
    }
  }
  return {
    packs: packs.map(({ id, name, names, models }) => ({ id, name, names, models })),
    keys,
    families,
  };
}

function addTo(lists: Record<string, string[]>, name: string, id: string): void {
  const list = lists[name];
  if (list === undefined) lists[name] = [id];
  else if (!list.includes(id)) list.push(id);
}

/** A JavaScript expression that makes the data. */
function parseText(data: unknown): string {
  // In single quotes, since JSON is full of double ones.
  const text = JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `JSON.parse('${text}')`;
}
