import { describe, expect, test } from 'vitest';
import { applyFirstFix, problemsOf } from '../helpers/problems.ts';

const KEYS = [
  'LocalPreAuthorize',
  'AuthorizationCacheEnabled',
  'StopTransactionOnInvalidId',
  'LocalAuthorizeOffline',
];

function template(words: readonly string[]): string {
  const rows = words.map((word, index) => `{ "key": "${KEYS[index]}", "value": "${word}" }`);
  return `[${[...rows, '{ "key": "ResetRetries", "value": "3" }'].join(',')}]`;
}

describe('a file that writes its booleans in its own way', () => {
  test.each([
    [['TRUE', 'TRUE', 'FALSE', 'FALSE'], 'TRUE'],
    [['True', 'True', 'False', 'False'], 'True'],
    [['1', '1', '0', '0'], '1'],
    [['TRUE', 'True', 'FALSE', 'FALSE'], 'TRUE'],
  ])('%j keeps it: nothing is said against it, and fixes write so', (words, on) => {
    const text = template(words);
    expect(problemsOf(text).filter(({ rule }) => rule === 'value-type').length).toBeLessThanOrEqual(1);
    expect(applyFirstFix(text, 'greenflux/offline-charging')).toBe(template([...words.slice(0, -1), on]));
  });

  test.each([[['true', 'true', 'TRUE', 'false']], [['TRUE', 'false']]])(
    '%j has no way of its own',
    (words) => {
      const odd = problemsOf(template(words)).filter(({ rule }) => rule === 'value-type');
      expect(odd.map(({ fixes }) => fixes[0]?.title)).toEqual(['Write true']);
    },
  );
});
