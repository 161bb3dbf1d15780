import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.ts';

/** Where translations lie. VS Code knows this folder too, by `l10n` in `package.json`. */
export const translationFolder = join(projectFolder, 'l10n');

/**
 * What is translated: `messages`, the strings of the code; `knowledge`, the texts of the data under `schemas/`;
 * `manifest`, those of `package.json`. Each is one file a language, with the translation of each text by its English.
 */
export type TextKind = 'messages' | 'knowledge' | 'manifest';

/** The names of messages are those that VS Code looks for. */
const names: Readonly<Record<TextKind, string>> = {
  messages: 'bundle.l10n',
  knowledge: 'knowledge',
  manifest: 'manifest',
};

/** The whole path of a file of translations. */
export function translationFile(kind: TextKind, language: string): string {
  return join(translationFolder, `${names[kind]}.${language}.json`);
}

/** The languages besides English: those that have a file of messages. */
export function translationLanguages(): readonly string[] {
  return readdirSync(translationFolder)
    .flatMap((file) => /^bundle\.l10n\.([a-z]+)\.json$/.exec(file)?.[1] ?? [])
    .sort();
}
