import * as l10n from '@vscode/l10n';
import { entryRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';

/** A moment that must lie ahead and does not, or of which nobody can say when it is. */
export const pastDate = entryRule<'past' | 'no-zone'>({
  id: 'past-date',
  group: 'values',
  severity: 'warning',
  title: 'Date in the past',
  since: '0.2.0',
  concerns: (facts) => facts.mustLieAhead === true,
  find({ facts, value }, { now }) {
    if (facts?.mustLieAhead !== true || value.kind !== 'text') return undefined;
    const text = value.text.trim();
    if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
    const moment = Date.parse(text);
    if (Number.isNaN(moment)) return undefined;
    if (now !== undefined && moment < now) return ['past'];
    return /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? undefined : ['no-zone'];
  },
  word: (mistake, { name, entry }, scope) =>
    mistake === 'past'
      ? {
          what: l10n.t('{0} is in the past: {1}.', name, entry.value?.text.trim() ?? ''),
          why: l10n.t(
            'A strict station refuses it; others change their clock at once, and prices by time of day with it.',
          ),
          todo: l10n.t('Enter the next change of the clock, or leave it empty.'),
          severity: severityOf(scope, 'warning', 'information'),
        }
      : {
          what: l10n.t('{0} does not say for which time zone it holds.', name),
          why: l10n.t(
            'A strict station refuses it; others change their clock an hour or two too early or too late.',
          ),
          todo: l10n.t('Write Z at its end for UTC, or the offset, such as +01:00.'),
          severity: severityOf(scope, 'warning', 'information'),
        },
  fix: () => [],
});
