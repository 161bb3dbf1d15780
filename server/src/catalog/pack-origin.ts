import type { VendorKey, VendorQuirk } from './vendor-pack.ts';

/** A fact of a user's own pack, which says where it is from; facts without it come with the program. */
export type WithOrigin<Fact> = Fact & { readonly origin: string };

/** The pack of a user's own that a fact is from, as a person would name it: `packs/acme.ocpp-pack.json`. */
export function originOf(fact: VendorKey | VendorQuirk): string | undefined {
  return 'origin' in fact && typeof fact.origin === 'string' ? fact.origin : undefined;
}
