import type { Summary } from '../report.ts';
import type { KeyCount, ModelCount, RuleCount } from './fleet-data.ts';
import type { FleetResult } from './fleet-summary.ts';

/** The contract with programs; `schemas/fleet-summary.schema.json` says the same. */
export interface FleetSummaryFile {
  readonly version: 1;
  readonly files: number;
  readonly stations: number;
  readonly unreadable: number;
  readonly interrupted?: true;
  readonly rules: readonly RuleCount[];
  readonly models: readonly ModelCount[];
  readonly unnamedModels: number;
  readonly keys: readonly JsonKey[];
  readonly unnamedKeys: number;
}

interface JsonKey {
  readonly key: string;
  readonly stations: number;
  readonly empty: number;
  /** Null: the values are secret. */
  readonly values: readonly { readonly value: string; readonly stations: number }[] | null;
  readonly others: number;
}

/** The summary of a fleet for programs: one JSON document. */
export function fleetJson(result: FleetResult, { counts, interrupted }: Summary): string {
  const file: FleetSummaryFile = {
    version: 1,
    files: counts.files,
    stations: result.stations,
    unreadable: counts.troubles + counts.badLines,
    ...(interrupted ? { interrupted } : {}),
    rules: result.rules,
    models: result.models,
    unnamedModels: result.unnamedModels,
    keys: result.keys.map(jsonKey),
    unnamedKeys: result.unnamedKeys,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function jsonKey({ key, stations, empty, values, others }: KeyCount): JsonKey {
  return {
    key,
    stations,
    empty,
    values: values === 'hidden' ? null : values.map(([value, count]) => ({ value, stations: count })),
    others,
  };
}
