/**
 * Throws texts at everything that reads what people, stations and strangers write, and keeps those that reach code which
 * no text before has reached. What breaks it is saved under `test/fuzz/found/`, where it is a test from then on.
 *
 *     npm run fuzz [-- --minutes 10] [--target json] [--seed 1] [--keep]
 *
 * Without `--target` each gets its share of the time. `--keep` saves what reached new code under `test/fuzz/corpus/`, the
 * smallest texts first, so that the next run begins where this one has ended.
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import type { FuzzTarget } from '../test/fuzz/targets.ts';
import { Coverage } from './fuzz/coverage.ts';
import { mutated, type Random } from './fuzz/mutate.ts';
import { knowledgeForEsbuild } from './knowledge-plugin.ts';
import { projectFolder } from './lib/project.ts';
import { ExplainedError, runMain } from './lib/shutdown.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';

const fuzzFolder = join(projectFolder, 'test', 'fuzz');
/** Longer for one text than this, in milliseconds, is reported: texts are short. */
const SLOW = 2_000;
/** So many texts that reached something new are saved for a target. */
const MOST_KEPT = 150;
/** So many shorter texts are tried to find a short one that breaks in the same way. */
const MOST_ATTEMPTS = 3_000;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(Date.now()) },
    keep: { type: 'boolean', default: false },
  },
});

await runMain(async () => {
  const file = join(makeTemporaryFolder('fuzz'), 'targets.cjs');
  await bundleTargets(file);
  const url = pathToFileURL(file).href;
  const { TARGETS } = (await import(url)) as { readonly TARGETS: readonly FuzzTarget[] };
  const wanted = TARGETS.filter(({ name }) => options.target === undefined || name === options.target);
  if (wanted.length === 0) {
    throw new ExplainedError(
      `There is no target ${options.target}; there are ${TARGETS.map(({ name }) => name).join(', ')}.`,
    );
  }
  const coverage = new Coverage(url);
  await coverage.start();
  console.log(`Seed ${options.seed}.`);
  let found = 0;
  for (const target of wanted) {
    found += await fuzz(target, coverage, (Number(options.minutes) * 60_000) / wanted.length);
  }
  await coverage.stop();
  if (found > 0) throw new ExplainedError(`${found} texts break something; they are in test/fuzz/found/.`);
});

/** Returns how many texts broke the target. */
async function fuzz(target: FuzzTarget, coverage: Coverage, milliseconds: number): Promise<number> {
  const random = randomNumbers(Number(options.seed));
  const pool: string[] = [];
  const kept: string[] = [];
  const failures = new Map<string, string>();
  let runs = 0;
  const attempt = async (text: string): Promise<void> => {
    runs++;
    const failure = await failureOf(target, text);
    if (failure !== undefined && !failures.has(failure)) {
      failures.set(failure, text);
      console.log(`\n${target.name}: ${failure}`);
    }
    if (await coverage.hasGrown()) {
      pool.push(text);
      kept.push(text);
    }
  };
  for (const text of ['', ...seedsOf(target)]) {
    pool.push(text);
    await attempt(text);
  }
  const seeds = pool.length;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    await attempt(mutated(oneOf(pool, random), oneOf(pool, random), target.words, random));
  }
  console.log(
    `${target.name}: ${runs.toLocaleString('en-US')} texts from ${seeds} seeds, ${kept.length} reached new code (${coverage.pieces} pieces in all), ${failures.size} broke something.`,
  );
  for (const [failure, text] of failures) save('found', target, await shrunk(target, text, failure));
  if (options.keep) for (const text of smallest(kept)) save('corpus', target, text);
  return failures.size;
}

/** The text without what is not needed to break the target in this way. */
async function shrunk(target: FuzzTarget, text: string, failure: string): Promise<string> {
  let smallest = text;
  let attempts = 0;
  for (let length = Math.ceil(text.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at < smallest.length && attempts < MOST_ATTEMPTS; attempts++) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + length);
      if ((await failureOf(target, shorter)) === failure) smallest = shorter;
      else at += length;
    }
  }
  return smallest;
}

/** The first line of what went wrong; undefined where all held. */
async function failureOf(target: FuzzTarget, text: string): Promise<string | undefined> {
  const started = performance.now();
  try {
    await target.run(text);
  } catch (error) {
    return error instanceof Error ? `${error.message} (${placeOf(error)})` : String(error);
  }
  const time = performance.now() - started;
  return time > SLOW ? `takes ${Math.round(time / 1000)} s for ${text.length} characters` : undefined;
}

/** Where it was thrown, so that one mistake counts once. */
function placeOf({ stack = '' }: Error): string {
  return (
    stack
      .split('\n')
      .find((line) => line.includes(' at '))
      ?.trim() ?? ''
  );
}

/** What earlier runs have kept and found, and the examples of the repository of the target's kind. */
function seedsOf({ name, seeds }: FuzzTarget): string[] {
  const own = ['corpus', 'found'].flatMap((folder) => textsIn(join(fuzzFolder, folder, name), () => true));
  const examples = ['examples', join('test', 'fuzz', 'seeds')].flatMap((folder) =>
    textsIn(join(projectFolder, folder), (file) => seeds.some((ending) => file.endsWith(`.${ending}`))),
  );
  return [...own, ...examples];
}

function textsIn(folder: string, wanted: (file: string) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function smallest(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => a.length - b.length).slice(0, MOST_KEPT);
}

/** The name is that of the contents, so that nothing is saved twice. */
function save(kind: 'found' | 'corpus', { name }: FuzzTarget, text: string): void {
  const folder = join(fuzzFolder, kind, name);
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  writeFileSync(join(folder, `${hash}.txt`), text);
}

async function bundleTargets(outfile: string): Promise<void> {
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: ['test/fuzz/targets.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [knowledgeForEsbuild()],
    logLevel: 'warning',
  });
}

function oneOf(texts: readonly string[], random: Random): string {
  return texts[Math.floor(random() * texts.length)] ?? '';
}

/** The generator mulberry32. */
function randomNumbers(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
