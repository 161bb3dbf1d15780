import * as l10n from '@vscode/l10n';
import { connectorCount } from '../resolve/family.ts';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { isPhaseRotation } from './support/kinds-of-keys.ts';
import { isWritten } from './support/purpose.ts';
import { type Rotation, rotationsIn } from './support/rotations.ts';

/** A phase rotation of a connector from 10 on. */
export const twoDigitConnector = entryRule<Rotation>({
  id: 'two-digit-connector',
  group: 'values',
  severity: 'information',
  title: 'Phase rotation of a tenth connector',
  since: '0.2.0',
  concerns: isPhaseRotation,
  find(entry, scope) {
    // A station that reports it can read it.
    if (!isWritten(scope)) return undefined;
    const count = entry.facts === undefined ? undefined : connectorCount(entry.facts, scope);
    // One that the station does not have is a mistake of another kind.
    const first = rotationsIn(entry)?.find(
      ({ connector }) => connector >= 10 && connector <= (count ?? connector),
    );
    return first === undefined ? undefined : [first];
  },
  word: ({ item, connector }, entry, scope) => ({
    what: l10n.t('{0} speaks of connector {1}, which has two digits.', entry.name, connector),
    why: l10n.t(
      'That is legal, but stations built on libocpp read one digit only and refuse the whole list.',
    ),
    todo: l10n.t('Read the value back after writing it.'),
    range: itemRange(item, entry, scope),
  }),
  fix: () => [],
});
