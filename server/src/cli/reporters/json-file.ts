import type { Analysis } from '../../analysis.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import { LineIndex, type Position, type Span } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';
import { type FileReport, shownFix } from '../report.ts';

/** A file in `json` and `ndjson`; `schemas/check-report.schema.json` and `check-line.schema.json` say the same. */
export interface JsonFile {
  readonly path: string;
  /** The first four are null where the file does not tell or is no charger configuration. */
  readonly format: string | null;
  readonly shape: string | null;
  readonly protocol: string | null;
  readonly vendor: string | null;
  readonly problems: readonly JsonProblem[];
}

export interface JsonProblem {
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

/** What the check says of a file, as programs get it. */
export function jsonFile({ path, analysis }: FileReport, rulePage: (rule: string) => string): JsonFile {
  if (analysis === undefined) {
    return { path, format: null, shape: null, protocol: null, vendor: null, problems: [] };
  }
  const { document, problems } = analysis;
  return {
    path,
    format: document.format,
    shape: document.shape,
    protocol: firstKnown(analysis, 'protocol'),
    vendor: firstKnown(analysis, 'vendor'),
    problems: jsonProblems(path, problems, positionsIn(document.text), rulePage),
  };
}

/** Problems as programs get them. Lines and characters count from 0, as in the Language Server Protocol. */
export function jsonProblems(
  path: string,
  problems: readonly Problem[],
  positionAt: (offset: number) => Position,
  rulePage: (rule: string) => string,
): readonly JsonProblem[] {
  const spanOf = ({ start, end }: OffsetRange) => ({ start: positionAt(start), end: positionAt(end) });
  return problems.map((problem) => {
    const related = (problem.related ?? []).map(
      (place): JsonPlace =>
        place.path === undefined
          ? { path, range: spanOf(place.range), message: place.message }
          : { path: place.path, range: place.span, message: place.message },
    );
    const fix = shownFix(problem);
    return {
      rule: problem.rule,
      severity: problem.severity,
      message: problem.message,
      key: problem.key ?? null,
      range: spanOf(problem.range),
      ...(related.length === 0 ? {} : { related }),
      fix: fix === undefined ? null : { title: fix.title, safe: fix.safe },
      docs: rulePage(problem.rule),
    };
  });
}

/** What the first of a file's configurations that knows says of its station. */
export function firstKnown({ resolved }: Analysis, fact: 'protocol' | 'vendor' | 'model'): string | null {
  for (const { station } of resolved.scopes) {
    const { value } = station[fact];
    if (value !== undefined) return value;
  }
  return null;
}

function positionsIn(text: string): (offset: number) => Position {
  let lines: LineIndex | undefined;
  return (offset) => {
    lines ??= new LineIndex(text);
    return lines.positionAt(offset);
  };
}
