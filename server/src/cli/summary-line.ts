import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { FileCounts } from './counts.ts';
import type { Summary } from './report.ts';
import type { Style } from './terminal/style.ts';

/** Whether fixes were made or would be. */
export type Tense = 'done' | 'planned';

/** "12 files, 5 charger configurations: 3 errors, 2 hints; 4 can be fixed with --fix; 2 ignored". */
export function summaryLine(summary: Summary, style: Style, tense: Tense = 'done'): string {
  const {
    files,
    recognised,
    fixed,
    fixedFiles,
    fixable,
    ignored,
    accepted,
    outdated,
    skipped,
    troubles,
    badLines,
  } = summary.counts;
  const none = recognised === 0;
  const seen = none
    ? `${counted(files, 'file')}, no charger configuration`
    : `${counted(files, 'file')}, ${counted(recognised, 'charger configuration')}`;
  const remarks = [
    fixable > 0 ? `${fixable} can be fixed with --fix` : undefined,
    ignored > 0 ? `${ignored} ignored` : undefined,
    accepted > 0 ? `${accepted} accepted by the baseline` : undefined,
    outdated > 0 ? `${outdated} more in the baseline are gone: --update-baseline forgets them` : undefined,
    skipped > 0 ? `${counted(skipped, 'file')} skipped, not UTF-8 text or too large` : undefined,
    badLines > 0 ? style.severity.error(`${counted(badLines, 'line')} could not be read`) : undefined,
    troubles > 0 ? style.severity.error(`${counted(troubles, 'failure')}, see above`) : undefined,
    summary.interrupted ? style.severity.error('interrupted, there is more') : undefined,
  ].filter((remark) => remark !== undefined);
  const found = [
    fixed > 0
      ? `${style.good(`${counted(fixed, 'problem')} ${tense === 'done' ? 'fixed' : 'would be fixed'}`)} in ${counted(fixedFiles, 'file')}`
      : undefined,
    none ? undefined : problemWords(summary.counts, style),
  ].filter((part) => part !== undefined);
  return [found.length === 0 ? seen : `${seen}: ${found.join(', ')}`, ...remarks].join('; ');
}

function problemWords({ problems, fixed }: FileCounts, style: Style): string {
  const words = SEVERITIES.filter((severity) => problems[severity] > 0).map((severity) =>
    style.severity[severity](counted(problems[severity], severity, PLURALS[severity])),
  );
  const left = fixed > 0;
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
