import * as l10n from '@vscode/l10n';
import { asProblem } from './file-problems.ts';
import { LARGEST_FILE } from './knowledge-reader.ts';
import { loadProject, type ProjectEnvironment } from './load-project.ts';
import { below, folderOf } from './paths.ts';
import type { Project } from './project.ts';
import { PROJECT_FILE_NAME } from './project-file.ts';

/** Nobody's files lie deeper; a path that never ends must not be followed. */
const MOST_FOLDERS = 100;

/**
 * Finds and loads the projects of files, each once. What has been read is kept as long as this object: a change of a
 * file is met with a new one.
 */
export class Projects {
  readonly #environment: ProjectEnvironment;
  readonly #byFolder = new Map<string, Promise<Project | undefined>>();

  constructor(environment: ProjectEnvironment) {
    this.#environment = environment;
  }

  /** The project that a file belongs to: of the nearest project file upwards. Undefined when there is none. */
  projectOf(path: string): Promise<Project | undefined> {
    const folder = folderOf(path);
    return folder === undefined ? Promise.resolve(undefined) : this.#ofFolder(folder, MOST_FOLDERS);
  }

  /** Every project that was found so far, each once. */
  async all(): Promise<readonly Project[]> {
    const found = await Promise.all(this.#byFolder.values());
    return [...new Set(found)].filter((project) => project !== undefined);
  }

  #ofFolder(folder: string, left: number): Promise<Project | undefined> {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(folder, left);
    this.#byFolder.set(folder, found);
    return found;
  }

  async #find(folder: string, left: number): Promise<Project | undefined> {
    const path = below(folder, PROJECT_FILE_NAME);
    const contents = await this.#environment.files.read(path, LARGEST_FILE);
    switch (contents.kind) {
      case 'text':
        return loadProject(path, contents.text, this.#environment);
      case 'too-large':
        return this.#unread(path, l10n.t('The project file is larger than 1 MB, so it is not read.'));
      case 'trouble':
        return this.#unread(path, l10n.t('The project file cannot be read: {0}.', contents.message));
      case 'missing':
      case 'folder': {
        const parent = left === 0 ? undefined : folderOf(folder);
        return parent === undefined ? undefined : this.#ofFolder(parent, left - 1);
      }
    }
  }

  /** A project file that is there and cannot be read hides the ones above it: nobody knows what it would say. */
  async #unread(path: string, message: string): Promise<Project> {
    const project = await loadProject(path, '', this.#environment);
    const problem = asProblem('project-file')({ message, range: { start: 0, end: 0 } });
    return { ...project, files: [{ kind: 'project-file', path, text: '', problems: [problem] }] };
  }
}
