/** What the project wants to reach, and whether this run shows it. */

import { type AnalysisSpeed, REFERENCE_SIZE } from './analysis-speed.ts';
import type { BundleSizes } from './bundle-sizes.ts';
import { type EditorWork, worstOf } from './editor-work.ts';
import type { ServerStart } from './server-start.ts';
import { digits, kibibytes, printHeading, printTable, times } from './table.ts';

/** Everything that one run has measured. */
export interface Figures {
  readonly analysis: AnalysisSpeed;
  readonly editorWork: EditorWork;
  readonly serverStart: ServerStart;
  readonly bundleSizes: BundleSizes;
}

export interface Aim {
  readonly aim: string;
  readonly wanted: string;
  readonly measured: string;
  /** `unknown` where a measurement could not be finished. */
  readonly verdict: 'met' | 'missed' | 'unknown';
}

const MOST_VISITS = 4;
const LEAST_FASTER_THAN_SERVICE = 20;
/** Linear time measures up to this in practice: caches and the garbage collector favour small documents. */
const MOST_GROWTH = 1.5;
const MOST_REQUEST_MILLISECONDS = 1;
const MOST_START_RATIO = 1.3;
const MOST_SERVER_KIBIBYTES = 350;

export function aimsOf({ analysis, editorWork, serverStart, bundleSizes }: Figures): Aim[] {
  const fromReference = analysis.readOuts.filter(({ entries }) => entries >= REFERENCE_SIZE);
  const serverBytes = bundleSizes.server.bytes;
  return [
    ...analysis.readOuts.map(({ entries, oursPerVisit }) =>
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
    atMost('server start, in starts of the smallest server', MOST_START_RATIO, serverStart.ratio, times),
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

export function printAims(aims: readonly Aim[]): void {
  printHeading('Aims');
  printTable(
    ['', 'aim', 'wanted', 'measured'],
    aims.map(({ aim, wanted, measured, verdict }) => [verdict, aim, { right: wanted }, { right: measured }]),
  );
}
