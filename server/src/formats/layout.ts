import { indentationStep } from './json/style.ts';

/** How white space is to be. The first two are what LSP calls `FormattingOptions`. */
export interface TextLayout {
  /** How many blanks a step of indentation is. */
  readonly tabSize: number;
  /** Whether a step is written in blanks; otherwise as a tab. */
  readonly insertSpaces: boolean;
  /** Whether the last line gets a line break that it does not have. */
  readonly insertFinalNewline: boolean;
  /**
   * Blanks round the `=` of INI files: none, one on either side, or as many as it takes for a column. `auto`: as most of
   * the file has it, and runs of entries that stand in columns stay in columns.
   */
  readonly separators: Separators;
}

export const SEPARATORS = ['auto', 'tight', 'spaced', 'aligned'] as const;
export type Separators = (typeof SEPARATORS)[number];

/** How a text is to be laid out where nobody says it: as it is already, or with two blanks to a step. */
export function usualLayout(text: string, separators: Separators): TextLayout {
  const step = indentationStep(text);
  const insertSpaces = !step.startsWith('\t');
  const tabSize = step.length <= WIDEST_STEP ? step.length : 2;
  return { tabSize, insertSpaces, insertFinalNewline: false, separators };
}

/** A text that is indented further than this from the start shows no step. */
const WIDEST_STEP = 8;
