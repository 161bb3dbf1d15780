export const AFTER_HELP = `
Examples:
  ocpp-config check fleet/                   check all files below a folder
  ocpp-config check --fix station.json       put right what is safe to
  ocpp-config explain WebSocketPingInterval  say what a key does
  ocpp-config init fleet/                    write a first .ocpp-config.json

Nothing is sent anywhere, and values that are secret are never shown.`;

export const AFTER_CHECK_HELP = `
Files:
  In a folder, files that end in .json .jsonc .json5 .jsn .ini .cfg .conf .properties .env .log .txt are
  read, except those that .gitignore names and what is in .git and node_modules; links to folders are not
  followed. A file that is no charger configuration is passed over. A file that is named is always read.
  Globs work in every shell.

Fixes:
  --fix applies fixes that keep the meaning or set a recommended value, again and again until nothing
  changes. A file is replaced as a whole or not at all, and left alone when it is read-only, has syntax
  errors, or has changed meanwhile. Comments and trailing commas in JSON are syntax errors only where the
  program that reads the file refuses them. A symbolic link stays one; a hard link becomes a file of its
  own. With - the fixed text goes to standard output and the report to standard error.

Rules and shapes:
  Each problem's first line ends with the id of its rule; ocpp-config explain <id> says more. --rule takes
  error, warning, information, hint or off, and 'greenflux/*' stands for all that this operator asks for.
  A file's heading names its shape: where its entries live. --shape is for files that are not recognised,
  or wrongly; a glob without a slash is compared with the file's name, and the last that matches counts.

Ignoring:
  A comment '# ocpp-config-ignore <id>[, <id>]: reason' hides such problems on its line or the one below;
  '//' in JSON with comments. The summary counts them, --no-ignore reports them, and a comment that hides
  nothing is reported as unused-ignore.

Baselines:
  --baseline names a file with the problems that are accepted, by file, rule and key: lines may move and
  values may change. --update-baseline writes it from what is found now.

Formats:
  sarif, github, gitlab, junit and checkstyle are for build servers, json and ndjson for programs of your
  own; they hold everything, whatever --quiet says. html is a page with charts, for --summary.

Fleets:
  --ndjson reads a station from each line: a GetConfiguration answer, a frame, or
  {"id": …, "configuration": …}; and writes a result for each, in the same order, however many there are.
  --shard i/n takes every n-th file or line. Up to about 5,000 files are compared with each other too.
  Ctrl-C ends the report with what is done so far.

Exit codes:
  0  there is no problem as severe as --max-severity, or more so
  1  there is one (with --fix: one is left; with --dry-run: one would be left)
  2  wrong use, or a file or a line could not be read, or a file not written
  130, 143, 129  ended by Ctrl-C or another signal

Examples:
  ocpp-config check                                      the current folder
  ocpp-config check 'fleet/**/*.json' --current DC       DC stations
  ocpp-config check . --max-severity warning --quiet     for CI: silent when all is well
  ocpp-config check . --rule key-casing=off --rule greenflux/heartbeat-interval=hint
  ocpp-config check . --shape 'exports/*.json=get-configuration' --shape 'old/**=off'
  ocpp-config check . --format sarif > ocpp-config.sarif  for code scanning
  ocpp-config check --ndjson --summary --format html night.ndjson > fleet.html
  ssh station cat config.ini | ocpp-config check - --stdin-path config.ini`;
