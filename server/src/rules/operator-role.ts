import * as l10n from '@vscode/l10n';
import type { Recommendation, Role } from '../catalog/operator-profile.ts';
import { chooseCase } from '../catalog/recommendations.ts';
import type { VendorRole } from '../catalog/vendor-pack.ts';
import type { Fix, RelatedPlace, Severity } from '../model/problem.ts';
import { visibleRange } from '../resolve/entry-range.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { isSwitchedOn, TOKEN_ROLES, unsetToken } from '../resolve/roles.ts';
import { scopeRule } from './rule.ts';

interface RoleFinding {
  readonly vendorRole: VendorRole;
  readonly recommendation: Recommendation;
  /** The entry to look at: the token, or the switch of a feature that should be off. */
  readonly entry: ResolvedEntry;
  readonly what: string;
  readonly because: string;
  readonly todo: string;
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
  /** What to write, where anybody can know it. */
  readonly set?: string;
}

/**
 * The settings that every vendor names differently: tokens that are still the factory's while their feature is on, and
 * features that the operator wants off. Stands for `<operator>/<recommendation>` ids; the vendor's pack says which keys
 * they are.
 */
export const operatorRole = scopeRule<RoleFinding>({
  id: 'operator-role',
  group: 'operator',
  standsFor: 'many',
  severity: 'warning',
  title: 'Vendor setting that the operator advises against',
  since: '0.1.0',
  find(scope) {
    const { vendor } = scope.catalog;
    if (vendor === undefined || scope.operator === undefined) return [];
    return vendor.roles.flatMap((vendorRole) => {
      const recommendation = scope.operator?.forRole(vendorRole.role);
      if (recommendation === undefined || !isSwitchedOn(vendorRole, scope)) return [];
      if (TOKEN_ROLES.includes(vendorRole.role)) return tokenFindings(vendorRole, recommendation, scope);
      // A timeout is a value like any other: `operator-recommendation` compares it.
      if (vendorRole.role === 'authorization-timeout') return [];
      return featureFindings(vendorRole, recommendation, scope);
    });
  },
  word: ({ vendorRole, recommendation, entry, what, because, todo, severity, related }, scope) => ({
    rule: `${scope.operator?.profile.id}/${recommendation.id}`,
    what: `${what}: ${because}.`,
    todo,
    severity: vendorRole.basis === 'inferred' ? 'hint' : severity,
    range: visibleRange(entry),
    key: entry.name,
    related,
  }),
  fix({ vendorRole, entry, set }): readonly Fix[] {
    if (set === undefined) return [];
    return [
      {
        title: l10n.t('Set {0} to {1}', entry.name, set),
        safe: vendorRole.basis !== 'inferred',
        changes: [{ kind: 'set-value', entry: entry.entry, value: set }],
      },
    ];
  },
});

/** A token that is empty, still the factory's, or the same as the other feature's. */
function tokenFindings(
  vendorRole: VendorRole,
  recommendation: Recommendation,
  scope: ResolvedScope,
): readonly RoleFinding[] {
  const entry = vendorRole.key === undefined ? undefined : scope.entryFor(vendorRole.key);
  const text = textOf(entry);
  const breach = chooseCase(recommendation, scope.station)?.case.breaches[0];
  if (entry === undefined || text === undefined || breach === undefined || entry.value.kind === 'placeholder')
    return [];
  const { name } = entry;
  const shared = { vendorRole, recommendation, entry, severity: breach.severity };
  const unset = unsetToken(vendorRole, scope);
  if (unset !== undefined) {
    return [
      {
        ...shared,
        what:
          unset === 'empty'
            ? l10n.t('{0} is empty while its feature is on', name)
            : l10n.t("{0} still has the factory's token", name),
        because: breach.because,
        todo: l10n.t('Write a token that is registered in {0}.', operatorName(scope)),
        related: [],
      },
    ];
  }
  const twin = twinToken(vendorRole, text, scope);
  if (twin === undefined) return [];
  return [
    {
      ...shared,
      what: l10n.t('{0} has the same token as {1}', name, twin.name),
      because: l10n.t('nobody can tell afterwards which sessions were free and which were paid by card'),
      todo: l10n.t('Give each its own token.'),
      related: [{ range: visibleRange(twin), message: l10n.t('the same token') }],
    },
  ];
}

/** The other token's entry, where that feature is on as well and has the same token; reported once, on the second. */
function twinToken(vendorRole: VendorRole, text: string, scope: ResolvedScope): ResolvedEntry | undefined {
  if (vendorRole.role !== 'payment-terminal-token') return undefined;
  const others = scope.catalog.vendor?.roles.filter(({ role }) => role === 'free-vend-token') ?? [];
  return others
    .filter((other) => isSwitchedOn(other, scope))
    .flatMap(({ key }) => (key === undefined ? [] : [scope.entryFor(key)]))
    .find((entry) => textOf(entry)?.toLowerCase() === text.toLowerCase());
}

/** A feature that the operator wants off. */
function featureFindings(
  vendorRole: VendorRole,
  recommendation: Recommendation,
  scope: ResolvedScope,
): readonly RoleFinding[] {
  const key = vendorRole.switch?.key ?? vendorRole.key;
  const entry = key === undefined ? undefined : scope.entryFor(key);
  const breach = chooseCase(recommendation, scope.station)?.case.breaches[0];
  // A standard key has the ordinary rule for recommendations.
  if (entry === undefined || breach === undefined || recommendation.keys.includes(key ?? '')) return [];
  const { name } = entry;
  const off = vendorRole.switch?.off;
  return [
    {
      vendorRole,
      recommendation,
      entry,
      what: onStatement(vendorRole.role, name, textOf(entry) ?? '', operatorName(scope)),
      because: breach.because,
      todo: off === undefined ? l10n.t('Turn it off.') : l10n.t('Set it to {0}.', off),
      severity: breach.severity,
      related: [],
      ...(off === undefined || vendorRole.switch?.key !== key ? {} : { set: off }),
    },
  ];
}

/** What is wrong with a feature that is on. */
function onStatement(role: Role, name: string, text: string, operator: string): string {
  return role === 'local-load-balancing'
    ? l10n.t('{0} is {1}, so local load balancing is on; {2} asks for it to be off', name, text, operator)
    : l10n.t('{0} is {1}, so the local list of cards is on; {2} asks for it to be off', name, text, operator);
}

function operatorName({ operator }: ResolvedScope): string {
  return operator?.profile.name ?? '';
}

function textOf(entry: ResolvedEntry | undefined): string | undefined {
  return entry?.entry.value?.text.trim();
}
