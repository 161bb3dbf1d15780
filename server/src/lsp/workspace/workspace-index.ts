import { KeyIndex, keysOf } from '../../features/key-index.ts';
import type { Understood } from '../../features/understood.ts';
import { fileFacts } from '../../resolve/file-facts.ts';
import { KnownFiles } from '../../resolve/known-files.ts';
import type { Session } from '../session.ts';

/** More places than these are not kept: about 100 MB. */
const MOST_KEYS = 500_000;

/** What is known of all files that were looked at, by the names of their places; and of those that are open. */
export class WorkspaceIndex {
  readonly keys = new KeyIndex();
  readonly known = new KnownFiles();
  readonly #session: Session;
  /** The snapshot of each open document whose keys are in the index. */
  readonly #taken = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
  }

  get isFull(): boolean {
    return this.keys.size >= MOST_KEYS;
  }

  /** What a file says; undefined for one that is not ours. Returns the files to which that may make a difference. */
  take(name: string, understood: Understood | undefined): ReadonlySet<string> {
    this.#taken.delete(name);
    if (understood === undefined || this.isFull) this.keys.delete(name);
    else this.keys.set(name, keysOf(understood));
    return this.takeFacts(name, understood);
  }

  /** The same without its keys, which are taken down when somebody asks for them. */
  takeFacts(name: string, understood: Understood | undefined): ReadonlySet<string> {
    return this.known.set(name, understood === undefined ? undefined : fileFacts(name, understood.resolved));
  }

  /** Takes down what open documents say now, as far as they have changed. */
  async takeOpenDocuments(): Promise<void> {
    for (const { uri } of this.#session.documents.all()) {
      const name = this.#session.nameOf(uri);
      const { snapshot, understood } = (await this.#session.newestUnderstood(uri)) ?? {};
      if (snapshot === undefined || this.#taken.get(name) === snapshot.id) continue;
      if (understood === undefined) this.keys.delete(name);
      else this.keys.set(name, keysOf(understood));
      this.#taken.set(name, snapshot.id);
    }
  }
}
