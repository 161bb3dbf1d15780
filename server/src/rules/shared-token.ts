import * as l10n from '@vscode/l10n';
import type { StationMark } from '../resolve/file-facts.ts';
import type { PlacedStation } from '../resolve/known-files.ts';
import { filesRule } from './rule.ts';
import { otherFilesWords, placesElsewhere } from './support/elsewhere.ts';
import { isSameStation } from './support/same-station.ts';

interface SharedToken {
  readonly mark: StationMark;
  readonly others: readonly PlacedStation[];
}

/**
 * One token under which several stations report sessions that nobody has shown a card for. Often meant so, therefore
 * said once, in the first of the files, and as a hint only where it is about free charging.
 */
export const sharedToken = filesRule<SharedToken>({
  id: 'shared-token',
  group: 'several-files',
  severity: 'information',
  title: 'Token that several stations share',
  since: '0.2.0',
  find(file, known) {
    return file.stations.flatMap((station) =>
      station.marks.flatMap((mark) => {
        if (mark.kind !== 'free-vend-token' && mark.kind !== 'payment-terminal-token') return [];
        const others = known
          .sharing(file.path, mark)
          .filter((other) => isSameStation({ file, station }, other) === 'no');
        const isFirst = others.every((other) => file.path < other.file.path);
        return others.length === 0 || !isFirst ? [] : [{ mark, others }];
      }),
    );
  },
  word: ({ mark, others }) => ({
    what:
      mark.kind === 'free-vend-token'
        ? l10n.t(
            '{0}, the token for free charging, is the same as in {1}.',
            mark.name,
            otherFilesWords(others),
          )
        : l10n.t(
            '{0}, the token of the payment terminal, is the same as in {1}.',
            mark.name,
            otherFilesWords(others),
          ),
    why: l10n.t(
      'A bill or a report by token cannot tell the stations apart, and blocking it stops all of them.',
    ),
    todo: l10n.t('Where that is not meant, give each station its own token.'),
    severity: mark.kind === 'free-vend-token' ? 'hint' : 'information',
    range: mark.range,
    key: mark.name,
    related: placesElsewhere(others, () => l10n.t('the same token')),
  }),
});
