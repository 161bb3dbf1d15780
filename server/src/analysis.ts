import type { ParseOptions } from './formats/format.ts';
import { parseDocument } from './formats/index.ts';
import { type CancellationToken, NEVER_CANCELLED } from './model/cancellation.ts';
import type { ConfigDocument } from './model/document.ts';
import { type Problem, SEVERITIES, type Severity } from './model/problem.ts';
import type { StationOverride } from './model/station.ts';
import { type Knowledge, type ResolvedDocument, resolve } from './resolve/resolve.ts';
import { RULES } from './rules/index.ts';
import { runRules } from './rules/run.ts';

/** What a caller wants to be looked at, and how. Plain data; nothing is remembered between calls. */
export interface AnalysisOptions extends Omit<ParseOptions, 'isKeyName'> {
  readonly knowledge: Knowledge;
  /** What a setting says about the station; a comment in the file wins over it. */
  readonly station?: StationOverride | undefined;
  /** Severity by rule id, or `off`; `greenflux/*` and the like stand for all rules of a group. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
}

/** A text that is a charger configuration, understood. */
export interface Analysis {
  readonly document: ConfigDocument;
  readonly resolved: ResolvedDocument;
  /** Sorted by place, then by severity. */
  readonly problems: readonly Problem[];
}

/**
 * Understands a text and finds its problems: the only door to them for editor, command line and tests. Undefined when
 * the text is no charger configuration. Never throws on any text; linear in its length.
 */
export function analyze(text: string, options: AnalysisOptions): Analysis | undefined {
  const steps = analysisSteps(text, options, NEVER_CANCELLED);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in slices of a few milliseconds: the caller takes step after step and may do other work between two of them.
 * Throws `Cancelled` at the first step after the token was cancelled.
 */
export function* analysisSteps(
  text: string,
  options: AnalysisOptions,
  token: CancellationToken,
): Generator<void, Analysis | undefined, void> {
  const understood = understand(text, options);
  if (understood === undefined) return undefined;
  yield;
  const found = yield* runRules(understood.resolved, RULES, token);
  const problems = withSeverities(found, options.severities).sort(byPlace);
  return { ...understood, problems };
}

/** Parses and resolves without running rules: what a hover or a completion needs. */
export function understand(text: string, options: AnalysisOptions): Omit<Analysis, 'problems'> | undefined {
  const { knowledge, station, severities: _, ...hints } = options;
  const document = parseDocument(text, { ...hints, isKeyName: knowledge.catalog.isKeyName });
  if (document === undefined) return undefined;
  return { document, resolved: resolve(document, knowledge, station) };
}

function withSeverities(problems: readonly Problem[], severities: AnalysisOptions['severities']): Problem[] {
  if (severities === undefined) return [...problems];
  return problems.flatMap((problem) => {
    const severity = severities[problem.rule] ?? severities[`${problem.rule.split('/')[0]}/*`];
    if (severity === 'off') return [];
    return [severity === undefined ? problem : { ...problem, severity }];
  });
}

function byPlace(a: Problem, b: Problem): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
