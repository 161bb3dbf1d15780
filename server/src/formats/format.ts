import type { ConfigDocument, ConfigEntry, ConfigScope, FormatId } from '../model/document.ts';
import type { PlainValue } from '../model/problem.ts';
import type { Steps } from '../model/steps.ts';
import type { TextEdit } from '../text/edits.ts';
import type { OffsetRange } from '../text/range.ts';
import type { EntryOrder } from './entry-order.ts';
import type { TextLayout } from './layout.ts';

/**
 * One file format: text to document, and intents back to edits. An adapter knows no OCPP: what it must know of key
 * names, to tell a charger's file from another program's, comes in as `ParseOptions.isKeyName`.
 */
export interface Format {
  readonly id: FormatId;
  /** Whether a file of this name or VS Code language is usually in this format. */
  accepts(file: FileHint): boolean;
  /**
   * Reads any text, however broken, and never throws. Undefined means: not a charger configuration, leave it alone.
   * Linear in the text's length.
   */
  parse(text: string, options: ParseOptions): Steps<ConfigDocument | undefined>;
  /** Writes another value; adds one where the entry has none. Quotes and notation stay as the file has them. */
  setValue(document: ConfigDocument, entry: ConfigEntry, value: PlainValue): TextEdit[];
  renameKey(document: ConfigDocument, entry: ConfigEntry, name: string): TextEdit[];
  /**
   * Removes entries with what separates them from their neighbours: commas, lines. No edit for an entry that cannot go by
   * itself, as the payload of a message.
   */
  removeEntries(document: ConfigDocument, entries: readonly ConfigEntry[]): TextEdit[];
  /**
   * Adds an entry at the end of a scope, or of the section in it that the entry names, written like the ones before it.
   * No edit where the scope can have no more, as a message about one key.
   */
  insertEntry(document: ConfigDocument, scope: ConfigScope, entry: NewEntry): TextEdit[];
  /** What holds entries together, in file order: sections with their headers, lists and maps with their brackets. */
  containersOf(document: ConfigDocument): readonly OffsetRange[];
  /**
   * Puts the entries of a scope in order, each within the section, list or map that it stands in, with the comments that
   * belong to it. Changes nothing but the order and white space; no edit where they are in order already.
   */
  sortEntries(document: ConfigDocument, scope: ConfigScope, order: EntryOrder): TextEdit[];
  /** Tidies white space, of the lines of a range or of all. What a reader may take for a part of a value stays. */
  formatWhiteSpace(document: ConfigDocument, layout: TextLayout, range?: OffsetRange): TextEdit[];
  /** What the text at an offset is part of; undefined where nothing of ours can stand. */
  cursorAt(document: ConfigDocument, offset: number): Cursor | undefined;
  /** How to write a whole entry at a cursor in a gap or on a key, as an editor snippet. */
  completeEntry(document: ConfigDocument, cursor: KeyCursor | GapCursor, entry: NewEntry): EntryCompletion;
  /** How to write a value at a cursor: quoted or bare, as the place needs it. */
  completeValue(document: ConfigDocument, cursor: ValueCursor, value: PlainValue): string;
}

/** What is known of a file besides its text. */
export interface FileHint {
  /** VS Code's language id, where an editor is the caller. */
  readonly languageId?: string | undefined;
  /** Path or URI; only its last part is looked at. */
  readonly path?: string | undefined;
}

export interface ParseOptions extends FileHint {
  /** Whether a name is exactly, with its case, the name of a known key. */
  readonly isKeyName: (name: string) => boolean;
  /** A shape that the user has fixed for this file; it is used without asking whether the file looks like ours. */
  readonly shape?: string | undefined;
}

export interface NewEntry {
  readonly name: string;
  readonly value: PlainValue;
  /**
   * Where keys belong to the sections of a scope (EVerest's profiles): the section's name. Without it, or where the file
   * has no such section, the entry goes into the main one.
   */
  readonly section?: string | undefined;
}

/** On a key's name: `range` is the name without quotes; with them where the cursor is outside of them. */
export interface KeyCursor {
  readonly kind: 'key';
  readonly scope: ConfigScope;
  readonly entry: ConfigEntry;
  readonly range: OffsetRange;
}

/**
 * On or at the place of a value. `range` is what a completion replaces: the value without quotes, with them where the
 * cursor is outside of them, and empty where no value is written yet.
 */
export interface ValueCursor {
  readonly kind: 'value';
  readonly scope: ConfigScope;
  readonly entry: ConfigEntry;
  readonly range: OffsetRange;
  /** Whether the cursor is between quotes that are already there (or where none are needed). */
  readonly insideQuotes: boolean;
}

/** Between entries, where a new one can be typed. `range` is the beginning of it that is there already. */
export interface GapCursor {
  readonly kind: 'gap';
  readonly scope: ConfigScope;
  readonly range: OffsetRange;
  /** The section that the cursor is in, where the scope has sections. */
  readonly section?: string | undefined;
}

export type Cursor = KeyCursor | ValueCursor | GapCursor;

export interface EntryCompletion {
  /** What is replaced; contains the cursor and stays on one line, as LSP asks. */
  readonly range: OffsetRange;
  /**
   * The text with LSP snippet tab stops (`${1:900}`), other `$`, `}` and `\` escaped where they would mean something.
   * It may have several lines: their indentation counts from the line of `range`, which the editor adds.
   */
  readonly snippet: string;
  /** What the editor compares with the text at `range` to filter the list. */
  readonly filterText: string;
  /** Changes elsewhere that belong to it, such as the comma that the entry before lacks. */
  readonly additionalEdits?: readonly TextEdit[] | undefined;
}
