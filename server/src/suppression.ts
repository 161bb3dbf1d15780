import type { ConfigDocument } from './model/document.ts';
import type { Problem } from './model/problem.ts';
import type { ProjectIgnore } from './model/project-ignore.ts';
import { type IgnoreComments, type IgnoredId, ignoreComments } from './resolve/ignore-comments.ts';
import type { ResolvedDocument } from './resolve/resolve.ts';
import { RULES, ruleNames } from './rules/index.ts';

/** What is left of a text's problems when those are hidden that somebody has chosen to live with. */
export interface Suppression {
  readonly problems: Problem[];
  /** How many are hidden. */
  readonly suppressed: number;
  /** The entries of the project file that have hidden something. */
  readonly usedIgnores: ReadonlySet<ProjectIgnore>;
  /** What the rules have to say about comments that hide nothing. */
  readonly aboutIgnores: readonly Problem[];
}

/** Who hides problems besides the comments in the text, and which rules do not speak at all. */
export interface SuppressionOptions {
  readonly ignores: readonly ProjectIgnore[];
  readonly isOff: (id: string) => boolean;
}

/** What decides whether a problem is hidden. */
export type JudgedPlace = Pick<Problem, 'rule' | 'range' | 'key'>;

/** Tells whether a comment or the project file hides a problem at a place. */
export function placeHider(
  document: ConfigDocument,
  ignores: readonly ProjectIgnore[],
): (place: JudgedPlace) => boolean {
  const read = ignoreComments(document);
  const byComment = read === undefined ? () => undefined : finderInComments(read);
  const byProject = finderInProject(ignores);
  return (place) => (byComment(place) ?? byProject(place)) !== undefined;
}

/** Hides problems as comments and the project file say. Linear; without either it hands back what it was given. */
export function suppress(
  problems: Problem[],
  resolved: ResolvedDocument,
  { ignores, isOff }: SuppressionOptions,
): Suppression {
  const read = ignoreComments(resolved.document);
  const usedIgnores = new Set<ProjectIgnore>();
  if (read === undefined && ignores.length === 0) {
    return { problems, suppressed: 0, usedIgnores, aboutIgnores: [] };
  }
  const used = new Set<IgnoredId>();
  const byComment = read === undefined ? () => undefined : finderInComments(read);
  const byProject = finderInProject(ignores);
  const left = problems.filter((problem) => {
    const id = byComment(problem);
    if (id !== undefined) {
      used.add(id);
      return false;
    }
    const ignore = byProject(problem);
    if (ignore === undefined) return true;
    usedIgnores.add(ignore);
    return false;
  });
  return {
    problems: left,
    suppressed: problems.length - left.length,
    usedIgnores,
    aboutIgnores: read === undefined ? [] : problemsOfComments(read, used, resolved, isOff),
  };
}

function finderInComments({
  comments,
  lineOf,
}: IgnoreComments): (place: JudgedPlace) => IgnoredId | undefined {
  const byLine = new Map<number, Map<string, IgnoredId>>();
  for (const { ids, lines } of comments) {
    for (const line of lines) {
      const there = byLine.get(line) ?? new Map<string, IgnoredId>();
      byLine.set(line, there);
      // The first one counts, so that a second one is reported as useless.
      for (const id of ids) if (!there.has(id.id)) there.set(id.id, id);
    }
  }
  return ({ rule, range }) => {
    const there = byLine.get(lineOf(range.start));
    return there?.get(rule) ?? there?.get(groupOf(rule));
  };
}

function finderInProject(
  ignores: readonly ProjectIgnore[],
): (place: JudgedPlace) => ProjectIgnore | undefined {
  const byPlace = new Map<string, ProjectIgnore>();
  for (const ignore of ignores) {
    const place = placeOf(ignore.rule, ignore.key);
    if (!byPlace.has(place)) byPlace.set(place, ignore);
  }
  return ({ rule, key }) => {
    const group = groupOf(rule);
    const ofKey =
      key === undefined ? undefined : (byPlace.get(placeOf(rule, key)) ?? byPlace.get(placeOf(group, key)));
    return ofKey ?? byPlace.get(placeOf(rule, undefined)) ?? byPlace.get(placeOf(group, undefined));
  };
}

/** OCPP 1.6 does not mind the case of a key. */
function placeOf(rule: string, key: string | undefined): string {
  return key === undefined ? rule : `${rule} ${key.toLowerCase()}`;
}

/** The words that stand for all problems of an operator: `greenflux/*`. */
function groupOf(rule: string): string {
  return `${rule.split('/')[0]}/*`;
}

function problemsOfComments(
  { comments }: IgnoreComments,
  used: ReadonlySet<IgnoredId>,
  { document, catalog, operator }: ResolvedDocument,
  isOff: (id: string) => boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  const profiles = operator === undefined ? [] : [operator.profile];
  const knownIds = ruleNames(catalog.crossKeyRules, profiles);
  for (const rule of RULES) {
    if (rule.on !== 'ignores') continue;
    rule.check({ document, comments, used, knownIds, isOff }, (problem) => problems.push(problem));
  }
  return problems;
}
