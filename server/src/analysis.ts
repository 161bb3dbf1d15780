import type { ParseOptions } from './formats/format.ts';
import { parseSteps } from './formats/index.ts';
import type { ConfigDocument } from './model/document.ts';
import { type Problem, SEVERITIES, type Severity } from './model/problem.ts';
import type { ProjectIgnore } from './model/project-ignore.ts';
import type { StationOverride, StationSaying } from './model/station.ts';
import { inOneGo, type Steps } from './model/steps.ts';
import type { FileFacts } from './resolve/file-facts.ts';
import type { OtherFiles } from './resolve/known-files.ts';
import { type Knowledge, type ResolvedDocument, resolve } from './resolve/resolve.ts';
import { RULES } from './rules/index.ts';
import { type AmongFiles, compareFile, runRules } from './rules/run.ts';
import { type JudgedPlace, placeHider, suppress } from './suppression.ts';

/** What a caller wants to be looked at, and how. Plain data; nothing is remembered between calls. */
export interface AnalysisOptions extends Omit<ParseOptions, 'isKeyName'> {
  readonly knowledge: Knowledge;
  /** What a setting says about the station; a comment in the file wins over it. */
  readonly station?: StationOverride | undefined;
  /** What the project file or the command line says about it, the nearest first; wins over a setting. */
  readonly stationSayings?: readonly StationSaying[] | undefined;
  /** Severity by rule id, or `off`; `greenflux/*` and the like stand for all rules of a group. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** What the project file hides in this file. */
  readonly ignores?: readonly ProjectIgnore[] | undefined;
  /** The files that this one is compared with; undefined where nobody has looked at others. */
  readonly among?: AmongFiles | undefined;
  /** Milliseconds since 1970: what the time is for dates that must lie ahead. Undefined: no date is judged. */
  readonly now?: number | undefined;
  /** `off`: everything is reported, whatever comments and `ignores` say. */
  readonly suppression?: 'on' | 'off' | undefined;
}

/** A text that is a charger configuration, understood. */
export interface Analysis {
  readonly document: ConfigDocument;
  readonly resolved: ResolvedDocument;
  /** Sorted by place, then by severity. */
  readonly problems: readonly Problem[];
  /** How many more there are that a comment or the project file hides. */
  readonly suppressed: number;
  /** The entries of `AnalysisOptions.ignores` that have hidden something. */
  readonly usedIgnores: ReadonlySet<ProjectIgnore>;
}

/** What is known of a text before any rule has run. */
export type UnderstoodText = Pick<Analysis, 'document' | 'resolved'>;

/**
 * Understands a text and finds its problems: the only door to them for editor, command line and tests. Undefined when
 * the text is no charger configuration. Never throws on any text; linear in its length.
 */
export function analyze(text: string, options: AnalysisOptions): Analysis | undefined {
  return inOneGo(analysisSteps(text, options));
}

/** The same in steps: who does not want the result any more takes no other one. */
export function* analysisSteps(text: string, options: AnalysisOptions): Steps<Analysis | undefined> {
  const understood = yield* understandingSteps(text, options);
  return understood === undefined ? undefined : yield* problemSteps(understood, options);
}

/** The second half of an analysis, for a caller that has understood the text already, with the same options. */
export function* problemSteps(understood: UnderstoodText, options: AnalysisOptions): Steps<Analysis> {
  yield;
  const found = withSeverities(
    yield* runRules(understood.resolved, RULES, options.among),
    options.severities,
  );
  if (options.suppression === 'off') {
    return { ...understood, problems: found.sort(byPlace), suppressed: 0, usedIgnores: new Set() };
  }
  const { problems, suppressed, usedIgnores, aboutIgnores } = suppress(found, understood.resolved, {
    ignores: options.ignores ?? [],
    isOff: (id) => wasNotAsked(id, options) || severityFor(id, options.severities) === 'off',
  });
  const all = [...problems, ...withSeverities(aboutIgnores, options.severities)];
  return { ...understood, problems: all.sort(byPlace), suppressed, usedIgnores };
}

/** Parses and resolves without running rules: what a hover or a completion needs. */
export function understand(text: string, options: AnalysisOptions): UnderstoodText | undefined {
  return inOneGo(understandingSteps(text, options));
}

/** The same in steps: the first half of an analysis. */
export function* understandingSteps(
  text: string,
  options: AnalysisOptions,
): Steps<UnderstoodText | undefined> {
  const {
    knowledge,
    station,
    stationSayings,
    severities: _,
    ignores: _ignores,
    suppression: _suppression,
    among: _among,
    now,
    ...hints
  } = options;
  const document = yield* parseSteps(text, { ...hints, isKeyName: knowledge.catalog.isKeyName });
  if (document === undefined) return undefined;
  yield;
  const circumstances = { setting: station, outside: stationSayings, now };
  return { document, resolved: yield* resolve(document, knowledge, circumstances) };
}

/**
 * Tells whether nobody wants to hear of a problem at a place: its rule is off, or a comment or the project file hides it.
 * For what speaks of a problem without having been one, such as a value that is recommended beside another.
 */
export function silencer(
  { resolved }: UnderstoodText,
  { severities, ignores, suppression }: AnalysisOptions,
): (place: JudgedPlace) => boolean {
  const isHidden = suppression === 'off' ? () => false : placeHider(resolved.document, ignores ?? []);
  return (place) => severityFor(place.rule, severities) === 'off' || isHidden(place);
}

/** What is wrong in a file because of others, from what was taken down of all of them: for `AnalysisOptions.among`. */
export function problemsAmong(facts: FileFacts, others: OtherFiles): readonly Problem[] {
  return compareFile(facts, others, RULES);
}

/** A rule on several files says nothing where only one is known. */
function wasNotAsked(id: string, { among }: AnalysisOptions): boolean {
  return among === undefined && RULES.some((rule) => rule.id === id && rule.on === 'files');
}

function withSeverities(problems: readonly Problem[], severities: AnalysisOptions['severities']): Problem[] {
  if (severities === undefined) return [...problems];
  return problems.flatMap((problem) => {
    const severity = severityFor(problem.rule, severities);
    if (severity === 'off') return [];
    return [severity === undefined ? problem : { ...problem, severity }];
  });
}

function severityFor(rule: string, severities: AnalysisOptions['severities']): Severity | 'off' | undefined {
  return severities?.[rule] ?? severities?.[`${rule.split('/')[0]}/*`];
}

function byPlace(a: Problem, b: Problem): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
