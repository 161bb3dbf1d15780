import type { Platform } from '../platform/platform.ts';
import type { BaseKnowledge, ContributedFile } from '../project/base-knowledge.ts';
import type { ProjectFiles } from '../project/files.ts';
import { folderOf, liesInOneOf } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Projects } from '../project/projects.ts';
import type { KnowledgeShelf, KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import type { OpenDocument } from './open-document.ts';
import { addressAt, type FileTree, type Place, placeOf } from './place.ts';
import type { Settings } from './settings.ts';
import { type CancellationToken, CancellationTokenSource, type Connection } from './vscode-languageserver.ts';

/** What is known for one document: with a project, or with what settings and extensions add. */
export interface OwnKnowledge {
  readonly project: Project | undefined;
  /** Undefined: nobody adds anything to the bundled knowledge. */
  readonly shelf: KnowledgeShelf | undefined;
  /** The files that settings name. */
  readonly base: BaseKnowledge | undefined;
  /** Where the files of the project and of the settings are. */
  readonly tree: FileTree | undefined;
}

/** Where a document is, and what its settings say about own knowledge. */
export interface KnowledgeQuestion {
  readonly place: Place | undefined;
  /** The workspace folder, from which settings name files. */
  readonly folder: Place | undefined;
  readonly settings: Pick<Settings, 'packs' | 'profiles'>;
}

/** Gives the files of a tree; undefined when they cannot be read. What is read after a cancellation may be nothing. */
export type FilesIn = (tree: FileTree, token: CancellationToken) => ProjectFiles | undefined;

/** The knowledge that everything of one set of settings rests on. */
interface Ground {
  readonly base: BaseKnowledge | undefined;
  readonly shelf: KnowledgeShelf | undefined;
  /** Undefined: no file can be read where the document is. */
  readonly projects: Projects | undefined;
}

interface Named {
  readonly folder: string | undefined;
  readonly packs: readonly string[];
  readonly profiles: readonly string[];
}

/**
 * The projects of open documents, as the editor shows their files, saved or not. Everything is read once and kept until
 * `forget`, after which `generation` is another one.
 */
export class ProjectStore {
  readonly #platform: Platform;
  readonly #connection: Connection;
  readonly #filesIn: FilesIn;
  readonly #openDocuments: () => readonly OpenDocument[];
  #grounds = new Map<string, Promise<Ground>>();
  #contributed: readonly ContributedFile[] = [];
  #generation = 0;
  #cancellation = new CancellationTokenSource();
  /** The text of each file that was looked for, by its address; undefined where there is none. */
  #seen = new Map<string, string | undefined>();
  #listed = new Set<string>();
  /** Files that are gone from the disk although their documents may still be open, by their addresses. */
  readonly #deleted = new Set<string>();

  constructor(
    platform: Platform,
    connection: Connection,
    filesIn: FilesIn,
    openDocuments: () => readonly OpenDocument[],
  ) {
    this.#platform = platform;
    this.#connection = connection;
    this.#filesIn = filesIn;
    this.#openDocuments = openDocuments;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Everything must be read again. */
  forget(): void {
    this.#generation++;
    this.#cancellation.cancel();
    this.#cancellation = new CancellationTokenSource();
    this.#grounds = new Map();
    this.#seen = new Map();
    this.#listed = new Set();
  }

  /** Whether it means anything to a project that something has happened to these files, or folders with what is in them. */
  concerns(places: readonly Place[]): boolean {
    const isListed = ({ tree, path }: Place): boolean => {
      const folder = folderOf(path);
      return folder !== undefined && this.#listed.has(addressAt({ tree, path: folder }));
    };
    const addresses = new Set(places.map(addressAt));
    const known = [...this.#seen.keys(), ...this.#listed];
    return places.some(isListed) || known.some((address) => liesInOneOf(addresses, address));
  }

  /** Whether a file is another one than it was when it was read, if it was. */
  differs(place: Place, text: string): boolean {
    const address = addressAt(place);
    return this.#seen.has(address) && this.#seen.get(address) !== text;
  }

  /**
   * Files are gone, or folders with all that was in them. Their documents, which an editor may close much later, count no
   * more.
   */
  deleted(places: readonly Place[]): void {
    const gone = new Set(places.map(addressAt));
    for (const { uri } of this.#openDocuments()) {
      const place = placeOf(uri);
      if (place !== undefined && liesInOneOf(gone, addressAt(place))) this.#deleted.add(addressAt(place));
    }
  }

  /**
   * A file is there, on the disk or because somebody types in its document. A folder says nothing of the files in it: one
   * that comes anew may be without them, while their old documents are not closed yet.
   */
  exists(place: Place): void {
    this.#deleted.delete(addressAt(place));
  }

  /** What other extensions bring; it holds from the next `forget` on. */
  contribute(files: readonly ContributedFile[]): void {
    this.#contributed = files;
  }

  async knowledgeFor({ place, folder, settings }: KnowledgeQuestion): Promise<OwnKnowledge> {
    const tree = place?.tree ?? folder?.tree;
    const { packs, profiles } = settings;
    const named =
      packs.length + profiles.length === 0 ? undefined : { folder: folder?.path, packs, profiles };
    const { base, shelf, projects } = await this.#groundFor(tree, named);
    const project = place === undefined ? undefined : await projects?.projectOf(place.path);
    return { project, base, shelf: project?.shelf ?? shelf, tree };
  }

  #groundFor(tree: FileTree | undefined, named: Named | undefined): Promise<Ground> {
    const identity = JSON.stringify([tree ?? null, named ?? null]);
    const known = this.#grounds.get(identity);
    if (known !== undefined) return known;
    const made = this.#makeGround(tree, named);
    this.#grounds.set(identity, made);
    return made;
  }

  async #makeGround(tree: FileTree | undefined, named: Named | undefined): Promise<Ground> {
    const files = tree === undefined ? undefined : this.#watchedFiles(tree);
    // Loaded when the first document is there: reading projects is no part of starting.
    const [{ Projects }, { loadBaseKnowledge }, { KnowledgeShelf }] = await Promise.all([
      import('../project/projects.ts'),
      import('../project/base-knowledge.ts'),
      import('../resolve/knowledge-shelf.ts'),
    ]);
    const environment = {
      schemas: () => this.#platform.fileSchemas(),
      base: this.#platform.bundled,
    };
    const projectsOver = (base: KnowledgeSource) => files && new Projects({ ...environment, files, base });
    if (named === undefined && this.#contributed.length === 0) {
      return { base: undefined, shelf: undefined, projects: projectsOver(environment.base) };
    }
    const { folder } = named ?? {};
    if (named !== undefined && (folder === undefined || files === undefined)) {
      this.#connection.console.warn('Packs and profiles of the settings need a workspace folder to lie in.');
    }
    const base = await loadBaseKnowledge(
      { ...environment, files: files ?? NO_FILES },
      this.#contributed,
      named === undefined || folder === undefined || files === undefined ? undefined : { ...named, folder },
    );
    for (const complaint of base.complaints) this.#connection.console.warn(complaint);
    return { base, shelf: new KnowledgeShelf(base.source), projects: projectsOver(base.source) };
  }

  /** The files of a tree, of which is remembered what was looked for. */
  #watchedFiles(tree: FileTree): ProjectFiles | undefined {
    const files = this.#filesIn(tree, this.#cancellation.token);
    if (files === undefined) return undefined;
    const [seen, listed] = [this.#seen, this.#listed];
    return {
      read: async (path, limit) => {
        const place = { tree, path };
        const address = addressAt(place);
        const open = this.#deleted.has(address) ? undefined : documentAt(place, this.#openDocuments());
        seen.set(address, open?.text);
        if (open !== undefined) {
          return open.text.length > limit ? { kind: 'too-large' } : { kind: 'text', text: open.text };
        }
        const contents = await files.read(path, limit);
        if (contents.kind === 'text') seen.set(address, contents.text);
        return contents;
      },
      list: (folder) => {
        listed.add(addressAt({ tree, path: folder }));
        return files.list(folder);
      },
      whereLinksLead: (folder, path) => files.whereLinksLead(folder, path),
    };
  }
}

/** The address of a file as the editor writes it, where it has it open. */
export function addressOf(place: Place, openDocuments: readonly OpenDocument[]): string {
  return documentAt(place, openDocuments)?.uri ?? addressAt(place);
}

function documentAt(place: Place, openDocuments: readonly OpenDocument[]): OpenDocument | undefined {
  return openDocuments.find(({ uri }) => {
    const other = placeOf(uri);
    return other?.path === place.path && other.tree === place.tree;
  });
}

/** For knowledge that others bring with its text: nothing is read. */
const NO_FILES: ProjectFiles = {
  read: async () => ({ kind: 'missing' }),
  list: async () => ({ kind: 'names', files: [], folders: [] }),
  whereLinksLead: async () => 'inside',
};
