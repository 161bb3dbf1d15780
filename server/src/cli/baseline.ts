import * as l10n from '@vscode/l10n';
import type { Problem } from '../model/problem.ts';
import { UsageError } from './usage-error.ts';

/**
 * How often each problem of a file is accepted: by rule and key, not by place or value, so that lines may move and
 * values are not written down a second time. The key is empty where a problem is about none.
 */
export type BaselineCounts = readonly (readonly [rule: string, key: string, count: number])[];

/** A baseline file: what was found when it was written, by path (or station), rule and key. */
export interface BaselineFile {
  readonly version: 1;
  readonly files: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}

/** What a baseline would remember of these problems. */
export function baselineCounts(problems: readonly Problem[]): BaselineCounts {
  const counts = new Map<string, [rule: string, key: string, count: number]>();
  for (const problem of problems) {
    const key = problem.key ?? '';
    const identity = JSON.stringify([problem.rule, key]);
    const known = counts.get(identity);
    if (known === undefined) counts.set(identity, [problem.rule, key, 1]);
    else known[2]++;
  }
  return [...counts.values()].sort(([ruleA, keyA], [ruleB, keyB]) =>
    ruleA === ruleB ? (keyA < keyB ? -1 : 1) : ruleA < ruleB ? -1 : 1,
  );
}

/** The problems beyond those that a baseline accepts. */
export interface Compared {
  readonly fresh: readonly Problem[];
  readonly accepted: number;
  /** How many it accepts that are no longer there. */
  readonly outdated: number;
}

/** Of several problems of one kind the first ones are the accepted ones, since nothing tells them apart. */
export function compareWithBaseline(problems: readonly Problem[], baseline: BaselineCounts): Compared {
  const left = new Map(baseline.map(([rule, key, count]) => [JSON.stringify([rule, key]), count]));
  const fresh = problems.filter((problem) => {
    const identity = JSON.stringify([problem.rule, problem.key ?? '']);
    const count = left.get(identity) ?? 0;
    if (count > 0) left.set(identity, count - 1);
    return count === 0;
  });
  let outdated = 0;
  for (const count of left.values()) outdated += count;
  return { fresh, accepted: problems.length - fresh.length, outdated };
}

/** What a run accepts, or what it finds so that a later one can. */
export class Baseline {
  readonly #files: Map<string, BaselineCounts>;

  constructor(files: Iterable<readonly [path: string, counts: BaselineCounts]> = []) {
    this.#files = new Map(files);
  }

  /** Undefined where nothing is accepted. */
  of(path: string): BaselineCounts | undefined {
    return this.#files.get(path);
  }

  set(path: string, counts: BaselineCounts): void {
    if (counts.length > 0) this.#files.set(path, counts);
  }

  get problems(): number {
    let sum = 0;
    for (const counts of this.#files.values()) for (const [, , count] of counts) sum += count;
    return sum;
  }

  get files(): number {
    return this.#files.size;
  }

  /** As it is written: sorted, one line a problem, so that a version control system shows what came and went. */
  toText(): string {
    const files: Record<string, Record<string, Record<string, number>>> = Object.create(null);
    for (const path of [...this.#files.keys()].sort()) {
      const rules: Record<string, Record<string, number>> = Object.create(null);
      for (const [rule, key, count] of this.#files.get(path) ?? []) {
        rules[rule] ??= Object.create(null) as Record<string, number>;
        rules[rule][key] = count;
      }
      files[path] = rules;
    }
    const file: BaselineFile = { version: 1, files };
    return `${JSON.stringify(file, undefined, 2)}\n`;
  }
}

/** Reads a baseline file. Throws a `UsageError` that names it when it is none. */
export function readBaseline(name: string, text: string): Baseline {
  const refuse = (why: string) =>
    new UsageError(l10n.t('--baseline {0}: {1}. Write it anew with --update-baseline', name, why));
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    // What the parser says quotes the text, which helps nobody here.
    throw refuse(l10n.t('it is not JSON'));
  }
  if (!isRecord(file) || !isRecord(file.files)) throw refuse(l10n.t('it is no baseline of ocpp-config'));
  if (file.version !== 1) throw refuse(l10n.t('it was written by another version of ocpp-config'));
  return new Baseline(
    Object.entries(file.files).map(([path, rules]) => {
      if (!isRecord(rules)) throw refuse(l10n.t('what it says of {0} cannot be read', path));
      const counts = Object.entries(rules).flatMap(([rule, keys]) => {
        if (!isRecord(keys)) throw refuse(l10n.t('what it says of {0} cannot be read', path));
        return Object.entries(keys).map(([key, count]): [string, string, number] => {
          if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) {
            throw refuse(l10n.t('what it says of {0} cannot be read', path));
          }
          return [rule, key, count];
        });
      });
      return [path, counts];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
