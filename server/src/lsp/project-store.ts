import type { Connection } from 'vscode-languageserver';
import type { Platform } from '../platform/platform.ts';
import type { BaseKnowledge, ContributedFile } from '../project/base-knowledge.ts';
import type { FileContents, ProjectFiles } from '../project/files.ts';
import { folderOf } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Projects } from '../project/projects.ts';
import type { KnowledgeShelf } from '../resolve/knowledge-shelf.ts';
import { documentAt, pathOfDocument } from './document-path.ts';
import type { OpenDocument } from './open-document.ts';
import type { Settings } from './settings.ts';

/** What is known for one document: with a project, or with what settings and extensions add. */
export interface OwnKnowledge {
  readonly project: Project | undefined;
  /** Undefined: nobody adds anything to the bundled knowledge. */
  readonly shelf: KnowledgeShelf | undefined;
  /** The files that settings name. */
  readonly base: BaseKnowledge | undefined;
}

/** The knowledge that everything of one set of settings rests on. */
interface Ground {
  readonly base: BaseKnowledge | undefined;
  readonly shelf: KnowledgeShelf | undefined;
  readonly projects: Projects;
}

/**
 * The projects of open documents, as the editor shows their files, saved or not. Everything is read once and kept until
 * `forget`, after which `generation` is another one.
 */
export class ProjectStore {
  readonly #platform: Platform;
  readonly #connection: Connection;
  readonly #openDocuments: () => readonly OpenDocument[];
  readonly #files: ProjectFiles;
  #grounds = new Map<string, Promise<Ground>>();
  #contributed: readonly ContributedFile[] = [];
  #generation = 0;
  /** The text of each file that was looked for, undefined where there is none. */
  #seen = new Map<string, string | undefined>();
  #listed = new Set<string>();

  constructor(platform: Platform, connection: Connection, openDocuments: () => readonly OpenDocument[]) {
    this.#platform = platform;
    this.#connection = connection;
    this.#openDocuments = openDocuments;
    this.#files = {
      read: (path, limit) => this.#read(path, limit),
      list: (folder) => {
        this.#listed.add(folder);
        return platform.files.list(folder);
      },
      realPath: (path) => platform.files.realPath(path),
    };
  }

  get generation(): number {
    return this.#generation;
  }

  /** Everything must be read again. */
  forget(): void {
    this.#generation++;
    this.#grounds = new Map();
    this.#seen = new Map();
    this.#listed = new Set();
  }

  /** Whether a file's change means anything to a project. */
  concerns(path: string): boolean {
    return this.#seen.has(path) || this.#listed.has(folderOf(path) ?? '');
  }

  /** Whether a file is another one than it was when it was read, if it was. */
  differs(path: string, text: string): boolean {
    return this.#seen.has(path) && this.#seen.get(path) !== text;
  }

  /** What other extensions bring; it holds from the next `forget` on. */
  contribute(files: readonly ContributedFile[]): void {
    this.#contributed = files;
  }

  /** @param folder the workspace folder of the document, from which settings name files */
  async knowledgeFor(uri: string, settings: Settings, folder: string | undefined): Promise<OwnKnowledge> {
    const path = pathOfDocument(uri);
    const { base, shelf, projects } = await this.#groundFor(settings, folder);
    const project = path === undefined ? undefined : await projects.projectOf(path);
    return { project, base, shelf: project?.shelf ?? shelf };
  }

  #groundFor({ packs, profiles }: Settings, folder: string | undefined): Promise<Ground> {
    const named = packs.length + profiles.length === 0 ? undefined : { folder, packs, profiles };
    const identity = JSON.stringify(named ?? null);
    const known = this.#grounds.get(identity);
    if (known !== undefined) return known;
    const made = this.#makeGround(named);
    this.#grounds.set(identity, made);
    return made;
  }

  async #makeGround(
    named:
      | {
          readonly folder: string | undefined;
          readonly packs: readonly string[];
          readonly profiles: readonly string[];
        }
      | undefined,
  ): Promise<Ground> {
    // Loaded when the first document is there: reading projects is no part of starting.
    const [{ Projects }, { loadBaseKnowledge }, { KnowledgeShelf }] = await Promise.all([
      import('../project/projects.ts'),
      import('../project/base-knowledge.ts'),
      import('../resolve/knowledge-shelf.ts'),
    ]);
    const environment = {
      files: this.#files,
      schemas: () => this.#platform.fileSchemas(),
      base: this.#platform.bundled,
    };
    if (named === undefined && this.#contributed.length === 0) {
      return { base: undefined, shelf: undefined, projects: new Projects(environment) };
    }
    if (named !== undefined && named.folder === undefined) {
      this.#connection.console.warn('Packs and profiles of the settings need a workspace folder to lie in.');
    }
    const { folder } = named ?? {};
    const base = await loadBaseKnowledge(
      environment,
      this.#contributed,
      named === undefined || folder === undefined ? undefined : { ...named, folder },
    );
    for (const complaint of base.complaints) this.#connection.console.warn(complaint);
    return {
      base,
      shelf: new KnowledgeShelf(base.source),
      projects: new Projects({ ...environment, base: base.source }),
    };
  }

  async #read(path: string, limit: number): Promise<FileContents> {
    const seen = this.#seen;
    seen.set(path, undefined);
    const open = this.#openDocuments().find(({ uri }) => pathOfDocument(uri) === path);
    if (open === undefined) {
      const contents = await this.#platform.files.read(path, limit);
      if (contents.kind === 'text') seen.set(path, contents.text);
      return contents;
    }
    const { text } = open;
    seen.set(path, text);
    return text.length > limit ? { kind: 'too-large' } : { kind: 'text', text };
  }
}

/** The address of an own file as the editor writes it, where it has it open. */
export function addressOf(path: string, openDocuments: readonly OpenDocument[]): string {
  return openDocuments.find(({ uri }) => pathOfDocument(uri) === path)?.uri ?? documentAt(path);
}
