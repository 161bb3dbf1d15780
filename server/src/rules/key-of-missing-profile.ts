import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import type { Fix } from '../model/problem.ts';
import { entryRange } from '../resolve/entry-range.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';
import { profilesEntry, supportedProfiles } from './support/feature-profiles.ts';
import { severityOf } from './support/purpose.ts';

interface MissingProfile {
  readonly profile: string;
  /** The entry that lists the profiles. */
  readonly list: ResolvedEntry;
  /** The keys of the profile that say that it is there; never empty. */
  readonly keys: readonly ResolvedEntry[];
}

/** More names than this make the sentence unreadable. */
const MOST_NAMES = 4;

/** Keys of a feature profile that the station does not list. */
export const keyOfMissingProfile = scopeRule<MissingProfile>({
  id: 'key-of-missing-profile',
  group: 'together',
  severity: 'warning',
  title: 'Key of a feature profile that the station does not list',
  since: '0.2.0',
  find(scope) {
    const list = profilesEntry(scope);
    const supported = supportedProfiles(scope);
    if (list === undefined || supported === undefined) return [];
    const optional = new Set(list.facts?.items?.values?.map(({ value }) => value));
    const found = new Map<string, ResolvedEntry[]>();
    for (const entry of scope.known) {
      if (entry.facts === undefined || !saysThatItIsThere(entry)) continue;
      const { profile, mandatory } = scope.catalog.profileOf(entry.facts);
      if (mandatory === true || !optional.has(profile) || supported.has(profile)) continue;
      found.set(profile, [...(found.get(profile) ?? []), entry]);
    }
    return [...found].map(([profile, keys]) => ({ profile, list, keys }));
  },
  word({ profile, list, keys }, scope) {
    // By name: the order of the file must not change what is said.
    const shown = keys
      .map(({ name }) => name)
      .sort()
      .slice(0, MOST_NAMES);
    const names =
      keys.length > shown.length
        ? listWords([...shown, l10n.t('{0} more', keys.length - shown.length)])
        : listWords(shown);
    const isTemplate = scope.scope.purpose === 'template';
    return {
      what: l10n.t('{0} does not list {1}, the profile of {2}.', list.name, profile, names),
      why: isTemplate
        ? l10n.t('A station without this profile answers NotSupported.')
        : l10n.t('Back offices go by the list and hide a feature that the station seems to have.'),
      todo: isTemplate
        ? l10n.t('Take the keys out, or correct the list from a fresh read-out.')
        : l10n.t('Try the feature, and tell the back office and the maker what the station can do.'),
      severity: severityOf(scope, 'warning', 'information'),
      range: entryRange(list),
      key: list.name,
      related: keys.map(({ entry }) => ({
        range: entry.keyRange,
        message: l10n.t('{0} belongs to {1}', entry.address.name, profile),
      })),
    };
  },
  fix({ profile, keys }, scope): readonly Fix[] {
    if (scope.scope.purpose !== 'template') return [];
    return [
      {
        title: l10n.t('Remove the keys of {0}', profile),
        safe: false,
        changes: keys.map(({ entry }) => ({ kind: 'remove-entry', entry })),
      },
    ];
  },
});

/** A station that reports a feature as off, or room for nothing, agrees with its list. */
function saysThatItIsThere({ value }: ResolvedEntry): boolean {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'number':
      return value.value > 0;
    case 'list':
    case 'text':
      return true;
    default:
      return false;
  }
}
