/** The files that are generated, and from what. `scripts/generate.ts` writes or checks them. */

import { iniGrammarFile, jsonGrammarFile } from './grammars.ts';
import { manifestWithSettings, settingsManual } from './settings-files.ts';

export interface GeneratedFile {
  /** Its path from the project folder. */
  readonly file: string;
  /** The whole text the file must have. `current` is what it has now, for generators that own only a part of it. */
  readonly contents: (current: string) => Promise<string> | string;
}

/** To add one that needs product code, load that with `importBundled` (scripts/lib/import-bundled.ts). */
export const generatedFiles: readonly GeneratedFile[] = [
  { file: 'package.json', contents: manifestWithSettings },
  { file: 'docs/settings.md', contents: settingsManual },
  { file: 'syntaxes/ocpp-ini.tmLanguage.json', contents: iniGrammarFile },
  { file: 'syntaxes/ocpp-json.tmLanguage.json', contents: jsonGrammarFile },
];
