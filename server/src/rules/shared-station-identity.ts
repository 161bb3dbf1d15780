import * as l10n from '@vscode/l10n';
import type { StationMark } from '../resolve/file-facts.ts';
import { folderOf, type PlacedStation } from '../resolve/known-files.ts';
import { filesRule } from './rule.ts';
import { otherFilesWords, placesElsewhere } from './support/elsewhere.ts';
import { otherStations, speaksForStation } from './support/same-station.ts';

interface SharedIdentity {
  readonly mark: StationMark;
  readonly others: readonly PlacedStation[];
}

/** One name under which two stations would log in: usually a file that was copied for the next station. */
export const sharedStationIdentity = filesRule<SharedIdentity>({
  id: 'shared-station-identity',
  group: 'several-files',
  severity: 'warning',
  title: 'Identity that several stations share',
  since: '0.2.0',
  find(file, known) {
    return file.stations.flatMap((station) =>
      station.marks.flatMap((mark) => {
        if (mark.kind !== 'identity') return [];
        // In another folder it may be an older file, or the station that was here before this one.
        const sharing = known
          .sharing(file.path, mark)
          .filter((other) => folderOf(file.path) === folderOf(other.file.path));
        if (!speaksForStation({ file, station }, sharing, TOLD_BY)) return [];
        const others = otherStations({ file, station }, sharing, TOLD_BY);
        return others.length === 0 ? [] : [{ mark, others }];
      }),
    );
  },
  word: ({ mark, others }) => ({
    what: l10n.t('{0} is the same as in {1}.', mark.name, otherFilesWords(others)),
    why: l10n.t(
      'The back office takes the stations for one: whichever connects last throws the other one out, and their sessions are mixed.',
    ),
    todo: l10n.t('Give each station its own identity.'),
    range: mark.range,
    key: mark.name,
    related: placesElsewhere(others, () => l10n.t('the same identity')),
  }),
});

/** The identity itself is what two stations have in common here and should not. */
const TOLD_BY = ['serial'] as const;
