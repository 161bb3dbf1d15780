import * as l10n from '@vscode/l10n';
import { entryRange } from '../resolve/entry-range.ts';
import type { ResolvedDocument, ResolvedEntry } from '../resolve/resolve.ts';
import { documentRule } from './rule.ts';

interface Lowered {
  readonly before: ResolvedEntry;
  readonly after: ResolvedEntry;
  readonly from: number;
  readonly to: number;
}

/** A value that only ever rises, written below or at what the station has reported in the same document. */
export const loweredSecurityProfile = documentRule<Lowered>({
  id: 'lowered-security-profile',
  group: 'together',
  severity: 'error',
  title: 'Security profile below the present one',
  since: '0.2.0',
  find: changesDown,
  word: ({ before, after, from, to }) => ({
    what:
      to === from
        ? l10n.t('{0} is {1} already.', after.name, from)
        : l10n.t('{0} is to go down from {1} to {2}.', after.name, from, to),
    why: l10n.t(
      'Stations always refuse that over OCPP, and a rollout that stops at the first refusal leaves the rest undone.',
    ),
    todo:
      to === from
        ? l10n.t('Take the change out.')
        : l10n.t('Take the change out; it takes a visit with the tool of the maker.'),
    severity: to === from ? 'information' : 'error',
    range: entryRange(after),
    related: [
      {
        range: entryRange(before),
        message: l10n.t('the station reports {0}', from),
      },
    ],
  }),
  // A message of a log cannot be taken out by itself.
  fix: () => [],
});

function changesDown({ scopes }: ResolvedDocument): readonly Lowered[] {
  const reported = new Map<string, ResolvedEntry>();
  return scopes.flatMap(({ scope, known }) =>
    known.flatMap((entry) => {
      if (entry.facts?.neverLowered !== true || entry.value.kind !== 'number') return [];
      const before = reported.get(entry.facts.name);
      if (scope.purpose === 'dump') reported.set(entry.facts.name, entry);
      if (scope.purpose !== 'template' || before?.value.kind !== 'number') return [];
      const from = before.value.value;
      const to = entry.value.value;
      return to <= from ? [{ before, after: entry, from, to }] : [];
    }),
  );
}
