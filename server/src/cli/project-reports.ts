import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/catalog.ts';
import type { Problem } from '../model/problem.ts';
import { folderOf, liesIn } from '../project/paths.ts';
import type { OwnFile, Project } from '../project/project.ts';
import type { ProjectNews } from './outcome.ts';
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

/** What is to be said of the projects' own files in the end, from what their files have brought to light. */
export class ProjectReports {
  readonly #access: ProjectAccess;
  readonly #check: IgnoreCheck;
  readonly #catalog: () => Catalog;
  readonly #projects = new Map<string, Project>();
  /** Places of used ignores in their project file, by its path. */
  readonly #used = new Map<string, Set<number>>();
  /** Packs and profiles that no project names. */
  readonly #alone = new Map<string, OwnFile>();

  constructor(access: ProjectAccess, check: IgnoreCheck, catalog: () => Catalog) {
    this.#access = access;
    this.#catalog = catalog;
    this.#check = check;
  }

  async learn({ met, usedIgnores, alone }: ProjectNews): Promise<void> {
    for (const location of met) {
      const project = await this.#access.projectOf(location);
      if (project !== undefined) this.#projects.set(project.path, project);
    }
    for (const [path, index] of usedIgnores) {
      const used = this.#used.get(path) ?? new Set();
      this.#used.set(path, used.add(index));
    }
    for (const own of alone) this.#alone.set(own.path, own);
  }

  /** The own files with something wrong in them, each once. */
  reports(seen: 'all-seen' | 'some-unseen'): readonly FileReport[] {
    const found = new Map<string, OwnFile>(this.#alone);
    for (const project of this.#projects.values()) {
      for (const file of project.files) {
        const unused = seen === 'all-seen' ? this.#unusedIgnores(project, file) : [];
        const problems = [...file.problems, ...unused];
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
    const used = this.#used.get(project.path);
    return project.ignores
      .filter((_, index) => used?.has(index) !== true)
      .map(({ glob, ignore }) => ({
        rule: UNUSED_IGNORE,
        severity,
        message: l10n.t(
          '{0} is ignored in {1}, but nothing there is such a problem. The entry would hide the next one without a word. Remove it.',
          ignore.rule,
          glob,
        ),
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
