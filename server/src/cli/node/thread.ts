import { parentPort, workerData } from 'node:worker_threads';
import { takeFingerprintSalt } from '../../text/fingerprint.ts';
import { checkOptions } from '../check-options.ts';
import type { Batch, ThreadSetup } from '../engine.ts';
import { Examination } from '../examination.ts';
import type { Files } from '../host.ts';
import type { BatchOutcome } from '../outcome.ts';
import type { Services } from '../services.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly setup: ThreadSetup;
  /** Shared: not 0 as soon as the thread should leave off. */
  readonly stopped: Int32Array;
}

export interface ThreadQuestion {
  readonly batch: Batch;
}

export interface ThreadAnswer {
  readonly outcome: BatchOutcome;
}

/** What a thread does that `ThreadPool` has started: examines batch after batch, in the order in which they come. */
export async function serveAsThread(services: Services, files: Files): Promise<void> {
  const port = parentPort;
  if (port === null) throw new TypeError('this is no thread of another program');
  const { setup, stopped } = workerData as ThreadData;
  if (setup.flags.lang !== undefined) services.speak(setup.flags.lang);
  takeFingerprintSalt(setup.fingerprintSalt);
  const options = await checkOptions(setup.paths, setup.flags, services, files);
  const examination = new Examination(options, {
    output: setup.output,
    errors: setup.errors,
    files,
    goOn: async () => Atomics.load(stopped, 0) === 0,
  });
  let turn = Promise.resolve();
  port.on('message', ({ batch }: ThreadQuestion) => {
    turn = turn.then(async () => {
      const answer: ThreadAnswer = { outcome: await examination.batch(batch) };
      port.postMessage(answer);
    });
  });
}
