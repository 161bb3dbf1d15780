import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { Summary } from './report.ts';
import type { Style } from './terminal/style.ts';

/** Whether fixes were made or would be. */
export type Tense = 'done' | 'planned';

/** "12 files, 5 charger configurations: 3 errors, 2 hints; 4 can be fixed with --fix; 2 ignored". */
export function summaryLine(summary: Summary, style: Style, tense: Tense = 'done'): string {
  const { files, recognised, fixed, fixable, ignored, skipped, troubles } = summary;
  const none = recognised === 0;
  const seen = none
    ? `${counted(files, 'file')}, no charger configuration`
    : `${counted(files, 'file')}, ${counted(recognised, 'charger configuration')}`;
  const remarks = [
    fixable > 0 ? `${fixable} can be fixed with --fix` : undefined,
    ignored > 0 ? `${ignored} ignored` : undefined,
    skipped > 0 ? `${counted(skipped, 'file')} skipped, not UTF-8 text or too large` : undefined,
    troubles.length > 0
      ? style.severity.error(`${counted(troubles.length, 'failure')}, see above`)
      : undefined,
  ].filter((remark) => remark !== undefined);
  const found = [
    fixed.problems > 0
      ? `${style.good(`${counted(fixed.problems, 'problem')} ${tense === 'done' ? 'fixed' : 'would be fixed'}`)} in ${counted(fixed.files, 'file')}`
      : undefined,
    none ? undefined : problemWords(summary, style),
  ].filter((part) => part !== undefined);
  return [found.length === 0 ? seen : `${seen}: ${found.join(', ')}`, ...remarks].join('; ');
}

function problemWords({ problems, fixed }: Summary, style: Style): string {
  const words = SEVERITIES.filter((severity) => problems[severity] > 0).map((severity) =>
    style.severity[severity](counted(problems[severity], severity, PLURALS[severity])),
  );
  const left = fixed.problems > 0;
  if (words.length === 0) return style.good(left ? 'none left' : 'no problems');
  return `${words.join(', ')}${left ? ' left' : ''}`;
}

const PLURALS: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
