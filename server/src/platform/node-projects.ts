import { resolve } from 'node:path';
import { checkOwnFile } from '../project/check-own-file.ts';
import { liesIn, relativeTo } from '../project/paths.ts';
import type { OwnFile, Project } from '../project/project.ts';
import { Projects } from '../project/projects.ts';
import { bundledKnowledge, fileSchemas } from './bundled-knowledge.ts';
import { addressPath, nodeFiles } from './node-files.ts';

/** The projects of files on this computer, for a program that runs once and ends. */
export class NodeProjects {
  readonly #currentFolder: string;
  readonly #projects = new Projects({ files: nodeFiles, schemas: fileSchemas, base: bundledKnowledge });

  constructor(currentFolder: string) {
    this.#currentFolder = currentFolder;
  }

  projectOf(location: string): Promise<Project | undefined> {
    return this.#projects.projectOf(this.pathOf(location));
  }

  checkOwnFile(path: string, text: string): OwnFile | undefined {
    return checkOwnFile(path, text, fileSchemas);
  }

  pathOf(location: string): string {
    return addressPath(resolve(this.#currentFolder, location));
  }

  shown(path: string): string {
    const folder = this.pathOf('.');
    // On Windows the path of an address has a slash before the drive.
    return liesIn(folder, path) ? relativeTo(folder, path) : path.replace(/^\/(?=[A-Za-z]:)/, '');
  }
}
