/** What was measured of parse and analysis, in words and tables. */

import {
  type AnalysisSpeed,
  type DocumentSpeed,
  type Growth,
  REFERENCE_SIZE,
  RULES_SIZE,
  SERVICE_LIMIT_SECONDS,
  SERVICE_ONCE_FROM,
  type ServiceSpeed,
} from './analysis-speed.ts';
import {
  type Cell,
  count,
  digits,
  milliseconds,
  printHeading,
  printNote,
  printTable,
  times,
  timesCell,
} from './table.ts';

export function printAnalysis(speed: AnalysisSpeed): void {
  const { readOuts, parts, rules, logs, repetitive: repeated, nearMisses: misses } = speed;
  printHeading('Parse and analysis with all rules, on GetConfiguration answers (medians, ms)');
  printTable(
    [
      'entries',
      'KiB',
      'problems',
      'bare visit',
      'ours',
      'JSON service',
      'ours ÷ visit',
      'service ÷ ours',
      'names only ÷ ours',
    ],
    readOuts.map(({ service, namesOnlyPerOurs, ...speed }) => [
      ...documentCells(speed),
      service === undefined ? { right: 'failed' } : { right: atLeast(service, digits(service.milliseconds)) },
      timesCell(speed.oursPerVisit),
      service === undefined ? '' : { right: atLeast(service, times(service.perOurs)) },
      timesCell(namesOnlyPerOurs),
    ]),
  );
  printNote(
    `JSON service: vscode-json-languageservice, with one if/then a key; names only: the same with a schema that knows the names of the keys and nothing else. It ran once at ${SERVICE_ONCE_FROM.toLocaleString('en-US')} entries${
      readOuts.some(({ service }) => service?.cut)
        ? ` and was ended after ${SERVICE_LIMIT_SECONDS} s (>)`
        : ''
    }.`,
  );

  printNote(
    `Ours works in slices, between which it can be stopped. The longest, ms: ${readOuts
      .map(({ entries, longestSlice }) => `${digits(longestSlice)} at ${entries.toLocaleString('en-US')}`)
      .join(', ')}. The service cannot be stopped.`,
  );

  printHeading('The same, part by part (ms, and how many times the bare visit)');
  printTable(
    ['entries', 'parse', '', 'resolve', '', 'rules', '', 'whole', ''],
    parts.map(({ entries, visit, parse, resolve, rules: ruleTime, whole }) => [
      count(entries),
      ...[parse, resolve, ruleTime, whole].flatMap((time): Cell[] => [
        milliseconds(time),
        timesCell(time / visit),
      ]),
    ]),
  );
  printNote(
    `The dearest rules at ${RULES_SIZE.toLocaleString('en-US')} entries, each alone: ${rules
      .slice(0, 6)
      .map((rule) => `${rule.rule} ${digits(rule.milliseconds)} ms`)
      .join(', ')}`,
  );

  printHeading('Other documents (medians, ms)');
  const others = (kind: string, speeds: readonly DocumentSpeed[]): Cell[][] =>
    speeds.map((speed) => [kind, ...documentCells(speed), timesCell(speed.oursPerVisit)]);
  printTable(
    ['', 'entries', 'KiB', 'problems', 'bare visit', 'ours', 'ours ÷ visit'],
    [
      ...others('a log of answers of 60 entries', logs),
      ...others('half of all entries repeat a key', repeated),
      ...others('every key misspelt (worst case)', misses),
    ],
  );
}

export function printGrowth(growth: readonly Growth[]): void {
  printHeading(
    `Growth: time for one entry relative to that at ${REFERENCE_SIZE.toLocaleString('en-US')} entries (linear: about 1)`,
  );
  printTable(
    ['entries', 'bare visit', 'ours', 'JSON service'],
    growth.map(({ entries, visit, ours, service }) => [
      count(entries),
      timesCell(visit),
      timesCell(ours),
      timesCell(service),
    ]),
  );
}

function documentCells({ entries, kibibytes, problems, visit, ours }: DocumentSpeed): Cell[] {
  return [
    count(entries),
    { right: kibibytes.toFixed(0) },
    count(problems),
    milliseconds(visit),
    milliseconds(ours),
  ];
}

function atLeast({ cut }: ServiceSpeed, figure: string): string {
  return cut ? `> ${figure}` : figure;
}
