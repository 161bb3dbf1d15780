import type { ConfigDocument, ConfigEntry, ConfigScope } from '../../model/document.ts';
import { offsetInValue } from '../../model/document.ts';
import type { PlainValue } from '../../model/problem.ts';
import { smallestEdit, type TextEdit } from '../../text/edits.ts';
import { joinedRanges } from '../../text/range.ts';
import type { NewEntry } from '../format.ts';
import { afterByteOrderMark, afterLineBreak, isBlank, isLineBreak, lineStart } from './characters.ts';
import { type IniDocument, iniDocument, type SectionPart } from './document.ts';
import { encodeKey, encodeValue } from './escapes.ts';
import type { Flavour } from './flavour.ts';
import { type EntryLine, readLine } from './lines.ts';

/** The line of an entry, read again: a document keeps no more of it than the model has. */
export function entryLine(document: IniDocument, entry: ConfigEntry): EntryLine {
  const line = readLine(document.text, lineStart(document.text, entry.range.start), document.flavour);
  if (line.kind !== 'entry') throw new RangeError('the entry is not of this document');
  return line;
}

/** No edit where the value is there already, or cannot be written: a line break, which INI files have no notation for. */
export function setValue(document: ConfigDocument, entry: ConfigEntry, value: PlainValue): TextEdit[] {
  const ini = iniDocument(document);
  const line = entryLine(ini, entry);
  const wanted = String(value);
  const old = line.value.text;
  if (wanted === old) return [];
  for (const edit of valueEdits(ini, line, wanted)) {
    if (readsBack(ini, line, edit, wanted)) return [edit];
  }
  return [];
}

/** Ways to write a value, the one that changes least first. */
function* valueEdits(document: IniDocument, line: EntryLine, wanted: string): Generator<TextEdit> {
  const { text, flavour } = document;
  const { value, separator } = line;
  const encoded = encodedFor(flavour, wanted);
  const isEmpty = value.fullRange.start === value.fullRange.end;
  if (isEmpty) {
    const wantsBlank = isBlank(text.charCodeAt(separator - 1)) && value.range.start === separator + 1;
    for (const written of quotings(document, encoded)) {
      yield { range: value.range, newText: wantsBlank ? ` ${written}` : written };
    }
    return;
  }
  if (document.reading === 'literal') {
    // Blanks before the value are a part of it there, and go with the old one.
    yield smallestEdit(text, { start: separator + 1, end: value.range.end }, encoded);
  }
  if (value.gaps !== undefined) yield middleEdit(text, line, wanted);
  yield smallestEdit(text, value.range, encoded);
  const [bare = encoded, ...quoted] = quotings(document, encoded);
  for (const written of line.quote === undefined ? [bare, ...quoted] : [...quoted, bare]) {
    yield smallestEdit(text, value.fullRange, written);
  }
}

/** Replaces what differs between old and new value only, so that a value keeps the lines it is written in. */
function middleEdit(text: string, { value }: EntryLine, wanted: string): TextEdit {
  const old = value.text;
  const { range, newText } = smallestEdit(old, { start: 0, end: old.length }, wanted);
  return {
    range: {
      start: offsetInValue(text, value, range.start),
      end: offsetInValue(text, value, range.end),
    },
    newText: encodeValue(newText),
  };
}

function encodedFor(flavour: Flavour, value: string): string {
  return flavour === 'properties' ? encodeValue(value) : value;
}

/** A value bare and, where the reader takes quotes away, in either kind of them. */
function quotings({ reading }: IniDocument, value: string): readonly string[] {
  return reading === 'lenient' ? [value, `"${value}"`, `'${value}'`] : [value];
}

/** Whether the line says, after an edit to its value, what was wanted and nothing else. */
function readsBack({ text, flavour }: IniDocument, line: EntryLine, edit: TextEdit, wanted: string): boolean {
  const before = text.slice(line.start, edit.range.start);
  const after = text.slice(edit.range.end, line.next);
  const edited = before + edit.newText + after;
  const read = readLine(edited, 0, flavour);
  return (
    read.kind === 'entry' &&
    read.next === edited.length &&
    read.name === line.name &&
    read.value.text === wanted &&
    read.flaw === undefined &&
    read.comment?.text === line.comment?.text
  );
}

/** Gives an entry another key. No edits where that is its name already, or no name that the file can hold. */
export function renameKey(document: ConfigDocument, entry: ConfigEntry, name: string): TextEdit[] {
  const { text, flavour } = iniDocument(document);
  const written = flavour === 'properties' ? encodeKey(name) : name;
  if (name === entry.address.name || !isKey(written, flavour)) return [];
  return [smallestEdit(text, entry.keyRange, written)];
}

/** Whether a name can stand left of the `=`. */
function isKey(written: string, flavour: Flavour): boolean {
  const line = readLine(`${written}=1`, 0, flavour);
  return (
    line.kind === 'entry' &&
    line.key.start === 0 &&
    line.key.end === written.length &&
    line.value.text === '1'
  );
}

/** Removes the entries' lines; at the end of a file without final line break the break before them, so that none is left. */
export function removeEntries(document: ConfigDocument, entries: readonly ConfigEntry[]): TextEdit[] {
  const ini = iniDocument(document);
  const { text } = ini;
  const lines = entries.map((entry) => {
    const { start, next } = entryLine(ini, entry);
    return { start: afterByteOrderMark(text, start), end: next };
  });
  return joinedRanges(lines).map(({ start, end }) => {
    const isBroken = isLineBreak(text.charCodeAt(end - 1));
    return { range: { start: isBroken ? start : beforeLineBreak(text, start), end }, newText: '' };
  });
}

/** The start of the line break that ends at an offset; the offset where none does. */
function beforeLineBreak(text: string, offset: number): number {
  if (offset === 0 || !isLineBreak(text.charCodeAt(offset - 1))) return offset;
  return text.endsWith('\r\n', offset) ? offset - 2 : offset - 1;
}

/** Adds a line behind the last entry of the section that the entry names, or else that holds most of the scope. */
export function insertEntry(document: ConfigDocument, scope: ConfigScope, entry: NewEntry): TextEdit[] {
  const ini = iniDocument(document);
  const { text } = ini;
  const part = partNamed(ini, scope, entry.section) ?? mainPart(ini, scope);
  if (part === undefined) return [];
  const written = entryText(ini, scope, entry);
  if (written === undefined) return [];
  const last = scope.entries[part.entries.end - 1];
  const lineBreak = lineBreakOf(text);
  if (last !== undefined && part.entries.end > part.entries.start) {
    const at = entryLine(ini, last).end;
    return [{ range: { start: at, end: at }, newText: lineBreak + written }];
  }
  if (part.header !== undefined) {
    const at = readLine(text, part.start, ini.flavour).end;
    return [{ range: { start: at, end: at }, newText: lineBreak + written }];
  }
  // A file without any entry, or a beginning without one: behind its comments.
  const at = part.end;
  const isFreshLine = at === afterByteOrderMark(text, 0) || isLineBreak(text.charCodeAt(at - 1));
  return [
    {
      range: { start: at, end: at },
      newText: isFreshLine ? written + lineBreak : lineBreak + written,
    },
  ];
}

/** The part of a scope's section with most entries. */
function mainPart({ parts }: IniDocument, scope: ConfigScope): SectionPart | undefined {
  const own = parts.filter((part) => part.scope === scope.index);
  const counts = new Map<string, number>();
  let section = own[0]?.name;
  let most = 0;
  for (const { name, entries } of own) {
    const count = (counts.get(name) ?? 0) + entries.end - entries.start;
    counts.set(name, count);
    if (count <= most) continue;
    section = name;
    most = count;
  }
  return partNamed({ parts }, scope, section);
}

/** Of the parts of a section the last one with entries; the last one where none has any. */
function partNamed(
  { parts }: Pick<IniDocument, 'parts'>,
  scope: ConfigScope,
  section: string | undefined,
): SectionPart | undefined {
  const own = parts.filter((part) => part.scope === scope.index && part.name === section);
  return own.findLast(({ entries }) => entries.end > entries.start) ?? own.at(-1);
}

/** A new line in the style of the scope's other entries; undefined where it cannot be written. */
function entryText(document: IniDocument, scope: ConfigScope, entry: NewEntry): string | undefined {
  const style = styleOf(document, scope);
  const name = document.flavour === 'properties' ? encodeKey(entry.name) : entry.name;
  if (!isKey(name, document.flavour)) return undefined;
  const lead = `${style.before}${name}${style.separator}`;
  const written = writtenValue(document, entry.value, { lead, quote: style.quote });
  return written === undefined ? undefined : lead + written;
}

/** What stands before a value in its line, and the quotes that it should get if it does not need others. */
export interface ValuePlace {
  readonly lead: string;
  readonly quote?: EntryStyle['quote'];
}

/** A value as it must be written to be read back: bare or in quotes. Undefined where neither does. */
export function writtenValue(
  document: IniDocument,
  value: PlainValue,
  { lead, quote = undefined }: ValuePlace,
): string | undefined {
  const forms = quotings(document, encodedFor(document.flavour, String(value)));
  const wanted = quote === undefined ? forms : forms.filter((form) => form.startsWith(quote));
  return [...wanted, ...forms].find((form) => {
    const read = readLine(lead + form, 0, document.flavour);
    if (read.kind !== 'entry' || read.comment !== undefined || read.flaw !== undefined) return false;
    return read.value.text === String(value) && read.end === read.next;
  });
}

/** How entries are written: what stands before a key, between key and value, and round values. */
interface EntryStyle {
  readonly before: string;
  readonly separator: string;
  readonly quote: '"' | "'" | undefined;
}

const PLAIN_STYLE: EntryStyle = { before: '', separator: '=', quote: undefined };

/** The style of a scope's entries: the last one's, and quotes only where the last few all have them. */
export function styleOf(document: IniDocument, scope: ConfigScope): EntryStyle {
  const { text } = document;
  if (document.reading === 'literal') return PLAIN_STYLE;
  const withValue = (entry: ConfigEntry): boolean => entry.value?.text !== '';
  const models = scope.entries
    .filter(withValue)
    .slice(-STYLE_MODELS)
    .map((entry) => entryLine(document, entry));
  const model = models.at(-1);
  if (model === undefined) return PLAIN_STYLE;
  const before = text.slice(lineStart(text, model.content), model.key.start).replace('\ufeff', '');
  const blanksBefore = text.slice(model.key.end, model.separator);
  const blanksAfter = text.slice(model.separator + 1, model.value.fullRange.start);
  const isQuoted = models.every(({ quote }) => quote !== undefined && quote === model.quote);
  return {
    before,
    separator: oneBlank(blanksBefore) + text.charAt(model.separator) + oneBlank(blanksAfter),
    quote: isQuoted ? model.quote : undefined,
  };
}

const STYLE_MODELS = 3;

/** Several blanks align a column, which a new key's length would break; one is enough. */
function oneBlank(blanks: string): string {
  return blanks.length > 1 ? ' ' : blanks;
}

/** The line break that a text uses: its first one. */
export function lineBreakOf(text: string): string {
  const at = text.search(/[\r\n]/);
  return at < 0 ? '\n' : text.slice(at, afterLineBreak(text, at));
}
