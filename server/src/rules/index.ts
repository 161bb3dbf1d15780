import type { CrossKeyRule } from '../catalog/cross-key-rule.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { addressAgainstSecurityProfile } from './address-against-security-profile.ts';
import { closingMessageTooLong } from './closing-message-too-long.ts';
import { connectorThatStationLacks } from './connector-that-station-lacks.ts';
import { connectorWithoutRotation } from './connector-without-rotation.ts';
import { crossKey } from './cross-key/cross-key.ts';
import { dcMeasurandOnAc } from './dc-measurand-on-ac.ts';
import { deprecatedKey } from './deprecated-key.ts';
import { duplicateKey } from './duplicate-key.ts';
import { earlyChangeOfConnection } from './early-change-of-connection.ts';
import { factoryToken } from './factory-token.ts';
import { implausibleListLimit } from './implausible-list-limit.ts';
import { incompletePhases } from './incomplete-phases.ts';
import { keyCasing } from './key-casing.ts';
import { keyOfMissingProfile } from './key-of-missing-profile.ts';
import { languageNotSupported } from './language-not-supported.ts';
import { listFormat } from './list-format.ts';
import { listItemUnknown } from './list-item-unknown.ts';
import { listTooLong } from './list-too-long.ts';
import { listWithoutLimit } from './list-without-limit.ts';
import { loweredSecurityProfile } from './lowered-security-profile.ts';
import { measurandWithAndWithoutPhase } from './measurand-with-and-without-phase.ts';
import { missingRequiredKey } from './missing-required-key.ts';
import { misspeltFeatureProfile } from './misspelt-feature-profile.ts';
import { misspeltKey } from './misspelt-key.ts';
import { onlyExportMeasurands } from './only-export-measurands.ts';
import { operatorRecommendation } from './operator-recommendation.ts';
import { operatorRole } from './operator-role.ts';
import { operatorRoleName } from './operator-role-name.ts';
import { pastDate } from './past-date.ts';
import { phaseRotation } from './phase-rotation.ts';
import { phaseThatStationLacks } from './phase-that-station-lacks.ts';
import { plainTextSecret } from './plain-text-secret.ts';
import { readOnlyKey } from './read-only-key.ts';
import { rebootInBetween } from './reboot-in-between.ts';
import { rotationWithoutThreePhases } from './rotation-without-three-phases.ts';
import type { Rule } from './rule.ts';
import { samePhaseRotation } from './same-phase-rotation.ts';
import { sharedAuthorizationKey } from './shared-authorization-key.ts';
import { sharedStationIdentity } from './shared-station-identity.ts';
import { sharedToken } from './shared-token.ts';
import { syntax } from './syntax.ts';
import { twoDigitConnector } from './two-digit-connector.ts';
import { unknownKey } from './unknown-key.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { valueNotAllowed } from './value-not-allowed.ts';
import { valueRange } from './value-range.ts';
import { valueTooLong } from './value-too-long.ts';
import { valueType } from './value-type.ts';

/** Every rule, one line each. The order is that of the documentation. */
export const RULES: readonly Rule[] = [
  syntax,
  duplicateKey,
  misspeltKey,
  keyCasing,
  unknownKey,
  readOnlyKey,
  missingRequiredKey,
  deprecatedKey,
  valueType,
  valueRange,
  valueNotAllowed,
  listItemUnknown,
  listFormat,
  listTooLong,
  valueTooLong,
  phaseRotation,
  twoDigitConnector,
  misspeltFeatureProfile,
  pastDate,
  connectorWithoutRotation,
  rotationWithoutThreePhases,
  connectorThatStationLacks,
  measurandWithAndWithoutPhase,
  incompletePhases,
  phaseThatStationLacks,
  dcMeasurandOnAc,
  onlyExportMeasurands,
  closingMessageTooLong,
  crossKey,
  listWithoutLimit,
  implausibleListLimit,
  factoryToken,
  keyOfMissingProfile,
  languageNotSupported,
  addressAgainstSecurityProfile,
  earlyChangeOfConnection,
  loweredSecurityProfile,
  rebootInBetween,
  plainTextSecret,
  sharedAuthorizationKey,
  sharedStationIdentity,
  sharedToken,
  samePhaseRotation,
  operatorRecommendation,
  operatorRole,
  operatorRoleName,
  unusedIgnore,
];

/** The ids that problems can have: a rule's own, or those that data gives to what it stands for. */
export function problemIds(
  crossKeyRules: readonly CrossKeyRule[],
  profiles: readonly OperatorProfile[],
): string[] {
  const own = RULES.filter(({ standsFor }) => standsFor === undefined).map(({ id }) => id);
  return [
    ...own,
    ...crossKeyRules.map(({ id }) => id),
    ...profiles.flatMap(({ id, recommendations }) =>
      recommendations.map((recommendation) => `${id}/${recommendation.id}`),
    ),
  ];
}

/** All that a person may name: the ids of problems, and what stands for all of an operator's, `greenflux/*`. */
export function ruleNames(
  crossKeyRules: readonly CrossKeyRule[],
  profiles: readonly OperatorProfile[],
): string[] {
  return [...problemIds(crossKeyRules, profiles), ...profiles.map(({ id }) => `${id}/*`)];
}
