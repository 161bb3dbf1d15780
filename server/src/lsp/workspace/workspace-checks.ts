import type { Analysis } from '../../analysis.ts';
import { toDiagnostic } from '../convert.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Diagnostic } from '../vscode-languageserver.ts';

/** The problems of a file. */
export interface WorkspaceReport {
  readonly uri: string;
  /** Of the document, where it was open. */
  readonly version: number | null;
  /** Another one whenever the problems are others. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** How often those who wait are told, while many files are checked. */
const FILES_BETWEEN_NEWS = 25;

/** The problems of files that are not open, and news of them. */
export class WorkspaceChecks {
  readonly #session: Session;
  readonly #reports = new Map<string, WorkspaceReport>();
  /** Files whose problems are news even if they are the same. */
  readonly #unsure = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #lastId = 0;
  #unsaid = 0;
  #newsSoFar = 0;
  #isUnderWay = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether more is about to come. */
  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  get reports(): readonly WorkspaceReport[] {
    return [...this.#reports.values()];
  }

  reportOf(name: string): WorkspaceReport | undefined {
    return this.#reports.get(name);
  }

  begin(): void {
    this.#isUnderWay = true;
  }

  end(): void {
    this.#isUnderWay = false;
    this.#tell();
  }

  /** What was found in a file. The same as before is no news. */
  set(name: string, snapshot: Snapshot, analysis: Analysis | undefined): void {
    const items = (analysis?.problems ?? []).map((problem) => toDiagnostic(snapshot, problem, this.#session));
    const before = this.#reports.get(name);
    const isSame = before !== undefined && JSON.stringify(before.items) === JSON.stringify(items);
    if (isSame && !this.#unsure.delete(name)) return;
    this.#unsure.delete(name);
    const { uri, version } = snapshot.document;
    const isOpen = this.#session.documents.get(uri) !== undefined;
    this.#reports.set(name, { uri, version: isOpen ? version : null, resultId: this.#newId(), items });
    if (++this.#unsaid >= FILES_BETWEEN_NEWS) this.#tell();
  }

  /**
   * Nobody knows what the editor shows in a file: it has just been closed, and an editor that pulls passes over what it
   * is told of a file until it has taken that in.
   */
  doubt(name: string): void {
    this.#unsure.add(name);
  }

  /** Nothing is to be shown any more in a file that was open. */
  clear(name: string, uri: string): void {
    this.#unsure.delete(name);
    this.#unsaid++;
    this.#reports.set(name, { uri, version: null, resultId: this.#newId(), items: [] });
  }

  /** A file is gone, or none of ours any more. */
  remove(name: string): void {
    if (this.#reports.delete(name)) this.#unsaid++;
  }

  /** The editor has a file open now, and asks for its problems itself. */
  opened(name: string): void {
    if (this.#reports.delete(name)) this.#tell();
  }

  /** How often there was news. Whoever looks at the reports takes it down first, to wait for what comes after them. */
  get newsSoFar(): number {
    return this.#newsSoFar;
  }

  /** Resolves when there has been news more often than so many times: at once where it came while nobody waited. */
  async news(heard: number): Promise<void> {
    if (this.#newsSoFar > heard) return;
    await new Promise<void>((resolve) => {
      this.#waiting.add(resolve);
    });
  }

  #newId(): string {
    return `workspace-${++this.#lastId}`;
  }

  #tell(): void {
    this.#unsaid = 0;
    this.#newsSoFar++;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}
