import type { Severity } from '../../model/problem.ts';
import type { FileReport } from '../report.ts';
import { regionsOf } from './lines.ts';
import type { Reporter } from './reporter.ts';
import { XML_START, xmlTag } from './xml.ts';

/** Checkstyle's XML, which most build servers read. */
export function checkstyleReporter(): Reporter {
  return {
    parts: 'at-once',
    separator: '',
    start: () => `${XML_START}<checkstyle version="10.0">\n`,
    file: fileElement,
    trouble: ({ path, message }) =>
      [
        `  ${xmlTag('file', { name: path })}>\n`,
        `    ${xmlTag('error', { line: 1, severity: 'error', message, source: SOURCE })}/>\n`,
        '  </file>\n',
      ].join(''),
    end: () => '</checkstyle>\n',
  };
}

const SOURCE = 'ocpp-config';

function fileElement({ path, analysis }: FileReport): string {
  if (analysis === undefined) return '';
  const regionOf = regionsOf(analysis.document.text);
  const errors = analysis.problems.map((problem) => {
    const { startLine, startColumn } = regionOf(problem.range);
    const attributes = {
      line: startLine,
      column: startColumn,
      severity: SEVERITY_NAMES[problem.severity],
      message: problem.message,
      source: `${SOURCE}.${problem.rule}`,
    };
    return `    ${xmlTag('error', attributes)}/>\n`;
  });
  const start = `  ${xmlTag('file', { name: path })}`;
  return errors.length === 0 ? `${start}/>\n` : `${start}>\n${errors.join('')}  </file>\n`;
}

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};
