import * as l10n from '@vscode/l10n';
import { documentRule } from './rule.ts';
import { changeSequences, type PlannedChange } from './support/change-sequence.ts';

interface InBetween {
  /** The first key that takes effect after a restart. */
  readonly reboot: PlannedChange;
  /** The first one behind it that does not need any. */
  readonly next: PlannedChange;
}

/** A change that wants a restart, with others behind it that want none. */
export const rebootInBetween = documentRule<InBetween>({
  id: 'reboot-in-between',
  group: 'together',
  severity: 'information',
  title: 'Key that wants a restart before others',
  since: '0.2.0',
  find: (resolved) =>
    changeSequences(resolved).flatMap((changes) => {
      const at = changes.findIndex(wantsReboot);
      if (at < 0) return [];
      const reboot = changes[at];
      const next = changes.slice(at + 1).find((change) => !wantsReboot(change));
      return reboot === undefined || next === undefined ? [] : [{ reboot, next }];
    }),
  word: ({ reboot: { entry }, next }) => ({
    what: l10n.t('{0} takes effect after a restart, and stands before keys that need none.', entry.name),
    why: l10n.t('A station that restarts at once drops the changes behind it, and the set is half applied.'),
    todo: l10n.t(
      'Send one change after the other, those that want a restart last, and reset softly at the end.',
    ),
    range: entry.entry.keyRange,
    related: [{ range: next.entry.entry.keyRange, message: l10n.t('{0} needs no restart', next.entry.name) }],
  }),
  fix: () => [],
});

/**
 * Whether the file's own mark or the vendor's pack says so. What the standard's keys have noted of it is seen at a single
 * implementation and holds for no other.
 */
function wantsReboot({ entry: { entry, facts }, scope }: PlannedChange): boolean {
  if (entry.rebootRequired !== undefined) return entry.rebootRequired;
  const notes = facts === undefined ? undefined : scope.catalog.vendorNotes(facts);
  return (
    notes?.own?.rebootNeeded === true || notes?.quirks.some((quirk) => quirk.rebootNeeded === true) === true
  );
}
