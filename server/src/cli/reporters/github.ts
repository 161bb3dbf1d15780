import * as l10n from '@vscode/l10n';
import type { Severity } from '../../model/problem.ts';
import { type FileReport, shownFix } from '../report.ts';
import { printable } from '../terminal/characters.ts';
import { wellFormed } from '../well-formed.ts';
import { type Region, regionsOf } from './lines.ts';
import type { Reporter } from './reporter.ts';

/** The workflow commands of GitHub Actions: each problem becomes an annotation beside its line. */
export function githubReporter(): Reporter {
  return {
    parts: 'at-once',
    separator: '',
    start: () => '',
    file: annotations,
    trouble: ({ path, message }) => command('error', { title: 'ocpp-config', file: path }, message),
    end: () => '',
  };
}

function annotations({ path, analysis }: FileReport): string {
  const regionOf = regionsOf(analysis?.document.text ?? '');
  return (analysis?.problems ?? [])
    .map((problem) => {
      const fix = shownFix(problem);
      const message =
        fix === undefined ? problem.message : `${problem.message}\n\n${l10n.t('Fix: {0}', fix.title)}`;
      const properties = { title: problem.rule, file: path, ...placeOf(regionOf(problem.range)) };
      return command(COMMANDS[problem.severity], properties, message);
    })
    .join('');
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Columns mean something to GitHub only where a problem stays on its line. */
function placeOf({ startLine, startColumn, endLine, endColumn }: Region): Readonly<Record<string, string>> {
  const lines = { line: String(startLine), endLine: String(endLine) };
  return startLine === endLine ? { ...lines, col: String(startColumn), endColumn: String(endColumn) } : lines;
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const words = Object.entries(properties).map(
    ([property, value]) => `${property}=${escapedProperty(value)}`,
  );
  return `::${name} ${words.join(',')}::${escapedMessage(message)}\n`;
}

/** A line break would end the command, and the next line could then be another one. */
function escapedMessage(text: string): string {
  const shown = text.split('\n').map(printable).join('\n');
  return shown.replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** Control characters and such as turn the text are of no use in a name, and would act on a terminal. */
function escapedProperty(text: string): string {
  return wellFormed(text)
    .replaceAll(/[^\P{Cc}\r\n]|\p{Cf}/gu, printable)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}
