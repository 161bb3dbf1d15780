import * as l10n from '@vscode/l10n';
import type { StationMark } from '../resolve/file-facts.ts';
import type { PlacedStation } from '../resolve/known-files.ts';
import { filesRule } from './rule.ts';
import { otherFilesWords, placesElsewhere } from './support/elsewhere.ts';
import { otherStations, speaksForStation } from './support/same-station.ts';

interface SharedSecret {
  readonly mark: StationMark;
  readonly others: readonly PlacedStation[];
}

/** The secret by which one station logs in, at another one too. Never repeats it. */
export const sharedAuthorizationKey = filesRule<SharedSecret>({
  id: 'shared-authorization-key',
  group: 'several-files',
  severity: 'warning',
  title: 'Login secret that several stations share',
  since: '0.2.0',
  find(file, known) {
    return file.stations.flatMap((station) =>
      station.marks.flatMap((mark) => {
        if (mark.kind !== 'login-secret') return [];
        const sharing = known.sharing(file.path, mark);
        if (!speaksForStation({ file, station }, sharing)) return [];
        const others = otherStations({ file, station }, sharing);
        return others.length === 0 ? [] : [{ mark, others }];
      }),
    );
  },
  word: ({ mark, others }) => ({
    what: l10n.t('{0} is the same as in {1}.', mark.name, otherFilesWords(others)),
    why: l10n.t('Whoever gets hold of one station can then log in as all of them.'),
    todo: l10n.t('Give each station a secret of its own.'),
    range: mark.range,
    key: mark.name,
    related: placesElsewhere(others, () => l10n.t('the same secret')),
  }),
});
