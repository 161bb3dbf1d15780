import { nameOf } from '../project/paths.ts';
import type { OwnFile, OwnProblem } from '../project/project.ts';
import { isOwnFileName } from '../project/project-file.ts';
import { LineIndex } from '../text/line-index.ts';
import { ownDiagnostic } from './convert.ts';
import type { FileTree } from './place.ts';
import { addressOf, type OwnKnowledge } from './project-store.ts';
import { runLogged } from './requests.ts';
import type { Session } from './session.ts';
import type { Diagnostic } from './vscode-languageserver.ts';

const NOTHING_KNOWN: OwnKnowledge = {
  project: undefined,
  shelf: undefined,
  base: undefined,
  tree: undefined,
};

/** How long things must be quiet before problems in projects' files are sent. */
const DELAY = 100;

/**
 * Sends what is wrong in project files, packs and profiles to those files, also where nobody has them open: it is why
 * the files that are open look as they do.
 */
export class OwnFileProblems {
  readonly #session: Session;
  /** What the editor shows, as it was sent. */
  readonly #shown = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    session.documents.onDidOpen(() => this.sendSoon());
    session.documents.onDidClose(() => this.sendSoon());
  }

  sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      runLogged(this.#session.connection, 'checking project files', () => this.#send());
    }, DELAY);
  }

  async #send(): Promise<void> {
    const { documents, connection, projects } = this.#session;
    const { generation } = projects;
    const found = new Map<string, Diagnostic[]>();
    for (const [file, tree] of await this.#files()) {
      const uri = addressOf({ tree, path: file.path }, documents.all());
      const lines = new LineIndex(file.text);
      const isOpen = documents.get(uri) !== undefined;
      const problems = file.problems.filter((problem) => !isOpen || !this.#editorFinds(problem, file));
      if (problems.length > 0)
        found.set(
          uri,
          problems.map((problem) => ownDiagnostic(lines, problem)),
        );
    }
    // Changed meanwhile: another run is on its way.
    if (generation !== projects.generation) return;
    for (const uri of this.#shown.keys()) if (!found.has(uri)) found.set(uri, []);
    for (const [uri, diagnostics] of found) {
      const text = JSON.stringify(diagnostics);
      if (this.#shown.get(uri) === text) continue;
      if (diagnostics.length === 0) this.#shown.delete(uri);
      else this.#shown.set(uri, text);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  /** The files of all projects that open documents belong to. */
  async #files(): Promise<ReadonlyMap<OwnFile, FileTree>> {
    const { documents } = this.#session;
    const known = await Promise.all(documents.all().map(({ uri }) => this.#session.knowledgeFor(uri)));
    return new Map(
      known.flatMap(({ project, base, tree } = NOTHING_KNOWN) =>
        tree === undefined
          ? []
          : [...(project?.files ?? []), ...(base?.files ?? [])].map((file) => [file, tree] as const),
      ),
    );
  }

  /** One problem is not to be said twice: an editor that knows JSON may know our schemas as well. */
  #editorFinds({ alsoFoundBy }: OwnProblem, { path }: OwnFile): boolean {
    if (!this.#session.options.editorReportsJsonSyntax || alsoFoundBy === undefined) return false;
    return alsoFoundBy === 'json' || isOwnFileName(nameOf(path));
  }
}
