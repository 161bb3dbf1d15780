import * as l10n from '@vscode/l10n';
import type { VendorIndexEntry } from '../catalog/vendor-pack.ts';
import type { Vendors } from '../catalog/vendors.ts';
import { choiceWords, similarNames } from './similar-names.ts';
import { UsageError } from './usage-error.ts';

/** The vendor that `--vendor` names, by any of its names. Throws a `UsageError` when nothing is known of it. */
export function knownVendor(name: string, vendors: Vendors): VendorIndexEntry {
  const entry = vendors.byName(name);
  if (entry !== undefined) return entry;
  const similar = similarVendors(name, vendors);
  const advice = similar.length === 0 ? '' : `. ${l10n.t('Did you mean {0}?', choiceWords(similar))}`;
  throw new UsageError(`${l10n.t("--vendor: nothing is known of a vendor '{0}'", name)}${advice}`);
}

/** A vendor may be meant by any of its names, and is suggested by the usual one. */
function similarVendors(name: string, vendors: Vendors): readonly string[] {
  const names = vendors.entries.flatMap((entry) => [entry.id, entry.name, ...entry.names]);
  const similar = similarNames(name, names).map((known) => vendors.byName(known)?.name ?? known);
  return [...new Set(similar)];
}
