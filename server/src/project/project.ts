import * as l10n from '@vscode/l10n';
import type { Problem, Severity } from '../model/problem.ts';
import type { ProjectIgnore } from '../model/project-ignore.ts';
import type { StationSaying } from '../model/station.ts';
import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import { matchesAny, matchesGlob } from './glob.ts';
import { folderOf, relativeTo } from './paths.ts';
import type { ProjectFile, ProjectOverride } from './project-file.ts';
import type { ReadProject } from './read-project.ts';
import type { FileProblem } from './schema-reader.ts';

/** A file that a person wrote for us, with what is wrong in it. */
export interface OwnFile {
  /** Also the id of its problems. */
  readonly kind: 'project-file' | 'vendor-pack' | 'operator-profile';
  readonly path: string;
  readonly text: string;
  readonly problems: readonly OwnProblem[];
}

/** A problem in such a file; some of them an editor for JSON finds too. */
export interface OwnProblem extends Problem, Pick<FileProblem, 'alsoFoundBy'> {}

/** A project: its file, and the knowledge with its own packs and profiles. Immutable once loaded. */
export interface Project {
  /** Where the project file is. */
  readonly path: string;
  readonly read: ReadProject;
  readonly ignores: readonly PlacedIgnore[];
  readonly shelf: KnowledgeShelf;
  /** The project file, its packs and its profiles. */
  readonly files: readonly OwnFile[];
  /** Folders whose contents count. */
  readonly folders: readonly string[];
  /** Files that were looked for and are not there. */
  readonly missing: readonly string[];
}

/** An ignore, and the files that it holds for. One object for each, so that those that hide nothing can be told. */
export interface PlacedIgnore {
  readonly glob: string;
  readonly ignore: ProjectIgnore;
}

/** What the project file ignores, with the glob of the files for which that holds. */
export function projectIgnores({ file, rangeOf }: ReadProject): readonly PlacedIgnore[] {
  return (file.ignores ?? []).map(({ path, key, rule, reason }, index) => ({
    glob: path,
    ignore: { ...(key === undefined ? {} : { key }), rule, reason, range: rangeOf(['ignores', index]) },
  }));
}

export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What a project says about one file. */
export interface ProjectView {
  /** Undefined: the project says nothing of it. `none` stands for nobody. */
  readonly operator: string | undefined;
  /** "the project file says so for dc/**" */
  readonly operatorBecause: string;
  readonly severities: Severities;
  /** The nearest first. */
  readonly sayings: readonly StationSaying[];
  /** A shape's id or `off`. */
  readonly shape: string | undefined;
  readonly ignores: readonly ProjectIgnore[];
}

/** What holds for a file in or below the project's folder. */
export function projectView(project: Project, path: string): ProjectView {
  const { file } = project.read;
  const relative = relativeTo(folderOf(project.path) ?? '/', path);
  const overrides = (file.overrides ?? []).filter(({ files }) => matchesAny(files, relative));
  const naming = overrides.findLast(({ operator }) => operator !== undefined);
  return {
    operator: naming?.operator ?? file.operator,
    operatorBecause: naming === undefined ? saysSo() : saysSoFor(naming),
    severities: overlaidSeverities([file.rules, ...overrides.map(({ rules }) => rules)]),
    sayings: [...overrides.map(sayingOf).reverse(), ...topSaying(file)],
    shape:
      overrides.findLast(({ shape }) => shape !== undefined)?.shape ?? shapeByGlob(file.shapes, relative),
    ignores: project.ignores.flatMap(({ glob, ignore }) => (matchesGlob(glob, relative) ? [ignore] : [])),
  };
}

/** Whose recommendations hold when nobody says anything. */
export const USUAL_OPERATOR = 'greenflux';

/** Whose recommendations hold: of the operators that are named, the first that there is; undefined for nobody's. */
export function chosenOperator(
  shelf: KnowledgeShelf,
  ...named: readonly (string | undefined)[]
): string | undefined {
  const operator = named.find((id) => id === 'none' || shelf.advice(id) !== undefined);
  return operator === 'none' ? undefined : operator;
}

/**
 * Severities laid over each other, the later ones last. A later word about a whole group takes back what was said
 * before about single rules of it.
 */
export function overlaidSeverities(layers: readonly (Severities | undefined)[]): Severities {
  const result: Record<string, Severity | 'off'> = Object.create(null);
  for (const layer of layers) {
    const entries = Object.entries(layer ?? {});
    for (const [rule] of entries) {
      if (!rule.endsWith('/*')) continue;
      const group = rule.slice(0, -1);
      for (const known of Object.keys(result)) if (known.startsWith(group)) delete result[known];
    }
    for (const [rule, severity] of entries) result[rule] = severity;
  }
  return result;
}

function saysSo(): string {
  return l10n.t('the project file says so');
}

function saysSoFor({ files }: ProjectOverride): string {
  return l10n.t('the project file says so for {0}', typeof files === 'string' ? files : files.join(', '));
}

function sayingOf(override: ProjectOverride): StationSaying {
  return { says: override.station ?? {}, because: saysSoFor(override) };
}

function topSaying({ station }: ProjectFile): readonly StationSaying[] {
  return station === undefined ? [] : [{ says: station, because: saysSo() }];
}

function shapeByGlob(shapes: ProjectFile['shapes'], path: string): string | undefined {
  return Object.entries(shapes ?? {}).findLast(([glob]) => matchesGlob(glob, path))?.[1];
}
