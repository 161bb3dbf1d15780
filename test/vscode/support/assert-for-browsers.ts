/**
 * What the tests use of `node:assert/strict`, where there is no Node: the bundler puts this in its place. The types are
 * Node's, so a member that is missing here is found when the suite is bundled.
 */

import { assert } from 'chai';

export const ok: (value: unknown, message?: string) => void = assert.isOk;
export const equal: (actual: unknown, expected: unknown, message?: string) => void = assert.strictEqual;
export const notEqual: (actual: unknown, expected: unknown, message?: string) => void = assert.notStrictEqual;
export const deepEqual: (actual: unknown, expected: unknown, message?: string) => void = assert.deepEqual;
export const notDeepEqual: (actual: unknown, expected: unknown, message?: string) => void =
  assert.notDeepEqual;
export const match: (actual: string, expected: RegExp, message?: string) => void = assert.match;

/** @param expected what the error says */
export async function rejects(work: () => PromiseLike<unknown>, expected: RegExp): Promise<void> {
  const outcome = await Promise.resolve(work()).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  assert.isDefined(outcome, 'it has not failed');
  match(String(outcome?.error), expected);
}

export const doesNotMatch: (actual: string, expected: RegExp, message?: string) => void = assert.notMatch;
