import * as l10n from '@vscode/l10n';
import { severityWords } from '../../features/severity-words.ts';
import { SEVERITIES, type Severity } from '../../model/problem.ts';
import { number } from '../number.ts';
import type { Summary } from '../report.ts';
import type { Charts } from '../services.ts';
import { printable } from '../terminal/characters.ts';
import type { KeyCount, ModelCount, RuleCount } from './fleet-data.ts';
import { PAGE_STYLE } from './fleet-page-style.ts';
import type { FleetResult } from './fleet-summary.ts';
import { modelWords, scopeWords, share, TITLES } from './fleet-words.ts';

export interface PageContext {
  readonly charts: Charts;
  /** Each rule's title by its id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly rulePage: (rule: string) => string;
  readonly version: string;
  /** In which all words are: "en". */
  readonly language: string;
}

/** Longer charts are tables. */
const MOST_BARS = 25;
/** Values of one key that a chart shows; the table below it has more. */
const MOST_VALUES = 12;
const MOST_VALUE_ROWS = 100;
const MOST_KEYS = 300;

/**
 * One page for a browser, with everything in it: no script, nothing from the network, and every text of a file or a
 * pack escaped. A policy in it forbids the browser whatever else there might be.
 */
export function fleetPage(result: FleetResult, summary: Summary, context: PageContext): string {
  const title = l10n.t('Charger configurations of a fleet');
  return `<!doctype html>
<html lang="${escaped(context.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(scopeWords(result, summary).join(' '))}</p>
${rulesSection(result, context)}
${modelsSection(result, context)}
${keysSection(result, context)}
<footer>OCPP Config ${escaped(context.version)}. ${escaped(l10n.t('Values that are secret are not in this page.'))}</footer>
</body>
</html>
`;
}

function rulesSection({ rules, stations }: FleetResult, { charts, titles, rulePage }: PageContext): string {
  if (rules.length === 0) return section(TITLES.rules(), `<p>${escaped(l10n.t('No problems.'))}</p>`);
  const shown = rules.slice(0, MOST_BARS).map((count) => ({
    name: plain(count.rule),
    label: `${number(count.stations)} (${share(count.stations, stations)})`,
    parts: [{ value: count.stations, colour: colourOf(count.severity) }],
  }));
  const rows = rules.map((count: RuleCount) => [
    // Only a rule of ours has a page; what a pack or a profile says is no address.
    titles.has(count.rule)
      ? `<a href="${escaped(rulePage(count.rule))}">${escaped(count.rule)}</a>`
      : escaped(plain(count.rule)),
    escaped(titles.get(count.rule) ?? ''),
    badge(count.severity),
    number(count.stations),
    number(count.problems),
  ]);
  const head = [l10n.t('Rule'), '', l10n.t('Severity'), l10n.t('Stations'), l10n.t('Problems')];
  const chart = chartOf(charts.bars(shown, TITLES.rules()));
  return section(TITLES.rules(), `${chart}${table(head, rows, 3)}`);
}

function modelsSection({ models, unnamedModels }: FleetResult, { charts }: PageContext): string {
  const shown = models.slice(0, MOST_BARS).map((count) => ({
    name: plain(modelWords(count)),
    label: number(count.stations),
    parts: [
      { value: count.withProblems, colour: 'var(--warning)' },
      { value: count.stations - count.withProblems, colour: 'var(--good)' },
    ],
  }));
  const rows = models.map((count: ModelCount) => [
    escaped(plain(count.vendor)),
    escaped(plain(count.model)),
    escaped(plain(count.firmware)),
    number(count.stations),
    number(count.withProblems),
    ...SEVERITIES.map((severity) => number(count.problems[severity])),
  ]);
  const head = [
    l10n.t('Vendor'),
    l10n.t('Model'),
    l10n.t('Firmware'),
    l10n.t('Stations'),
    l10n.t('With errors or warnings'),
    ...SEVERITIES.map(severityWords),
  ];
  const more = unnamedModels > 0 ? paragraph(rarerModelsWords(unnamedModels)) : '';
  const legend = paragraph(l10n.t('The first part of a bar: stations with errors or warnings.'));
  const chart = shown.length === 0 ? '' : `${legend}${chartOf(charts.bars(shown, TITLES.models()))}`;
  return section(TITLES.models(), `${chart}${table(head, rows, 3)}${more}`);
}

function keysSection({ keys, unnamedKeys }: FleetResult, context: PageContext): string {
  const rest = keys.length - MOST_KEYS + unnamedKeys;
  const more = rest > 0 ? paragraph(rarerKeysWords(rest)) : '';
  const parts = keys.slice(0, MOST_KEYS).map((key) => keyDetails(key, context));
  return section(TITLES.keys(), `${parts.join('\n')}${more}`);
}

/** A key that unfolds. */
function keyDetails({ key, stations, values, empty, others }: KeyCount, { charts }: PageContext): string {
  const head = `<summary><b>${escaped(plain(key))}</b> ${escaped(onStationsWords(stations))}`;
  const none = empty > 0 ? paragraph(emptyWords(empty)) : '';
  if (values === 'hidden') {
    return `<details>${head}</summary>${paragraph(l10n.t('Its values are secret.'))}${none}</details>`;
  }
  const [commonest] = values;
  const teaser =
    commonest === undefined
      ? ''
      : ` · <code>${escaped(plain(commonest[0]))}</code> (${share(commonest[1], stations)})`;
  const shown = values.slice(0, MOST_VALUES).map(([value, count]) => ({
    name: plain(value),
    label: `${number(count)} (${share(count, stations)})`,
    parts: [{ value: count, colour: 'var(--bar)' }],
  }));
  const rows = values.slice(MOST_VALUES, MOST_VALUES + MOST_VALUE_ROWS);
  const chart = shown.length === 0 ? '' : chartOf(charts.bars(shown, plain(key)));
  const list =
    rows.length === 0
      ? ''
      : table(
          [l10n.t('Value'), l10n.t('Stations')],
          rows.map(([value, count]) => [`<code>${escaped(plain(value))}</code>`, number(count)]),
          1,
        );
  const left = values.length - shown.length - rows.length;
  const more =
    left > 0 || others > 0
      ? paragraph(
          l10n.t(
            'And {0} more values; {1} stations have some that are rarer still.',
            number(left),
            number(others),
          ),
        )
      : '';
  return `<details>${head}${teaser}</summary>${chart}${list}${none}${more}</details>`;
}

function section(title: string, contents: string): string {
  return `<section>\n<h2>${escaped(title)}</h2>\n${contents}\n</section>`;
}

/** @param numbersFrom the first column of numbers */
function table(head: readonly string[], rows: readonly (readonly string[])[], numbersFrom: number): string {
  const cell = (name: 'th' | 'td', contents: string, column: number) =>
    `<${name}${column >= numbersFrom ? ' class="number"' : ''}>${contents}</${name}>`;
  const header = head.map((contents, column) => cell('th', escaped(contents), column)).join('');
  const body = rows
    .map((row) => `<tr>${row.map((contents, column) => cell('td', contents, column)).join('')}</tr>`)
    .join('\n');
  return `<div class="table"><table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}

/** On a narrow screen a chart is moved rather than made too small to read. */
function chartOf(svg: string): string {
  return `<div class="chart">${svg}</div>`;
}

function badge(severity: Severity): string {
  return `<span class="badge" style="background:${colourOf(severity)}">${escaped(severityWords(severity))}</span>`;
}

function colourOf(severity: Severity): string {
  return `var(--${severity})`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

/** Without characters that nobody sees, or that turn the text around them. */
function plain(text: string): string {
  return printable(text);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function rarerModelsWords(count: number): string {
  return count === 1
    ? l10n.t('1 station of a rarer kind.')
    : l10n.t('{0} stations of rarer kinds.', number(count));
}

function rarerKeysWords(count: number): string {
  return count === 1
    ? l10n.t('1 rarer key is only in --format json.')
    : l10n.t('{0} rarer keys are only in --format json.', number(count));
}

function onStationsWords(count: number): string {
  return count === 1 ? l10n.t('on 1 station') : l10n.t('on {0} stations', number(count));
}

function emptyWords(count: number): string {
  return count === 1 ? l10n.t('Empty on 1 station.') : l10n.t('Empty on {0} stations.', number(count));
}
