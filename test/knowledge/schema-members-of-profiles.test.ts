import { describe, test } from 'vitest';
import type {
  Advice,
  Breach,
  Expectation,
  OperatorProfile,
  Recommendation,
  RecommendationCase,
} from '../../server/src/catalog/operator-profile.ts';
import { expectMembers, members, PROFILE } from './schema-parts.ts';

describe('the schema of operator profiles has the members of the interfaces', () => {
  test.each([
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
  ])('%s', expectMembers);
});
