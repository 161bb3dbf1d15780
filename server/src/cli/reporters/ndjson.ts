import { jsonFile } from './json-file.ts';
import type { Reporter, ReporterContext } from './reporter.ts';

/**
 * For programs that read along: a JSON object on a line for each file as soon as it was checked, with its version and
 * the members that it has in `json`; one that could not be read has `path` and `error`.
 */
export function ndjsonReporter({ rulePage }: ReporterContext): Reporter {
  return {
    parts: 'at-once',
    separator: '',
    start: () => '',
    file: (report) => `${JSON.stringify({ version: 1, ...jsonFile(report, rulePage) })}\n`,
    trouble: ({ path, message }) => `${JSON.stringify({ version: 1, path, error: message })}\n`,
    end: () => '',
  };
}
