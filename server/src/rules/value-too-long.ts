import * as l10n from '@vscode/l10n';
import { entryRange } from '../resolve/entry-range.ts';
import { entryRule } from './rule.ts';
import { isWritten, severityOf } from './support/purpose.ts';

/** A configuration value is a CiString500Type, a key a CiString50Type (OCPP 1.6 edition 2, sections 7.29 and 7.30). */
const LONGEST_VALUE = 500;
const LONGEST_KEY = 50;

interface TooLong {
  readonly part: 'value' | 'key';
  readonly length: number;
  readonly limit: number;
}

/** A key or value with more characters than an OCPP message carries. */
export const valueTooLong = entryRule<TooLong>({
  id: 'value-too-long',
  group: 'values',
  severity: 'error',
  title: 'Key or value too long for OCPP',
  since: '0.1.0',
  find({ entry, facts }, { scope }) {
    // Only what travels in messages of OCPP 1.6 is limited: no program's own settings, no 2.x variable.
    if (scope.keysAre === 'other' || scope.dialect.values !== 'strings') return undefined;
    if (entry.address.component !== undefined) return undefined;
    const length = entry.value?.text.length ?? 0;
    const limit = facts?.maxLength ?? LONGEST_VALUE;
    if (length > limit) return [{ part: 'value', length, limit }];
    const nameLength = entry.address.name.length;
    return nameLength > LONGEST_KEY ? [{ part: 'key', length: nameLength, limit: LONGEST_KEY }] : undefined;
  },
  word({ part, length, limit }, resolved, scope) {
    const { entry } = resolved;
    const name = shortened(resolved.name);
    return {
      what:
        part === 'value'
          ? l10n.t('The value of {0} has {1} characters; OCPP carries {2} at most.', name, length, limit)
          : l10n.t('The name {0} has {1} characters; OCPP carries {2} at most.', name, length, limit),
      why: isWritten(scope)
        ? l10n.t('The station rejects the message or cuts the value without a word.')
        : l10n.t('It may have been cut on its way here.'),
      todo: part === 'value' ? l10n.t('Shorten it.') : l10n.t('Check the name in the manual.'),
      severity: severityOf(scope, 'error', 'information'),
      range: part === 'value' ? entryRange(resolved) : entry.keyRange,
    };
  },
  fix: () => [],
});

function shortened(name: string): string {
  return name.length <= LONGEST_KEY ? name : `${name.slice(0, LONGEST_KEY - 1)}…`;
}
