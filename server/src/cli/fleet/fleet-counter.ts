import type { Analysis } from '../../analysis.ts';
import { isSecret, shownText } from '../../features/shown-value.ts';
import type { Severity } from '../../model/problem.ts';
import { atLeast } from '../report.ts';
import { firstKnown } from '../reporters/json-file.ts';
import type { FleetData, KeyCount, ModelCount, RuleCount } from './fleet-data.ts';

/** Longer values are no settings that anybody compares, and there may be a great many of them. */
const LONGEST_VALUE = 200;

/** What is known of a station from outside of its configuration. */
export interface StationIdentity {
  readonly vendor?: string | undefined;
  readonly model?: string | undefined;
  readonly firmware?: string | undefined;
}

/** Counts some stations exactly; for few enough that all their values fit. */
export class FleetCounter {
  readonly #rules = new Map<string, Writable<RuleCount>>();
  readonly #models = new Map<string, Writable<ModelCount>>();
  readonly #keys = new Map<string, WritableKey>();
  #stations = 0;

  add(analysis: Analysis, outside: StationIdentity = {}): void {
    if (analysis.document.scopes.length === 0) return;
    this.#stations++;
    this.#addProblems(analysis);
    this.#addStation(analysis, outside);
    this.#addValues(analysis);
  }

  data(): FleetData {
    return {
      stations: this.#stations,
      rules: [...this.#rules.values()],
      models: [...this.#models.values()],
      keys: [...this.#keys.values()].map(({ values, ...key }) => ({
        ...key,
        values: values === 'hidden' ? values : [...values],
      })),
    };
  }

  #addProblems({ problems }: Analysis): void {
    const seen = new Set<string>();
    for (const { rule, severity } of problems) {
      let count = this.#rules.get(rule);
      if (count === undefined) {
        count = { rule, severity, problems: 0, stations: 0 };
        this.#rules.set(rule, count);
      }
      count.problems++;
      if (atLeast(severity, count.severity)) count.severity = severity;
      if (!seen.has(rule)) count.stations++;
      seen.add(rule);
    }
  }

  #addStation(analysis: Analysis, outside: StationIdentity): void {
    const vendor = firstKnown(analysis, 'vendor') ?? outside.vendor ?? '';
    const model = firstKnown(analysis, 'model') ?? outside.model ?? '';
    const firmware = firmwareOf(analysis) ?? outside.firmware ?? '';
    const identity = JSON.stringify([vendor, model, firmware]);
    let count = this.#models.get(identity);
    if (count === undefined) {
      const problems = { error: 0, warning: 0, information: 0, hint: 0 };
      count = { vendor, model, firmware, stations: 0, withProblems: 0, problems };
      this.#models.set(identity, count);
    }
    count.stations++;
    const problems: Record<Severity, number> = { ...count.problems };
    for (const { severity } of analysis.problems) problems[severity]++;
    count.problems = problems;
    if (analysis.problems.some(({ severity }) => atLeast(severity, 'warning'))) count.withProblems++;
  }

  /** A station that has a key several times, as a log of frames has, counts once for each value. */
  #addValues({ resolved }: Analysis): void {
    const seen = new Map<string, Set<string>>();
    for (const { scope, entries } of resolved.scopes) {
      if (scope.keysAre !== 'ocpp') continue;
      for (const entry of entries) {
        const secret = entry.secret || isSecret(entry);
        const value = secret ? (entry.entry.value?.text ?? '') : shortened(shownText(entry) ?? '');
        const values = seen.get(entry.name) ?? new Set();
        const isFirst = values.size === 0;
        seen.set(entry.name, values);
        // Of a secret only whether there is one is remembered, here as well.
        const remembered = secret ? (value === '' ? '' : 'set') : value;
        if (values.has(remembered)) continue;
        values.add(remembered);
        this.#addValue(entry.name, remembered, { secret, isFirst });
      }
    }
  }

  #addValue(
    key: string,
    value: string,
    { secret, isFirst }: { readonly secret: boolean; readonly isFirst: boolean },
  ): void {
    let count = this.#keys.get(key);
    if (count === undefined) {
      count = { key, stations: 0, values: secret ? 'hidden' : new Map(), empty: 0, others: 0 };
      this.#keys.set(key, count);
    }
    // One look-alike of a secret key is enough to hide the values of all that have its name.
    if (secret) count.values = 'hidden';
    if (isFirst) count.stations++;
    if (value === '') count.empty++;
    else if (count.values !== 'hidden') count.values.set(value, (count.values.get(value) ?? 0) + 1);
  }
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

type WritableKey = Omit<Writable<KeyCount>, 'values'> & { values: Map<string, number> | 'hidden' };

function firmwareOf({ document }: Analysis): string | undefined {
  for (const { station } of document.scopes) if (station.firmware !== undefined) return station.firmware.text;
  return undefined;
}

function shortened(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
