import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../resolve/values.ts';
import { entryRule } from './rule.ts';
import { isWritten, severityOf } from './support/purpose.ts';

/** A password in readable text. Never repeats the value. */
export const plainTextSecret = entryRule<string>({
  id: 'plain-text-secret',
  group: 'secrets',
  severity: 'warning',
  title: 'Secret in readable text',
  since: '0.1.0',
  find({ entry, name, secret }) {
    if (!secret) return undefined;
    const text = entry.value?.text.trim() ?? '';
    return text === '' || isPlaceholder(text) ? undefined : [name];
  },
  word: (name, { facts }, scope) => ({
    what: l10n.t('{0} stands here in readable text.', name),
    why:
      facts !== undefined && scope.catalog.vendorNotes(facts)?.own !== undefined
        ? l10n.t('Whoever reads this file has it too.')
        : l10n.t('Whoever reads this file can log in to the back office as this station.'),
    todo: isWritten(scope)
      ? l10n.t('Put a placeholder here and let your tool fill it in, one secret for each station.')
      : l10n.t('Give the station a new one and do not pass this file on.'),
    severity: severityOf(scope, 'warning', 'information'),
  }),
  // Not safe: the value may stand nowhere else.
  fix: (name, { entry }, scope) =>
    isWritten(scope)
      ? [
          {
            title: l10n.t('Replace the secret with a placeholder'),
            safe: false,
            changes: [{ kind: 'set-value', entry, value: `<${name}>` }],
          },
        ]
      : [],
});
