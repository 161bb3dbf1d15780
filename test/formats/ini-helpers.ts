import type { ParseOptions } from '../../server/src/formats/format.ts';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import type { ConfigDocument, ConfigEntry } from '../../server/src/model/document.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { catalog } from '../helpers/knowledge.ts';

/** A document from a text that must be recognised; the file is an `.ini` unless the options name another. */
export function parseIni(text: string, options: Partial<ParseOptions> = {}): ConfigDocument {
  const document = recogniseIni(text, options);
  if (document === undefined) throw new Error(`not recognised:\n${text}`);
  return document;
}

export function recogniseIni(text: string, options: Partial<ParseOptions> = {}): ConfigDocument | undefined {
  return inOneGo(iniFormat.parse(text, { path: 'charger.ini', isKeyName: catalog.isKeyName, ...options }));
}

/** A document from any text, as a file that the user has said to be a configuration. */
export function parseForced(text: string, options: Partial<ParseOptions> = {}): ConfigDocument {
  return parseIni(text, { shape: 'properties', ...options });
}

/** What a document's entries say: `[section] key → value`, the section only where there is one. */
export function entriesOf(document: ConfigDocument): string[] {
  return document.scopes.flatMap((scope) =>
    scope.entries.map(({ address, value }) => {
      const section = address.section === undefined ? '' : `[${address.section}] `;
      return `${section}${address.name} → ${value?.text}`;
    }),
  );
}

/** The syntax problems as a reader sees them: the text they are about, and what is said of it. */
export function problemsOf(document: ConfigDocument): [text: string, message: string][] {
  return document.syntaxProblems.map(({ range, message }) => [
    document.text.slice(range.start, range.end),
    message,
  ]);
}

export function entryNamed(document: ConfigDocument, name: string): ConfigEntry {
  const entry = document.scopes
    .flatMap((scope) => scope.entries)
    .find(({ address }) => address.name === name);
  if (entry === undefined) throw new Error(`no ${name} in:\n${document.text}`);
  return entry;
}
