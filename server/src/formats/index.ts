import type { ConfigDocument, FormatId } from '../model/document.ts';
import type { FileHint, Format, ParseOptions } from './format.ts';
import { iniFormat } from './ini/index.ts';
import { SHAPES as INI_SHAPES } from './ini/recognise.ts';
import { jsonFormat } from './json/index.ts';
import { SHAPES as JSON_SHAPES } from './shapes/index.ts';

/** All formats, in the order in which a file of unknown kind is tried. */
const FORMATS: readonly Format[] = [jsonFormat, iniFormat];

/** What `ParseOptions.shape` may say. */
export const SHAPE_IDS: readonly string[] = [...JSON_SHAPES.map(({ id }) => id), ...INI_SHAPES];

const BY_ID = new Map<FormatId, Format>(FORMATS.map((format) => [format.id, format]));

/**
 * Reads a text as a charger's configuration in whatever format it has: the only door to the formats for everything
 * above. Undefined when it is none. Never throws on any text; linear in its length.
 */
export function parseDocument(text: string, options: ParseOptions): ConfigDocument | undefined {
  for (const format of candidates(options)) {
    const document = format.parse(text, options);
    if (document !== undefined) return document;
  }
  return undefined;
}

/** The format that made a document and can edit it. */
export function formatOf(document: ConfigDocument): Format {
  const format = BY_ID.get(document.format);
  if (format === undefined) throw new TypeError(`there is no format ${document.format}`);
  return format;
}

/** The formats that usually have such a name or language; all of them where none claims it. */
function candidates(hint: FileHint): readonly Format[] {
  const accepting = FORMATS.filter((format) => format.accepts(hint));
  return accepting.length > 0 ? accepting : FORMATS;
}
