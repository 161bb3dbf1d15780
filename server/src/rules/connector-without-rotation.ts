import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { connectorCount, connectorsWithout } from '../resolve/family.ts';
import { withItems } from '../resolve/lists.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { isPhaseRotation } from './support/kinds-of-keys.ts';
import { severityOf } from './support/purpose.ts';
import { rotationsIn } from './support/rotations.ts';

/** A phase rotation that leaves some of the station's connectors out. */
export const connectorWithoutRotation = entryRule<readonly number[]>({
  id: 'connector-without-rotation',
  group: 'together',
  severity: 'warning',
  title: 'Connector without a phase rotation',
  since: '0.2.0',
  concerns: isPhaseRotation,
  find(entry, scope) {
    const rotations = rotationsIn(entry);
    const count = entry.facts === undefined ? undefined : connectorCount(entry.facts, scope);
    if (rotations === undefined || count === undefined) return undefined;
    const missing = connectorsWithout(new Set(rotations.map(({ connector }) => connector)), count);
    return missing.length === 0 ? undefined : [missing];
  },
  word: (missing, entry, scope) => ({
    what:
      missing.length === 1
        ? l10n.t('{0} says nothing of connector {1}.', entry.name, missing[0] ?? 0)
        : l10n.t('{0} says nothing of the connectors {1}.', entry.name, listWords(missing.map(String))),
    why: l10n.t(
      'Load balancing then takes the usual wiring for granted; where it is another one, a fuse blows.',
    ),
    todo: isReportedFact(entry, scope)
      ? l10n.t('Look at the wiring, and enter it in the back office by hand.')
      : l10n.t('Name every connector, one not known with Unknown.'),
    severity: severityOf(scope, 'warning', 'hint'),
  }),
  fix(missing, entry, scope) {
    if (isReportedFact(entry, scope)) return [];
    const rotation = scope.station.current.value === 'DC' ? 'NotApplicable' : 'Unknown';
    const added = missing.map((connector) => `${connector}.${rotation}`);
    return [
      {
        title: l10n.t('Add {0}', listWords(added)),
        safe: false,
        changes: [
          { kind: 'set-value', entry: entry.entry, value: withItems(entry.entry.value?.text ?? '', added) },
        ],
      },
    ];
  },
});
