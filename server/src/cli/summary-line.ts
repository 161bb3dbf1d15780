import * as l10n from '@vscode/l10n';
import { problemCount } from '../features/severity-words.ts';
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
    ? l10n.t('{0}, no charger configuration', filesWords(files))
    : `${filesWords(files)}, ${configurationsWords(recognised)}`;
  const remarks = [
    fixable > 0 ? l10n.t('{0} can be fixed with --fix', fixable) : undefined,
    ignored > 0 ? l10n.t('{0} ignored', ignored) : undefined,
    accepted > 0 ? l10n.t('{0} accepted by the baseline', accepted) : undefined,
    outdated > 0
      ? l10n.t('{0} more in the baseline are gone: --update-baseline forgets them', outdated)
      : undefined,
    skipped > 0 ? l10n.t('{0} skipped, not UTF-8 text or too large', filesWords(skipped)) : undefined,
    badLines > 0 ? style.severity.error(unreadableWords(badLines)) : undefined,
    troubles > 0 ? style.severity.error(failureWords(troubles)) : undefined,
    summary.interrupted ? style.severity.error(l10n.t('interrupted, there is more')) : undefined,
  ].filter((remark) => remark !== undefined);
  const found = [
    fixed > 0
      ? l10n.t('{0} in {1}', style.good(fixedWords(fixed, tense)), filesWords(fixedFiles))
      : undefined,
    none ? undefined : problemWords(summary.counts, style),
  ].filter((part) => part !== undefined);
  return [found.length === 0 ? seen : `${seen}: ${found.join(', ')}`, ...remarks].join('; ');
}

function problemWords({ problems, fixed }: FileCounts, style: Style): string {
  const words = SEVERITIES.filter((severity) => problems[severity] > 0).map((severity) =>
    style.severity[severity](severityCount(severity, problems[severity])),
  );
  const left = fixed > 0;
  if (words.length === 0) return style.good(left ? l10n.t('none left') : l10n.t('no problems'));
  return left ? l10n.t('{0} left', words.join(', ')) : words.join(', ');
}

function filesWords(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}

function configurationsWords(count: number): string {
  return count === 1 ? l10n.t('1 charger configuration') : l10n.t('{0} charger configurations', count);
}

function unreadableWords(lines: number): string {
  return lines === 1 ? l10n.t('1 line could not be read') : l10n.t('{0} lines could not be read', lines);
}

function failureWords(count: number): string {
  return count === 1 ? l10n.t('1 failure, see above') : l10n.t('{0} failures, see above', count);
}

function fixedWords(count: number, tense: Tense): string {
  if (tense === 'done') {
    return count === 1 ? l10n.t('1 problem fixed') : l10n.t('{0} problems fixed', count);
  }
  return count === 1 ? l10n.t('1 problem would be fixed') : l10n.t('{0} problems would be fixed', count);
}

function severityCount(severity: Severity, count: number): string {
  // As the problems above the line and `--max-severity` call them.
  return severity === 'information' ? l10n.t('{0} information', count) : problemCount(severity, count);
}
