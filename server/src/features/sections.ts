import type { KeyFacts, KeyFile } from '../catalog/knowledge.ts';
import type { GapCursor, KeyCursor } from '../formats/format.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';

/**
 * The section of a scope where a key belongs, for files in which each feature profile has one (EVerest): the one that
 * holds other keys of its profile, else one that would have the profile's name. Undefined where sections mean nothing.
 */
export function sectionFor(facts: KeyFacts, scope: ResolvedScope): string | undefined {
  const sections = sectionsByProfile(scope);
  if (sections === undefined) return undefined;
  const profile = scope.catalog.profileOf(facts);
  return sections.get(profile) ?? profile.profile;
}

/** Tells of a key whether it belongs where the cursor is; every key does where sections mean nothing. */
export function sectionTest(
  scope: ResolvedScope,
  cursor: KeyCursor | GapCursor,
): (facts: KeyFacts) => boolean {
  const isGap = cursor.kind === 'gap';
  const section = isGap ? cursor.section : cursor.entry.address.section;
  if (section === undefined) return () => true;
  const sections = sectionsByProfile(scope);
  // A gap has a section only where sections mean something; every entry of INI is in one.
  if (!isGap && sections === undefined) return () => true;
  return (facts) => {
    const profile = scope.catalog.profileOf(facts);
    const home = sections?.get(profile);
    // A short name of the profile will do for a section in which no key tells.
    return home === undefined ? profile.profile.endsWith(section) : home === section;
  };
}

/** Where the keys of each profile stand; undefined where the scope has one section at most, as a section of INI. */
function sectionsByProfile({ entries, catalog }: ResolvedScope): ReadonlyMap<KeyFile, string> | undefined {
  const sections = new Map<KeyFile, string>();
  const names = new Set<string>();
  for (const { facts, entry } of entries) {
    const { section } = entry.address;
    if (section === undefined) return undefined;
    names.add(section);
    if (facts === undefined) continue;
    const profile = catalog.profileOf(facts);
    if (!sections.has(profile)) sections.set(profile, section);
  }
  return names.size > 1 ? sections : undefined;
}
