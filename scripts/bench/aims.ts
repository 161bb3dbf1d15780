/** What the project wants to reach, and whether this run shows it. */

import { type AnalysisSpeed, REFERENCE_SIZE } from './analysis-speed.ts';
import type { BundleSizes } from './bundle-sizes.ts';
import { type EditorWork, worstOf } from './editor-work.ts';
import type { FleetSpeed } from './fleet.ts';
import type { ServerStart } from './server-start.ts';
import { digits, kibibytes, printHeading, printTable, times } from './table.ts';
import type { TypingSpeed } from './typing.ts';

/** Everything that one run has measured. */
export interface Figures {
  readonly analysis: AnalysisSpeed;
  readonly editorWork: EditorWork;
  readonly typing: readonly TypingSpeed[];
  readonly serverStart: ServerStart;
  readonly fleet: FleetSpeed;
  readonly bundleSizes: BundleSizes;
}

export interface Aim {
  readonly aim: string;
  readonly wanted: string;
  readonly measured: string;
  /** `unknown` where a measurement could not be finished. */
  readonly verdict: 'met' | 'missed' | 'unknown';
}

const MOST_VISITS = 2.5;
const LEAST_FASTER_THAN_SERVICE = 50;
const LEAST_OF_NAMES_ONLY = 1;
const LONGEST_SLICE_MILLISECONDS = 20;
const LEAST_OF_AJV = 1;
const LEAST_SCALING = 0.8;
/** Linear time measures up to this in practice: caches and the garbage collector favour small documents. */
const MOST_GROWTH = 1.5;
const MOST_REQUEST_MILLISECONDS = 1;
const LEAST_TYPING_RATIO = 10;
const MOST_START_RATIO = 1.2;
const MOST_MEMORY_OF_SERVICE = 1;
const MOST_SERVER_KIBIBYTES = 350;

export function aimsOf({ analysis, editorWork, typing, serverStart, fleet, bundleSizes }: Figures): Aim[] {
  const fromReference = analysis.readOuts.filter(({ entries }) => entries >= REFERENCE_SIZE);
  const serverBytes = bundleSizes.server.bytes;
  return [
    ...fromReference.map(({ entries, oursPerVisit }) =>
      atMost(
        `analysis at ${entries.toLocaleString('en-US')} entries, in bare visits`,
        MOST_VISITS,
        oursPerVisit,
        times,
      ),
    ),
    ...fromReference.map(({ entries, service }): Aim => {
      const aim = `analysis at ${entries.toLocaleString('en-US')} entries, faster than the JSON service`;
      const wanted = `≥ ${times(LEAST_FASTER_THAN_SERVICE)}`;
      if (service === undefined) return { aim, wanted, measured: 'the service failed', verdict: 'unknown' };
      const measured = `${service.cut ? '> ' : ''}${times(service.perOurs)}`;
      if (service.perOurs >= LEAST_FASTER_THAN_SERVICE) return { aim, wanted, measured, verdict: 'met' };
      return { aim, wanted, measured, verdict: service.cut ? 'unknown' : 'missed' };
    }),
    ...fromReference.map(({ entries, namesOnlyPerOurs }) =>
      atLeast(
        `analysis at ${entries.toLocaleString('en-US')} entries, faster than the JSON service with names of keys only`,
        LEAST_OF_NAMES_ONLY,
        namesOnlyPerOurs,
      ),
    ),
    ...analysis.readOuts
      .slice(-1)
      .map(({ entries, longestSlice }) =>
        atMost(
          `longest slice of an analysis at ${entries.toLocaleString('en-US')} entries`,
          LONGEST_SLICE_MILLISECONDS,
          longestSlice,
          (value) => `${digits(value)} ms`,
        ),
      ),
    ...analysis.growth
      .filter(({ entries }) => entries > REFERENCE_SIZE)
      .map(({ entries, ours }) =>
        atMost(
          `growth up to ${entries.toLocaleString('en-US')} entries, time for one`,
          MOST_GROWTH,
          ours,
          times,
        ),
      ),
    ...(['hover', 'completion'] as const).map((request) => {
      const { milliseconds, on } = worstOf(editorWork, request);
      const aim = `${request} at ${editorWork.entries.toLocaleString('en-US')} entries, slowest place (${on})`;
      return atMost(aim, MOST_REQUEST_MILLISECONDS, milliseconds, (value) => `${digits(value)} ms`);
    }),
    ...typing.map(({ entries, p95Ratio }) =>
      atLeast(
        `key press to problems (p95) at ${entries.toLocaleString('en-US')} entries, faster than the JSON server`,
        LEAST_TYPING_RATIO,
        p95Ratio,
      ),
    ),
    atMost(
      'server start, in starts of the smallest server',
      MOST_START_RATIO,
      serverStart.ratio.minimal,
      times,
    ),
    ...(serverStart.memoryRatio.service === undefined
      ? []
      : [
          atMost(
            "memory after one file, in that of VS Code's JSON server",
            MOST_MEMORY_OF_SERVICE,
            serverStart.memoryRatio.service,
            times,
          ),
        ]),
    atLeast(
      'check: files a second of one thread, by what ajv validates of parsed values',
      LEAST_OF_AJV,
      fleet.oursOneThread / fleet.ajv,
    ),
    atLeast(`check: what is left of the work of ${fleet.cores} cores`, LEAST_SCALING, fleet.scaling),
    atMost(
      'server bundle, minified, without the data',
      MOST_SERVER_KIBIBYTES * 1024,
      serverBytes,
      (bytes) => `${kibibytes(bytes)} KiB`,
    ),
  ];
}

function atMost(aim: string, most: number, measured: number, show: (value: number) => string): Aim {
  return {
    aim,
    wanted: `≤ ${show(most)}`,
    measured: show(measured),
    verdict: measured <= most ? 'met' : 'missed',
  };
}

function atLeast(aim: string, least: number, measured: number): Aim {
  return {
    aim,
    wanted: `≥ ${times(least)}`,
    measured: times(measured),
    verdict: measured >= least ? 'met' : 'missed',
  };
}

export function printAims(aims: readonly Aim[]): void {
  printHeading('Aims');
  printTable(
    ['', 'aim', 'wanted', 'measured'],
    aims.map(({ aim, wanted, measured, verdict }) => [verdict, aim, { right: wanted }, { right: measured }]),
  );
}
