import * as l10n from '@vscode/l10n';
import type { Problem } from '../../model/problem.ts';
import { atLeast, type FileReport, shownFix } from '../report.ts';
import { regionsOf } from './lines.ts';
import type { Reporter, ReporterContext } from './reporter.ts';
import { XML_START, xmlTag, xmlText } from './xml.ts';

/**
 * JUnit's XML: a suite for each file, a case for each problem. Those that make the check fail are failures; the others
 * are cases that were skipped, so that they are seen and nothing fails for them. A clean file is one case that passes.
 */
export function junitReporter(context: ReporterContext): Reporter {
  return {
    parts: 'at-once',
    separator: '',
    start: () => `${XML_START}<testsuites name="ocpp-config">\n`,
    file: (report) => suite(report, context),
    trouble: ({ path, message }) =>
      [
        `  ${xmlTag('testsuite', { name: path, tests: 1, failures: 0, errors: 1, skipped: 0 })}>\n`,
        `    ${xmlTag('testcase', { name: l10n.t('can be read'), classname: path })}>\n`,
        `      ${xmlTag('error', { message, type: 'unreadable' })}/>\n`,
        '    </testcase>\n  </testsuite>\n',
      ].join(''),
    end: () => '</testsuites>\n',
  };
}

function suite({ path, analysis }: FileReport, { threshold }: ReporterContext): string {
  if (analysis === undefined) return '';
  const { problems } = analysis;
  const failing = problems.filter(({ severity }) => atLeast(severity, threshold)).length;
  const attributes = {
    name: path,
    tests: Math.max(1, problems.length),
    failures: failing,
    errors: 0,
    skipped: problems.length - failing,
  };
  const regionOf = regionsOf(analysis.document.text);
  const cases = problems.map((problem) => {
    const { startLine, startColumn } = regionOf(problem.range);
    const place = `${path}:${startLine}:${startColumn}`;
    return testCase(problem, path, place, atLeast(problem.severity, threshold) ? 'failure' : 'skipped');
  });
  const clean = `    ${xmlTag('testcase', { name: l10n.t('no problems'), classname: path })}/>\n`;
  return `  ${xmlTag('testsuite', attributes)}>\n${cases.join('') || clean}  </testsuite>\n`;
}

function testCase(problem: Problem, path: string, place: string, outcome: 'failure' | 'skipped'): string {
  const { rule, key, severity, message } = problem;
  const fix = shownFix(problem);
  const details =
    fix === undefined ? `${place}\n${message}` : `${place}\n${message}\n${l10n.t('Fix: {0}', fix.title)}`;
  const name = key === undefined ? rule : `${rule}: ${key}`;
  const attributes = outcome === 'failure' ? { message, type: severity } : { message };
  return [
    `    ${xmlTag('testcase', { name: `${name} (${place})`, classname: path })}>\n`,
    `      ${xmlTag(outcome, attributes)}>${xmlText(details)}</${outcome}>\n`,
    '    </testcase>\n',
  ].join('');
}
