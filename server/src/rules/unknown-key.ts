import * as l10n from '@vscode/l10n';
import { entryRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';

/** A key that nobody knows, on stations of which every key is known. */
export const unknownKey = entryRule<string>({
  id: 'unknown-key',
  group: 'keys',
  severity: 'warning',
  title: 'Key that the station does not have',
  since: '0.1.0',
  find({ entry, match }, { scope, catalog }) {
    // Half of a real dump are keys that only its maker knows: that alone is no mistake.
    if (match.kind !== 'unknown' || scope.keysAre === 'other' || catalog.vendor?.complete !== true)
      return undefined;
    return entry.address.component === undefined ? [catalog.vendor.name] : undefined;
  },
  word(vendor, { entry }, scope) {
    const { strict, reader } = scope.scope.dialect;
    return {
      what: l10n.t('{0} stations have no key {1}.', vendor, entry.address.name),
      why: strict
        ? l10n.t('{0} refuses the whole file because of it.', reader ?? vendor)
        : l10n.t('Nothing reads it.'),
      todo: l10n.t('Check its spelling, or remove it.'),
      range: entry.keyRange,
      severity: strict ? 'error' : severityOf(scope, 'warning', 'information'),
    };
  },
  // Not safe: the name may be right and the version new.
  fix: (_, { entry }) => [
    {
      title: l10n.t('Remove {0}', entry.address.name),
      safe: false,
      changes: [{ kind: 'remove-entry', entry }],
    },
  ],
});
