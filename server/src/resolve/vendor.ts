import * as l10n from '@vscode/l10n';
import type { VendorIndexEntry } from '../catalog/vendor-pack.ts';
import type { VendorByKeys, Vendors } from '../catalog/vendors.ts';
import type { Conclusion } from '../model/station.ts';

/** Names beyond these add nothing to the recognition of a vendor. */
const MOST_NAMES = 300;
const NOT_TOLD: Conclusion<string> = { value: undefined, because: '' };

/** How many keys the reason names. */
const KEYS_IN_REASON = 3;

/** A scope's vendor: the pack that knows it, and why we think so. */
export interface VendorConclusion {
  readonly entry: VendorIndexEntry | undefined;
  readonly name: Conclusion<string>;
}

/**
 * A scope's vendor as far as it is told: by what was said or the file's vendor field, else by the model. Undefined where
 * only the names of keys could tell.
 * @param said the vendor as a person or the file names it
 */
export function vendorAsTold(
  vendors: Vendors | undefined,
  said: Conclusion<string>,
  model: Conclusion<string>,
): VendorConclusion | undefined {
  if (vendors === undefined) return { entry: undefined, name: said };
  if (said.value !== undefined) {
    const entry = vendors.byName(said.value);
    if (entry !== undefined) return { entry, name: { value: entry.name, because: said.because } };
  }
  if (model.value !== undefined) {
    const entry = vendors.byModel(model.value);
    if (entry !== undefined) {
      return { entry, name: { value: entry.name, because: model.because, concluded: true } };
    }
  }
  // A vendor that no pack knows is one all the same: its keys must not make it another.
  return said.value === undefined ? undefined : { entry: undefined, name: said };
}

/**
 * The vendor that has keys of these names which hardly anybody else has.
 * @param unknownNames names that the standard does not know
 */
export function vendorByKeys(
  vendors: Vendors | undefined,
  unknownNames: readonly string[],
): VendorConclusion {
  const found = vendors?.byKeys(unknownNames.slice(0, MOST_NAMES));
  if (found === undefined) return { entry: undefined, name: NOT_TOLD };
  const name = { value: found.entry.name, because: reasonOf(found), concluded: true } as const;
  return { entry: found.entry, name };
}

function reasonOf({ own, shared }: VendorByKeys): string {
  const list = (keys: readonly string[]) => keys.slice(0, KEYS_IN_REASON).join(', ');
  return own.length > 0
    ? l10n.t('only its stations have keys such as {0}', list(own))
    : l10n.t('no other vendor is known for as many of its keys, such as {0}', list(shared));
}
