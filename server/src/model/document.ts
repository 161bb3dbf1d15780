import type { OffsetRange } from '../text/range.ts';

/**
 * What the text of a file says, before anybody asks what it means: entries in file order, duplicates kept, each part
 * with its range. Formats make it; nothing in it knows OCPP's keys. Everything is read-only.
 */
export interface ConfigDocument {
  readonly text: string;
  readonly format: FormatId;
  /** Where entries live in this file, for example `get-configuration`; the name of a file in `formats/shapes/`. */
  readonly shape: string;
  /** The configurations in the file: usually one, several in a list of templates or a log of frames. */
  readonly scopes: readonly ConfigScope[];
  /** What the parser could not read, in file order. */
  readonly syntaxProblems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

export type FormatId = 'json' | 'ini' | 'log';

/** One configuration in a file: entries that apply to the same station at the same time. */
export interface ConfigScope {
  /** Position in `ConfigDocument.scopes`. */
  readonly index: number;
  /** How a person would call it: `configurationKey`, `[Ocpp]`, `variants.dc_fast`. */
  readonly label: string;
  readonly purpose: ScopePurpose;
  /** `other`: the section holds a program's own settings, whose names may resemble keys and are none. */
  readonly keysAre: 'ocpp' | 'other';
  readonly dialect: Dialect;
  readonly entries: readonly ConfigEntry[];
  /** Names of keys mentioned without a value, such as the items of `optional_keys` or of `unknownKey`. */
  readonly references: readonly KeyReference[];
  readonly station: StationFields;
  /** The text that holds the entries, brackets or section header included. */
  readonly range: OffsetRange;
}

/**
 * Why the values are in the file.
 * - `template`: values somebody wants and will send to a station.
 * - `dump`: values a station has reported; what it holds read-only or leaves out is a fact, no mistake.
 * - `store`: a station's or simulator's own settings file: it is obeyed as it is and defines read-only values too.
 */
export type ScopePurpose = 'template' | 'dump' | 'store';

/** What the program that reads this kind of file accepts. */
export interface Dialect {
  /**
   * How values are written: `strings` ("900"), `native` (900), `either`, or `plain` (INI, no types at all).
   */
  readonly values: 'strings' | 'native' | 'either' | 'plain';
  /** Whether key names must match in case. OCPP 1.6 ignores case; some loaders do not. */
  readonly keyCase: 'exact' | 'ignored';
  /** Comment starters that the reader takes at the start of a line; empty where none is allowed. */
  readonly comments: readonly ('#' | ';' | '//')[];
  /** Whether the reader refuses the whole file for a key or type it does not know. */
  readonly strict: boolean;
  /** The program, where the shape tells it ("EVerest"); messages name it. */
  readonly reader?: string;
}

/** One key with its value, as written. */
export interface ConfigEntry {
  /** Position in its scope's `entries`. */
  readonly index: number;
  /** The scope's position in `ConfigDocument.scopes`. */
  readonly scope: number;
  readonly address: KeyAddress;
  /** The whole entry without separators or line breaks: `{ "key": …, "value": … }`, `"key": value`, `key=value`. */
  readonly range: OffsetRange;
  /** The key's name without quotes. */
  readonly keyRange: OffsetRange;
  /** Absent when the file has the key without any value, as write-only keys are reported. */
  readonly value: EntryValue | undefined;
  /** The file's own read-only mark, where it has one. */
  readonly readOnly: boolean | undefined;
  /** The file's own mark that a change needs a reboot, where it has one. */
  readonly rebootRequired: boolean | undefined;
}

/**
 * Which setting an entry is about. In OCPP 1.6 that is `name` alone; OCPP 2.x names a component's variable, so that
 * `name` is then the variable's and the other parts say where it lives.
 */
export interface KeyAddress {
  /** As written in the file, escapes decoded. */
  readonly name: string;
  /** The INI section or profile section that holds the entry. */
  readonly section?: string | undefined;
  readonly component?: string | undefined;
  readonly componentInstance?: string | undefined;
  readonly evse?: number | undefined;
  readonly connector?: number | undefined;
  /** The variable, where `name` is more than that, as in a dotted key: `Component.Variable`. */
  readonly variable?: string | undefined;
  readonly variableInstance?: string | undefined;
  readonly attribute?: string | undefined;
}

/** A value as written. `text` is what it says: a string without quotes and escapes, a number's literal, `true`. */
export interface EntryValue {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'plain';
  readonly text: string;
  /** The value without quotes. */
  readonly range: OffsetRange;
  /** The value with its quotes, if it has any; otherwise as `range`. */
  readonly fullRange: OffsetRange;
  /** Stretches of `range` that are no part of `text`: where a `.properties` value goes on in the next line. */
  readonly gaps?: readonly OffsetRange[] | undefined;
}

/** A key's name where no value belongs to it. */
export interface KeyReference {
  readonly name: string;
  readonly range: OffsetRange;
  /** `request`: asked for. `unknown`: the station said it does not have it. `listed`: named by a template. */
  readonly role: 'request' | 'unknown' | 'listed';
}

/** What the file says of its station outside the key list, as written there; nothing is interpreted yet. */
export interface StationFields {
  readonly vendor?: StationField | undefined;
  readonly model?: StationField | undefined;
  readonly firmware?: StationField | undefined;
  /** What is printed on the station. */
  readonly serial?: StationField | undefined;
  /** The name under which it logs in at the back office. */
  readonly identity?: StationField | undefined;
  /** Anything that names AC or DC: `currentOutType`, `currentType`, `power_type`. */
  readonly current?: StationField | undefined;
  /** How many phases the station has: `numberOfPhases`. */
  readonly phases?: StationField | undefined;
  readonly protocol?: StationField | undefined;
}

export interface StationField {
  readonly text: string;
  /** What the field is called in the file, for the sentence that explains a conclusion. */
  readonly field: string;
  readonly range: OffsetRange;
}

export interface SyntaxProblem {
  readonly range: OffsetRange;
  /** A sentence for a person, without a full stop at its end. */
  readonly message: string;
}

/** A comment; `text` is without its starter and surrounding blanks. */
export interface Comment {
  readonly range: OffsetRange;
  readonly text: string;
}

/**
 * The offset in the file of character `index` of a value's text, where escapes and continued lines make the two differ.
 * `index` may be the text's length, for the end.
 */
export function offsetInValue(documentText: string, value: EntryValue, index: number): number {
  const { start, end } = value.range;
  if (end - start === value.text.length) return start + index;
  if (index >= value.text.length) return end;
  const gaps = value.gaps ?? [];
  let offset = start;
  let gap = 0;
  for (let count = 0; offset < end; count++) {
    for (let next = gaps[gap]; next !== undefined && next.start <= offset; next = gaps[++gap])
      offset = next.end;
    if (count === index) break;
    offset += escapeLength(documentText, offset);
  }
  return Math.min(offset, end);
}

const BACKSLASH = 92;
const LETTER_U = 117;

/** How many characters of the file one character of a JSON string takes. */
function escapeLength(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== BACKSLASH) return 1;
  return text.charCodeAt(offset + 1) === LETTER_U ? 6 : 2;
}
