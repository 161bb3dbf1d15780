import {
  type Analysis,
  type AnalysisOptions,
  problemSteps,
  understand,
  understandingSteps,
} from '../analysis.ts';
import type { Understood } from '../features/understood.ts';
import type { Steps } from '../model/steps.ts';
import { LineIndex } from '../text/line-index.ts';
import { Cancelled } from './cancellation.ts';

/**
 * Longer texts are left alone, in UTF-16 code units: each key press would cost seconds and gigabytes, and VS Code's own
 * limit for extensions is not far. A file of 100,000 keys has half as much.
 */
export const LONGEST_TEXT = 16_000_000;

/** So much of a longer text says whether it is one of ours. */
const LONGEST_LOOK = 64 * 1024;

/** What a document was opened as, at one version. */
export interface DocumentText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** For how many milliseconds the work on a text goes on before others may work. */
const SLICE = 5;

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
  #abandoned = false;
  #lines: LineIndex | undefined;
  #understood: Promise<Understood | undefined> | undefined;
  #tooLarge: boolean | undefined;
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

  /**
   * The parsed and resolved text; undefined when it is no charger configuration. Never waits for a rule. Rejects with
   * `Cancelled` when the snapshot is abandoned before it is done.
   */
  understood(): Promise<Understood | undefined> {
    this.#understood ??= this.#understand();
    return this.#understood;
  }

  /** Whether the text is a charger configuration, by its beginning, but too long to be looked at. */
  get isTooLarge(): boolean {
    if (this.#ours === 'never' || this.text.length <= LONGEST_TEXT) return false;
    this.#tooLarge ??= understand(this.text.slice(0, LONGEST_LOOK), this.options) !== undefined;
    return this.#tooLarge;
  }

  /** How long understanding it has taken, in milliseconds; 0 before. */
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

  /** Nobody needs this text any more: what is done with it stops at its next pause. */
  abandon(): void {
    this.#abandoned = true;
  }

  async #understand(): Promise<Understood | undefined> {
    if (this.#ours === 'never' || this.text.length > LONGEST_TEXT) return undefined;
    return this.#inSlices(understandingSteps(this.text, this.options), (time) => {
      this.#understandingTime += time;
    });
  }

  async #analyse(): Promise<Analysis | undefined> {
    const understood = await this.understood();
    if (understood === undefined) return undefined;
    return this.#inSlices(problemSteps(understood, this.options), (time) => {
      this.#analysisTime += time;
    });
  }

  /** Takes all steps, with pauses in which others work. @param took is told how long each slice has taken */
  async #inSlices<Result>(steps: Steps<Result>, took: (milliseconds: number) => void): Promise<Result> {
    for (;;) {
      const started = performance.now();
      let step = steps.next();
      while (!step.done && performance.now() - started < SLICE) step = steps.next();
      took(performance.now() - started);
      if (step.done) return step.value;
      await this.#pause();
      if (this.#abandoned) throw new Cancelled();
    }
  }
}
