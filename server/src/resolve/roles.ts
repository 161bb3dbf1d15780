import type { Role } from '../catalog/operator-profile.ts';
import type { VendorRole } from '../catalog/vendor-pack.ts';
import type { ResolvedEntry, ResolvedScope } from './resolve.ts';

/** Whether a feature is on as far as this configuration tells; what it does not mention is not on. */
export function isSwitchedOn(role: VendorRole, scope: ResolvedScope): boolean {
  if (role.onlyIf !== undefined && !hasOneOf(role.onlyIf.key, role.onlyIf.values, scope)) return false;
  if (role.switch !== undefined) return hasSwitchOn(role.switch, scope);
  const text = role.key === undefined ? undefined : textOf(scope.entryFor(role.key));
  if (text === undefined) return false;
  // Without a switch an empty token tells nothing of free charging, but a payment terminal needs one all the same.
  return text !== '' || (role.role === 'payment-terminal-token' && role.emptyMeansOff !== true);
}

/** Roles that are a token: sessions that nobody has started with a card are reported under it. */
export const TOKEN_ROLES: readonly Role[] = ['free-vend-token', 'payment-terminal-token'];

/** What is wrong with the token of a feature: it is empty, or still the one that stations leave the factory with. */
export function unsetToken(role: VendorRole, scope: ResolvedScope): 'empty' | 'factory' | undefined {
  const entry = role.key === undefined ? undefined : scope.entryFor(role.key);
  const text = textOf(entry);
  if (text === undefined || entry?.value.kind === 'placeholder') return undefined;
  if (text === '') return 'empty';
  const isFactory = role.factoryValues?.some((value) => value.toLowerCase() === text.toLowerCase());
  return isFactory === true ? 'factory' : undefined;
}

function hasSwitchOn({ key, on, above }: NonNullable<VendorRole['switch']>, scope: ResolvedScope): boolean {
  const value = scope.entryFor(key)?.value;
  if (above !== undefined && value?.kind === 'number' && value.value > above) return true;
  return hasOneOf(key, on, scope);
}

function hasOneOf(key: string, values: readonly string[], scope: ResolvedScope): boolean {
  const entry = scope.entryFor(key);
  const text = textOf(entry)?.toLowerCase();
  if (text === undefined) return false;
  if (values.some((value) => value.toLowerCase() === text)) return true;
  // `TRUE`, `1` and `true` say the same of a switch.
  const value = entry?.value;
  return value?.kind === 'boolean' && values.some((on) => on.toLowerCase() === String(value.value));
}

function textOf(entry: ResolvedEntry | undefined): string | undefined {
  return entry?.entry.value?.text.trim();
}
