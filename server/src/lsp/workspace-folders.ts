import { below, liesIn } from '../project/paths.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { type Place, pathOfUnsaved, placeOf } from './place.ts';
import type { Connection, InitializeParams, WorkspaceFolder } from './vscode-languageserver.ts';

/** The folders that the editor has open, as it last said. */
export class WorkspaceFolders {
  #folders: readonly WorkspaceFolder[];

  constructor({ workspaceFolders }: InitializeParams) {
    this.#folders = workspaceFolders ?? [];
  }

  /** Takes over which folders come and go, once the editor can be asked to say so. */
  follow(connection: Connection, { workspaceFolders }: ClientAbilities, onChanged: () => void): void {
    if (!workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#folders = [...this.#folders.filter(({ uri }) => !gone.has(uri)), ...added];
      onChanged();
    });
  }

  /** All of them. */
  get all(): readonly Place[] {
    return this.#places();
  }

  /** The innermost folder that a file lies in. */
  of({ tree, path }: Place): Place | undefined {
    return this.#places()
      .filter((folder) => folder.tree === tree && liesIn(folder.path, path))
      .sort((a, b) => b.path.length - a.path.length)[0];
  }

  /**
   * Where a document counts as lying. One that was never saved lies where it will, or at the top of the only folder: what
   * holds for the folder's files holds for what somebody pastes beside them.
   */
  placeOf(uri: string): Place | undefined {
    return placeOf(uri) ?? this.#placeOfUnsaved(uri);
  }

  #placeOfUnsaved(uri: string): Place | undefined {
    const path = pathOfUnsaved(uri);
    if (path === undefined) return undefined;
    const folders = this.#places();
    if (path.startsWith('/')) {
      const folder = folders.find((candidate) => liesIn(candidate.path, path));
      return folder && { tree: folder.tree, path };
    }
    const [only] = folders;
    if (only === undefined || folders.length > 1) return undefined;
    return { tree: only.tree, path: below(only.path, path) };
  }

  /** Folders without a slash at the end. */
  #places(): readonly Place[] {
    return this.#folders.flatMap(({ uri }) => {
      const place = placeOf(uri);
      return place === undefined ? [] : [{ ...place, path: place.path.replace(/(?<=.)\/+$/, '') }];
    });
  }
}
