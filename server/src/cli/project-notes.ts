import type { Analysis } from '../analysis.ts';
import { nameOf } from '../project/paths.ts';
import type { OwnFile, Project } from '../project/project.ts';
import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import type { ProjectNews } from './outcome.ts';
import type { ProjectAccess } from './services.ts';

/** Finds the projects of files, and notes what these files bring to light about them, each thing once. */
export class ProjectNotes {
  readonly #access: ProjectAccess;
  readonly #known = new Set<Project>();
  readonly #used = new Set<string>();
  #met: string[] = [];
  #usedIgnores: (readonly [project: string, index: number])[] = [];
  #alone: OwnFile[] = [];

  constructor(access: ProjectAccess) {
    this.#access = access;
  }

  /** The project of a file, by the system's path of it. */
  async projectOf(location: string): Promise<Project | undefined> {
    const project = await this.#access.projectOf(location);
    if (project !== undefined && !this.#known.has(project)) {
      this.#known.add(project);
      this.#met.push(location);
    }
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
    if (known === undefined) this.#alone.push(own);
    return own.problems.length === 0 ? 'right' : 'wrong';
  }

  analysed({ usedIgnores }: Analysis, project: Project | undefined): void {
    if (project === undefined || usedIgnores.size === 0) return;
    for (const [index, { ignore }] of project.ignores.entries()) {
      const identity = `${index} ${project.path}`;
      if (!usedIgnores.has(ignore) || this.#used.has(identity)) continue;
      this.#used.add(identity);
      this.#usedIgnores.push([project.path, index]);
    }
  }

  /** What was noted since it was asked for last. */
  take(): ProjectNews {
    const news: ProjectNews = { met: this.#met, usedIgnores: this.#usedIgnores, alone: this.#alone };
    this.#met = [];
    this.#usedIgnores = [];
    this.#alone = [];
    return news;
  }
}
