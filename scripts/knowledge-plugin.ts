/**
 * Puts the data under `schemas/`, the pages of the rules and the translations into the bundles, as modules that exist
 * only while building: `knowledge:standard`, `knowledge:operators`, `knowledge:rule-pages` and `knowledge:file-schemas`
 * with one default export, a function that returns the data; `knowledge:vendors` with one for the index of the packs and
 * one for each pack; and `knowledge:translations` with one for each language.
 *
 * The data is text until that function is called first, inside the bundle or in a file beside it: a program that never
 * asks pays nothing for it, and reading JSON takes a fraction of the time that the same text takes as JavaScript.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type * as esbuild from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';
import type { CrossKeyRuleFile } from '../server/src/catalog/cross-key-rule.ts';
import type {
  AreaFile,
  KeyFile,
  LookalikeFile,
  MeasurandFile,
  RoleNameFile,
  SignalFile,
  SourceFile,
  StandardKnowledge,
} from '../server/src/catalog/knowledge.ts';
import type { OperatorProfile } from '../server/src/catalog/operator-profile.ts';
import type { VendorIndex, VendorPack } from '../server/src/catalog/vendor-pack.ts';
import { projectFolder } from './lib/project.ts';
import { translationFile, translationFolder, translationLanguages } from './lib/translation-files.ts';

const schemasFolder = join(projectFolder, 'schemas');
const standardFolder = join(schemasFolder, 'standard', 'ocpp-1.6');
const operatorsFolder = join(schemasFolder, 'operators');
const vendorsFolder = join(schemasFolder, 'vendors');
const rulePagesFolder = join(projectFolder, 'server', 'src', 'rules', 'pages');

/** Writes an expression that makes data, which a module holds under a name. */
type DataExpression = (data: unknown, name: string) => string;

/** What a module is made of. */
interface LoadedModule {
  /** JavaScript, with its data as the expressions that are handed in. */
  readonly text: (expression: DataExpression) => string;
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
  'knowledge:file-schemas': loadFileSchemas,
  'knowledge:translations': loadTranslations,
};

const knowledgeModule = /^knowledge:/;

/**
 * For esbuild. With `data: 'beside'` the data lies in files in a folder `knowledge` beside the bundle and is read when
 * it is first asked for, so that loading the bundle takes the same time however much is known. Without it the bundle
 * holds everything.
 */
export function knowledgeForEsbuild(
  { data }: { readonly data: 'inside' | 'beside' } = { data: 'inside' },
): esbuild.Plugin {
  return {
    name: 'knowledge',
    setup(build) {
      const outputFolder = dirname(resolve(projectFolder, build.initialOptions.outfile ?? ''));
      build.onResolve({ filter: knowledgeModule }, ({ path }) => ({ path, namespace: 'knowledge' }));
      build.onResolve({ filter: /^\.\/knowledge\//, namespace: 'knowledge' }, ({ path }) => ({
        path,
        external: true,
      }));
      build.onLoad({ filter: knowledgeModule, namespace: 'knowledge' }, ({ path }) => {
        const { text, files, folders } = load(path);
        const contents = text(data === 'beside' ? fileBeside(outputFolder) : parseText);
        return { contents, loader: 'js', watchFiles: [...files], watchDirs: [...folders] };
      });
    },
  };
}

/** Data as a file of its own, written now and required when it is asked for. */
function fileBeside(folder: string): DataExpression {
  return (data, name) => {
    const file = join(folder, 'knowledge', `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(data));
    return `require(${JSON.stringify(`./knowledge/${name}.json`)})`;
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
      return text(parseText);
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
  const crossKeyRules: CrossKeyRuleFile[] = [];
  const others = new Map<string, unknown>();
  for (const file of files) {
    const data = readJson(file);
    if (isKeyFile(data)) keyFiles.push(data);
    else if (isCrossKeyRuleFile(data)) crossKeyRules.push(data);
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
    roleNames: other<RoleNameFile>('role-names'),
    areas: other<AreaFile>('areas'),
    crossKeyRules: crossKeyRules.sort((left, right) => left.order - right.order),
  };
  return { text: moduleOf(data, 'standard'), files, folders: [standardFolder] };
}

function loadOperators(): LoadedModule {
  const files = filesBelow(operatorsFolder, '.json');
  const data = files.map((file) => readJson(file) as OperatorProfile);
  return { text: moduleOf(data, 'operators'), files, folders: [operatorsFolder] };
}

function loadVendors(): LoadedModule {
  const files = filesBelow(vendorsFolder, '.json');
  const packs = files.map((file) => readJson(file) as unknown as VendorPack);
  return { text: moduleOfPacks(packs), files, folders: [vendorsFolder] };
}

/** The pages by rule id, which is their heading. */
function loadRulePages(): LoadedModule {
  const files = filesBelow(rulePagesFolder, '.md');
  const pages = files.map((file) => readFileSync(file, 'utf8'));
  const data = Object.fromEntries(pages.map((page) => [headingOf(page), withoutMarks(page)]));
  return { text: moduleOf(data, 'rule-pages'), files, folders: [rulePagesFolder] };
}

function headingOf(page: string): string {
  return page.slice('# '.length, page.indexOf('\n'));
}

/** A page without the lines that say what its examples must report: they are for the tests, not for readers. */
function withoutMarks(page: string): string {
  return page.replaceAll(/^\/\/~.*\n/gm, '');
}

/** The schemas of the files that users write, without what only helps their authors. */
function loadFileSchemas(): LoadedModule {
  const names = { project: 'project', pack: 'vendor-pack', profile: 'operator-profile' };
  const files = Object.values(names).map((name) => join(schemasFolder, `${name}.schema.json`));
  const data = Object.fromEntries(
    Object.keys(names).map((name, index) => [name, withoutHelp(readJson(files[index] ?? ''))]),
  );
  return { text: moduleOf(data, 'file-schemas'), files, folders: [] };
}

/** What the server says and what it knows; the texts of `package.json` are VS Code's to show. */
function loadTranslations(): LoadedModule {
  const languages = translationLanguages();
  const filesOf = (language: string) => ({
    messages: translationFile('messages', language),
    knowledge: translationFile('knowledge', language),
  });
  return {
    text: (expression) => {
      const readers = languages.map((language) => {
        const { messages, knowledge } = filesOf(language);
        const texts = { messages: readJson(messages), knowledge: readJson(knowledge) };
        return `${language}() { return ${expression(texts, `translations/${language}`)}; },\n`;
      });
      return `const readers = {
${readers.join('')}};
export const languages = Object.keys(readers);
export const translations = (language) => Object.hasOwn(readers, language) ? readers[language]() : undefined;
`;
    },
    files: languages.flatMap((language) => Object.values(filesOf(language))),
    folders: [translationFolder],
  };
}

/** Where a form or a choice between several is wrong, the description is what the message says. */
function withoutHelp(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutHelp);
  if (typeof part !== 'object' || part === null) return part;
  const isSaid = 'pattern' in part || 'anyOf' in part;
  const kept = Object.entries(part).filter(
    ([name, value]) =>
      !(name === 'examples' && Array.isArray(value)) &&
      !(['title', 'description'].includes(name) && typeof value === 'string' && !isSaid),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutHelp(value)]));
}

/** A file of keys says so itself, so that a further profile is one file and no line here. */
function isKeyFile(data: unknown): data is KeyFile {
  return typeof data === 'object' && data !== null && 'profile' in data && 'keys' in data;
}

function isCrossKeyRuleFile(data: unknown): data is CrossKeyRuleFile {
  return typeof data === 'object' && data !== null && 'topic' in data && 'rules' in data;
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

function moduleOf(data: unknown, name: string): LoadedModule['text'] {
  return (expression) => `let data;\nexport default () => (data ??= ${expression(data, name)});\n`;
}

/** Each pack is read in a function of its own: whoever asks for one reads no other. */
function moduleOfPacks(packs: readonly VendorPack[]): LoadedModule['text'] {
  return (expression) => {
    const readers = packs.map(
      (pack) => `${JSON.stringify(pack.id)}() { return ${expression(pack, `vendors/${pack.id}`)}; },\n`,
    );
    return `let index;
export const vendorIndex = () => (index ??= ${expression(indexOf(packs), 'vendors')});
const packs = new Map();
const readers = {
${readers.join('')}};
export const vendorPack = (id) => {
  if (!packs.has(id) && Object.hasOwn(readers, id)) packs.set(id, readers[id]());
  return packs.get(id);
};
`;
  };
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

/** The data as a text inside the bundle. */
function parseText(data: unknown): string {
  // In single quotes, since JSON is full of double ones.
  const text = JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `JSON.parse('${text}')`;
}
