import type { Analysis } from '../../analysis.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import { LineIndex, type Span } from '../../text/line-index.ts';
import { type FileReport, type Summary, shownFix } from '../report.ts';
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
  };
  readonly files: readonly JsonFile[];
}

interface JsonFile {
  readonly path: string;
  /** The first four are null where the file does not tell or is no charger configuration. */
  readonly format: string | null;
  readonly shape: string | null;
  readonly protocol: string | null;
  readonly vendor: string | null;
  readonly problems: readonly JsonProblem[];
}

interface JsonProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Null where the problem is about no key. */
  readonly key: string | null;
  readonly range: Span;
  /** Other places that the problem talks about; absent where there are none. */
  readonly related?: readonly JsonPlace[];
  readonly fix: { readonly title: string; readonly safe: boolean } | null;
  /** The address of the rule's page. */
  readonly docs: string;
}

interface JsonPlace {
  /** As in `files`; another file's for a problem that lies in several. */
  readonly path: string;
  readonly range: Span;
  readonly message: string;
}

/** One JSON document for programs, written when everything is known. */
export function jsonReporter({ write, rulePage }: ReporterContext): Reporter {
  const files: JsonFile[] = [];
  return {
    file(report) {
      files.push(jsonFile(report, rulePage));
    },
    end(summary) {
      const report: CheckReport = { version: 1, summary: jsonSummary(summary), files: files.sort(byPath) };
      write(`${JSON.stringify(report, undefined, 2)}\n`);
    },
  };
}

/** Project files come last, since only then is everything known of them. */
function byPath(a: JsonFile, b: JsonFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function jsonSummary({ files, recognised, problems, fixable, ignored }: Summary): CheckReport['summary'] {
  const { error, warning, information, hint } = problems;
  const summary = { files, recognised, error, warning, information, hint, fixable };
  return ignored === 0 ? summary : { ...summary, ignored };
}

function jsonFile({ path, analysis }: FileReport, rulePage: (rule: string) => string): JsonFile {
  if (analysis === undefined) {
    return { path, format: null, shape: null, protocol: null, vendor: null, problems: [] };
  }
  const { document, problems } = analysis;
  const lines = problems.length === 0 ? undefined : new LineIndex(document.text);
  return {
    path,
    format: document.format,
    shape: document.shape,
    protocol: firstKnown(analysis, 'protocol'),
    vendor: firstKnown(analysis, 'vendor'),
    problems:
      lines === undefined
        ? []
        : problems.map((problem) => jsonProblem(problem, path, lines, rulePage(problem.rule))),
  };
}

/** What the first of a file's configurations that knows says of its station. */
function firstKnown({ resolved }: Analysis, fact: 'protocol' | 'vendor'): string | null {
  for (const { station } of resolved.scopes) {
    const { value } = station[fact];
    if (value !== undefined) return value;
  }
  return null;
}

function jsonProblem(problem: Problem, path: string, lines: LineIndex, docs: string): JsonProblem {
  const fix = shownFix(problem);
  const related = (problem.related ?? []).map(
    (place): JsonPlace =>
      place.path === undefined
        ? { path, range: lines.spanOf(place.range), message: place.message }
        : { path: place.path, range: place.span, message: place.message },
  );
  return {
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    key: problem.key ?? null,
    range: lines.spanOf(problem.range),
    ...(related.length === 0 ? {} : { related }),
    fix: fix === undefined ? null : { title: fix.title, safe: fix.safe },
    docs,
  };
}
