import type { ResolvedEntry, ResolvedScope } from '../../resolve/resolve.ts';

/** The entry in which a station says which feature profiles it has; undefined where it names none. */
export function profilesEntry(scope: ResolvedScope): ResolvedEntry | undefined {
  return scope.known.find(
    ({ facts, value }) =>
      facts?.items?.namesProfiles === true &&
      value.kind === 'list' &&
      value.items.some(({ text }) => text !== ''),
  );
}

/**
 * The feature profiles that a station says it has, by their names in OCPP, also where it writes them in another way.
 * Undefined where it names none.
 */
export function supportedProfiles(scope: ResolvedScope): ReadonlySet<string> | undefined {
  const entry = profilesEntry(scope);
  if (entry?.value.kind !== 'list') return undefined;
  return new Set(entry.value.items.flatMap(({ text }) => meantProfile(text, entry) ?? []));
}

/** The profile that an item means: itself, or what differs in case and blanks or is a known mistake for it. */
export function meantProfile(text: string, { facts }: ResolvedEntry): string | undefined {
  const packed = text.replaceAll(' ', '').toLowerCase();
  const values = facts?.items?.values ?? [];
  return values.find(
    ({ value, mistakenFor }) => value.toLowerCase() === packed || mistakenFor?.includes(text) === true,
  )?.value;
}
