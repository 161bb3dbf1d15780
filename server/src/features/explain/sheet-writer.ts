/** An item of a list, with what belongs below it. */
export type SheetItem = string | { readonly text: string; readonly below: readonly string[] };

/**
 * A page of what is known of something, written from top to bottom: for a terminal, or in Markdown for an editor. What
 * is put in is plain text from anywhere; the writer makes it safe for where it goes.
 */
export interface SheetWriter {
  title(name: string, remark?: string): void;
  paragraph(text: string): void;
  /** A list, without an empty line between its items. */
  list(items: readonly SheetItem[]): void;
  /** A heading with a list; neither when the list is empty. */
  section(heading: string, items: readonly SheetItem[]): void;
  /** Names with what belongs to them. Rows without a text are left out. */
  table(rows: readonly (readonly [name: string, text: string | undefined])[]): void;
}
