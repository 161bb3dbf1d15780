import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';
import type { AnalysisOptions } from '../analysis.ts';
import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { CurrentType, StationSaying } from '../model/station.ts';
import {
  chosenOperator,
  overlaidSeverities,
  type Project,
  projectView,
  USUAL_OPERATOR,
} from '../project/project.ts';
import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import type { Knowledge } from '../resolve/resolve.ts';
import { ruleNames } from '../rules/index.ts';
import { fingerprintSalt } from '../text/fingerprint.ts';
import { readBaseline } from './baseline.ts';
import type { BaselineUse, CheckOptions, FleetReport, LeftAlone } from './check.ts';
import { decode } from './decode.ts';
import type { Files, FoundFile, Output, OutputTraits } from './host.ts';
import { knownVendor } from './known-vendor.ts';
import { REPORTERS } from './reporters/index.ts';
import type { OutputFormat } from './reporters/names.ts';
import { silentReporter } from './reporters/silent.ts';
import { ruleInformation } from './rule-information.ts';
import type { Services } from './services.ts';
import { SHAPE_IDS } from './shape-ids.ts';
import { shardOf } from './shard.ts';
import { similarNames } from './similar-names.ts';
import { COLOURED, PLAIN, type Style } from './terminal/style.ts';
import { UsageError } from './usage-error.ts';

/** The options of `check` as Commander reads them, choices already checked. */
export interface CheckFlags {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly maxSeverity: Severity;
  readonly rule?: readonly string[];
  /** False: everything is reported, whatever somebody has chosen to ignore. */
  readonly ignore: boolean;
  readonly operator?: string;
  /** Any name of a vendor. */
  readonly vendor?: string;
  readonly model?: string;
  readonly current?: CurrentType;
  readonly smartCharging?: 'on' | 'off';
  readonly shape?: readonly string[];
  readonly stdinPath?: string;
  /** Undefined: as the input suggests. */
  readonly format?: OutputFormat;
  readonly quiet?: boolean;
  readonly ignoreUnknown?: boolean;
  readonly color?: boolean;
  /** A station on each line. */
  readonly ndjson?: boolean;
  /** The language of all that is said. */
  readonly lang?: string;
  readonly shard?: string;
  readonly firstLine?: number;
  readonly jobs?: number;
  readonly exitZero?: boolean;
  readonly summary?: boolean;
  readonly watch?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Looks up all that a person has named. Throws a `UsageError` for what does not exist or does not go together. */
export async function checkOptions(
  paths: readonly string[],
  flags: CheckFlags,
  services: Services,
  files: Files,
): Promise<CheckOptions> {
  const from = fromOf(paths, flags);
  const format = flags.format ?? (flags.ndjson === true && flags.summary !== true ? 'ndjson' : 'text');
  refuseWhatDoesNotGoTogether(from, format, flags);
  const verbosity = flags.quiet === true ? 'quiet' : 'usual';
  const styleFor = styleChooser(flags.color);
  const shard = flags.shard === undefined ? undefined : shardOf(flags.shard);
  const factory = flags.summary === true || format === 'html' ? silentReporter : REPORTERS[format];
  const digest = DIGESTING.includes(format) ? await services.digest() : refuseToDigest;
  return {
    from,
    mode: flags.dryRun === true ? 'preview' : flags.fix === true ? 'write' : 'report',
    threshold: flags.maxSeverity,
    exit: flags.exitZero === true ? 'zero' : 'by-findings',
    verbosity,
    unsuitable: flags.ignoreUnknown === true ? 'skip' : 'trouble-where-named',
    styleFor,
    projects: services.projects,
    catalog: () => services.shelf.catalog,
    unusedIgnores: hasOwnRules(flags) || shard !== undefined ? 'keep-quiet' : 'report',
    analysisFor: await analysisChooser(flags, services),
    rulePage: (rule) => services.rulePage(rule),
    reporterFor: (output) =>
      factory({
        style: styleFor(output),
        width: output.width,
        least: verbosity === 'quiet' ? flags.maxSeverity : 'hint',
        threshold: flags.maxSeverity,
        verbosity,
        rulePage: (rule) => services.rulePage(rule),
        version: services.version,
        rules: () => ruleInformation(services),
        digest,
      }),
    shard,
    jobs: flags.jobs,
    threadSetup: ({ output, errors }) => ({
      paths,
      flags,
      output: traitsOf(output),
      errors: traitsOf(errors),
      fingerprintSalt: fingerprintSalt(),
    }),
    baseline: baselineUse(flags, files),
    summary:
      flags.summary === true ? await fleetReport(format, services, styleFor, flags.lang ?? 'en') : undefined,
  };
}

/** Formats whose problems have fingerprints. */
const DIGESTING: readonly OutputFormat[] = ['sarif', 'gitlab'];

function refuseToDigest(): never {
  throw new TypeError('this format has no fingerprints');
}

function refuseWhatDoesNotGoTogether(
  from: CheckOptions['from'],
  format: OutputFormat,
  { dryRun, fix, summary, baseline, updateBaseline, watch }: CheckFlags,
): void {
  if (summary === true && !['text', 'json', 'html'].includes(format)) {
    throw new UsageError(l10n.t('--summary comes as text, json or html and not as {0}', format));
  }
  if (summary !== true && format === 'html') throw new UsageError(l10n.t('--format html is for --summary'));
  if (from.kind === 'stations') {
    if (fix === true || dryRun === true) {
      throw new UsageError(
        l10n.t(
          '{0} changes files and cannot be combined with --ndjson',
          fix === true ? '--fix' : '--dry-run',
        ),
      );
    }
    if (summary !== true && format !== 'ndjson') {
      throw new UsageError(
        l10n.t('--ndjson writes a result for each line and cannot be combined with --format {0}', format),
      );
    }
  }
  if (dryRun === true && (format !== 'text' || summary === true)) {
    const other = summary === true ? '--summary' : `--format ${format}`;
    throw new UsageError(l10n.t('--dry-run prints a diff and cannot be combined with {0}', other));
  }
  if (watch === true && (from.kind !== 'files' || format !== 'text' || updateBaseline === true)) {
    throw new UsageError(l10n.t('--watch is for a person: it takes files, and prints text'));
  }
  if (updateBaseline === true && baseline === undefined) {
    throw new UsageError(l10n.t('--update-baseline needs the file: add --baseline <file>'));
  }
  if (updateBaseline === true && (dryRun === true || summary === true)) {
    throw new UsageError(l10n.t('--update-baseline cannot be combined with --dry-run or --summary'));
  }
}

function traitsOf({ isTerminal, takesColours, width }: Output): OutputTraits {
  return { isTerminal, takesColours, width };
}

function baselineUse({ baseline, updateBaseline }: CheckFlags, files: Files): BaselineUse | undefined {
  if (baseline === undefined) return undefined;
  if (updateBaseline === true) return { kind: 'write', location: baseline };
  const read = files.read({ path: baseline, location: baseline, named: true });
  if (read.kind !== 'bytes') {
    const advice = l10n.t('Write it with --update-baseline first, or look at its name');
    throw new UsageError(
      read.kind === 'missing'
        ? `--baseline ${baseline}: ${read.message}. ${advice}`
        : `--baseline ${baseline}: ${read.message}`,
    );
  }
  const decoded = decode(read.bytes);
  if (decoded.kind !== 'text') throw new UsageError(`--baseline ${baseline}: ${decoded.message}`);
  return { kind: 'compare', accepted: readBaseline(baseline, decoded.text) };
}

async function fleetReport(
  format: OutputFormat,
  services: Services,
  styleFor: CheckOptions['styleFor'],
  language: string,
): Promise<FleetReport> {
  const { fleetReportIn } = await import('./fleet/fleet-report.ts');
  return fleetReportIn(format, services, { styleFor, language });
}

/** What is known, with the advice of an operator by id or of `none`. Throws a `UsageError` for any other id. */
export function knowledgeOf(operator: string, shelf: KnowledgeShelf): Knowledge {
  if (operator === 'none') return shelf.knowledge(undefined);
  if (shelf.advice(operator) === undefined) {
    const known = [...shelf.operators, 'none'].join(', ');
    throw new UsageError(l10n.t("--operator: '{0}' is not known; there are {1}", operator, known));
  }
  return shelf.knowledge(operator);
}

/** Colours as an option says, otherwise where they are welcome. */
export function styleChooser(color: boolean | undefined): (output: OutputTraits) => Style {
  return ({ takesColours }) => ((color ?? takesColours) ? COLOURED : PLAIN);
}

/** Whether the command line changes which problems there are. */
function hasOwnRules({
  rule = [],
  ignore,
  operator,
  vendor,
  model,
  current,
  smartCharging,
  shape = [],
}: CheckFlags): boolean {
  const said = operator ?? vendor ?? model ?? current ?? smartCharging;
  return !ignore || rule.length + shape.length > 0 || said !== undefined;
}

function fromOf(
  paths: readonly string[],
  { stdinPath, ndjson, firstLine }: CheckFlags,
): CheckOptions['from'] {
  const input = paths.includes('-') || (ndjson === true && paths.length === 0);
  if (input && paths.length > 1) {
    throw new UsageError(l10n.t('- stands for standard input and cannot be combined with other paths'));
  }
  if (!input && stdinPath !== undefined)
    throw new UsageError(l10n.t('--stdin-path is for standard input: add - as the path'));
  if (firstLine !== undefined && !(input && ndjson === true)) {
    throw new UsageError(
      l10n.t(
        '--first-line is for a piece on standard input, one station per line: add --ndjson, and no paths',
      ),
    );
  }
  if (ndjson === true) {
    return {
      kind: 'stations',
      names: input ? 'input' : paths,
      inputPath: stdinPath ?? STDIN,
      firstLine: firstLine ?? 1,
    };
  }
  if (input) return { kind: 'input', path: stdinPath ?? STDIN };
  return { kind: 'files', names: paths.length === 0 ? ['.'] : paths };
}

const STDIN = '<stdin>';

type AnalysisChooser = (file: FoundFile, project: Project | undefined) => AnalysisOptions | LeftAlone;

async function analysisChooser(flags: CheckFlags, services: Services): Promise<AnalysisChooser> {
  const { projects } = services;
  // Names on the command line are looked up where the command runs; files may belong to other projects.
  const shelfHere = await shelfOfCurrentFolder(services);
  if (flags.operator !== undefined) knowledgeOf(flags.operator, shelfHere);
  const vendor = flags.vendor === undefined ? undefined : knownVendor(flags.vendor, shelfHere.vendors).name;
  const { source, catalog } = shelfHere;
  const known = ruleNames(catalog.crossKeyRules, source.operatorProfiles());
  const severities = Object.fromEntries((flags.rule ?? []).map((rule) => severityOf(rule, known)));
  const said: StationSaying = {
    says: {
      vendor,
      model: flags.model,
      current: flags.current,
      smartCharging: flags.smartCharging === undefined ? undefined : flags.smartCharging === 'on',
    },
    because: l10n.t('the command line says so'),
  };
  const shapes = (flags.shape ?? []).map(shapeChoice);
  return (file, project) => {
    const view = project && projectView(project, projects.pathOf(file.location));
    // As with settings, the last one that matches counts.
    const wanted = shapes.findLast(({ matches }) => matches(file))?.shape;
    const shape = wanted ?? view?.shape;
    if (shape === 'off') {
      return {
        leftAlone:
          wanted === undefined
            ? l10n.t('left alone, as the project file says')
            : l10n.t('left alone, as --shape says'),
      };
    }
    const shelf = project?.shelf ?? services.shelf;
    const operator = chosenOperator(shelf, flags.operator, view?.operator, USUAL_OPERATOR);
    return {
      knowledge: shelf.knowledge(operator),
      stationSayings: [said, ...(view?.sayings ?? [])],
      severities: overlaidSeverities([view?.severities, severities]),
      ignores: view?.ignores,
      now: Date.now(),
      suppression: flags.ignore ? 'on' : 'off',
      path: file.path,
      shape,
    };
  };
}

/** What is known in the current folder: with the packs and profiles of its project, where it has one. */
export async function shelfOfCurrentFolder({ projects, shelf }: Services): Promise<KnowledgeShelf> {
  const project = await projects.projectOf('any-file-here');
  return project?.shelf ?? shelf;
}

function severityOf(rule: string, known: readonly string[]): [id: string, severity: Severity | 'off'] {
  const [id, severity] = cutAtLastEquals(rule);
  const wanted = [...SEVERITIES, 'off' as const].find((candidate) => candidate === severity);
  if (wanted === undefined) {
    throw new UsageError(l10n.t('--rule {0}: write <id>={1}', rule, [...SEVERITIES, 'off'].join('|')));
  }
  if (!known.includes(id))
    throw new UsageError(`${l10n.t("--rule: there is no rule '{0}'", id)}${didYouMean(id, known)}`);
  return [id, wanted];
}

interface ShapeChoice {
  readonly matches: (file: FoundFile) => boolean;
  readonly shape: string;
}

function shapeChoice(text: string): ShapeChoice {
  const [glob, shape] = cutAtLastEquals(text);
  if (glob === '') throw new UsageError(l10n.t('--shape {0}: write <glob>=<id>, or <glob>=off', text));
  if (shape !== 'off' && !SHAPE_IDS.includes(shape)) {
    throw new UsageError(
      l10n.t("--shape: there is no shape '{0}'; there are {1}", shape, [...SHAPE_IDS, 'off'].join(', ')),
    );
  }
  const asShown = picomatch(glob, { dot: true });
  // As in the editor's settings: any folder may come before, so a glob without a slash is about the file's name.
  const anywhere = picomatch(/^(\/|\*\*\/|[A-Za-z]:)/.test(glob) ? glob : `**/${glob}`, { dot: true });
  return {
    matches: ({ path, location }) => asShown(path) || anywhere(location.replace(/^[A-Za-z]:\\.*/, slashes)),
    shape,
  };
}

/** A path of Windows with the separators that globs have. */
function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The part before the last equals sign, since a glob may hold others, and the part after it. */
function cutAtLastEquals(text: string): [before: string, after: string] {
  const equals = text.lastIndexOf('=');
  return equals < 0 ? ['', ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

function didYouMean(name: string, known: readonly string[]): string {
  const [nearest] = similarNames(name, known);
  return nearest === undefined ? '' : `. ${l10n.t('Did you mean {0}?', nearest)}`;
}
