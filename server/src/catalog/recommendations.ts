import type { StationContext } from '../model/station.ts';
import type {
  Expectation,
  OperatorProfile,
  Recommendation,
  RecommendationCase,
  Role,
} from './operator-profile.ts';

/** The case of a recommendation that holds for a station. */
export interface ChosenCase {
  readonly recommendation: Recommendation;
  readonly case: RecommendationCase;
  /**
   * Cases that may hold as well, because what would decide is not known of the station; empty when it is certain what
   * to ask for, be it that all of them ask for the same.
   */
  readonly otherwise: readonly RecommendationCase[];
}

/** An operator's profile with its recommendations by key. */
export class OperatorAdvice {
  readonly profile: OperatorProfile;
  readonly #byKey = new Map<string, Recommendation[]>();
  readonly #byRole = new Map<Role, Recommendation>();
  readonly #advice = new Map<string, string[]>();

  constructor(profile: OperatorProfile) {
    this.profile = profile;
    for (const recommendation of profile.recommendations) {
      for (const key of recommendation.keys) push(this.#byKey, key, recommendation);
      if (recommendation.role !== undefined) this.#byRole.set(recommendation.role, recommendation);
    }
    for (const advice of profile.advice ?? [])
      for (const key of advice.keys) push(this.#advice, key, advice.text);
  }

  /** Recommendations for a key by its canonical name; usually none or one. */
  for(key: string): readonly Recommendation[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The recommendation for a setting that every vendor names differently. */
  forRole(role: Role): Recommendation | undefined {
    return this.#byRole.get(role);
  }

  /** Sentences about a key that ask for no value. */
  textsFor(key: string): readonly string[] {
    return this.#advice.get(key) ?? [];
  }
}

/** Chooses by what is known; an unknown fact never satisfies a condition, so the case without conditions remains. */
export function chooseCase(recommendation: Recommendation, station: StationContext): ChosenCase | undefined {
  const chosen = recommendation.cases.find((candidate) => verdict(candidate, station) === 'holds');
  if (chosen === undefined) return undefined;
  const possible =
    chosen.when === undefined
      ? recommendation.cases.filter((candidate) => verdict(candidate, station) === 'unknown')
      : [];
  const otherwise = possible.every(({ expect }) => isSame(expect, chosen.expect)) ? [] : possible;
  return { recommendation, case: chosen, otherwise };
}

/** Expectations are small pieces of data with members in one order. */
function isSame(a: Expectation, b: Expectation): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function verdict(candidate: RecommendationCase, station: StationContext): 'holds' | 'fails' | 'unknown' {
  const { current, smartCharging } = candidate.when ?? {};
  const answers = [
    compare(current, station.current.value),
    compare(smartCharging, station.smartCharging.value),
  ];
  if (answers.includes('fails')) return 'fails';
  return answers.includes('unknown') ? 'unknown' : 'holds';
}

function compare<T>(wanted: T | undefined, known: T | undefined): 'holds' | 'fails' | 'unknown' {
  if (wanted === undefined || wanted === known) return 'holds';
  return known === undefined ? 'unknown' : 'fails';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
