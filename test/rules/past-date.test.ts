import { describe, expect, test } from 'vitest';
import { problemsOf } from '../helpers/problems.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function found(date: string, now: number | undefined): readonly string[] {
  const text = JSON.stringify([
    { key: 'NextTimeOffsetTransitionDateTime', value: date },
    { key: 'HeartbeatInterval', value: '900' },
  ]);
  return problemsOf(text, { now })
    .filter(({ rule }) => rule === 'past-date')
    .map(({ message }) => message);
}

describe('a date that must lie ahead', () => {
  test('is reported once it is past', () => {
    expect(found('2026-10-25T01:00:00Z', NOW)).toHaveLength(1);
    expect(found('2026-10-25T01:00:00Z', NOW)[0]).toContain('2026-10-25T01:00:00Z');
    expect(found('2027-03-28T01:00:00Z', NOW)).toEqual([]);
  });

  test('is compared in its own time zone', () => {
    expect(found('2026-11-25T12:30:00+01:00', NOW)).toHaveLength(1);
    expect(found('2026-11-25T12:30:00-01:00', NOW)).toEqual([]);
  });

  test('is not judged where nobody tells the time', () => {
    expect(found('1999-01-01T00:00:00Z', undefined)).toEqual([]);
  });

  test('must say for which zone it holds, whatever the time', () => {
    expect(found('2999-03-28T01:00:00', undefined)).toHaveLength(1);
  });
});
