import * as l10n from '@vscode/l10n';
import type { Fix } from '../model/problem.ts';
import { entryRule } from './rule.ts';
import { isWritten, severityOf } from './support/purpose.ts';

interface Outdated {
  readonly reason: 'legacy' | 'withdrawn' | 'other-version' | 'deprecated';
  readonly note: string;
  readonly useInstead: string | undefined;
  readonly sameMeaning: boolean;
}

/** A name of an earlier or later edition of OCPP, or one that the standard advises against. */
export const deprecatedKey = entryRule<Outdated>({
  id: 'deprecated-key',
  group: 'keys',
  severity: 'warning',
  title: 'Key of another OCPP edition',
  since: '0.1.0',
  find({ match, facts }, scope) {
    if (match.kind === 'lookalike') {
      const { status, note, useInstead, sameMeaning } = match.lookalike;
      if (status === 'misspelling' || status === 'vendor' || status === 'extension') return undefined;
      return [{ reason: status, note, useInstead, sameMeaning }];
    }
    // A station may well report it; only who writes it does something useless.
    if (facts?.deprecated === undefined || !isWritten(scope)) return undefined;
    return [
      {
        reason: 'deprecated',
        note: facts.deprecated.note,
        useInstead: facts.deprecated.useInstead,
        sameMeaning: false,
      },
    ];
  },
  word({ reason, note, useInstead }, { entry }, scope) {
    const name = entry.address.name;
    const what = {
      legacy: l10n.t('{0} is a key of an earlier OCPP version and not of 1.6.', name),
      withdrawn: l10n.t('{0} was withdrawn from the standard.', name),
      'other-version': l10n.t('{0} is an OCPP 2.0.1 name and not a key of 1.6.', name),
      deprecated: l10n.t('{0} is no longer of use.', name),
    }[reason];
    const current = useInstead === undefined ? undefined : scope.entryFor(useInstead);
    return {
      what,
      why: note,
      ...(useInstead === undefined
        ? {}
        : {
            todo:
              current === undefined
                ? l10n.t('Use {0}.', useInstead)
                : l10n.t(
                    '{0} is set as well: remove the old name, once the value is right there.',
                    useInstead,
                  ),
          }),
      related:
        current === undefined
          ? []
          : [
              {
                range: current.entry.keyRange,
                message: l10n.t('{0} is set here', current.entry.address.name),
              },
            ],
      range: entry.keyRange,
      severity: reason === 'deprecated' ? 'hint' : severityOf(scope, 'warning', 'hint'),
      tag: 'deprecated',
    };
  },
  fix({ useInstead, sameMeaning }, { entry }, scope) {
    if (useInstead === undefined) return [];
    if (scope.entryFor(useInstead) !== undefined) {
      // Not safe: which of the two values is right, the file does not say.
      return [
        {
          title: l10n.t('Remove {0}', entry.address.name),
          safe: false,
          changes: [{ kind: 'remove-entry', entry }],
        },
      ];
    }
    const fix: Fix = {
      title: l10n.t('Rename to {0}', useInstead),
      safe: sameMeaning,
      changes: [{ kind: 'rename-key', entry, name: useInstead }],
    };
    return [fix];
  },
});
