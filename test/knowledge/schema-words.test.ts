import { describe, expect, test } from 'vitest';
import type {
  Area,
  KeyFacts,
  KeyType,
  ListFacts,
  LookalikeKey,
  MeasurandFacts,
  RoleNames,
  Unit,
} from '../../server/src/catalog/knowledge.ts';
import type { Breach, Role } from '../../server/src/catalog/operator-profile.ts';
import type { Basis, BooleanWords, VendorKey, VendorQuirk } from '../../server/src/catalog/vendor-pack.ts';
import type { Severity } from '../../server/src/model/problem.ts';
import type { ProtocolVersion } from '../../server/src/model/station.ts';
import {
  AREAS,
  KEYS,
  keyPath,
  LOOKALIKES,
  lookalikePath,
  MEASURANDS,
  PACK,
  PROFILE,
  PROJECT,
  partOf,
  ROLE_NAMES,
  words,
} from './schema-parts.ts';

const keyTypes = words<KeyType>({
  boolean: true,
  integer: true,
  decimal: true,
  string: true,
  enum: true,
  list: true,
  datetime: true,
});
const units = words<Unit>({
  s: true,
  ms: true,
  min: true,
  h: true,
  d: true,
  Wh: true,
  kWh: true,
  W: true,
  kW: true,
  A: true,
  mA: true,
  dA: true,
  V: true,
  '%': true,
  '°C': true,
  B: true,
  count: true,
  characters: true,
});
const listKinds = words<ListFacts['of']>({
  measurands: true,
  'phase-rotation': true,
  values: true,
  'language-tags': true,
  integers: true,
  any: true,
});
const roles = words<Role>({
  'free-vend-token': true,
  'payment-terminal-token': true,
  'local-load-balancing': true,
  'local-whitelist': true,
  'authorization-timeout': true,
});
const areas = words<Area>({
  charging: true,
  billing: true,
  'smart-charging': true,
  connection: true,
  security: true,
});
const booleanWords = words<BooleanWords>({
  'true/false': true,
  '1/0': true,
  'True/False': true,
  'TRUE/FALSE': true,
});

describe('schemas have the words of the unions', () => {
  test.each([
    ['KeyType', KEYS, `${keyPath}.properties.type`, keyTypes],
    ['KeyType of packs', PACK, 'definitions.key.properties.type', keyTypes],
    ['Unit', KEYS, `${keyPath}.properties.unit`, units],
    ['Unit of packs', PACK, 'definitions.unit', units],
    [
      'access',
      KEYS,
      `${keyPath}.properties.access`,
      words<KeyFacts['access']>({
        'read-write': true,
        'read-only': true,
        'write-only': true,
        'read-only-or-read-write': true,
      }),
    ],
    [
      'format',
      KEYS,
      `${keyPath}.properties.format`,
      words<NonNullable<KeyFacts['format']>>({
        hex: true,
        'utc-offset': true,
        'language-tag': true,
        'json-object': true,
      }),
    ],
    ['items.of', KEYS, `${keyPath}.properties.items.properties.of`, listKinds],
    ['items.of of packs', PACK, 'definitions.key.properties.items.properties.of', listKinds],
    [
      'confidence',
      KEYS,
      `${keyPath}.properties.confidence`,
      words<KeyFacts['confidence']>({
        standard: true,
        'second-hand': true,
        'single-implementation': true,
      }),
    ],
    [
      'kind of measurand',
      MEASURANDS,
      'definitions.measurand.properties.kind',
      words<MeasurandFacts['kind']>({ instant: true, register: true, interval: true, limit: true }),
    ],
    [
      'status of a look-alike',
      LOOKALIKES,
      `${lookalikePath}.properties.status`,
      words<LookalikeKey['status']>({
        misspelling: true,
        legacy: true,
        withdrawn: true,
        'other-version': true,
        vendor: true,
        extension: true,
      }),
    ],
    [
      'Severity',
      PROFILE,
      'definitions.breach.properties.severity',
      words<Severity>({ error: true, warning: true, information: true, hint: true }),
    ],
    [
      'kind of breach',
      PROFILE,
      'definitions.breach.properties.if',
      words<Breach['if']>({
        equals: true,
        above: true,
        below: true,
        differs: true,
        'missing-items': true,
        unchanged: true,
      }),
    ],
    [
      'severity in a project',
      PROJECT,
      'definitions.severity',
      words<Severity | 'off'>({ error: true, warning: true, information: true, hint: true, off: true }),
    ],
    [
      'protocol in a project',
      PROJECT,
      'definitions.station.properties.protocol',
      words<ProtocolVersion>({ '1.6': true, '2.0.1': true, '2.1': true }),
    ],
    ['Role', PROFILE, 'definitions.recommendation.properties.role', roles],
    [
      'role of names',
      ROLE_NAMES,
      'properties.roles.items.properties.role',
      words<RoleNames['role']>({
        'free-vend-token': true,
        'payment-terminal-token': true,
        'local-load-balancing': true,
        'local-whitelist': true,
      }),
    ],
    ['Area of profiles', AREAS, 'properties.profiles.additionalProperties', areas],
    ['Area of keys', AREAS, 'properties.keys.additionalProperties', areas],
    ['Area of rules', AREAS, 'properties.rules.additionalProperties', areas],
    ['Area of recommendations', PROFILE, 'definitions.recommendation.properties.affects', areas],
    ['Role of packs', PACK, 'definitions.role.properties.role', roles],
    ['BooleanWords of keys', PACK, 'definitions.key.properties.booleans', booleanWords],
    ['BooleanWords of quirks', PACK, 'definitions.quirk.properties.booleans', booleanWords],
    ['Basis', PACK, 'definitions.basis', words<Basis>({ documented: true, seen: true, inferred: true })],
    [
      'access of vendor keys',
      PACK,
      'definitions.key.properties.access',
      words<VendorKey['access']>({
        'read-write': true,
        'read-only': true,
        'write-only': true,
        unknown: true,
      }),
    ],
    [
      'access of quirks',
      PACK,
      'definitions.quirk.properties.access',
      words<NonNullable<VendorQuirk['access']>>({ 'read-write': true, 'read-only': true, missing: true }),
    ],
  ])('%s', (_, schema, path, wanted) => {
    expect([...(partOf(schema, path).enum as string[])].sort()).toEqual(wanted);
  });
});
