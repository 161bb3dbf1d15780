import { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { NO_COUNTS } from '../counts.ts';
import type { Batch, Engine, ThreadSetup } from '../engine.ts';
import { type BatchOutcome, NO_NEWS } from '../outcome.ts';
import type { ThreadAnswer, ThreadData, ThreadQuestion } from './thread.ts';

/** One to work on and one to begin with at once, so that a thread never waits for this one. */
const BATCHES_A_THREAD = 2;

/** Batches that are done and wait for an earlier one, so that a slow one does not hold up the others. */
const BATCHES_WAITING = 2;

/** Several threads that run the same program, each with an examination of its own. */
export class ThreadPool implements Engine {
  readonly capacity: number;
  readonly #program: string;
  readonly #setup: ThreadSetup;
  readonly #stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #members: Member[];
  readonly #queue: Task[] = [];
  #ending = false;

  constructor(program: string, count: number, setup: ThreadSetup) {
    this.#program = program;
    this.#setup = setup;
    this.capacity = count * (BATCHES_A_THREAD + BATCHES_WAITING);
    this.#members = Array.from({ length: count }, () => this.#start());
  }

  run(batch: Batch): Promise<BatchOutcome> {
    return new Promise((resolve) => {
      this.#queue.push({ batch, resolve });
      this.#deal();
    });
  }

  stop(): void {
    Atomics.store(this.#stopped, 0, 1);
  }

  async end(): Promise<void> {
    this.#ending = true;
    this.stop();
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }

  #start(): Member {
    const data: ThreadData = { setup: this.#setup, stopped: this.#stopped };
    const member: Member = { worker: new Worker(this.#program, { workerData: data }), tasks: [] };
    let failure = l10n.t('the thread has ended');
    member.worker.on('message', (answer: ThreadAnswer) => {
      member.tasks.shift()?.resolve(answer.outcome);
      this.#deal();
    });
    member.worker.on('error', (error) => {
      failure = error.message;
    });
    member.worker.on('exit', () => this.#replace(member, failure));
    return member;
  }

  /** A thread has ended by itself, as one does that has no memory left: what it was at is not checked. */
  #replace(member: Member, failure: string): void {
    if (this.#ending) return;
    const [task, ...others] = member.tasks;
    task?.resolve(lost(task.batch, failure));
    this.#queue.unshift(...others);
    this.#members[this.#members.indexOf(member)] = this.#start();
    this.#deal();
  }

  #deal(): void {
    while (this.#queue.length > 0) {
      const member = this.#members.reduce((a, b) => (b.tasks.length < a.tasks.length ? b : a));
      const task = member.tasks.length < BATCHES_A_THREAD ? this.#queue.shift() : undefined;
      if (task === undefined) return;
      member.tasks.push(task);
      const question: ThreadQuestion = { batch: task.batch };
      member.worker.postMessage(question);
    }
  }
}

interface Task {
  readonly batch: Batch;
  readonly resolve: (outcome: BatchOutcome) => void;
}

interface Member {
  readonly worker: Worker;
  /** What it was given and has not answered, in that order. */
  readonly tasks: Task[];
}

function lost(batch: Batch, failure: string): BatchOutcome {
  const paths =
    batch.kind === 'stations'
      ? [`${batch.lines.file.path}:${batch.lines.first}`]
      : batch.items.map(({ path }) => path);
  const why = l10n.t('not checked, since the check of its neighbours broke off: {0}', failure);
  // Files whose facts are lost are met again when their turn comes.
  if (batch.kind === 'facts') return { files: [], news: NO_NEWS };
  return {
    files: paths.map((path) => ({
      path,
      report: [],
      diff: '',
      errors: `error: ${path}: ${why}\n`,
      counts: { ...NO_COUNTS, files: 1, troubles: 1 },
      baseline: [],
    })),
    news: NO_NEWS,
  };
}
