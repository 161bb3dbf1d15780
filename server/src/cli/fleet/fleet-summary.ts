import { SEVERITIES, type Severity } from '../../model/problem.ts';
import { atLeast } from '../report.ts';
import type { FleetData, KeyCount, ModelCount, RuleCount } from './fleet-data.ts';

/** How many values of a key, keys, or kinds of station are kept; twice as many while counting. */
export const MOST_KEPT = 1_000;

/**
 * A fleet of any size, in memory that does not grow with it. Where there are too many different values the rarest are
 * put together, so that those that many stations share are counted exactly or nearly so. Data must be added in the same
 * order and portions to give the same result.
 */
export class FleetSummary {
  readonly #rules = new Map<string, RuleCount>();
  readonly #models = new Map<string, ModelCount>();
  readonly #keys = new Map<string, KeptKey>();
  #stations = 0;
  #unnamedModels = 0;
  #unnamedKeys = 0;

  add({ stations, rules, models, keys }: FleetData): void {
    this.#stations += stations;
    for (const count of rules) this.#addRule(count);
    for (const count of models) this.#addModel(count);
    for (const count of keys) this.#addKey(count);
    if (this.#models.size > 2 * MOST_KEPT) {
      this.#unnamedModels += prune(this.#models, ({ stations: common }) => common);
    }
    if (this.#keys.size > 2 * MOST_KEPT)
      this.#unnamedKeys += prune(this.#keys, ({ stations: common }) => common);
  }

  /** Everything, the gravest rules and the commonest of the rest first. */
  result(): FleetResult {
    prune(this.#keys, ({ stations }) => stations);
    return {
      stations: this.#stations,
      rules: [...this.#rules.values()].sort(
        (a, b) =>
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          b.stations - a.stations ||
          (a.rule < b.rule ? -1 : 1),
      ),
      models: [...this.#models.values()].sort(
        (a, b) => b.stations - a.stations || (modelName(a) < modelName(b) ? -1 : 1),
      ),
      unnamedModels: this.#unnamedModels,
      keys: [...this.#keys.entries()]
        .map(([key, kept]) => ({
          key,
          ...kept,
          values: kept.values === 'hidden' ? kept.values : sorted(kept.values),
        }))
        .sort((a, b) => b.stations - a.stations || (a.key < b.key ? -1 : 1)),
      unnamedKeys: this.#unnamedKeys,
    };
  }

  #addRule(count: RuleCount): void {
    const known = this.#rules.get(count.rule);
    this.#rules.set(
      count.rule,
      known === undefined
        ? count
        : {
            ...known,
            severity: atLeast(count.severity, known.severity) ? count.severity : known.severity,
            problems: known.problems + count.problems,
            stations: known.stations + count.stations,
          },
    );
  }

  #addModel(count: ModelCount): void {
    const identity = modelName(count);
    const known = this.#models.get(identity);
    if (known === undefined) {
      this.#models.set(identity, count);
      return;
    }
    const problems: Record<Severity, number> = { ...known.problems };
    for (const severity of SEVERITIES) problems[severity] += count.problems[severity];
    this.#models.set(identity, {
      ...known,
      stations: known.stations + count.stations,
      withProblems: known.withProblems + count.withProblems,
      problems,
    });
  }

  #addKey({ key, stations, values, empty, others }: KeyCount): void {
    let kept = this.#keys.get(key);
    if (kept === undefined) {
      kept = { stations: 0, values: new Map(), empty: 0, others: 0 };
      this.#keys.set(key, kept);
    }
    kept.stations += stations;
    kept.empty += empty;
    kept.others += others;
    if (values === 'hidden') kept.values = 'hidden';
    if (values === 'hidden' || kept.values === 'hidden') return;
    for (const [value, count] of values) kept.values.set(value, (kept.values.get(value) ?? 0) + count);
    if (kept.values.size > 2 * MOST_KEPT) kept.others += prune(kept.values, (count) => count);
  }
}

/** A fleet as it is told. */
export interface FleetResult {
  readonly stations: number;
  readonly rules: readonly RuleCount[];
  readonly models: readonly ModelCount[];
  /** Stations of kinds that were too many to name each. */
  readonly unnamedModels: number;
  readonly keys: readonly KeyCount[];
  readonly unnamedKeys: number;
}

interface KeptKey {
  stations: number;
  values: Map<string, number> | 'hidden';
  empty: number;
  others: number;
}

function modelName({ vendor, model, firmware }: ModelCount): string {
  return JSON.stringify([vendor, model, firmware]);
}

/** The commonest first, those that are as common as each other by what they are. */
function sorted(values: ReadonlyMap<string, number>): (readonly [value: string, stations: number])[] {
  return [...values].sort(
    ([valueA, countA], [valueB, countB]) => countB - countA || (valueA < valueB ? -1 : 1),
  );
}

/** Forgets the rarest where there are too many. Returns how many stations were counted for them. */
function prune<Value>(counts: Map<string, Value>, stationsOf: (value: Value) => number): number {
  if (counts.size <= MOST_KEPT) return 0;
  const rarest = [...counts]
    .sort(([nameA, a], [nameB, b]) => stationsOf(b) - stationsOf(a) || (nameA < nameB ? -1 : 1))
    .slice(MOST_KEPT);
  let stations = 0;
  for (const [name, value] of rarest) {
    stations += stationsOf(value);
    counts.delete(name);
  }
  return stations;
}
