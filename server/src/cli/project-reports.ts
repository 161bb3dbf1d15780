import type { Analysis } from '../analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Problem } from '../model/problem.ts';
import type { ProjectIgnore } from '../model/project-ignore.ts';
import { folderOf, liesIn, nameOf } from '../project/paths.ts';
import type { OwnFile, Project } from '../project/project.ts';
import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import { ownFileAnalysis } from './own-file-report.ts';
import type { FileReport } from './report.ts';
import type { ProjectAccess } from './services.ts';

/** Which entries of `ignores` may be said to hide nothing: only a look at everything can tell. */
export interface IgnoreCheck {
  /** The folders and files that were asked for, as a person has written them. */
  readonly names: readonly string[];
  /** `keep-quiet`: options have changed what is a problem, so that nothing follows from what was hidden. */
  readonly unused: 'report' | 'keep-quiet';
}

/** Collects the projects of the files of one check, and what is to be said of the projects' own files in the end. */
export class ProjectReports {
  readonly #access: ProjectAccess;
  readonly #check: IgnoreCheck;
  readonly #catalog: () => Catalog;
  readonly #projects = new Set<Project>();
  readonly #used = new Set<ProjectIgnore>();
  /** Packs and profiles that no project names. */
  readonly #alone = new Map<string, OwnFile>();

  constructor(access: ProjectAccess, check: IgnoreCheck, catalog: () => Catalog) {
    this.#access = access;
    this.#catalog = catalog;
    this.#check = check;
  }

  /** The project of a file, by the system's path of it. */
  async projectOf(location: string): Promise<Project | undefined> {
    const project = await this.#access.projectOf(location);
    if (project !== undefined) this.#projects.add(project);
    return project;
  }

  /**
   * Takes a file that says how others are checked: the project file, a pack or a profile. `right` when there is nothing
   * to be said of it; undefined for any other file.
   */
  takeOwnFile(location: string, text: string, project: Project | undefined): 'right' | 'wrong' | undefined {
    const path = this.#access.pathOf(location);
    const known = project?.files.find((file) => file.path === path);
    const own = known ?? this.#access.checkOwnFile(path, text);
    if (own === undefined) return nameOf(path) === PROJECT_FILE_NAME ? 'right' : undefined;
    if (known === undefined) this.#alone.set(path, own);
    return own.problems.length === 0 ? 'right' : 'wrong';
  }

  analysed({ usedIgnores }: Analysis): void {
    for (const ignore of usedIgnores) this.#used.add(ignore);
  }

  /** The own files with something wrong in them, each once. */
  reports(): readonly FileReport[] {
    const found = new Map<string, OwnFile>(this.#alone);
    for (const project of this.#projects) {
      for (const file of project.files) {
        const problems = [...file.problems, ...this.#unusedIgnores(project, file)];
        found.set(file.path, { ...file, problems: problems.sort((a, b) => a.range.start - b.range.start) });
      }
    }
    return [...found.values()]
      .filter(({ problems }) => problems.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((file) => ({
        path: this.#access.shown(file.path),
        analysis: ownFileAnalysis(file, this.#catalog()),
        fixed: 0,
        notes: [],
      }));
  }

  #unusedIgnores(project: Project, { path }: OwnFile): readonly Problem[] {
    const severity = project.read.file.rules?.[UNUSED_IGNORE] ?? 'information';
    if (path !== project.path || severity === 'off' || !this.#sawAllOf(project)) return [];
    return project.ignores
      .filter(({ ignore }) => !this.#used.has(ignore))
      .map(({ glob, ignore }) => ({
        rule: UNUSED_IGNORE,
        severity,
        message: `${ignore.rule} is ignored in ${glob}, but nothing there is such a problem. The entry would hide the next one without a word. Remove it.`,
        range: ignore.range,
        fixes: [],
      }));
  }

  #sawAllOf({ path }: Project): boolean {
    const folder = folderOf(path) ?? '/';
    const { names, unused } = this.#check;
    return unused === 'report' && names.some((name) => liesIn(this.#access.pathOf(name), folder));
  }
}

/** The rule that says the same of comments. */
const UNUSED_IGNORE = 'unused-ignore';
