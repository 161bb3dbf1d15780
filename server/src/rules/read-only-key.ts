import * as l10n from '@vscode/l10n';
import { entryRule } from './rule.ts';

/** A template that wants to write what only the station can say. */
export const readOnlyKey = entryRule<'written'>({
  id: 'read-only-key',
  group: 'keys',
  severity: 'warning',
  title: 'Read-only key in a template',
  since: '0.1.0',
  concerns: (facts) => facts.access === 'read-only',
  find({ entry, facts, value }, { scope }) {
    if (scope.purpose !== 'template' || facts?.access !== 'read-only') return undefined;
    // The file says itself that this station lets it be written.
    if (entry.readOnly === false) return undefined;
    return value.kind === 'absent' ? undefined : ['written'];
  },
  word: (_, { entry, name }) => ({
    what: l10n.t('{0} is read-only: the station reports it and nobody can set it.', name),
    why: l10n.t('The station answers Rejected, and the rollout looks failed.'),
    todo: l10n.t('Remove it from the template.'),
    range: entry.keyRange,
    tag: 'unnecessary',
  }),
  // Not safe: the value may be there as a note of what the station is expected to be.
  fix: (_, { entry }) => [
    {
      title: l10n.t('Remove {0}', entry.address.name),
      safe: false,
      changes: [{ kind: 'remove-entry', entry }],
    },
  ],
});
