import * as l10n from '@vscode/l10n';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../model/problem.ts';
import type { CurrentType } from '../model/station.ts';
import type { ExitCode } from './check.ts';
import type { CheckFlags } from './check-options.ts';
import type { ExplainFlags } from './explain/explain.ts';
import { helpOfCheck, helpOfProgram, shownOption, shownTitle } from './help-texts.ts';
import type { Host } from './host.ts';
import type { InitFlags } from './init.ts';
import { OUTPUT_FORMATS } from './reporters/names.ts';
import type { Services } from './services.ts';
import { similarNames } from './similar-names.ts';
import { printable } from './terminal/characters.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command that the arguments ask for. Never throws; what goes wrong is said and ends in exit code 2. */
export async function runCommandLine(
  words: readonly string[],
  host: Host,
  services: Services,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  services.speak(languageAmong(words, services.languages));
  const program = makeProgram(host, services, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    await host.pause();
    if (host.output.failure !== undefined)
      throw new UsageError(l10n.t('cannot write the output: {0}', host.output.failure));
    return exitCode;
  } catch (error) {
    // Commander has printed its message already; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    host.errors.write(`error: ${errorMessage(error)}\n`);
    return 2;
  }
}

/**
 * The language that is asked for, English if none is: before the words are understood, since help and what is wrong with
 * them is said in it too. The environment does not count, so that a build's log reads the same on every computer.
 */
function languageAmong(words: readonly string[], languages: readonly string[]): string {
  const asked = words.flatMap((word, index) =>
    word === '--lang'
      ? (words[index + 1] ?? [])
      : word.startsWith('--lang=')
        ? word.slice('--lang='.length)
        : [],
  );
  return asked.filter((language) => languages.includes(language)).at(-1) ?? ENGLISH;
}

const ENGLISH = 'en';

function languageOption({ languages }: Services): Option {
  return new Option('--lang <language>', l10n.t('the language to speak')).choices(languages).default(ENGLISH);
}

function errorMessage(error: unknown): string {
  if (error instanceof UsageError) return printable(error.message);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return l10n.t('a mistake in ocpp-config, please report it: {0}', stack);
}

type Finish = (exitCode: ExitCode) => void;

function makeProgram(host: Host, services: Services, finish: Finish): Command {
  const program = new Command('ocpp-config')
    .description(
      l10n.t('Checks the configuration files of EV chargers: OCPP keys explained, mistakes found and fixed.'),
    )
    .usage('<command> [options]')
    .version(services.version, '-V, --version', l10n.t('print the version'))
    .helpOption('-h, --help', l10n.t('say what there is to say about a command'))
    .helpCommand('help [command]', l10n.t('the same as --help'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.output.write(text),
      writeErr: (text) => host.errors.write(text),
      outputError: (text, write) => write(oneLine(text)),
      getOutHelpWidth: () => helpWidth(host),
      getErrHelpWidth: () => Math.min(host.errors.width, WIDEST_HELP),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ styleTitle: shownTitle, optionDescription: shownOption })
    .addHelpText('after', () => helpOfProgram(helpWidth(host)));
  // Whatever follows it, a first word that is no command is the mistake to speak of.
  program.on('command:*', ([word = '']: readonly string[]) => {
    throw unknownCommand(word, program);
  });
  addCheck(program, host, services, finish);
  addExplain(program, host, services, finish);
  addInit(program, host, services, finish);
  addLanguageServer(program, services);
  return program;
}

const WIDEST_HELP = 100;

function helpWidth({ output }: Host): number {
  return Math.min(output.width, WIDEST_HELP);
}

function addCheck(program: Command, host: Host, services: Services, finish: Finish): void {
  const check = program
    .command('check')
    .summary(l10n.t('find problems in files, and put them right'))
    .description(
      l10n.t('Finds problems in charger configurations, and with --fix puts right what is safe to.'),
    )
    .argument(
      '[paths...]',
      l10n.t('files, folders or globs; - for standard input (default: the current folder)'),
    )
    .optionsGroup(l10n.t('What to do:'))
    .option('--fix', l10n.t('write the safe fixes into the files; - prints the fixed text'))
    .option('--dry-run', l10n.t('print what --fix would change as a unified diff, and write nothing'))
    .option('--watch', l10n.t('check again whenever a file changes, until Ctrl-C'))
    .option('--summary', l10n.t('tell what the whole fleet comes to instead of single problems'))
    .optionsGroup(l10n.t('What counts:'))
    .addOption(
      new Option('--max-severity <severity>', l10n.t('exit with 1 from this severity on'))
        .choices(SEVERITIES)
        .default('error'),
    )
    .option(
      '--rule <id=severity>',
      l10n.t('give a rule another severity, or turn it off; may be repeated'),
      collect,
    )
    .option('--no-ignore', l10n.t('report also what comments or the project file ignore'))
    .option(
      '--baseline <file>',
      l10n.t('accept the problems that this file lists, and report only what came since'),
    )
    .option('--update-baseline', l10n.t('write what is found now into the baseline file'))
    .option('--exit-zero', l10n.t('exit with 0 whatever is found'))
    .optionsGroup(l10n.t('How to understand the files:'))
    .option(
      '--operator <id>',
      l10n.t(
        "whose recommendations apply: greenflux, one of your own, or none for nobody's (default: greenflux)",
      ),
    )
    .option('--vendor <name>', l10n.t('whose stations they are for: any name of the vendor'))
    .option('--model <name>', l10n.t('which model, as stations report it or a person calls it'))
    .option('--current <AC|DC>', l10n.t('what the stations charge with'), currentType)
    .addOption(
      new Option('--smart-charging <state>', l10n.t('whether the stations do it')).choices(['on', 'off']),
    )
    .option(
      '--shape <glob=id>',
      l10n.t('how to read files, or off to leave them alone; may be repeated'),
      collect,
    )
    .option(
      '--ignore-unknown',
      l10n.t('pass over named files that are no UTF-8 text or too large, as in folders; for hooks'),
    )
    .option('--stdin-path <name>', l10n.t('the name to show, and to recognise the format by, for -'))
    .optionsGroup(l10n.t('Fleets:'))
    .option(
      '--ndjson',
      l10n.t('read one station per line, from files or standard input, and write one result per line'),
    )
    .option('--shard <i/n>', l10n.t('look only at part i of n of the files or lines'))
    .option(
      '--first-line <number>',
      l10n.t('the number of the first line, where standard input is a piece of a larger input'),
      lineNumber,
    )
    .option(
      '--jobs <number>',
      l10n.t('how many threads to use (default: as many as there are cores, where it pays)'),
      jobs,
    )
    .optionsGroup(l10n.t('Output:'))
    .addOption(
      new Option(
        '--format <format>',
        l10n.t('how to report; html is for --summary (default: text, with --ndjson ndjson)'),
      ).choices(OUTPUT_FORMATS),
    )
    .addOption(languageOption(services))
    .option('--quiet', l10n.t('print only what makes the check fail'))
    .option('--color', l10n.t('use colours, also in a file or a pipe'))
    .option('--no-color', l10n.t('use no colours'))
    .optionsGroup(l10n.t('Help:'))
    .helpOption('-h, --help', l10n.t('print this'))
    .addHelpText('after', () => helpOfCheck(helpWidth(host)));
  check.action(async (paths: string[], flags: CheckFlags) => {
    const [{ check: run }, { checkOptions }] = await Promise.all([
      import('./check.ts'),
      import('./check-options.ts'),
    ]);
    // Each time with nothing remembered, since a project file may have changed as well.
    const once = async () => run(await checkOptions(paths, flags, services.reread(), host.files), host);
    if (flags.watch !== true) return finish(await once());
    const { watchAndCheck } = await import('./watch.ts');
    return finish(await watchAndCheck(paths.length === 0 ? ['.'] : paths, once, host));
  });
}

function addExplain(program: Command, host: Host, services: Services, finish: Finish): void {
  program
    .command('explain')
    .summary(l10n.t('say what a key, a measurand, a rule or a vendor is about'))
    .description(
      l10n.t('Says what is known of a configuration key, a measurand, a rule of check, or a vendor.'),
    )
    .argument('<name>', l10n.t('the name, in any case; a near miss gets suggestions'))
    .addOption(
      new Option('--format <format>', l10n.t('how to print it')).choices(['text', 'json']).default('text'),
    )
    .addOption(languageOption(services))
    .option('--operator <id>', l10n.t('whose recommendations to show: greenflux, one of your own, or none'))
    .option('--vendor <name>', l10n.t('whose stations it is about: any name of the vendor'))
    .option('--color', l10n.t('use colours, also in a file or a pipe'))
    .option('--no-color', l10n.t('use no colours'))
    .helpOption('-h, --help', l10n.t('print this'))
    .action(async (name: string, flags: ExplainFlags) => {
      const { explain } = await import('./explain/explain.ts');
      await explain(name, flags, host, services);
      finish(0);
    });
}

function addInit(program: Command, host: Host, services: Services, finish: Finish): void {
  program
    .command('init')
    .summary(l10n.t('write a first .ocpp-config.json'))
    .description(
      l10n.t(
        'Writes a first .ocpp-config.json from what the files in a folder show, and says why. Never writes over one.',
      ),
    )
    .argument('[folder]', l10n.t('the folder'), '.')
    .option('--dry-run', l10n.t('print it, and write nothing'))
    .addOption(languageOption(services))
    .helpOption('-h, --help', l10n.t('print this'))
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./init.ts');
      await init(folder, flags, host, services);
      finish(0);
    });
}

function addLanguageServer(program: Command, services: Services): void {
  program
    .command('lsp')
    .summary(l10n.t('run the language server for an editor'))
    .description(l10n.t('Runs the language server. An editor starts it and speaks LSP with it.'))
    .requiredOption('--stdio', l10n.t('speak over standard input and output, which is the only way there is'))
    .helpOption('-h, --help', l10n.t('print this'))
    .action(() => services.startLanguageServer());
}

function unknownCommand(word: string, program: Command): UsageError {
  const commands = program.commands.map((command) => command.name());
  const [similar] = similarNames(word, commands);
  const advice =
    similar === undefined
      ? l10n.t('To check a file: ocpp-config check {0}', word)
      : l10n.t('Did you mean {0}?', similar);
  return new UsageError(l10n.t("unknown command '{0}'. {1}", word, advice));
}

/** Commander puts its suggestions on a line of their own. */
function oneLine(text: string): string {
  return `${text.trim().replace(/\s*\n\s*\((.*)\)$/s, '. $1')}\n`;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function jobs(value: string): number {
  const count = Number(value);
  if (!/^[0-9]+$/.test(value) || count < 1 || count > MOST_JOBS) {
    throw new InvalidArgumentError(l10n.t('Give a number from 1 to {0}.', MOST_JOBS));
  }
  return count;
}

function lineNumber(value: string): number {
  const number = Number(value);
  if (!/^[0-9]+$/.test(value) || number < 1 || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError(l10n.t('Give the number of a line, from 1 on.'));
  }
  return number;
}

/** More threads than any computer has cores only eat its memory. */
const MOST_JOBS = 256;

function currentType(value: string): CurrentType {
  const current = value.toUpperCase();
  if (current !== 'AC' && current !== 'DC') throw new InvalidArgumentError('Allowed choices are AC, DC.');
  return current;
}
