/** The files that are generated, and from what. `scripts/generate.ts` writes or checks them. */

import { iniGrammarFile, jsonGrammarFile } from './grammars.ts';
import { translationLanguages } from './lib/translation-files.ts';
import { englishManifestTexts, manifestWithKeys, translatedManifestTexts } from './manifest-texts.ts';
import { ruleIndex } from './rule-index.ts';
import { settingsManual } from './settings-files.ts';
import { tidyTranslations, translationFiles } from './translations.ts';

export interface GeneratedFile {
  /** Its path from the project folder. */
  readonly file: string;
  /** The whole text the file must have. `current` is what it has now, for generators that own only a part of it. */
  readonly contents: (current: string) => Promise<string> | string;
}

/** To add one that needs product code, load that with `importBundled` (scripts/lib/import-bundled.ts). */
export const generatedFiles: readonly GeneratedFile[] = [
  { file: 'package.json', contents: manifestWithKeys },
  { file: 'package.nls.json', contents: englishManifestTexts },
  ...translationFiles.map((translations) => ({
    file: translations.file,
    contents: (current: string) => tidyTranslations(translations, current),
  })),
  // Made of the files of translations, so after them.
  ...translationLanguages().map((language) => ({
    file: `package.nls.${language}.json`,
    contents: () => translatedManifestTexts(language),
  })),
  { file: 'docs/settings.md', contents: settingsManual },
  { file: 'docs/rules.md', contents: ruleIndex },
  { file: 'syntaxes/ocpp-ini.tmLanguage.json', contents: iniGrammarFile },
  { file: 'syntaxes/ocpp-json.tmLanguage.json', contents: jsonGrammarFile },
];
