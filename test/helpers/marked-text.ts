/** The sign that stands for the cursor in a test text. */
export const CURSOR = '<|>';

/** A text without the cursor's sign, and where it was. */
export interface MarkedText {
  readonly text: string;
  readonly offset: number;
}

/** Takes the one cursor out of a text. Throws where there is none or more than one: that is a slip in the test. */
export function atCursor(marked: string): MarkedText {
  const all = atCursors(marked);
  const [offset] = all.offsets;
  if (offset === undefined || all.offsets.length > 1) {
    throw new Error(`${all.offsets.length} cursors instead of one in:\n${marked}`);
  }
  return { text: all.text, offset };
}

/** Takes all cursors out of a text, for places that should give the same answer. */
function atCursors(marked: string): { readonly text: string; readonly offsets: readonly number[] } {
  const parts = marked.split(CURSOR);
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts.slice(0, -1)) {
    offset += part.length;
    offsets.push(offset);
  }
  return { text: parts.join(''), offsets };
}
