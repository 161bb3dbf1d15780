import { conditionWords } from '../catalog/expectations.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { Role } from '../catalog/operator-profile.ts';
import type { OperatorAdvice } from '../catalog/recommendations.ts';
import type { VendorNotes } from '../catalog/vendor-knowledge.ts';
import type { VendorRole } from '../catalog/vendor-pack.ts';

/** What a key that holds the value is, and what the key that turns it on turns on. */
const ROLES: Readonly<Record<Role, { readonly holds: string; readonly feature: string }>> = {
  'free-vend-token': { holds: 'the token for free charging', feature: 'free charging' },
  'payment-terminal-token': { holds: 'the token of the payment terminal', feature: 'the payment terminal' },
  'local-load-balancing': { holds: 'the setting of local load balancing', feature: 'local load balancing' },
  'local-whitelist': {
    holds: 'the list of cards in the station',
    feature: 'the list of cards in the station',
  },
  'authorization-timeout': { holds: 'the time to plug in', feature: 'the time to plug in' },
};

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
    const doubt = role.basis === 'inferred' ? ' This is guessed.' : '';
    const isSwitch = role.switch?.key === facts.name;
    const says = isSwitch ? switchWords(role) : holderWords(role, notes.pack.name, facts);
    return [`${says}${doubt}`, ...wishOf(role.role, operator)];
  });
}

function holderWords(role: VendorRole, vendor: string, facts: KeyFacts): string {
  const factory = facts.secret ? [] : (role.factoryValues ?? []).filter((value) => value !== '');
  return [
    `On ${vendor} stations this is ${ROLES[role.role].holds}.`,
    ...(role.switch === undefined ? [] : [`It counts while ${onWords(role.switch, role.switch.key)}.`]),
    ...(role.emptyMeansOff === true ? [`Empty means that ${ROLES[role.role].feature} is off.`] : []),
    ...(factory.length === 0 ? [] : [`From the factory: ${factory.join(' or ')}.`]),
  ].join(' ');
}

function switchWords(role: VendorRole): string {
  const toggle = role.switch;
  if (toggle === undefined) return '';
  const off = toggle.off === undefined ? '' : `, off while it is ${toggle.off}`;
  const condition =
    role.onlyIf === undefined
      ? ''
      : ` That counts only while ${role.onlyIf.key} is ${role.onlyIf.values.join(' or ')}.`;
  const token = role.key === undefined ? '' : ` ${sentenceStart(ROLES[role.role].holds)} is in ${role.key}.`;
  return `${sentenceStart(ROLES[role.role].feature)} is on while ${onWords(toggle, 'it')}${off}.${token}${condition}`;
}

/** "it is 1", "its part PlugAndCharge is 1", "it is above 0". */
function onWords({ part, on, above }: NonNullable<VendorRole['switch']>, subject: string): string {
  const values = [...on, ...(above === undefined ? [] : [`above ${above}`])].join(' or ');
  if (part === undefined) return `${subject} is ${values}`;
  return subject === 'it' ? `its part ${part} is ${values}` : `${part} in ${subject} is ${values}`;
}

/** What the operator asks for, and why. */
function wishOf(role: Role, operator: OperatorAdvice | undefined): readonly string[] {
  const recommendation = operator?.forRole(role);
  if (operator === undefined || recommendation === undefined || role === 'authorization-timeout') return [];
  const mandatory = recommendation.mandatory === true ? ' (mandatory)' : '';
  const [first] = recommendation.cases;
  const wanted = first !== undefined && 'replaced' in first.expect ? 'a token of your own' : 'it to be off';
  const where =
    first?.when === undefined || recommendation.cases.length > 1
      ? ''
      : ` on stations ${conditionWords(first)}`;
  return [`${operator.profile.name} asks for ${wanted}${where}${mandatory}. ${recommendation.reason}`];
}

function sentenceStart(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
