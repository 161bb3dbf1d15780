/**
 * A check of many files by the command line, against a compiled JSON Schema and a linter of JSON on the same files. Both
 * do less: the one is given what was read and parsed, and neither knows what goes together.
 */

import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { projectFolder } from '../lib/project.ts';
import { readOut, type Vocabulary } from './documents.ts';
import { getConfigurationSchema } from './json-schema.ts';
import { median } from './measure.ts';
import { count, milliseconds, printHeading, printNote, printTable, timesCell } from './table.ts';

const FILES = 10_000;
/** How many entries the files have: from the first number to the second. */
const ENTRIES = [40, 80] as const;
const TURNS = 3;

/** Files a second; medians of the turns. */
export interface FleetSpeed {
  readonly files: number;
  readonly cores: number;
  /** By our command line with one thread of its own: find, read, parse, check, report. V8 uses another core beside it. */
  readonly oursOneThread: number;
  /** The same where all of the process is bound to one core; undefined where a process cannot be bound. */
  readonly oursBound: number | undefined;
  readonly oursAllCores: number;
  /**
   * What part of the cores' work is not lost by sharing it: 1 is as many times as fast as there are cores. Against what
   * one core does by itself, where that could be measured.
   */
  readonly scaling: number;
  /** A schema with one `if` and `then` a key, compiled, on values that are parsed already; all errors. */
  readonly ajv: number;
  /** Biome's rules for JSON, which know nothing of what the files are for. */
  readonly biomeOneCore: number;
}

export async function measureFleet(
  commandLine: string,
  vocabulary: Vocabulary,
  folder: string,
): Promise<FleetSpeed> {
  const stations = join(folder, 'fleet');
  const texts = writeStations(stations, vocabulary);
  const cores = availableParallelism();
  const check = (jobs: number) => [
    process.execPath,
    commandLine,
    'check',
    ...['--format', 'ndjson', '--exit-zero', '--jobs', String(jobs), stations],
  ];
  const biome = join(projectFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const validate = new Ajv({ allErrors: true, strict: false }).compile(getConfigurationSchema(vocabulary));
  const binds = canBind();
  const one: number[] = [];
  const bound: number[] = [];
  const all: number[] = [];
  const ajv: number[] = [];
  const lint: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    one.push(await secondsOf(check(1)));
    if (binds) bound.push(await secondsOf([...BOUND_TO_ONE_CORE, ...check(1)]));
    all.push(await secondsOf(check(cores)));
    ajv.push(secondsOfValidation(texts, validate));
    lint.push(
      await secondsOf([process.execPath, biome, 'lint', '.'], {
        // It looks for its settings from where it is started.
        cwd: stations,
        env: { ...process.env, RAYON_NUM_THREADS: '1' },
      }),
    );
  }
  const rate = (seconds: readonly number[]) => FILES / median(seconds);
  return {
    files: FILES,
    cores,
    oursOneThread: rate(one),
    oursBound: bound.length === 0 ? undefined : rate(bound),
    oursAllCores: rate(all),
    scaling: median(
      one.map((seconds, turn) => (bound[turn] ?? seconds) / ((all[turn] ?? Number.NaN) * cores)),
    ),
    ajv: rate(ajv),
    biomeOneCore: rate(lint),
  };
}

/** How Linux starts a program with all its threads on one core. */
const BOUND_TO_ONE_CORE = ['taskset', '--cpu-list', '0'] as const;

function canBind(): boolean {
  const [program, ...parameters] = BOUND_TO_ONE_CORE;
  return spawnSync(program, [...parameters, process.execPath, '--version']).status === 0;
}

function writeStations(folder: string, vocabulary: Vocabulary): readonly string[] {
  mkdirSync(folder);
  // Without it the linter would look for the settings of a project around the folder.
  writeFileSync(join(folder, 'biome.json'), '{ "root": true }');
  const [least, most] = ENTRIES;
  return Array.from({ length: FILES }, (_, index) => {
    const text = readOut(vocabulary, least + (index % (most - least + 1)), index + 1);
    writeFileSync(join(folder, `station-${index}.json`), text);
    return text;
  });
}

/** Parses some at a time, so that memory is not what is measured, and counts the time of the validation alone. */
function secondsOfValidation(texts: readonly string[], validate: (value: unknown) => unknown): number {
  const atATime = 200;
  let time = 0;
  for (let start = 0; start < texts.length; start += atATime) {
    const values = texts.slice(start, start + atATime).map((text): unknown => JSON.parse(text));
    const started = performance.now();
    for (const value of values) validate(value);
    time += performance.now() - started;
  }
  return time / 1000;
}

function secondsOf(
  [program = '', ...parameters]: readonly string[],
  where: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, parameters, { ...where, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout?.resume();
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve((performance.now() - started) / 1000);
      else reject(new Error(`${program} ${parameters.join(' ')} has ended with ${code}`));
    });
  });
}

export function printFleet(speed: FleetSpeed): void {
  const { files, cores, oursOneThread, oursBound, oursAllCores, scaling, ajv, biomeOneCore } = speed;
  printHeading(
    `A check of ${files.toLocaleString('en-US')} files of ${ENTRIES[0]} to ${ENTRIES[1]} entries (files a second)`,
  );
  printTable(
    ['', 'files a second', 'ms for one', 'ours ÷ this'],
    (
      [
        ['ours, one thread: find, read, parse, check, report', oursOneThread],
        ...(oursBound === undefined ? [] : [['ours, bound to one core', oursBound] as const]),
        [`ours, ${cores} cores`, oursAllCores],
        ['ajv, one thread: values parsed before, nothing read or reported', ajv],
        ["Biome's rules for JSON, one thread: find, read, parse, check", biomeOneCore],
      ] as const
    ).map(([name, rate]) => [
      name,
      count(Math.round(rate)),
      milliseconds(1000 / rate),
      timesCell(oursOneThread / rate),
    ]),
  );
  printNote(
    `Of the work of ${cores} cores, ${Math.round(scaling * 100)} % are left when they share it${againstWords(speed)}. The programs' start is counted, ajv's schema is compiled before. Biome checks that the files are JSON and repeat no name; it is written in Rust and knows nothing of chargers.`,
  );
}

/** V8 compiles and collects on other cores: against one thread that has them, sharing looks worse than it is. */
function againstWords({ cores, oursOneThread, oursBound, oursAllCores }: FleetSpeed): string {
  if (oursBound === undefined) return '';
  const againstThread = Math.round((100 * oursAllCores) / (oursOneThread * cores));
  return ` (against one core by itself; ${againstThread} % against one thread, for which V8 compiles and collects on the others)`;
}
