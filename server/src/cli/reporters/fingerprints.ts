import type { Problem } from '../../model/problem.ts';

/**
 * What tells the problems of one file apart for longer than their places: rule and key, and which of several such it is.
 * Lines may move and values may change; neither places nor values are in it.
 */
export function fingerprintsOf(
  path: string,
  problems: readonly Problem[],
  digest: (text: string) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map(({ rule, key }) => {
    const identity = JSON.stringify([path, rule, key ?? null]);
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    return digest(`${identity} ${earlier}`);
  });
}
