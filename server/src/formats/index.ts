import type { ConfigDocument, FormatId } from '../model/document.ts';
import { inOneGo, type Steps } from '../model/steps.ts';
import type { FileHint, Format, ParseOptions } from './format.ts';
import { iniFormat } from './ini/index.ts';
import { SHAPES as INI_SHAPES } from './ini/recognise.ts';
import { jsonFormat } from './json/index.ts';
import { skipTrivia } from './json/trivia.ts';
import { logFormat } from './log.ts';
import { SHAPES as JSON_SHAPES } from './shapes/index.ts';

/** All formats, in the order in which a file of unknown kind is tried. */
const FORMATS: readonly Format[] = [jsonFormat, iniFormat, logFormat];

const JSON_SHAPE_IDS: readonly string[] = JSON_SHAPES.map(({ id }) => id);

/** What `ParseOptions.shape` may say. */
export const SHAPE_IDS: readonly string[] = [...JSON_SHAPE_IDS, ...INI_SHAPES];

const BY_ID = new Map<FormatId, Format>(FORMATS.map((format) => [format.id, format]));

/**
 * Reads a text as a charger's configuration in whatever format it has: the only door to the formats for everything
 * above. Undefined when it is none. Never throws on any text; linear in its length.
 */
export function parseDocument(text: string, options: ParseOptions): ConfigDocument | undefined {
  return inOneGo(parseSteps(text, options));
}

/** The same in steps. */
export function* parseSteps(text: string, options: ParseOptions): Steps<ConfigDocument | undefined> {
  if (isBinary(text)) return undefined;
  for (const format of candidates(text, options)) {
    const document = yield* format.parse(text, options);
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

/**
 * The formats to try, the likeliest first. A file's name or language decides where it says anything: a `.json` file is
 * no INI file. Plain text may be a JSON file that somebody has saved as such.
 */
function candidates(text: string, options: ParseOptions): readonly Format[] {
  const accepting = FORMATS.filter((format) => format.accepts(options) && takesShape(format, options.shape));
  const isText = accepting.length === 0 || accepting.includes(logFormat);
  if (!isText) return accepting;
  const jsonFirst = looksLikeJson(text) ? [jsonFormat] : [];
  const wanted = [...jsonFirst, ...(accepting.length > 0 ? accepting : guesses(options)), iniFormat];
  return [...new Set(wanted)].filter((format) => takesShape(format, options.shape));
}

/** What a text without a telling name may be. A name with an unknown ending is that of another kind of file. */
function guesses({ path }: FileHint): readonly Format[] {
  return path === undefined || !/\.\w+$/.test(path) ? [iniFormat, logFormat] : [iniFormat];
}

function takesShape(format: Format, shape: string | undefined): boolean {
  if (shape === undefined) return true;
  return (format === iniFormat) !== JSON_SHAPE_IDS.includes(shape);
}

/** Whether a text begins as a JSON file does; a log may begin with a date in brackets. */
function looksLikeJson(text: string): boolean {
  const start = skipTrivia(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  return /^(?:\{|\[\s*(?:[[{"\]]|[23]\s*,|$))/.test(text.slice(start, start + SAMPLE));
}

/** How much of a text is looked at for signs that it is none. */
const SAMPLE = 1_000;

function isBinary(text: string): boolean {
  return text.slice(0, SAMPLE).includes('\0');
}
