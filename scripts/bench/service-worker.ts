/** Runs VS Code's JSON service once where it can be ended from outside: it cannot be stopped in any other way. */

import { parentPort, workerData } from 'node:worker_threads';
import { jsonService } from './contenders.ts';
import type { JsonSchema } from './json-schema.ts';

/** What the worker is given. */
export interface ServiceTask {
  readonly schema: JsonSchema;
  /** A smaller text to warm up with. */
  readonly warmUpText: string;
  readonly text: string;
}

/** What it tells when it is done. */
export interface ServiceAnswer {
  readonly milliseconds: number;
  readonly problems: number;
}

async function run({ schema, warmUpText, text }: ServiceTask): Promise<void> {
  const validate = jsonService(schema);
  await validate(warmUpText);
  const started = performance.now();
  const problems = await validate(text);
  parentPort?.postMessage({ milliseconds: performance.now() - started, problems } satisfies ServiceAnswer);
}

run(workerData as ServiceTask);
