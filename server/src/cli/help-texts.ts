import * as l10n from '@vscode/l10n';
import type { Option } from 'commander';
import { wrap, wrapAfter } from './terminal/wrap.ts';

/**
 * What stands below the options in the help of the program.
 * @param width the columns that there are for it
 */
export function helpOfProgram(width: number): string {
  return [
    '',
    ...titled(
      l10n.t('Examples:'),
      rows(
        [
          ['ocpp-config check fleet/', l10n.t('check all files below a folder')],
          ['ocpp-config check --fix station.json', l10n.t('put right what is safe to')],
          ['ocpp-config explain WebSocketPingInterval', l10n.t('say what a key does')],
          ['ocpp-config init fleet/', l10n.t('write a first .ocpp-config.json')],
        ],
        width,
      ),
    ),
    '',
    ...wrap(l10n.t('Nothing is sent anywhere, and values that are secret are never shown.'), width),
  ].join('\n');
}

/**
 * What stands below the options in the help of `check`.
 * @param width the columns that there are for it
 */
export function helpOfCheck(width: number): string {
  const sections = [
    ...paragraphs().map(([title, text]) => titled(title, indented(text, width))),
    titled(l10n.t('Exit codes:'), rows(exitCodes(), width)),
    titled(l10n.t('Examples:'), rows(examplesOfCheck(), width)),
  ];
  return sections.flatMap((section) => ['', ...section]).join('\n');
}

/** The titles that Commander writes, in the language of the user. */
export function shownTitle(title: string): string {
  switch (title) {
    case 'Usage:':
      return l10n.t('Usage:');
    case 'Arguments:':
      return l10n.t('Arguments:');
    case 'Options:':
      return l10n.t('Options:');
    case 'Commands:':
      return l10n.t('Commands:');
    default:
      return title;
  }
}

/** What an option does, with its choices and what holds without it. */
export function shownOption({ description, argChoices, defaultValue, required }: Option): string {
  const values = [
    ...(argChoices === undefined ? [] : [l10n.t('choices: {0}', argChoices.join(', '))]),
    ...(required && defaultValue !== undefined ? [l10n.t('default: {0}', String(defaultValue))] : []),
  ];
  return values.length === 0 ? description : `${description} (${values.join('; ')})`;
}

type Row = readonly [term: string, description: string];

function paragraphs(): readonly (readonly [title: string, text: string])[] {
  return [
    [
      l10n.t('Files:'),
      l10n.t(
        'In a folder, files that end in {0} are read, except those that .gitignore names and what is in .git and node_modules; links to folders are not followed. A file that is no charger configuration is passed over. A file that is named is always read. Globs work in every shell.',
        '.json .jsonc .json5 .jsn .ini .cfg .conf .properties .env .log .txt',
      ),
    ],
    [
      l10n.t('Fixes:'),
      l10n.t(
        '--fix applies fixes that keep the meaning or set a recommended value, again and again until nothing changes. A file is replaced as a whole or not at all, and left alone when it is read-only, has syntax errors, or has changed meanwhile. Comments and trailing commas in JSON are syntax errors only where the program that reads the file refuses them. A symbolic link stays one; a hard link becomes a file of its own. With - the fixed text goes to standard output and the report to standard error.',
      ),
    ],
    [
      l10n.t('Rules and shapes:'),
      l10n.t(
        "Each problem's first line ends with the id of its rule; ocpp-config explain <id> says more. --rule takes error, warning, information, hint or off, and 'greenflux/*' stands for all that this operator asks for. A file's heading names its shape: where its entries live. --shape is for files that are not recognised, or wrongly; a glob without a slash is compared with the file's name, and the last that matches counts.",
      ),
    ],
    [
      l10n.t('Ignoring:'),
      l10n.t(
        "A comment '# ocpp-config-ignore <id>[, <id>]: reason' hides such problems on its line or the one below; '//' in JSON with comments. The summary counts them, --no-ignore reports them, and a comment that hides nothing is reported as unused-ignore.",
      ),
    ],
    [
      l10n.t('Baselines:'),
      l10n.t(
        '--baseline names a file with the problems that are accepted, by file, rule and key: lines may move and values may change. --update-baseline writes it from what is found now.',
      ),
    ],
    [
      l10n.t('Formats:'),
      l10n.t(
        'sarif, github, gitlab, junit and checkstyle are for build servers, json and ndjson for programs of your own; they hold everything, whatever --quiet says. html is a page with charts, for --summary.',
      ),
    ],
    [
      l10n.t('Fleets:'),
      l10n.t(
        '--ndjson reads a station from each line: a GetConfiguration answer, a frame, or {0}; and writes a result for each, in the same order, however many there are. --shard i/n takes every n-th file or line. Up to about 5,000 files are compared with each other too. Ctrl-C ends the report with what is done so far.',
        '{"id": …, "configuration": …}',
      ),
    ],
  ];
}

function exitCodes(): readonly Row[] {
  return [
    ['0', l10n.t('there is no problem as severe as --max-severity, or more so')],
    ['1', l10n.t('there is one (with --fix: one is left; with --dry-run: one would be left)')],
    ['2', l10n.t('wrong use, or a file or a line could not be read, or a file not written')],
    ['130, 143, 129', l10n.t('ended by Ctrl-C or another signal')],
  ];
}

function examplesOfCheck(): readonly Row[] {
  return [
    ['ocpp-config check', l10n.t('the current folder')],
    ["ocpp-config check 'fleet/**/*.json' --current DC", l10n.t('DC stations')],
    ['ocpp-config check . --max-severity warning --quiet', l10n.t('for CI: silent when all is well')],
    ['ocpp-config check . --rule key-casing=off --rule greenflux/heartbeat-interval=hint', ''],
    ["ocpp-config check . --shape 'exports/*.json=get-configuration' --shape 'old/**=off'", ''],
    ['ocpp-config check . --format sarif > ocpp-config.sarif', l10n.t('for code scanning')],
    ['ocpp-config check --ndjson --summary --format html night.ndjson > fleet.html', ''],
    ['ssh station cat config.ini | ocpp-config check - --stdin-path config.ini', ''],
  ];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...lines];
}

function indented(text: string, width: number): readonly string[] {
  return wrap(text, width - INDENT.length).map((line) => `${INDENT}${line}`);
}

/** Two columns. A term that has nothing beside it may be as long as it likes: commands are not broken. */
function rows(table: readonly Row[], width: number): readonly string[] {
  const column = Math.max(...table.map(([term, description]) => (description === '' ? 0 : term.length)));
  return table.map(([term, description]) =>
    description === ''
      ? `${INDENT}${term}`
      : wrapAfter(`${INDENT}${term.padEnd(column)}  `, description, width),
  );
}

const INDENT = '  ';
