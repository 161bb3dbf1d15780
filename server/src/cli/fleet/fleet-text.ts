import * as l10n from '@vscode/l10n';
import { severityWords } from '../../features/severity-words.ts';
import { number } from '../number.ts';
import type { Summary } from '../report.ts';
import { displayWidth, printable } from '../terminal/characters.ts';
import type { Style } from '../terminal/style.ts';
import type { KeyCount } from './fleet-data.ts';
import type { FleetResult } from './fleet-summary.ts';
import { modelWords, scopeWords, share, TITLES } from './fleet-words.ts';

/** More lines of a table than anybody reads in a terminal; `json` and `html` have them all. */
const MOST_ROWS = 40;
const MOST_VALUES = 5;
const LONGEST_VALUE = 40;

export interface TextContext {
  readonly style: Style;
  /** Each rule's title by its id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly width: number;
}

/** For a person at a terminal: three tables, the commonest first. */
export function fleetText(
  result: FleetResult,
  summary: Summary,
  { style, titles, width }: TextContext,
): string {
  const rules = result.rules.map(({ rule, severity, problems, stations }) => [
    number(stations),
    share(stations, result.stations),
    number(problems),
    style.severity[severity](severityWords(severity)),
    printable(rule),
    printable(titles.get(rule) ?? ''),
  ]);
  const models = result.models.map((model) => [
    number(model.stations),
    l10n.t('{0} with errors or warnings', share(model.withProblems, model.stations)),
    printable(modelWords(model)),
  ]);
  const keys = result.keys.map((key) => [number(key.stations), printable(key.key), valueWords(key)]);
  return [
    `${scopeWords(result, summary).join(' ')}\n`,
    table(TITLES.rules(), rules, { style, width }),
    table(TITLES.models(), models, { style, width }),
    table(TITLES.keys(), keys, { style, width }),
  ].join('');
}

/** "60 (52 %), 180 (30 %), 10 (18 %), 4 others" */
function valueWords({ values, stations, empty, others }: KeyCount): string {
  const none = empty === 0 ? [] : [l10n.t('empty ({0})', share(empty, stations))];
  if (values === 'hidden') return [l10n.t('secret'), ...none].join(', ');
  const first = values
    .slice(0, MOST_VALUES)
    .map(([value, count]) => `${printable(shortened(value))} (${share(count, stations)})`);
  const more = values.length - first.length;
  const rest =
    more > 0 || others > 0 ? [l10n.t('{0} others', others > 0 ? `> ${number(more)}` : number(more))] : [];
  return [...first, ...none, ...rest].join(', ');
}

function shortened(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}

function table(
  title: string,
  rows: readonly (readonly string[])[],
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const shown = rows.slice(0, MOST_ROWS);
  const widths: number[] = [];
  for (const row of shown) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cellWidth(cell));
    }
  }
  const lines = shown.map((row) => {
    const cells = row.map((cell, column) => {
      const blanks = ' '.repeat((widths[column] ?? 0) - cellWidth(cell));
      // The first columns are numbers.
      return /^[\d\u202f<. %]+$/.test(cell) ? `${blanks}${cell}` : `${cell}${blanks}`;
    });
    return cut(`  ${cells.join('  ')}`.trimEnd(), width);
  });
  const rest = rows.length - shown.length;
  const more =
    rest > 0 ? [`  ${style.faint(l10n.t('{0} more; --format json has them all', number(rest)))}`] : [];
  const empty = rows.length === 0 ? [`  ${style.faint(l10n.t('none'))}`] : [];
  return `\n${style.strong(title)}\n${[...lines, ...more, ...empty].join('\n')}\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of.
const COLOURS = /\u001b\[\d+m/g;

function cellWidth(cell: string): number {
  return displayWidth(cell.replaceAll(COLOURS, ''));
}

/** One line of the terminal; a line with colours is short enough, since only severities have some. */
function cut(line: string, width: number): string {
  if (cellWidth(line) <= width || line.includes('\u001b')) return line;
  return `${[...line].slice(0, width - 1).join('')}…`;
}
