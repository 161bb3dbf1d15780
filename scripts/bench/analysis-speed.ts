/** Our parse and analysis against the bare parser, and VS Code's JSON service with a schema of the same keys. */

import { Worker } from 'node:worker_threads';
import { log, nearMisses, readOut, repetitive } from './documents.ts';
import { getConfigurationSchema, keyNamesSchema } from './json-schema.ts';
import { measure, median } from './measure.ts';
import type { ServiceAnswer, ServiceTask } from './service-worker.ts';

type Contenders = typeof import('./contenders.ts');

/** How many entries the documents have. */
const SIZES = [60, 1_000, 10_000, 100_000] as const;
/** The size that growth is told against. */
export const REFERENCE_SIZE = 1_000;
/** From this size on the service runs once, apart, and is ended when it takes too long. */
export const SERVICE_ONCE_FROM = 100_000;
export const SERVICE_LIMIT_SECONDS = 60;
/** The size whose rules are measured one by one. */
export const RULES_SIZE = 10_000;

/** One document, measured. Times are medians in milliseconds. */
export interface DocumentSpeed {
  readonly entries: number;
  readonly kibibytes: number;
  readonly problems: number;
  readonly visit: number;
  readonly ours: number;
  readonly oursPerVisit: number;
  /** For how many milliseconds, at most, our server lets nobody else work and cannot be stopped; the median of runs. */
  readonly longestSlice: number;
}

/** The time of the service; a least time where it was ended before it was done. */
export interface ServiceSpeed {
  readonly milliseconds: number;
  readonly perOurs: number;
  readonly perVisit: number;
  readonly cut: boolean;
}

/** The parts of our analysis, in milliseconds. */
export interface AnalysisParts {
  readonly entries: number;
  readonly parse: number;
  readonly resolve: number;
  readonly rules: number;
  /** All of it in one go, sorting included. */
  readonly whole: number;
  readonly visit: number;
}

export interface RuleSpeed {
  readonly rule: string;
  readonly milliseconds: number;
}

/** Ours and VS Code's JSON service on one read-out. */
export interface ReadOutSpeed extends DocumentSpeed {
  /** With one `if` and `then` a key; undefined where it failed. */
  readonly service: ServiceSpeed | undefined;
  /** With a schema that knows only the names of the keys: its time by ours. */
  readonly namesOnlyPerOurs: number;
}

export interface AnalysisSpeed {
  readonly readOuts: readonly ReadOutSpeed[];
  readonly parts: readonly AnalysisParts[];
  readonly rules: readonly RuleSpeed[];
  readonly logs: readonly DocumentSpeed[];
  readonly repetitive: readonly DocumentSpeed[];
  readonly nearMisses: readonly DocumentSpeed[];
  readonly growth: readonly Growth[];
}

/** Time for one entry, relative to that in a document of 1,000. */
export interface Growth {
  readonly entries: number;
  readonly visit: number;
  readonly ours: number;
  /** Not a number where the service failed. */
  readonly service: number;
}

export async function measureAnalysis(contenders: Contenders, serviceWorker: string): Promise<AnalysisSpeed> {
  const readOuts: ReadOutSpeed[] = [];
  const parts: AnalysisParts[] = [];
  for (const entries of SIZES) {
    const text = readOut(contenders.vocabulary, entries);
    const compared = await compareOnReadOut(contenders, entries, text, serviceWorker);
    readOuts.push(compared);
    parts.push(await measureParts(contenders, entries, text));
  }
  return {
    readOuts,
    parts,
    rules: await measureRules(contenders),
    logs: await compareOn(contenders, log),
    repetitive: await compareOn(contenders, repetitive),
    nearMisses: await compareOn(contenders, nearMisses),
    growth: await measureGrowth(contenders, readOuts),
  };
}

async function compareOnReadOut(
  contenders: Contenders,
  entries: number,
  text: string,
  serviceWorker: string,
): Promise<ReadOutSpeed> {
  const schema = getConfigurationSchema(contenders.vocabulary);
  const compared = await compareWithVisit(contenders, entries, text);
  const namesOnly = await compareWithNamesOnly(contenders, text);
  const speed = { ...compared, namesOnlyPerOurs: namesOnly };
  if (entries >= SERVICE_ONCE_FROM) {
    const warmUpText = readOut(contenders.vocabulary, REFERENCE_SIZE);
    return { ...speed, service: await serviceOnce(serviceWorker, { schema, warmUpText, text }, speed) };
  }
  const validate = contenders.jsonService(schema);
  const timings = await measure(
    [
      { name: 'ours', run: () => contenders.analyse(text) },
      { name: 'service', run: () => validate(text) },
    ],
    { seconds: 3, leastSamples: 5 },
  );
  const service = timings.median('service');
  return {
    ...speed,
    service: {
      milliseconds: service,
      perOurs: timings.ratio('service', 'ours'),
      perVisit: service / speed.visit,
      cut: false,
    },
  };
}

async function compareWithNamesOnly(contenders: Contenders, text: string): Promise<number> {
  const validate = contenders.jsonService(keyNamesSchema(contenders.vocabulary));
  const timings = await measure(
    [
      { name: 'ours', run: () => contenders.analyse(text) },
      { name: 'service', run: () => validate(text) },
    ],
    { seconds: 2, leastSamples: 5 },
  );
  return timings.ratio('service', 'ours');
}

/** Runs the service in a thread of its own, which is the only way to end it. Undefined when it fails. */
async function serviceOnce(
  serviceWorker: string,
  task: ServiceTask,
  { ours, visit }: DocumentSpeed,
): Promise<ServiceSpeed | undefined> {
  const started = performance.now();
  const worker = new Worker(serviceWorker, { workerData: task });
  const answer = await new Promise<ServiceAnswer | 'cut' | undefined>((resolve) => {
    const limit = setTimeout(() => resolve('cut'), SERVICE_LIMIT_SECONDS * 1000);
    const settle = (result: ServiceAnswer | undefined): void => {
      clearTimeout(limit);
      resolve(result);
    };
    worker.once('message', settle);
    worker.once('error', (error) => {
      console.error('The JSON service has failed:', error);
      settle(undefined);
    });
  });
  await worker.terminate();
  if (answer === undefined) return undefined;
  const taken = answer === 'cut' ? performance.now() - started : answer.milliseconds;
  return { milliseconds: taken, perOurs: taken / ours, perVisit: taken / visit, cut: answer === 'cut' };
}

/** Ours against the bare parser on one kind of document. */
async function compareOn(
  contenders: Contenders,
  make: (vocabulary: Contenders['vocabulary'], size: number) => string,
): Promise<DocumentSpeed[]> {
  const speeds: DocumentSpeed[] = [];
  for (const entries of SIZES) {
    speeds.push(await compareWithVisit(contenders, entries, make(contenders.vocabulary, entries)));
  }
  return speeds;
}

async function compareWithVisit(
  contenders: Contenders,
  entries: number,
  text: string,
): Promise<DocumentSpeed> {
  const timings = await measure(
    [
      { name: 'visit', run: () => contenders.bareVisit(text) },
      { name: 'ours', run: () => contenders.analyse(text) },
    ],
    { seconds: 2.5 },
  );
  const slices: number[] = [];
  for (let turn = 0; turn < 5; turn++) slices.push(await contenders.longestSlice(text));
  return {
    entries,
    kibibytes: Buffer.byteLength(text) / 1024,
    problems: contenders.analyse(text).problems.length,
    visit: timings.median('visit'),
    ours: timings.median('ours'),
    oursPerVisit: timings.ratio('ours', 'visit'),
    longestSlice: median(slices),
  };
}

async function measureParts(contenders: Contenders, entries: number, text: string): Promise<AnalysisParts> {
  const document = contenders.parseOnly(text);
  const resolved = contenders.resolveOnly(document);
  const timings = await measure(
    [
      { name: 'visit', run: () => contenders.bareVisit(text) },
      { name: 'parse', run: () => contenders.parseOnly(text) },
      { name: 'resolve', run: () => contenders.resolveOnly(document) },
      { name: 'rules', run: () => contenders.rulesOnly(resolved) },
      { name: 'whole', run: () => contenders.analyse(text) },
    ],
    { seconds: 3 },
  );
  return {
    entries,
    parse: timings.median('parse'),
    resolve: timings.median('resolve'),
    rules: timings.median('rules'),
    whole: timings.median('whole'),
    visit: timings.median('visit'),
  };
}

async function measureRules(contenders: Contenders): Promise<RuleSpeed[]> {
  const text = readOut(contenders.vocabulary, RULES_SIZE);
  const resolved = contenders.resolveOnly(contenders.parseOnly(text));
  const timings = await measure(
    contenders.rules.map((rule) => ({
      name: rule.id,
      run: () => contenders.rulesOnly(resolved, [rule]),
    })),
    { seconds: 3, warmUpSeconds: 0.1 },
  );
  return contenders.rules
    .map((rule) => ({ rule: rule.id, milliseconds: timings.median(rule.id) }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

/** All sizes in turns, so that they are compared with each other as directly as the contenders are. */
async function measureGrowth(contenders: Contenders, readOuts: AnalysisSpeed['readOuts']): Promise<Growth[]> {
  const timings = await measure(
    SIZES.flatMap((entries) => {
      const text = readOut(contenders.vocabulary, entries);
      return [
        { name: `visit ${entries}`, run: () => contenders.bareVisit(text) },
        { name: `ours ${entries}`, run: () => contenders.analyse(text) },
      ];
    }),
    { seconds: 8 },
  );
  const serviceTime = (size: number): number =>
    readOuts.find(({ entries }) => entries === size)?.service?.milliseconds ?? Number.NaN;
  return SIZES.map((entries) => {
    const perEntry = (ratio: number): number => (ratio * REFERENCE_SIZE) / entries;
    return {
      entries,
      visit: perEntry(timings.ratio(`visit ${entries}`, `visit ${REFERENCE_SIZE}`)),
      ours: perEntry(timings.ratio(`ours ${entries}`, `ours ${REFERENCE_SIZE}`)),
      service: perEntry(serviceTime(entries) / serviceTime(REFERENCE_SIZE)),
    };
  });
}
