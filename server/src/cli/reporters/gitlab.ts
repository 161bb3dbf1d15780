import type { Severity } from '../../model/problem.ts';
import type { FileReport } from '../report.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { regionsOf } from './lines.ts';
import type { Reporter, ReporterContext } from './reporter.ts';

/** GitLab's code quality report: a JSON array of issues, which a merge request shows. */
export function gitlabReporter({ digest }: ReporterContext): Reporter {
  return {
    parts: 'at-once',
    separator: ',\n',
    start: () => '[',
    file: (report) =>
      issues(report, digest)
        .map((issue) => JSON.stringify(issue))
        .join(',\n'),
    trouble: ({ path, message }) =>
      JSON.stringify({
        description: message,
        check_name: 'unreadable',
        fingerprint: digest(JSON.stringify([path, 'unreadable'])),
        severity: 'blocker',
        location: { path, lines: { begin: 1 } },
      }),
    end: () => ']\n',
  };
}

function issues({ path, analysis }: FileReport, digest: (text: string) => string): object[] {
  const problems = analysis?.problems ?? [];
  const regionOf = regionsOf(analysis?.document.text ?? '');
  const fingerprints = fingerprintsOf(path, problems, digest);
  return problems.map((problem, index) => {
    const { startLine, endLine } = regionOf(problem.range);
    return {
      description: problem.message,
      check_name: problem.rule,
      fingerprint: fingerprints[index],
      severity: SEVERITY_NAMES[problem.severity],
      location: { path, lines: { begin: startLine, end: endLine } },
    };
  });
}

/** Above `critical` GitLab has `blocker`, which stands for files that nobody could read. */
const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};
