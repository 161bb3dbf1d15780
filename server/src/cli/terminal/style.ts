import { createColors } from 'picocolors';
import type { Severity } from '../../model/problem.ts';

/** Puts a text into a colour or a weight, or leaves it alone. */
export type Paint = (text: string) => string;

/** The few styles that the command line uses, by what they mean. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly heading: Paint;
  readonly good: Paint;
  readonly added: Paint;
  readonly removed: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

export const COLOURED: Style = styleOf(createColors(true));

/** Every style leaves the text as it is. */
export const PLAIN: Style = styleOf(createColors(false));

function styleOf(colours: ReturnType<typeof createColors>): Style {
  return {
    strong: colours.bold,
    faint: colours.dim,
    heading: (text) => colours.bold(colours.underline(text)),
    good: colours.green,
    added: colours.green,
    removed: colours.red,
    severity: {
      error: (text) => colours.bold(colours.red(text)),
      warning: (text) => colours.bold(colours.yellow(text)),
      information: (text) => colours.bold(colours.blue(text)),
      hint: (text) => colours.bold(colours.cyan(text)),
    },
  };
}
