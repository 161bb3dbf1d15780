/** Measures times so that they can be compared: in turns, warmed up, with as little of the garbage collector as can be. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something whose time is of interest. */
export interface Contender<Name extends string = string> {
  readonly name: Name;
  /** Does the work once. What it returns is kept until the next time, so that it cannot be optimised away. */
  run(): unknown;
}

/** The times of contenders that took turns. */
export interface Timings<Name extends string = string> {
  /** Milliseconds for one run. */
  median(name: Name): number;
  /**
   * How many times longer the first took than the second: the median over the turns, each of which compares two times
   * taken right after each other. What slows the machine down for a while slows both.
   */
  ratio(name: Name, other: Name): number;
}

export interface MeasureOptions {
  /** How long all of them are measured at most, once each has its least number of samples. */
  readonly seconds: number;
  readonly leastSamples?: number;
  /** Seconds of warming up for each, so that everything is compiled; one run at least. */
  readonly warmUpSeconds?: number;
}

/** A sample takes at least so many milliseconds, with several runs if need be: the clock is too coarse for less. */
const SHORTEST_SAMPLE = 2;
/** Samples are made equally long up to this many milliseconds, so that a busy machine interrupts all of them alike. */
const LONGEST_EVEN_SAMPLE = 50;
/** The clock cannot tell shorter times, in milliseconds. */
const SHORTEST_RUN = 0.0005;
const LEAST_SAMPLES = 9;
const MOST_SAMPLES = 200;
/** The median counts as stable when it is known to this share of itself. */
const PRECISION = 0.01;

/** Measures until the medians are stable or the time is over. */
export async function measure<Name extends string>(
  contenders: readonly Contender<Name>[],
  { seconds, leastSamples = LEAST_SAMPLES, warmUpSeconds = 0.25 }: MeasureOptions,
): Promise<Timings<Name>> {
  const series = contenders.map((contender) => new Series(contender));
  collectGarbage('major');
  for (const one of series) await one.warmUp(warmUpSeconds);
  const slowest = Math.max(...series.map(({ fastestRun }) => fastestRun));
  const sampleTime = Math.min(Math.max(slowest, SHORTEST_SAMPLE), LONGEST_EVEN_SAMPLE);
  const end = performance.now() + seconds * 1000;
  const enough = (): boolean =>
    performance.now() > end || series.every(({ times }) => uncertainty(times) < PRECISION);
  for (let turn = 0; turn < MOST_SAMPLES && (turn < leastSamples || !enough()); turn++) {
    for (const one of series) await one.sample(sampleTime);
  }
  const byName = new Map(series.map((one) => [one.name, one.times]));
  const timesOf = (name: Name): readonly number[] => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`${name} was not measured.`);
    return found;
  };
  return {
    median: (name) => median(timesOf(name)),
    ratio(name, other) {
      const others = timesOf(other);
      return median(timesOf(name).map((time, turn) => time / (others[turn] ?? Number.NaN)));
    },
  };
}

class Series<Name extends string> {
  readonly name: Name;
  /** Milliseconds for one run, turn by turn. */
  readonly times: number[] = [];
  /** What the last run returned: kept until the next begins, as an editor keeps what it knows of a file. */
  result: unknown;
  /** Milliseconds; known after warming up. */
  fastestRun = Number.POSITIVE_INFINITY;
  readonly #contender: Contender<Name>;

  constructor(contender: Contender<Name>) {
    this.name = contender.name;
    this.#contender = contender;
  }

  async warmUp(seconds: number): Promise<void> {
    const started = performance.now();
    let now = started;
    do {
      this.result = await this.#contender.run();
      const before = now;
      now = performance.now();
      this.fastestRun = Math.min(this.fastestRun, now - before);
    } while (now - started < seconds * 1000);
  }

  async sample(milliseconds: number): Promise<void> {
    this.result = undefined;
    collectGarbage('minor');
    const contender = this.#contender;
    const runs = Math.ceil(milliseconds / Math.max(this.fastestRun, SHORTEST_RUN));
    const started = performance.now();
    for (let run = 0; run < runs; run++) {
      const result = contender.run();
      // Waiting costs, so only who makes us wait pays for it.
      this.result = result instanceof Promise ? await result : result;
    }
    this.times.push((performance.now() - started) / runs);
  }
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** How far off the median may be, as a share of it: 95 % of the time it is less, as for the notches of a box plot. */
function uncertainty(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return (1.57 * spread) / Math.sqrt(sorted.length) / quantile(sorted, 0.5);
}

/** A value that this share of the sorted ones lies below. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Frees memory now, so that one contender's waste is not collected at the cost of the next. Between samples only what is
 * young (`minor`): a collection of everything also throws away compiled code, and the parser would begin anew each time.
 */
const collectGarbage = exposedCollector();

/** The function that `--expose-gc` adds; the flag can be set while running, and new contexts then have it. */
function exposedCollector(): (kind: 'minor' | 'major') => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' | 'major' }) => void;
  return (type) => collect({ type });
}
