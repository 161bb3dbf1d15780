import type { LookalikeKey } from './knowledge.ts';

/** What a name that only looks like a key is; stands after "it is". */
export const LOOKALIKE_WORDS: Readonly<Record<LookalikeKey['status'], string>> = {
  misspelling: 'a wrong spelling',
  legacy: 'a key of an earlier OCPP version',
  withdrawn: 'a key that was withdrawn',
  'other-version': 'a name of OCPP 2.x',
  vendor: "a maker's own key",
  extension: 'a key of an extension',
};
