import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import type {
  Comparison,
  Conditions,
  CrossKeyCase,
  CrossKeyFix,
  CrossKeyRule,
  CrossKeyRuleFile,
  KeyTest,
} from '../../server/src/catalog/cross-key-rule.ts';
import type {
  Area,
  AreaFile,
  KeyFacts,
  KeyFile,
  KeyType,
  ListFacts,
  ListValue,
  LookalikeFile,
  LookalikeKey,
  LookalikeName,
  MeasurandFacts,
  MeasurandFile,
  NamedValue,
  RoleNameFile,
  RoleNames,
  Signal,
  SignalFile,
  SourceFacts,
  SourceFile,
  StandardListFacts,
  Unit,
} from '../../server/src/catalog/knowledge.ts';
import type {
  Advice,
  Breach,
  Expectation,
  OperatorProfile,
  Recommendation,
  RecommendationCase,
  Role,
} from '../../server/src/catalog/operator-profile.ts';
import type {
  Basis,
  BooleanWords,
  VendorKey,
  VendorModel,
  VendorPack,
  VendorQuirk,
  VendorRole,
} from '../../server/src/catalog/vendor-pack.ts';
import type { Severity } from '../../server/src/model/problem.ts';
import type { ProtocolVersion } from '../../server/src/model/station.ts';
import type {
  IgnoreEntry,
  ProjectFile,
  ProjectOverride,
  ProjectStation,
} from '../../server/src/project/project-file.ts';
import { dataFiles, readJson, schemasFolder } from './data-files.ts';

// Strict: a keyword that does nothing where it stands is a mistake in a schema too.
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

describe('data files', () => {
  test.each(dataFiles().map((file) => [file.name, file] as const))('%s is as its schema says', (_, file) => {
    expect(existsSync(file.schema), file.schema).toBe(true);
    const validate = validatorOf(file.schema);
    validate(file.data);
    expect(validate.errors ?? []).toEqual([]);
  });
});

/** What a schema must know of an interface: each member's name, and whether it may be absent. */
type Members<T> = {
  readonly [Member in keyof T]-?: Partial<Pick<T, Member>> extends Pick<T, Member> ? 'optional' : 'required';
};

/** Fails to compile when the interface changes, and the test below fails when the schema does not follow. */
function members<T>(names: Members<T>): Readonly<Record<string, 'optional' | 'required'>> {
  return names as Readonly<Record<string, 'optional' | 'required'>>;
}

/** The same for the words of a union. */
function words<T extends string>(all: Readonly<Record<T, true>>): string[] {
  return Object.keys(all).sort();
}

const KEYS = 'keys.schema.json';
const MEASURANDS = 'measurands.schema.json';
const LOOKALIKES = 'lookalikes.schema.json';
const SOURCES = 'sources.schema.json';
const SIGNALS = 'signals.schema.json';
const AREAS = 'areas.schema.json';
const ROLE_NAMES = 'role-names.schema.json';
const CROSS_KEY = 'cross-key-rules.schema.json';
const PROFILE = 'operator-profile.schema.json';
const PACK = 'vendor-pack.schema.json';
const PROJECT = 'project.schema.json';

const keyPath = 'definitions.key';
const lookalikePath = 'properties.keys.items';
const signalPath = 'properties.signals.items';

describe('schemas have the members of the interfaces', () => {
  test.each([
    [
      'KeyFile',
      KEYS,
      '',
      members<KeyFile>({
        $schema: 'optional',
        protocol: 'required',
        profile: 'required',
        title: 'required',
        order: 'optional',
        mandatory: 'optional',
        keys: 'required',
      }),
    ],
    [
      'KeyFacts',
      KEYS,
      keyPath,
      members<KeyFacts>({
        name: 'required',
        family: 'optional',
        connectorCountKey: 'optional',
        type: 'required',
        unit: 'optional',
        access: 'required',
        required: 'required',
        requiredIf: 'optional',
        minimum: 'optional',
        maximum: 'optional',
        limitsFrom: 'optional',
        usual: 'optional',
        minLength: 'optional',
        maxLength: 'optional',
        format: 'optional',
        values: 'optional',
        items: 'optional',
        default: 'optional',
        examples: 'optional',
        special: 'optional',
        reboot: 'optional',
        writeAfter: 'optional',
        neverLowered: 'optional',
        addressSchemes: 'optional',
        mustLieAhead: 'optional',
        listedIn: 'optional',
        secret: 'optional',
        perStation: 'optional',
        deprecated: 'optional',
        summary: 'required',
        pitfalls: 'required',
        related: 'required',
        misspellings: 'required',
        alsoWritten: 'optional',
        ocpp2: 'optional',
        disagreements: 'required',
        implementationDefaults: 'optional',
        confidence: 'required',
        definedIn: 'required',
        sources: 'required',
      }),
    ],
    [
      'KeyFacts.usual',
      KEYS,
      `${keyPath}.properties.usual`,
      members<NonNullable<KeyFacts['usual']>>({
        minimum: 'optional',
        maximum: 'optional',
        because: 'required',
      }),
    ],
    [
      'KeyFacts.reboot',
      KEYS,
      `${keyPath}.properties.reboot`,
      members<NonNullable<KeyFacts['reboot']>>({ needed: 'required', note: 'optional' }),
    ],
    [
      'KeyFacts.deprecated',
      KEYS,
      `${keyPath}.properties.deprecated`,
      members<NonNullable<KeyFacts['deprecated']>>({ note: 'required', useInstead: 'optional' }),
    ],
    [
      'KeyFacts.definedIn',
      KEYS,
      `${keyPath}.properties.definedIn`,
      members<KeyFacts['definedIn']>({ source: 'required', section: 'optional' }),
    ],
    [
      'NamedValue',
      KEYS,
      'definitions.namedValue',
      members<NamedValue>({ value: 'required', meaning: 'optional' }),
    ],
    [
      'ListValue',
      KEYS,
      'definitions.listValue',
      members<ListValue>({ value: 'required', meaning: 'optional', mistakenFor: 'optional' }),
    ],
    [
      'StandardListFacts',
      KEYS,
      `${keyPath}.properties.items`,
      members<StandardListFacts>({
        of: 'required',
        values: 'optional',
        maxItemsKey: 'optional',
        connectorCountKey: 'optional',
        namesProfiles: 'optional',
        intervalKey: 'optional',
        mostReadingsKey: 'optional',
      }),
    ],
    [
      'MeasurandFile',
      MEASURANDS,
      '',
      members<MeasurandFile>({
        $schema: 'optional',
        phases: 'required',
        measurands: 'required',
        notMeasurands: 'required',
        phaseRotation: 'required',
      }),
    ],
    [
      'MeasurandFacts',
      MEASURANDS,
      'definitions.measurand',
      members<MeasurandFacts>({
        name: 'required',
        units: 'required',
        kind: 'required',
        ac: 'required',
        dc: 'required',
        phases: 'required',
        usualPhases: 'required',
        notOn: 'optional',
        counterpart: 'optional',
        summary: 'required',
        pitfalls: 'required',
      }),
    ],
    [
      'NamedValue of measurands',
      MEASURANDS,
      'definitions.namedValue',
      members<NamedValue>({ value: 'required', meaning: 'optional' }),
    ],
    [
      'LookalikeName',
      MEASURANDS,
      'properties.notMeasurands.items',
      members<LookalikeName>({ name: 'required', note: 'required', useInstead: 'optional' }),
    ],
    [
      'LookalikeFile',
      LOOKALIKES,
      '',
      members<LookalikeFile>({ $schema: 'optional', protocol: 'required', keys: 'required' }),
    ],
    [
      'LookalikeKey',
      LOOKALIKES,
      lookalikePath,
      members<LookalikeKey>({
        name: 'required',
        note: 'required',
        useInstead: 'optional',
        status: 'required',
        sameMeaning: 'required',
        alternatives: 'optional',
        secret: 'optional',
        sources: 'required',
      }),
    ],
    ['SourceFile', SOURCES, '', members<SourceFile>({ $schema: 'optional', sources: 'required' })],
    [
      'SourceFacts',
      SOURCES,
      'properties.sources.additionalProperties',
      members<SourceFacts>({ title: 'required', url: 'optional' }),
    ],
    ['SignalFile', SIGNALS, '', members<SignalFile>({ $schema: 'optional', signals: 'required' })],
    [
      'AreaFile',
      AREAS,
      '',
      members<AreaFile>({
        $schema: 'optional',
        profiles: 'required',
        keys: 'required',
        rules: 'required',
      }),
    ],
    [
      'RoleNameFile',
      ROLE_NAMES,
      '',
      members<RoleNameFile>({
        $schema: 'optional',
        on: 'required',
        factoryTokens: 'required',
        roles: 'required',
      }),
    ],
    [
      'RoleNames',
      ROLE_NAMES,
      'properties.roles.items',
      members<RoleNames>({ role: 'required', switches: 'required', tokens: 'required' }),
    ],
    [
      'Signal',
      SIGNALS,
      signalPath,
      members<Signal>({
        key: 'required',
        contains: 'optional',
        lacks: 'optional',
        current: 'optional',
        smartCharging: 'optional',
        because: 'required',
      }),
    ],
    [
      'CrossKeyRuleFile',
      CROSS_KEY,
      '',
      members<CrossKeyRuleFile>({
        $schema: 'optional',
        protocol: 'required',
        topic: 'required',
        order: 'required',
        rules: 'required',
      }),
    ],
    [
      'CrossKeyRule',
      CROSS_KEY,
      'definitions.rule',
      members<CrossKeyRule>({
        id: 'required',
        title: 'required',
        severity: 'required',
        since: 'required',
        origin: 'required',
        sources: 'required',
        unlessAdvised: 'optional',
        unlessFound: 'optional',
        cases: 'required',
      }),
    ],
    [
      'CrossKeyCase',
      CROSS_KEY,
      'definitions.case',
      members<CrossKeyCase>({
        key: 'required',
        when: 'required',
        severity: 'optional',
        inDump: 'optional',
        what: 'required',
        why: 'optional',
        todo: 'optional',
        related: 'optional',
        fixes: 'optional',
      }),
    ],
    [
      'Conditions',
      CROSS_KEY,
      'definitions.conditions',
      members<Conditions>({
        purpose: 'optional',
        station: 'optional',
        keys: 'optional',
        compare: 'optional',
        oneOf: 'optional',
        unless: 'optional',
      }),
    ],
    [
      'KeyTest',
      CROSS_KEY,
      'definitions.test',
      members<KeyTest>({
        is: 'optional',
        isNot: 'optional',
        isOneOf: 'optional',
        above: 'optional',
        atLeast: 'optional',
        below: 'optional',
        atMost: 'optional',
        empty: 'optional',
        has: 'optional',
        lacks: 'optional',
        onlyOf: 'optional',
        lacksOneOf: 'optional',
        itemsFrom: 'optional',
        startsWith: 'optional',
        contains: 'optional',
        omits: 'optional',
        notDivisorOf: 'optional',
        sameAs: 'optional',
        everyConnector: 'optional',
        orMissing: 'optional',
        missing: 'optional',
      }),
    ],
    [
      'Comparison',
      CROSS_KEY,
      'definitions.comparison',
      members<Comparison>({
        name: 'required',
        unit: 'optional',
        product: 'required',
        above: 'optional',
        atLeast: 'optional',
        below: 'optional',
        atMost: 'optional',
      }),
    ],
    [
      'CrossKeyFix',
      CROSS_KEY,
      'definitions.fix',
      members<CrossKeyFix>({
        title: 'optional',
        when: 'optional',
        set: 'optional',
        empty: 'optional',
        add: 'optional',
        drop: 'optional',
        remove: 'optional',
        safe: 'optional',
      }),
    ],
    [
      'OperatorProfile',
      PROFILE,
      '',
      members<OperatorProfile>({
        $schema: 'optional',
        id: 'required',
        name: 'required',
        extends: 'optional',
        source: 'required',
        recommendations: 'required',
        advice: 'optional',
      }),
    ],
    [
      'OperatorProfile.source',
      PROFILE,
      'properties.source',
      members<OperatorProfile['source']>({ title: 'required', url: 'optional' }),
    ],
    [
      'Recommendation',
      PROFILE,
      'definitions.recommendation',
      members<Recommendation>({
        id: 'required',
        title: 'required',
        keys: 'required',
        role: 'optional',
        since: 'optional',
        affects: 'optional',
        mandatory: 'optional',
        cases: 'required',
        reason: 'required',
        reading: 'optional',
      }),
    ],
    [
      'RecommendationCase',
      PROFILE,
      'definitions.case',
      members<RecommendationCase>({ when: 'optional', expect: 'required', breaches: 'required' }),
    ],
    [
      'RecommendationCase.when',
      PROFILE,
      'definitions.case.properties.when',
      members<NonNullable<RecommendationCase['when']>>({ current: 'optional', smartCharging: 'optional' }),
    ],
    [
      'Breach',
      PROFILE,
      'definitions.breach',
      members<Breach>({
        if: 'required',
        value: 'optional',
        severity: 'required',
        because: 'required',
        set: 'optional',
      }),
    ],
    ['Advice', PROFILE, 'definitions.advice', members<Advice>({ keys: 'required', text: 'required' })],
    [
      'Expectation: a value',
      PROFILE,
      'definitions.expectation.oneOf.0',
      members<Extract<Expectation, { readonly value: unknown }>>({ value: 'required' }),
    ],
    [
      'Expectation: a range',
      PROFILE,
      'definitions.expectation.oneOf.1',
      members<Extract<Expectation, { readonly maximum: unknown }>>({
        minimum: 'optional',
        maximum: 'required',
      }),
    ],
    [
      'Expectation: items',
      PROFILE,
      'definitions.expectation.oneOf.2',
      members<Extract<Expectation, { readonly includes: unknown }>>({ includes: 'required' }),
    ],
    [
      'Expectation: replaced',
      PROFILE,
      'definitions.expectation.oneOf.3',
      members<Extract<Expectation, { readonly replaced: unknown }>>({ replaced: 'required' }),
    ],
    [
      'ProjectFile',
      PROJECT,
      '',
      members<ProjectFile>({
        $schema: 'optional',
        operator: 'optional',
        station: 'optional',
        rules: 'optional',
        packs: 'optional',
        profiles: 'optional',
        shapes: 'optional',
        overrides: 'optional',
        ignores: 'optional',
      }),
    ],
    [
      'ProjectStation',
      PROJECT,
      'definitions.station',
      members<ProjectStation>({
        vendor: 'optional',
        model: 'optional',
        current: 'optional',
        smartCharging: 'optional',
        protocol: 'optional',
      }),
    ],
    [
      'ProjectOverride',
      PROJECT,
      'definitions.override',
      members<ProjectOverride>({
        files: 'required',
        station: 'optional',
        operator: 'optional',
        rules: 'optional',
        shape: 'optional',
      }),
    ],
    [
      'IgnoreEntry',
      PROJECT,
      'definitions.ignore',
      members<IgnoreEntry>({ path: 'required', key: 'optional', rule: 'required', reason: 'required' }),
    ],
    [
      'VendorPack',
      PACK,
      '',
      members<VendorPack>({
        $schema: 'optional',
        id: 'required',
        name: 'required',
        names: 'required',
        models: 'required',
        notes: 'optional',
        complete: 'optional',
        keys: 'required',
        quirks: 'required',
        roles: 'required',
        sources: 'required',
      }),
    ],
    [
      'VendorModel',
      PACK,
      'definitions.model',
      members<VendorModel>({
        name: 'required',
        patterns: 'required',
        current: 'optional',
        phases: 'optional',
      }),
    ],
    [
      'VendorKey',
      PACK,
      'definitions.key',
      members<VendorKey>({
        name: 'required',
        section: 'optional',
        type: 'required',
        booleans: 'optional',
        unit: 'optional',
        scale: 'optional',
        access: 'required',
        minimum: 'optional',
        maximum: 'optional',
        maxLength: 'optional',
        values: 'optional',
        items: 'optional',
        packed: 'optional',
        default: 'optional',
        examples: 'optional',
        special: 'optional',
        rebootNeeded: 'optional',
        secret: 'optional',
        perStation: 'optional',
        summary: 'required',
        pitfalls: 'optional',
        models: 'optional',
        basis: 'required',
        unconfirmed: 'optional',
        sources: 'required',
      }),
    ],
    [
      'VendorKey.packed',
      PACK,
      'definitions.key.properties.packed',
      members<NonNullable<VendorKey['packed']>>({
        separator: 'required',
        assignment: 'optional',
        names: 'optional',
      }),
    ],
    [
      'ListFacts of packs',
      PACK,
      'definitions.key.properties.items',
      members<ListFacts>({
        of: 'required',
        values: 'optional',
        maxItemsKey: 'optional',
        connectorCountKey: 'optional',
      }),
    ],
    [
      'VendorQuirk',
      PACK,
      'definitions.quirk',
      members<VendorQuirk>({
        key: 'optional',
        spelling: 'optional',
        unit: 'optional',
        access: 'optional',
        booleans: 'optional',
        refusedItems: 'optional',
        maxItems: 'optional',
        alsoValid: 'optional',
        minimum: 'optional',
        maximum: 'optional',
        rebootNeeded: 'optional',
        note: 'required',
        models: 'optional',
        basis: 'required',
        sources: 'required',
      }),
    ],
    [
      'VendorRole',
      PACK,
      'definitions.role',
      members<VendorRole>({
        role: 'required',
        key: 'optional',
        switch: 'optional',
        emptyMeansOff: 'optional',
        onlyIf: 'optional',
        factoryValues: 'optional',
        basis: 'required',
      }),
    ],
    [
      'VendorRole.switch',
      PACK,
      'definitions.role.properties.switch',
      members<NonNullable<VendorRole['switch']>>({
        key: 'required',
        part: 'optional',
        on: 'required',
        above: 'optional',
        off: 'optional',
      }),
    ],
    [
      'VendorRole.onlyIf',
      PACK,
      'definitions.role.properties.onlyIf',
      members<NonNullable<VendorRole['onlyIf']>>({ key: 'required', values: 'required' }),
    ],
    [
      'a source of a pack',
      PACK,
      'properties.sources.additionalProperties',
      members<VendorPack['sources'][string]>({ title: 'required', url: 'optional' }),
    ],
    [
      'NamedValue of packs',
      PACK,
      'definitions.namedValue',
      members<NamedValue>({ value: 'required', meaning: 'optional' }),
    ],
    [
      'ListValue of packs',
      PACK,
      'definitions.listValue',
      members<ListValue>({ value: 'required', meaning: 'optional', mistakenFor: 'optional' }),
    ],
  ])('%s', (_, schema, path, wanted) => {
    const part = partOf(schema, path);
    const required = new Set(part.required as string[]);
    const found = Object.fromEntries(
      Object.keys(part.properties as object).map((name) => [
        name,
        required.has(name) ? 'required' : 'optional',
      ]),
    );
    expect(found).toEqual(wanted);
    expect(part.additionalProperties).toBe(false);
  });
});

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

describe('schemas help an author', () => {
  const schemas = [KEYS, MEASURANDS, LOOKALIKES, SOURCES, SIGNALS, ROLE_NAMES, AREAS, PROFILE, PACK, PROJECT];

  test.each(schemas)('%s: every member has a description', (schema) => {
    expect(undescribed(readJson(join(schemasFolder, schema)), '')).toEqual([]);
  });

  test.each(schemas)('%s: every example is valid where it stands', (schema) => {
    const whole = readJson(join(schemasFolder, schema));
    const wrong = examplesIn(whole, '').flatMap(({ path, part, example }) => {
      const validate = ajv.compile({ ...part, definitions: whole.definitions ?? {} });
      return validate(example) ? [] : [`${path}: ${JSON.stringify(example)}`];
    });
    expect(wrong).toEqual([]);
  });
});

type SchemaPart = Readonly<Record<string, unknown>>;

function validatorOf(path: string): ValidateFunction {
  const id = basename(path);
  return ajv.getSchema(id) ?? ajv.compile({ ...readJson(path), $id: id });
}

/** The part of a schema at a path of members joined by dots. */
function partOf(schema: string, path: string): SchemaPart {
  let part: unknown = readJson(join(schemasFolder, schema));
  for (const step of path === '' ? [] : path.split('.')) part = (part as SchemaPart)[step];
  return part as SchemaPart;
}

function isPart(value: unknown): value is SchemaPart {
  return typeof value === 'object' && value !== null;
}

/** Paths of the members that say nothing of themselves; one that refers to a definition may leave it to that. */
function undescribed(part: SchemaPart, path: string): string[] {
  return Object.entries(part).flatMap(([name, child]) => {
    // Conditions repeat members without describing them.
    if (!isPart(child) || ['if', 'then', 'else', 'not', 'allOf', 'anyOf'].includes(name)) return [];
    const here = `${path}/${name}`;
    const silent =
      name === 'properties'
        ? Object.entries(child)
            .filter(([, member]) => !('description' in (member as object) || '$ref' in (member as object)))
            .map(([member]) => `${here}/${member}`)
        : [];
    return [...silent, ...undescribed(child, here)];
  });
}

interface Example {
  readonly path: string;
  readonly part: SchemaPart;
  readonly example: unknown;
}

function examplesIn(part: SchemaPart, path: string): Example[] {
  const own = Array.isArray(part.examples)
    ? part.examples.map((example: unknown) => ({ path, part, example }))
    : [];
  const inner = Object.entries(part).flatMap(([name, child]) =>
    // The member of a key that is called `examples` is a schema and no list.
    isPart(child) && !Array.isArray(child) ? examplesIn(child, `${path}/${name}`) : [],
  );
  const alternatives = Array.isArray(part.oneOf)
    ? part.oneOf.flatMap((child, index) => (isPart(child) ? examplesIn(child, `${path}/oneOf/${index}`) : []))
    : [];
  return [...own, ...inner, ...alternatives];
}
