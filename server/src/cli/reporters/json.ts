import type { Summary } from '../report.ts';
import { type JsonFile, jsonFile } from './json-file.ts';
import type { Reporter, ReporterContext } from './reporter.ts';

/** The contract with programs; `schemas/check-report.schema.json` says the same. */
export interface CheckReport {
  readonly version: 1;
  readonly summary: {
    readonly files: number;
    readonly recognised: number;
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
    readonly fixable: number;
    /** Absent where nothing is ignored. */
    readonly ignored?: number;
    /** Absent where no baseline accepts anything. */
    readonly accepted?: number;
    /** Absent where the check came to its end. */
    readonly interrupted?: true;
  };
  readonly files: readonly JsonFile[];
}

/** One JSON document for programs. Its summary stands first, so it is written when everything is known. */
export function jsonReporter({ rulePage }: ReporterContext): Reporter {
  return {
    parts: 'sorted-after-summary',
    separator: ',\n',
    start(summary) {
      const head = { version: 1, summary: summary && jsonSummary(summary) };
      // Without its closing brace, the files follow.
      return `${JSON.stringify(head, undefined, INDENT).slice(0, -'\n}'.length)},\n  "files": [`;
    },
    file(report) {
      const file = JSON.stringify(jsonFile(report, rulePage), undefined, INDENT);
      // A string in JSON has no line breaks, so all of them are between members.
      return file.replaceAll(/^/gm, ' '.repeat(2 * INDENT));
    },
    end: (_, parts) => (parts === 'none' ? ']\n}\n' : '\n  ]\n}\n'),
  };
}

const INDENT = 2;

function jsonSummary({ counts, interrupted }: Summary): CheckReport['summary'] {
  const { files, recognised, problems, fixable, ignored, accepted } = counts;
  const { error, warning, information, hint } = problems;
  return {
    files,
    recognised,
    error,
    warning,
    information,
    hint,
    fixable,
    ...(ignored === 0 ? {} : { ignored }),
    ...(accepted === 0 ? {} : { accepted }),
    ...(interrupted ? { interrupted } : {}),
  };
}
