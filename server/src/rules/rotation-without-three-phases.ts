import * as l10n from '@vscode/l10n';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { isPhaseRotation } from './support/kinds-of-keys.ts';
import { rewrittenList } from './support/measurand-items.ts';
import { type MissingPhases, missingPhases } from './support/missing-phases.ts';
import { severityOf } from './support/purpose.ts';
import { isOfThreePhases, type Rotation, rotationsIn } from './support/rotations.ts';

interface NoPhases extends MissingPhases {
  readonly rotations: readonly Rotation[];
}

/** A rotation of three phases at a station that has no three phases. */
export const rotationWithoutThreePhases = entryRule<NoPhases>({
  id: 'rotation-without-three-phases',
  group: 'together',
  severity: 'information',
  title: 'Phase rotation of a station without three phases',
  since: '0.2.0',
  concerns: isPhaseRotation,
  find(entry, scope) {
    const found = missingPhases(scope.station);
    if (found === undefined) return undefined;
    const rotations = (rotationsIn(entry) ?? []).filter(
      // Number 0 is the connection to the grid, which has three phases at a DC station too.
      ({ connector, rotation }) =>
        isOfThreePhases(rotation) && (connector > 0 || found.station === 'one-phase'),
    );
    return rotations.length === 0 ? undefined : [{ rotations, ...found }];
  },
  word({ station, because }, { name }, scope) {
    return {
      what:
        station === 'dc'
          ? l10n.t('{0} has rotations of three phases, and this is a DC station ({1}).', name, because)
          : l10n.t('{0} has rotations of three phases, and this station has one ({1}).', name, because),
      why: l10n.t('Load balancing then shares out phases that the car is not connected to.'),
      todo:
        station === 'dc'
          ? l10n.t('Write NotApplicable.')
          : l10n.t('Write NotApplicable, unless your operator notes the feeding phase in this way.'),
      severity: station === 'dc' ? severityOf(scope, 'information', 'hint') : 'hint',
    };
  },
  fix({ rotations }, entry, scope) {
    if (isReportedFact(entry, scope)) return [];
    const connectors = new Map(rotations.map(({ item, connector }) => [item, connector]));
    return [
      {
        title: l10n.t('Write NotApplicable'),
        safe: false,
        changes: [
          rewrittenList(entry, (item) => {
            const connector = connectors.get(item);
            return connector === undefined ? item.text : `${connector}.NotApplicable`;
          }),
        ],
      },
    ];
  },
});
