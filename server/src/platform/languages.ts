import { languages, translations } from 'knowledge:translations';
import * as l10n from '@vscode/l10n';

const ENGLISH = 'en';

/** The languages that the program speaks: English, and those with translations under `l10n/`. */
export const LANGUAGES: readonly string[] = [ENGLISH, ...languages];

/** The texts of our data by their English; undefined while English is spoken. */
let dataTexts: ReadonlyMap<string, string> | undefined;

/**
 * Speaks one of `LANGUAGES` from now on, in the whole program. To be called before anything is said or known: texts
 * that were made earlier stay as they are. Speaking English, which the code and the data are written in, reads nothing.
 */
export function speak(language: string): void {
  const texts = translations(language);
  l10n.config({ contents: texts?.messages ?? {} });
  dataTexts = texts && new Map(Object.entries(texts.knowledge));
}

/** A text of our data in the language that is spoken. */
export function dataText(english: string): string {
  return dataTexts?.get(english) ?? english;
}

/** Whether data can stay as it is written. */
export function speaksEnglish(): boolean {
  return dataTexts === undefined;
}

/** The language for somebody's locale, `de` for `de-AT`; English where we speak none of theirs, or know none. */
export function languageFor(locale: string | undefined): string {
  const [language = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return LANGUAGES.includes(language) ? language : ENGLISH;
}
