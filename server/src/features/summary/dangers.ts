import type { Catalog } from '../../catalog/catalog.ts';
import type { OperatorAdvice } from '../../catalog/recommendations.ts';
import { type Problem, SEVERITIES, type Severity } from '../../model/problem.ts';
import { missingRequiredKey } from '../../rules/missing-required-key.ts';
import {
  type DangerArea,
  MOST_LINES,
  type ProblemGroup,
  type ProblemLine,
  type ProblemLines,
} from './summary.ts';
import { fixesOfProblem } from './summary-fix.ts';

/** In the order in which an engineer wants to hear of them. */
const AREAS: readonly DangerArea[] = [
  'file',
  'charging',
  'billing',
  'smart-charging',
  'connection',
  'security',
  'other',
];

const DANGEROUS: readonly Severity[] = ['error', 'warning'];

/** What tells which area a problem belongs to: a configuration, or a whole document. */
interface Knowing {
  readonly catalog: Catalog;
  readonly operator: OperatorAdvice | undefined;
}

/** Errors and warnings by what they break; areas without any are left out. */
export function dangersOf(problems: readonly Problem[], knowing: Knowing): readonly ProblemGroup[] {
  const groups = new Map<DangerArea, Problem[]>();
  for (const problem of problems) {
    if (!DANGEROUS.includes(problem.severity)) continue;
    const area = areaOf(problem, knowing);
    const group = groups.get(area);
    if (group === undefined) groups.set(area, [problem]);
    else group.push(problem);
  }
  return AREAS.flatMap((area) => {
    const group = groups.get(area);
    return group === undefined ? [] : [{ area, ...linesOf(group) }];
  });
}

/** What is only worth a look. Keys that the station lacks are listed as missing already. */
export function slightOf(problems: readonly Problem[]): ProblemLines {
  return linesOf(
    problems.filter(({ severity, rule }) => !DANGEROUS.includes(severity) && rule !== missingRequiredKey.id),
  );
}

/** The data decide: a recommendation says it of itself, then a rule, then what the key is for. */
function areaOf({ rule, key }: Problem, { catalog, operator }: Knowing): DangerArea {
  const recommendation = operator?.profile.recommendations.find(
    ({ id }) => rule === `${operator.profile.id}/${id}`,
  );
  const area = recommendation?.affects ?? catalog.areaOfRule(rule);
  if (area !== undefined) return area;
  if (key === undefined) return 'file';
  const match = catalog.match(key);
  return ('facts' in match ? catalog.areaOf(match.facts) : undefined) ?? 'other';
}

function linesOf(problems: readonly Problem[]): ProblemLines {
  const sorted = [...problems].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.range.start - b.range.start,
  );
  return {
    lines: sorted.slice(0, MOST_LINES).map(lineOf),
    further: Math.max(0, sorted.length - MOST_LINES),
  };
}

function lineOf(problem: Problem): ProblemLine {
  const { severity, rule, key, message, range } = problem;
  return { severity, rule, key, message, range, fixes: fixesOfProblem(problem) };
}
