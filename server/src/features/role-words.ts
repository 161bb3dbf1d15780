import * as l10n from '@vscode/l10n';
import { conditionWords, eitherWords } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { Role } from '../catalog/operator-profile.ts';
import type { OperatorAdvice } from '../catalog/recommendations.ts';
import type { VendorNotes } from '../catalog/vendor-knowledge.ts';
import type { VendorRole } from '../catalog/vendor-pack.ts';

/**
 * Which of the settings that every vendor names differently a key is, and what the operator asks for it. Of a timeout
 * only the name is said: its value has advice of its own.
 */
export function roleSentences(
  facts: KeyFacts,
  notes: VendorNotes,
  operator: OperatorAdvice | undefined,
): readonly string[] {
  return notes.roles.flatMap((role) => {
    const isSwitch = role.switch?.key === facts.name;
    const says = isSwitch ? switchWords(role) : holderWords(role, notes.pack.name, facts);
    const doubt = role.basis === 'inferred' ? [l10n.t('This is guessed.')] : [];
    return [[says, ...doubt].join(' '), ...wishOf(role.role, operator)];
  });
}

function holderWords(role: VendorRole, vendor: string, facts: KeyFacts): string {
  const factory = facts.secret ? [] : (role.factoryValues ?? []).filter((value) => value !== '');
  return [
    holdsWords(role.role, vendor),
    ...(role.switch === undefined ? [] : [countsWords(role.switch)]),
    ...(role.emptyMeansOff === true ? [emptyWords(role.role)] : []),
    ...(factory.length === 0 ? [] : [l10n.t('From the factory: {0}.', eitherWords(factory))]),
  ].join(' ');
}

/** What a key that holds the value is. */
function holdsWords(role: Role, vendor: string): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('On {0} stations this is the token for free charging.', vendor);
    case 'payment-terminal-token':
      return l10n.t('On {0} stations this is the token of the payment terminal.', vendor);
    case 'local-load-balancing':
      return l10n.t('On {0} stations this is the setting of local load balancing.', vendor);
    case 'local-whitelist':
      return l10n.t('On {0} stations this is the list of cards in the station.', vendor);
    case 'authorization-timeout':
      return l10n.t('On {0} stations this is the time to plug in.', vendor);
  }
}

function emptyWords(role: Role): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('Empty means that free charging is off.');
    case 'payment-terminal-token':
      return l10n.t('Empty means that the payment terminal is off.');
    case 'local-load-balancing':
      return l10n.t('Empty means that local load balancing is off.');
    case 'local-whitelist':
      return l10n.t('Empty means that the list of cards in the station is off.');
    case 'authorization-timeout':
      return l10n.t('Empty means that the time to plug in is off.');
  }
}

function countsWords(toggle: Switch): string {
  const values = onValues(toggle);
  return toggle.part === undefined
    ? l10n.t('It counts while {0} is {1}.', toggle.key, values)
    : l10n.t('It counts while {0} in {1} is {2}.', toggle.part, toggle.key, values);
}

type Switch = NonNullable<VendorRole['switch']>;

function switchWords(role: VendorRole): string {
  if (role.switch === undefined) return '';
  return [
    turnsOnWords(role.role, onWords(role.switch)),
    ...(role.key === undefined ? [] : [placeWords(role.role, role.key)]),
    ...(role.onlyIf === undefined
      ? []
      : [l10n.t('That counts only while {0} is {1}.', role.onlyIf.key, eitherWords(role.onlyIf.values))]),
  ].join(' ');
}

/** What a switch turns on. */
function turnsOnWords(role: Role, when: string): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('Free charging is on while {0}.', when);
    case 'payment-terminal-token':
      return l10n.t('The payment terminal is on while {0}.', when);
    case 'local-load-balancing':
      return l10n.t('Local load balancing is on while {0}.', when);
    case 'local-whitelist':
      return l10n.t('The list of cards in the station is on while {0}.', when);
    case 'authorization-timeout':
      return l10n.t('The time to plug in is on while {0}.', when);
  }
}

function placeWords(role: Role, key: string): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('The token for free charging is in {0}.', key);
    case 'payment-terminal-token':
      return l10n.t('The token of the payment terminal is in {0}.', key);
    case 'local-load-balancing':
      return l10n.t('The setting of local load balancing is in {0}.', key);
    case 'local-whitelist':
      return l10n.t('The list of cards in the station is in {0}.', key);
    case 'authorization-timeout':
      return l10n.t('The time to plug in is in {0}.', key);
  }
}

/** "it is 1", "its part PlugAndCharge is 1", "it is above 0, off while it is 0". */
function onWords(toggle: Switch): string {
  const { part, off } = toggle;
  const values = onValues(toggle);
  if (part === undefined) {
    return off === undefined
      ? l10n.t('it is {0}', values)
      : l10n.t('it is {0}, off while it is {1}', values, off);
  }
  return off === undefined
    ? l10n.t('its part {0} is {1}', part, values)
    : l10n.t('its part {0} is {1}, off while it is {2}', part, values, off);
}

function onValues({ on, above }: Switch): string {
  return eitherWords([...on, ...(above === undefined ? [] : [l10n.t('above {0}', above)])]);
}

/** What the operator asks for, and why. */
function wishOf(role: Role, operator: OperatorAdvice | undefined): readonly string[] {
  const recommendation = operator?.forRole(role);
  if (operator === undefined || recommendation === undefined || role === 'authorization-timeout') return [];
  const [first] = recommendation.cases;
  const { name } = operator.profile;
  const { reason } = recommendation;
  const mandatory = recommendation.mandatory === true;
  if (first !== undefined && 'replaced' in first.expect) {
    return mandatory
      ? [l10n.t('{0} asks for a token of your own (mandatory). {1}', name, reason)]
      : [l10n.t('{0} asks for a token of your own. {1}', name, reason)];
  }
  if (first?.when !== undefined && recommendation.cases.length === 1) {
    const stations = conditionWords(first);
    return mandatory
      ? [l10n.t('{0} asks for it to be off on stations {1} (mandatory). {2}', name, stations, reason)]
      : [l10n.t('{0} asks for it to be off on stations {1}. {2}', name, stations, reason)];
  }
  return mandatory
    ? [l10n.t('{0} asks for it to be off (mandatory). {1}', name, reason)]
    : [l10n.t('{0} asks for it to be off. {1}', name, reason)];
}
