import { type Analysis, type AnalysisOptions, problemSteps, understand } from '../analysis.ts';
import type { Understood } from '../features/understood.ts';
import { Cancelled } from '../model/cancellation.ts';
import { LineIndex } from '../text/line-index.ts';

/** What a document was opened as, at one version. */
export interface DocumentText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/**
 * One text under one set of options. What is found out about it is found out once, when it is first asked for.
 * A change of text or settings makes a new snapshot and abandons this one.
 */
export class Snapshot {
  readonly document: DocumentText;
  readonly options: AnalysisOptions;
  /** Different for each snapshot of a session. */
  readonly id: string;
  readonly #ours: 'perhaps' | 'never';
  readonly #pause: () => Promise<void>;
  readonly #token = { isCancellationRequested: false };
  #lines: LineIndex | undefined;
  #understood: { readonly result: Understood | undefined } | undefined;
  #analysis: Promise<Analysis | undefined> | undefined;
  #understandingTime = 0;
  #analysisTime = 0;

  constructor(
    document: DocumentText,
    options: AnalysisOptions,
    details: {
      readonly id: string;
      /** `never`: the user has said that the file is no charger configuration. */
      readonly ours: 'perhaps' | 'never';
      /** Lets others work between two slices of an analysis. */
      readonly pause: () => Promise<void>;
    },
  ) {
    this.document = document;
    this.options = options;
    this.id = details.id;
    this.#ours = details.ours;
    this.#pause = details.pause;
  }

  get text(): string {
    return this.document.text;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  /** The parsed and resolved text; undefined when it is no charger configuration. Never waits for a rule. */
  understood(): Understood | undefined {
    if (this.#ours === 'never') return undefined;
    if (this.#understood === undefined) {
      const started = performance.now();
      this.#understood = { result: understand(this.text, this.options) };
      this.#understandingTime = performance.now() - started;
    }
    return this.#understood.result;
  }

  /** How long that has taken, in milliseconds; 0 before. */
  get understandingTime(): number {
    return this.#understandingTime;
  }

  /** How long finding the problems has taken, pauses left out, in milliseconds; 0 before. */
  get analysisTime(): number {
    return this.#analysisTime;
  }

  /** The problems of the text as well. Rejects with `Cancelled` when the snapshot is abandoned before it is done. */
  analysis(): Promise<Analysis | undefined> {
    this.#analysis ??= this.#analyse();
    return this.#analysis;
  }

  /** Whether the problems are known or on their way. */
  get isAnalysed(): boolean {
    return this.#analysis !== undefined;
  }

  /** Nobody needs this text any more: a running analysis stops at its next pause. */
  abandon(): void {
    this.#token.isCancellationRequested = true;
  }

  async #analyse(): Promise<Analysis | undefined> {
    const understood = this.understood();
    if (understood === undefined) return undefined;
    const steps = problemSteps(understood, this.options, this.#token);
    for (;;) {
      const started = performance.now();
      const step = steps.next();
      this.#analysisTime += performance.now() - started;
      if (step.done) return step.value;
      await this.#pause();
      if (this.#token.isCancellationRequested) throw new Cancelled();
    }
  }
}
