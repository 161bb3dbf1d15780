import * as l10n from '@vscode/l10n';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { Problem } from '../model/problem.ts';
import type { OwnProblem } from './project.ts';
import type { FileProblem } from './schema-reader.ts';
import { quoted } from './words.ts';

/** A problem in a file of a user's own, as it is reported: the file does not do what its author wants. */
export function asProblem(rule: string): (problem: FileProblem) => OwnProblem {
  return ({ message, range, alsoFoundBy }) => ({
    rule,
    severity: 'error',
    message,
    range,
    fixes: [],
    ...(alsoFoundBy === undefined ? {} : { alsoFoundBy }),
  });
}

function byPlace(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

/** More of them in one file tell nothing new. */
const MOST_PROBLEMS = 100;

/** The problems of one file as they are reported: in order, and not without end. */
export function fileProblems(problems: readonly FileProblem[], rule: string): readonly OwnProblem[] {
  return problems.map(asProblem(rule)).sort(byPlace).slice(0, MOST_PROBLEMS);
}

/** Why a profile could not be made. */
export function failureWords(
  { extends: wanted = '' }: OperatorProfile,
  kind: 'unknown' | 'circle',
  profiles: readonly OperatorProfile[],
): string {
  if (kind === 'circle')
    return l10n.t('Profiles extend each other in a circle by way of {0}.', quoted(wanted));
  const known = profiles.map(({ id }) => quoted(id)).join(', ');
  return l10n.t('There is no operator profile {0} to extend. There are {1}.', quoted(wanted), known);
}
