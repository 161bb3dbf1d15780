import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { overlaid } from './merge-packs.ts';

/**
 * A profile with another one laid over it: recommendations of the same id are those of the other, its advice comes in
 * addition, and its name and source are the ones.
 */
function mergeProfiles(base: OperatorProfile, own: OperatorProfile): OperatorProfile {
  return {
    id: own.id,
    name: own.name,
    source: own.source,
    recommendations: overlaid(base.recommendations, own.recommendations, ({ id }) => id),
    advice: [...(base.advice ?? []), ...(own.advice ?? [])],
  };
}

/** What became of the profiles: those that could be made, and those whose `extends` leads nowhere, with why. */
export interface ProfileMerge {
  readonly profiles: readonly OperatorProfile[];
  readonly failures: ReadonlyMap<OperatorProfile, { readonly kind: 'unknown' | 'circle' }>;
}

/**
 * Joins a user's profiles with the bundled ones. A profile extends the one that it names, which may come before or
 * after it, and otherwise an earlier one of its own id, where there is any.
 */
export function withOwnProfiles(
  bundled: readonly OperatorProfile[],
  own: readonly OperatorProfile[],
): ProfileMerge {
  const failures = new Map<OperatorProfile, { readonly kind: 'unknown' | 'circle' }>();
  const layers = [...bundled, ...own];
  const made = new Map<OperatorProfile, OperatorProfile | undefined>();
  const open = new Set<OperatorProfile>();

  const make = (profile: OperatorProfile): OperatorProfile | undefined => {
    if (made.has(profile)) return made.get(profile);
    if (open.has(profile)) {
      failures.set(profile, { kind: 'circle' });
      return undefined;
    }
    open.add(profile);
    const result = makeNew(profile);
    open.delete(profile);
    made.set(profile, result);
    return result;
  };

  const makeNew = (profile: OperatorProfile): OperatorProfile | undefined => {
    const earlier = layers
      .slice(0, layers.indexOf(profile))
      .findLast((candidate) => candidate.id === profile.id);
    const { extends: wanted } = profile;
    const named =
      wanted === undefined || wanted === profile.id
        ? earlier
        : layers.findLast((candidate) => candidate.id === wanted);
    if (wanted !== undefined && named === undefined) {
      failures.set(profile, { kind: 'unknown' });
      return undefined;
    }
    if (named === undefined) return profile;
    const base = make(named);
    if (base === undefined) {
      // Whoever stands on a circle is in it or hangs on it; one word about its beginning is enough.
      return undefined;
    }
    return mergeProfiles(base, profile);
  };

  const byId = new Map<string, OperatorProfile>();
  for (const profile of layers) {
    const result = make(profile);
    if (result !== undefined) byId.set(profile.id, result);
  }
  return { profiles: [...byId.values()], failures };
}
