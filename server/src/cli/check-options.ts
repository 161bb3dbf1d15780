import picomatch from 'picomatch';
import type { AnalysisOptions } from '../analysis.ts';
import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { CurrentType, StationSaying } from '../model/station.ts';
import { ruleNames } from '../project/known-rules.ts';
import {
  chosenOperator,
  overlaidSeverities,
  type Project,
  projectView,
  USUAL_OPERATOR,
} from '../project/project.ts';
import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import type { Knowledge } from '../resolve/resolve.ts';
import type { CheckOptions, LeftAlone } from './check.ts';
import type { FoundFile, Output } from './host.ts';
import { knownVendor } from './known-vendor.ts';
import { REPORTERS, type ReporterName } from './reporters/index.ts';
import type { Services } from './services.ts';
import { SHAPE_IDS } from './shape-ids.ts';
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
  readonly format: ReporterName;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Looks up all that a person has named. Throws a `UsageError` for what does not exist or does not go together. */
export async function checkOptions(
  paths: readonly string[],
  flags: CheckFlags,
  services: Services,
): Promise<CheckOptions> {
  const from = fromOf(paths, flags);
  const verbosity = flags.quiet === true ? 'quiet' : 'usual';
  const styleFor = styleChooser(flags.color);
  if (flags.dryRun === true && flags.format !== 'text') {
    throw new UsageError(`--dry-run prints a diff and cannot be combined with --format ${flags.format}`);
  }
  return {
    from,
    mode: flags.dryRun === true ? 'preview' : flags.fix === true ? 'write' : 'report',
    threshold: flags.maxSeverity,
    verbosity,
    styleFor,
    projects: services.projects,
    catalog: () => services.shelf.catalog,
    unusedIgnores: hasOwnRules(flags) ? 'keep-quiet' : 'report',
    analysisFor: await analysisChooser(flags, services),
    reporterFor: (output) =>
      REPORTERS[flags.format]({
        write: (text) => output.write(text),
        style: styleFor(output),
        width: output.width,
        least: verbosity === 'quiet' ? flags.maxSeverity : 'hint',
        verbosity,
        rulePage: (rule) => services.rulePage(rule),
      }),
  };
}

/** What is known, with the advice of an operator by id or of `none`. Throws a `UsageError` for any other id. */
export function knowledgeOf(operator: string, shelf: KnowledgeShelf): Knowledge {
  if (operator === 'none') return shelf.knowledge(undefined);
  if (shelf.advice(operator) === undefined) {
    const known = [...shelf.operators, 'none'].join(', ');
    throw new UsageError(`--operator: '${operator}' is not known; there are ${known}`);
  }
  return shelf.knowledge(operator);
}

/** Colours as an option says, otherwise where they are welcome. */
export function styleChooser(color: boolean | undefined): (output: Output) => Style {
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

function fromOf(paths: readonly string[], { stdinPath }: CheckFlags): CheckOptions['from'] {
  if (!paths.includes('-')) {
    if (stdinPath !== undefined)
      throw new UsageError('--stdin-path is for standard input: add - as the path');
    return { kind: 'files', names: paths.length === 0 ? ['.'] : paths };
  }
  if (paths.length > 1)
    throw new UsageError('- stands for standard input and cannot be combined with other paths');
  return { kind: 'input', path: stdinPath ?? '<stdin>' };
}

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
    because: 'the command line says so',
  };
  const shapes = (flags.shape ?? []).map(shapeChoice);
  return (file, project) => {
    const view = project && projectView(project, projects.pathOf(file.location));
    // As with settings, the last one that matches counts.
    const wanted = shapes.findLast(({ matches }) => matches(file))?.shape;
    const shape = wanted ?? view?.shape;
    if (shape === 'off') {
      return { leftAlone: `left alone, as ${wanted === undefined ? 'the project file' : '--shape'} says` };
    }
    const shelf = project?.shelf ?? services.shelf;
    const operator = chosenOperator(shelf, flags.operator, view?.operator, USUAL_OPERATOR);
    return {
      knowledge: shelf.knowledge(operator),
      stationSayings: [said, ...(view?.sayings ?? [])],
      severities: overlaidSeverities([view?.severities, severities]),
      ignores: view?.ignores,
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
    throw new UsageError(`--rule ${rule}: write <id>=${[...SEVERITIES, 'off'].join('|')}`);
  }
  if (!known.includes(id)) throw new UsageError(`--rule: there is no rule '${id}'${didYouMean(id, known)}`);
  return [id, wanted];
}

interface ShapeChoice {
  readonly matches: (file: FoundFile) => boolean;
  readonly shape: string;
}

function shapeChoice(text: string): ShapeChoice {
  const [glob, shape] = cutAtLastEquals(text);
  if (glob === '') throw new UsageError(`--shape ${text}: write <glob>=<id>, or <glob>=off`);
  if (shape !== 'off' && !SHAPE_IDS.includes(shape)) {
    throw new UsageError(
      `--shape: there is no shape '${shape}'; there are ${[...SHAPE_IDS, 'off'].join(', ')}`,
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
  return nearest === undefined ? '' : `. Did you mean ${nearest}?`;
}
