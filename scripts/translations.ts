/**
 * What there is to translate, and the files of translations under `l10n/`. Each holds the translations into one language
 * by the English text, so that a text whose English changes is missing and never wrong.
 *
 *     npm run untranslated -- de     prints what German lacks
 */

/// <reference path="../server/src/platform/knowledge-modules.d.ts" />

import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { importBundled } from './lib/import-bundled.ts';
import { isMain, projectFolder } from './lib/project.ts';
import { type TextKind, translationFile, translationLanguages } from './lib/translation-files.ts';
import { manifestTexts } from './manifest-texts.ts';

/** The translation of each text by its English. */
export type Translations = Readonly<Record<string, string>>;

/** A file of translations and the English texts that it is to hold. */
export interface TranslationFile {
  readonly kind: TextKind;
  readonly language: string;
  /** From the project folder. */
  readonly file: string;
  readonly texts: () => Promise<ReadonlySet<string>>;
}

/** Every file of translations. */
export const translationFiles: readonly TranslationFile[] = translationLanguages().flatMap((language) =>
  (['messages', 'knowledge', 'manifest'] as const).map((kind) => ({
    kind,
    language,
    file: relative(projectFolder, translationFile(kind, language)).replaceAll('\\', '/'),
    texts: () => textsOf(kind),
  })),
);

/** The file's text, sorted and without what is not used any more. It never invents a translation. */
export async function tidyTranslations({ texts }: TranslationFile, current: string): Promise<string> {
  const wanted = await texts();
  const kept = Object.entries(JSON.parse(current) as Translations).filter(([english]) => wanted.has(english));
  return `${JSON.stringify(Object.fromEntries(kept.sort(byEnglish)), undefined, 2)}\n`;
}

/** The texts of a file that have no translation yet, in order. */
export async function missingTexts({ texts, file }: TranslationFile): Promise<readonly string[]> {
  const translations = readTranslations(file);
  return [...(await texts())].filter((text) => !Object.hasOwn(translations, text)).sort();
}

export function readTranslations(file: string): Translations {
  return JSON.parse(readFileSync(join(projectFolder, file), 'utf8')) as Translations;
}

function byEnglish([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

const known = new Map<TextKind, Promise<ReadonlySet<string>>>();

function textsOf(kind: TextKind): Promise<ReadonlySet<string>> {
  const texts = known.get(kind) ?? collect[kind]();
  known.set(kind, texts);
  return texts;
}

const collect: Readonly<Record<TextKind, () => Promise<ReadonlySet<string>>>> = {
  messages: messageTexts,
  knowledge: knowledgeTexts,
  manifest: manifestOnlyTexts,
};

/** What the code says: the first argument of each `l10n.t(…)`, and the rules' titles. */
async function messageTexts(): Promise<ReadonlySet<string>> {
  const files = globSync('{client,server}/src/**/*.ts', { cwd: projectFolder });
  const found = await getL10nJson(
    files.map((file) => ({ contents: readFileSync(join(projectFolder, file), 'utf8'), extension: '.ts' })),
  );
  const { RULES } =
    await importBundled<typeof import('../server/src/rules/index.ts')>('server/src/rules/index.ts');
  const titles = RULES.filter(({ group }) => group !== 'operator').map(({ title }) => title);
  return new Set([...Object.keys(found), ...titles]);
}

/** What the data says: the texts that the program itself translates when it reads the data in another language. */
async function knowledgeTexts(): Promise<ReadonlySet<string>> {
  const [translate, knowledge] = await Promise.all([
    importBundled<typeof import('../server/src/catalog/translate-knowledge.ts')>(
      'server/src/catalog/translate-knowledge.ts',
    ),
    importBundled<typeof import('../server/src/platform/bundled-knowledge.ts')>(
      'server/src/platform/bundled-knowledge.ts',
    ),
  ]);
  const texts = new Set<string>();
  const collector = (text: string): string => {
    texts.add(text);
    return text;
  };
  translate.translatedStandard(knowledge.standardKnowledge(), collector);
  for (const profile of knowledge.operatorProfiles()) translate.translatedProfile(profile, collector);
  translate.translatedSchema(knowledge.fileSchemas(), collector);
  return texts;
}

/** What `package.json` says, without what is translated already because the program says it too. */
async function manifestOnlyTexts(): Promise<ReadonlySet<string>> {
  const [texts, messages, knowledge] = await Promise.all([
    manifestTexts(),
    textsOf('messages'),
    textsOf('knowledge'),
  ]);
  return new Set([...texts.values()].filter((text) => !messages.has(text) && !knowledge.has(text)));
}

if (isMain(import.meta.url)) {
  const wanted = process.argv.slice(2);
  for (const file of translationFiles.filter(
    ({ language }) => wanted.length === 0 || wanted.includes(language),
  )) {
    const missing = await missingTexts(file);
    console.log(`${file.file} lacks ${missing.length}:`);
    for (const text of missing) console.log(`  ${JSON.stringify(text)}: "",`);
  }
}
