/** Our parse and analysis against the bare parser, and VS Code's JSON service with a schema of the same keys. */

import { Worker } from 'node:worker_threads';
import { log, nearMisses, readOut, repetitive } from './documents.ts';
import { getConfigurationSchema } from './json-schema.ts';
import { measure, median } from './measure.ts';
import type { ServiceAnswer, ServiceTask } from './service-worker.ts';
import {
  type Cell,
  count,
  digits,
  milliseconds,
  printHeading,
  printNote,
  printTable,
  times,
  timesCell,
} from './table.ts';

type Contenders = typeof import('./contenders.ts');

/** How many entries the documents have. */
const SIZES = [60, 1_000, 10_000, 100_000] as const;
/** The size that growth is told against. */
export const REFERENCE_SIZE = 1_000;
/** From this size on the service runs once, apart, and is ended when it takes too long. */
const SERVICE_ONCE_FROM = 100_000;
const SERVICE_LIMIT_SECONDS = 60;
/** The size whose rules are measured one by one. */
const RULES_SIZE = 10_000;

/** One document, measured. Times are medians in milliseconds. */
export interface DocumentSpeed {
  readonly entries: number;
  readonly kibibytes: number;
  readonly problems: number;
  readonly visit: number;
  readonly ours: number;
  readonly oursPerVisit: number;
  /** For how many milliseconds, at most, our analysis lets nobody else work and cannot be stopped. */
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

export interface AnalysisSpeed {
  readonly readOuts: readonly (DocumentSpeed & { readonly service: ServiceSpeed | undefined })[];
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
  const readOuts: (DocumentSpeed & { service: ServiceSpeed | undefined })[] = [];
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
): Promise<DocumentSpeed & { service: ServiceSpeed | undefined }> {
  const schema = getConfigurationSchema(contenders.vocabulary);
  const speed = await compareWithVisit(contenders, entries, text);
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
  return {
    entries,
    kibibytes: Buffer.byteLength(text) / 1024,
    problems: contenders.analyse(text).problems.length,
    visit: timings.median('visit'),
    ours: timings.median('ours'),
    oursPerVisit: timings.ratio('ours', 'visit'),
    longestSlice: median([1, 2, 3, 4, 5].map(() => contenders.longestSlice(text))),
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

export function printAnalysis(speed: AnalysisSpeed): void {
  const { readOuts, parts, rules, logs, repetitive: repeated, nearMisses: misses } = speed;
  printHeading('Parse and analysis with all rules, on GetConfiguration answers (medians, ms)');
  printTable(
    ['entries', 'KiB', 'problems', 'bare visit', 'ours', 'JSON service', 'ours ÷ visit', 'service ÷ ours'],
    readOuts.map(({ service, ...speed }) => [
      ...documentCells(speed),
      service === undefined ? { right: 'failed' } : { right: atLeast(service, digits(service.milliseconds)) },
      timesCell(speed.oursPerVisit),
      service === undefined ? '' : { right: atLeast(service, times(service.perOurs)) },
    ]),
  );
  printNote(
    `JSON service: vscode-json-languageservice, with one if/then a key. It ran once at ${SERVICE_ONCE_FROM.toLocaleString('en-US')} entries${
      readOuts.some(({ service }) => service?.cut)
        ? ` and was ended after ${SERVICE_LIMIT_SECONDS} s (>)`
        : ''
    }.`,
  );

  printNote(
    `Ours works in slices, between which it can be stopped. The longest, ms: ${readOuts
      .map(({ entries, longestSlice }) => `${digits(longestSlice)} at ${entries.toLocaleString('en-US')}`)
      .join(', ')}. The service cannot be stopped.`,
  );

  printHeading('The same, part by part (ms, and how many times the bare visit)');
  printTable(
    ['entries', 'parse', '', 'resolve', '', 'rules', '', 'whole', ''],
    parts.map(({ entries, visit, parse, resolve, rules: ruleTime, whole }) => [
      count(entries),
      ...[parse, resolve, ruleTime, whole].flatMap((time): Cell[] => [
        milliseconds(time),
        timesCell(time / visit),
      ]),
    ]),
  );
  printNote(
    `The dearest rules at ${RULES_SIZE.toLocaleString('en-US')} entries, each alone: ${rules
      .slice(0, 6)
      .map((rule) => `${rule.rule} ${digits(rule.milliseconds)} ms`)
      .join(', ')}`,
  );

  printHeading('Other documents (medians, ms)');
  const others = (kind: string, speeds: readonly DocumentSpeed[]): Cell[][] =>
    speeds.map((speed) => [kind, ...documentCells(speed), timesCell(speed.oursPerVisit)]);
  printTable(
    ['', 'entries', 'KiB', 'problems', 'bare visit', 'ours', 'ours ÷ visit'],
    [
      ...others('a log of answers of 60 entries', logs),
      ...others('half of all entries repeat a key', repeated),
      ...others('every key misspelt (worst case)', misses),
    ],
  );
}

export function printGrowth(growth: readonly Growth[]): void {
  printHeading(
    `Growth: time for one entry relative to that at ${REFERENCE_SIZE.toLocaleString('en-US')} entries (linear: about 1)`,
  );
  printTable(
    ['entries', 'bare visit', 'ours', 'JSON service'],
    growth.map(({ entries, visit, ours, service }) => [
      count(entries),
      timesCell(visit),
      timesCell(ours),
      timesCell(service),
    ]),
  );
}

function documentCells({ entries, kibibytes, problems, visit, ours }: DocumentSpeed): Cell[] {
  return [
    count(entries),
    { right: kibibytes.toFixed(0) },
    count(problems),
    milliseconds(visit),
    milliseconds(ours),
  ];
}

function atLeast({ cut }: ServiceSpeed, figure: string): string {
  return cut ? `> ${figure}` : figure;
}
