import { jsonReporter } from './json.ts';
import type { ReporterFactory } from './reporter.ts';
import { textReporter } from './text.ts';

/** Every output format of `check`, one line each; the first is the usual one. */
export const REPORTERS = {
  text: textReporter,
  json: jsonReporter,
} satisfies Record<string, ReporterFactory>;

export type ReporterName = keyof typeof REPORTERS;
