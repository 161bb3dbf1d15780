import * as l10n from '@vscode/l10n';
import type { RoleNameFile, RoleNames } from '../catalog/knowledge.ts';
import type { Recommendation } from '../catalog/operator-profile.ts';
import { chooseCase } from '../catalog/recommendations.ts';
import { Wildcard } from '../catalog/wildcard.ts';
import type { Fix } from '../model/problem.ts';
import { visibleRange } from '../resolve/entry-range.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { scopeRule } from './rule.ts';

/** Keys beyond these are not looked at: guessing must cost nothing in a large file. */
const MOST_KEYS = 300;

interface NameFinding {
  readonly recommendation: Recommendation;
  /** The token, or the switch of a feature that should be off. */
  readonly entry: ResolvedEntry;
  readonly toggle: ResolvedEntry;
  readonly role: RoleNames['role'];
}

/**
 * The settings that every vendor names differently, on stations that no pack knows: guessed by their names, and said
 * only where the values themselves show it, as a hint. Stands for the same ids as `operator-role`.
 */
export const operatorRoleName = scopeRule<NameFinding>({
  id: 'operator-role-name',
  group: 'operator',
  standsFor: 'many',
  severity: 'hint',
  title: 'Setting that by its name the operator advises against',
  since: '0.1.0',
  find(scope) {
    const { catalog, operator } = scope;
    if (catalog.vendor !== undefined || operator === undefined) return [];
    const names = catalog.roleNames;
    const unknown = unknownKeys(scope);
    // Few values turn anything on, and most files have no such key at all: only their names are looked at.
    const switchedOn = unknown.filter((entry) => isOn(valueText(entry), names));
    if (switchedOn.length === 0) return [];
    return names.roles.flatMap((role) => {
      const recommendation = operator.forRole(role.role);
      const toggle = switchedOn.find((entry) => {
        const name = plainName(entry);
        return fitsOne(name, role.switches) && !fitsOne(name, role.tokens);
      });
      if (recommendation === undefined || toggle === undefined) return [];
      const about = { recommendation, toggle, role: role.role };
      if (role.tokens.length === 0) return [{ ...about, entry: toggle }];
      return unknown
        .filter((entry) => isUnchanged(valueText(entry), names) && fitsOne(plainName(entry), role.tokens))
        .map((entry) => ({ ...about, entry }));
    });
  },
  word: ({ recommendation, entry, toggle, role }, scope) => {
    const name = entry.entry.address.name;
    const because = chooseCase(recommendation, scope.station)?.case.breaches[0]?.because ?? '';
    const text = entry.entry.value?.text ?? '';
    const what =
      entry === toggle
        ? l10n.t('By its name, {0} turns {1} on', name, featureWords(role))
        : tokenStatement(toggle.entry.address.name, featureWords(role), name, text);
    const todo =
      entry === toggle
        ? l10n.t('If that is so, turn it off.')
        : l10n.t(
            'If that is so, write a token that is registered in {0}.',
            scope.operator?.profile.name ?? '',
          );
    return {
      rule: `${scope.operator?.profile.id}/${recommendation.id}`,
      what: `${what}: ${because}.`,
      todo,
      range: visibleRange(entry),
      key: name,
    };
  },
  // Nobody can know the right token, nor whether a switch that only looks like one may be turned.
  fix: (): readonly Fix[] => [],
});

function tokenStatement(toggle: string, feature: string, name: string, token: string): string {
  return token === ''
    ? l10n.t(
        'By their names, {0} turns {1} on and {2} holds its token, which is empty',
        toggle,
        feature,
        name,
      )
    : l10n.t(
        'By their names, {0} turns {1} on and {2} holds its token, which is one that stations leave the factory with',
        toggle,
        feature,
        name,
      );
}

function featureWords(role: RoleNames['role']): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('free charging');
    case 'payment-terminal-token':
      return l10n.t('a payment terminal');
    case 'local-load-balancing':
      return l10n.t('local load balancing');
    case 'local-whitelist':
      return l10n.t('the local list of cards');
  }
}

/** Keys that neither the standard nor a pack knows, with a value. */
function unknownKeys({ entries, scope }: ResolvedScope): readonly ResolvedEntry[] {
  if (scope.keysAre === 'other') return [];
  const found: ResolvedEntry[] = [];
  for (const resolved of entries) {
    const { entry, facts } = resolved;
    if (facts !== undefined || entry.address.component !== undefined || entry.value === undefined) continue;
    found.push(resolved);
    if (found.length === MOST_KEYS) break;
  }
  return found;
}

function valueText({ entry }: ResolvedEntry): string {
  return entry.value?.text.trim() ?? '';
}

/** A key's name in lower case without signs. */
function plainName({ entry }: ResolvedEntry): string {
  return entry.address.name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isOn(text: string, { on }: RoleNameFile): boolean {
  return on.some((word) => word.length === text.length && word === text.toLowerCase());
}

function isUnchanged(text: string, { factoryTokens }: RoleNameFile): boolean {
  const lower = text.toLowerCase();
  return text === '' || factoryTokens.some((token) => token.toLowerCase() === lower);
}

/** The patterns of a role, made ready once for each list of them. */
const compiled = new WeakMap<readonly string[], readonly Wildcard[]>();

function fitsOne(name: string, patterns: readonly string[]): boolean {
  let wildcards = compiled.get(patterns);
  if (wildcards === undefined) {
    wildcards = patterns.map((pattern) => new Wildcard(pattern));
    compiled.set(patterns, wildcards);
  }
  return wildcards.some((wildcard) => wildcard.fits(name));
}
