import * as l10n from '@vscode/l10n';
import { entryRule } from './rule.ts';
import { everyKey } from './support/kinds-of-keys.ts';
import { isWritten } from './support/purpose.ts';

/** A key with the right letters in the wrong case. */
export const keyCasing = entryRule<string>({
  id: 'key-casing',
  group: 'keys',
  severity: 'hint',
  title: 'Key in another case than the standard',
  since: '0.1.0',
  concerns: everyKey,
  find({ match }, scope) {
    return match.kind === 'casing' && isWritten(scope) ? [match.facts.name] : undefined;
  },
  word(name, { entry }, { scope: { dialect } }) {
    const reader = dialect.reader ?? l10n.t('The program that reads this file');
    const exact = dialect.keyCase === 'exact';
    return {
      what: l10n.t('{0} is written {1} in OCPP.', entry.address.name, name),
      why: exact
        ? l10n.t('{0} compares names exactly and does not find it.', reader)
        : l10n.t('OCPP 1.6 ignores case, but several stations and back offices do not.'),
      todo: l10n.t('Write {0}.', name),
      range: entry.keyRange,
      ...(exact ? { severity: dialect.strict ? 'error' : 'warning' } : {}),
    };
  },
  fix: (name, { entry }) => [
    { title: l10n.t('Write {0}', name), safe: true, changes: [{ kind: 'rename-key', entry, name }] },
  ],
});
