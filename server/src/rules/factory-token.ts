import * as l10n from '@vscode/l10n';
import type { VendorRole } from '../catalog/vendor-pack.ts';
import { visibleRange } from '../resolve/entry-range.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { isSwitchedOn, TOKEN_ROLES, unsetToken } from '../resolve/roles.ts';
import { scopeRule } from './rule.ts';

interface UnsetToken {
  readonly entry: ResolvedEntry;
  readonly unset: 'empty' | 'factory';
  readonly basis: VendorRole['basis'];
}

/**
 * A token that nobody has replaced while its feature is on: free charging, or a payment terminal. The vendor's pack says
 * which keys these are. Where the operator has advice on it, `operator-role` says it with the operator's reason.
 */
export const factoryToken = scopeRule<UnsetToken>({
  id: 'factory-token',
  group: 'together',
  severity: 'warning',
  title: 'Token that nobody has replaced',
  since: '0.2.0',
  find(scope) {
    return (scope.catalog.vendor?.roles ?? []).flatMap((role) => {
      if (!TOKEN_ROLES.includes(role.role) || scope.operator?.forRole(role.role) !== undefined) return [];
      const unset = isSwitchedOn(role, scope) ? unsetToken(role, scope) : undefined;
      const entry = role.key === undefined ? undefined : scope.entryFor(role.key);
      return unset === undefined || entry === undefined ? [] : [{ entry, unset, basis: role.basis }];
    });
  },
  word({ entry, unset, basis }) {
    const { name } = entry;
    return {
      what:
        unset === 'empty'
          ? l10n.t('{0} is empty while its feature is on.', name)
          : l10n.t("{0} still has the factory's token.", name),
      why: l10n.t(
        'Sessions run under a token that no back office knows: nobody can bill them, or they do not start at all.',
      ),
      todo: l10n.t('Write a token that is registered in the back office.'),
      severity: basis === 'inferred' ? 'hint' : 'warning',
      range: visibleRange(entry),
      key: name,
    };
  },
  // Nobody can know the right token.
  fix: () => [],
});
