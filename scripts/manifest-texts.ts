/**
 * The texts of `package.json` in the user's language: each stands in `package.nls.json` under a key, in whose place
 * `package.json` has `%key%`, and its translation under the same key in `package.nls.<language>.json`.
 *
 * A new text is written into `package.json` as it is; generating moves it. To change one, change it in
 * `package.nls.json`, or where it is generated from.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './lib/project.ts';
import { translationFile } from './lib/translation-files.ts';
import { manifestWithSettings } from './settings-files.ts';

/** The text of `package.json` with keys in place of texts. */
export async function manifestWithKeys(): Promise<string> {
  return (await localized()).manifest;
}

/** The text of `package.nls.json`: every text by its key. */
export async function englishManifestTexts(): Promise<string> {
  return jsonOf(await manifestTexts());
}

/** The text of `package.nls.<language>.json`; what has no translation is left out, and shown in English. */
export async function translatedManifestTexts(language: string): Promise<string> {
  const translations = new Map(
    (['knowledge', 'messages', 'manifest'] as const).flatMap((kind) =>
      Object.entries(
        JSON.parse(readFileSync(translationFile(kind, language), 'utf8')) as Record<string, string>,
      ),
    ),
  );
  const texts = [...(await manifestTexts())].flatMap(([key, text]) => {
    const translation = translations.get(text);
    return translation === undefined ? [] : [[key, translation] as const];
  });
  return jsonOf(texts);
}

/** Every text of `package.json` in English, by its key. */
export async function manifestTexts(): Promise<ReadonlyMap<string, string>> {
  return (await localized()).texts;
}

interface LocalizedManifest {
  readonly manifest: string;
  readonly texts: ReadonlyMap<string, string>;
}

let made: Promise<LocalizedManifest> | undefined;

/** Made once: as soon as one of the two files is written, the other is the only place of some texts. */
function localized(): Promise<LocalizedManifest> {
  made ??= localize();
  return made;
}

async function localize(): Promise<LocalizedManifest> {
  const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
  const known = new Map(Object.entries(JSON.parse(read('package.nls.json')) as Record<string, string>));
  const manifest = JSON.parse(await manifestWithSettings(read('package.json'))) as Record<string, unknown>;
  const keys = new ManifestKeys(known);
  const { description, capabilities, contributes } = manifest;
  const result = {
    ...manifest,
    description: keys.in(description, ['description'], { isText: true }),
    capabilities: keys.in(capabilities, ['capabilities']),
    contributes: keys.in(contributes, []),
  };
  return { manifest: `${JSON.stringify(result, undefined, 2)}\n`, texts: keys.texts };
}

/** Members of a manifest that VS Code shows to people. */
const SHOWN = new Set([
  'title',
  'shortTitle',
  'label',
  'description',
  'markdownDescription',
  'displayName',
  'contents',
  'altText',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'errorMessage',
  'patternErrorMessage',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
]);

/** A name, the same in every language. */
const NAMES = new Set(['OCPP Config']);

/** Gives each text of a manifest a key; the same text has the same one everywhere. */
class ManifestKeys {
  readonly texts = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  /** The texts that were given keys before. */
  readonly #known: ReadonlyMap<string, string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.#known = known;
  }

  /** A part of a manifest with keys in place of its texts. */
  in(
    part: unknown,
    path: readonly string[],
    { isText }: { readonly isText: boolean } = { isText: false },
  ): unknown {
    if (typeof part === 'string') return isText && !NAMES.has(part) ? `%${this.#keyOf(part, path)}%` : part;
    if (Array.isArray(part)) {
      return part.map((item, index) => this.in(item, [...path, nameOf(item) ?? String(index)], { isText }));
    }
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        this.in(value, [...path, name], { isText: SHOWN.has(name) || isViewName(path, name) }),
      ]),
    );
  }

  #keyOf(textOrKey: string, path: readonly string[]): string {
    const text = this.#textOf(textOrKey);
    const used = this.#keys.get(text);
    if (used !== undefined) return used;
    const wanted = path.join('.').replaceAll(/[^\w.-]+/g, '.');
    const key = this.texts.has(wanted) ? `${wanted}.${this.texts.size}` : wanted;
    this.#keys.set(text, key);
    this.texts.set(key, text);
    return key;
  }

  #textOf(textOrKey: string): string {
    const key = /^%([\w.-]+)%$/.exec(textOrKey)?.[1];
    if (key === undefined) return textOrKey;
    const text = this.#known.get(key);
    if (text === undefined) throw new Error(`package.nls.json has no text for ${textOrKey} in package.json`);
    return text;
  }
}

/** By what an item of a list is called: its command, or its id. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { command, id } = item as { readonly command?: unknown; readonly id?: unknown };
  return typeof command === 'string' ? command : typeof id === 'string' ? id : undefined;
}

/** `views.explorer[0].name`. */
function isViewName([part]: readonly string[], name: string): boolean {
  return part === 'views' && name === 'name';
}

function jsonOf(entries: Iterable<readonly [string, string]>): string {
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
